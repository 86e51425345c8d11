"""Stories and claims, as comparing derives them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.api.asked import Period, Words
from sayso.desk.api.found import listed
from sayso.desk.api.sending import After, Form, FormOf, Limit, documented, send, send_list
from sayso.desk.api.shapes import ClaimItem, ListOf, RelationItem, StoryArticleItem, StoryItem
from sayso.desk.api.shaping import claim_shape, relation_shape, story_article_shape, story_shape
from sayso.desk.faults import found_or_missing
from sayso.ledger import claims as claimed
from sayso.ledger import stories as storied
from sayso.ledger.claims import Narrowed
from sayso.ledger.question import Question
from sayso.ledger.store import Store
from sayso.records import ClaimKind

router = APIRouter(tags=["compared"])
Side = Annotated[
    str | None, Query(max_length=300, description="the side; empty for third parties, outlets and several sides")
]


def narrowed_to(kind: ClaimKind | None = None, side: Side = None, conflicting: bool = False) -> Narrowed:
    """Which claims of a story are asked for."""
    return Narrowed(kind, side, conflicting)


NarrowedTo = Annotated[Narrowed, Depends(narrowed_to)]


@router.get("/stories", **documented(ListOf[StoryItem], csv_too=True))
def stories(
    request: Request, q: Words = None, period: Period = None, limit: Limit = 50, after: After = None,
    form: FormOf = Form.JSON,
) -> Response:  # fmt: skip
    """The stories, those with the latest article first; with `q` or `period` those with such an article."""
    question = Question(words=q, period=period, limit=1000) if q or period else None
    found = storied.stories(_store(request), question, after=after, limit=limit + 1)
    return send_list(request, form, listed(found, limit, story_shape))


@router.get("/stories/{id}", **documented(StoryItem))
def story(request: Request, id: str) -> Response:
    """One story."""
    with found_or_missing():
        return send(request, story_shape(storied.story(_store(request), id)))


@router.get("/stories/{id}/articles", **documented(ListOf[StoryArticleItem], csv_too=True))
def story_articles(
    request: Request, id: str, limit: Limit = 50, after: After = None, form: FormOf = Form.JSON,
) -> Response:  # fmt: skip
    """The articles of a story, the earliest first."""
    store = _store(request)
    with found_or_missing():
        whole = storied.story(store, id).id
    found = storied.story_articles(store, whole, after=after, limit=limit + 1)
    return send_list(request, form, listed(found, limit, story_article_shape))


@router.get("/stories/{id}/claims", **documented(ListOf[ClaimItem], csv_too=True))
def story_claims(
    request: Request, id: str, narrowed: NarrowedTo, limit: Limit = 50, after: After = None, form: FormOf = Form.JSON
) -> Response:
    """The claims of a story: those in conflict first, then those that most articles carry."""
    store = _store(request)
    with found_or_missing():
        whole = storied.story(store, id).id
    found = claimed.story_claims(store, whole, narrowed, after=after, limit=limit + 1)
    return send_list(request, form, listed(found, limit, claim_shape))


@router.get("/claims/{id}", **documented(ClaimItem))
def claim(request: Request, id: str) -> Response:
    """One claim with all its members and origins."""
    with found_or_missing():
        return send(request, claim_shape(claimed.claim(_store(request), id)))


@router.get("/claims/{id}/relations", **documented(ListOf[RelationItem], csv_too=True))
def relations(
    request: Request, id: str, limit: Limit = 200, form: FormOf = Form.JSON
) -> Response:  # fmt: skip
    """How a claim stands to others: conflicts and alarms first, what can't be compared last."""
    with found_or_missing():
        found = claimed.claim_relations(_store(request), id, limit=limit)
    return send_list(request, form, ListOf[RelationItem](items=[relation_shape(one) for one in found], next=None))


def _store(request: Request) -> Store:
    """The store, with the comparison as fresh as it is to be had."""
    desk = request.app.state.desk
    desk.fresh.look()
    store: Store = desk.ledger.store
    return store
