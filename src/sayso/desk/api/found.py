"""Articles, statements and figures, as /search and /articles find them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.api.asked import ArticleQuestion, SaidQuestion
from sayso.desk.api.sending import Form, FormOf, documented, send_json, send_list
from sayso.desk.api.shapes import ArticleItem, CopyItem, Finding, ListOf
from sayso.desk.api.shaping import article_shape, copy_shape, finding_shape
from sayso.desk.faults import found_or_missing
from sayso.ledger.browsing import held
from sayso.ledger.stories import copies_of
from sayso.records import Reading
from sayso.records.shape import to_line

router = APIRouter(tags=["found"])


@router.get("/articles", **documented(ListOf[ArticleItem], csv_too=True))
def articles(request: Request, question: ArticleQuestion, form: FormOf = Form.JSON) -> Response:
    """The articles, the newest first, or the best match first where words are searched."""
    ledger = request.app.state.desk.ledger
    found = ledger.articles(question)
    counts = held(ledger.store, [one.article.id for one in found])
    return send_list(
        request, form, listed(found, question.limit - 1, lambda f: article_shape(f, counts.get(f.article.id)))
    )


@router.get("/articles/{id}", **documented(Reading))
def article(request: Request, id: str) -> Response:
    """An article's current Reading: its text, and all that was read in it. `id` is its id or key."""
    with found_or_missing():
        reading = request.app.state.desk.ledger.reading(id)
    return send_json(request, to_line(reading))


@router.get("/articles/{id}/copies", **documented(ListOf[CopyItem], csv_too=True))
def copies(request: Request, id: str, form: FormOf = Form.JSON) -> Response:
    """What an article has from others and others have from it."""
    desk = request.app.state.desk
    desk.fresh.look()
    with found_or_missing():
        found = copies_of(desk.ledger.store, id)
    return send_list(request, form, ListOf[CopyItem](items=[copy_shape(one) for one in found], next=None))


@router.get("/statements", **documented(ListOf[Finding], csv_too=True))
def statements(request: Request, question: SaidQuestion, form: FormOf = Form.JSON) -> Response:
    """Who says what: the newest first, or the best match first where words are searched."""
    found = request.app.state.desk.ledger.ask(question)
    return send_list(request, form, listed(found, question.limit - 1, finding_shape))


@router.get("/figures", **documented(ListOf[Finding], csv_too=True))
def figures(request: Request, question: SaidQuestion, form: FormOf = Form.JSON) -> Response:
    """Figures, each with the statement that asserts it."""
    found = request.app.state.desk.ledger.figures(question)
    return send_list(request, form, listed(found, question.limit - 1, finding_shape))


def listed(found: Sequence[Any], limit: int, shape: Callable[[Any], Any]) -> ListOf[Any]:
    """At most so many of what was found, with the cursor of the last of them where there is more."""
    shown = found[:limit]
    return ListOf[Any].model_construct(
        items=[shape(one) for one in shown], next=shown[-1].cursor if len(found) > limit else None
    )
