"""A story: the matrix of who claims what, on how many words it rests, then its timeline, figures, map and articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.asked import with_query
from sayso.desk.claiming import ClaimShown, shown
from sayso.desk.faults import found_or_missing
from sayso.desk.matrix import MATTER, Matrix, matrix
from sayso.desk.pictures import figures_picture, map_picture, timeline_picture
from sayso.desk.rendering import page
from sayso.ledger.claims import ClaimFound, Narrowed, story_claims
from sayso.ledger.relations import relations_among, resting, story_sides
from sayso.ledger.scenes import happenings, namings, publications
from sayso.ledger.store import Store
from sayso.ledger.stories import story as story_of
from sayso.ledger.stories import story_articles
from sayso.records import ClaimKind

router = APIRouter()
_FIGURES = 120  # figures of a story that are looked through for the word they rest on
_CLAIMS = 40  # statements' claims on a page of the matrix
_ARTICLES = 60

Show = Literal["all", "figures", "statements", "conflicts", "one"]


@dataclass(frozen=True, slots=True)
class OnOneWord:
    """A voice, release or outlet that figures rest on alone: the most carried first."""

    root: str
    claims: tuple[ClaimShown, ...]
    carried: int


@router.get("/stories/{id}")
def story(
    request: Request, id: str, show: Show = "all", after: Annotated[str | None, Query(max_length=200)] = None
) -> Response:
    """The page."""
    desk = request.app.state.desk
    desk.fresh.look()
    ledger = desk.ledger
    store = ledger.store
    with found_or_missing():
        card = story_of(store, id)
    sides = [one.side for one in story_sides(store, card.id)]
    figures = story_claims(store, card.id, Narrowed(ClaimKind.FIGURE), limit=_FIGURES)
    claims, more = _claims(store, card.id, figures, show, after)
    charts = {
        "timeline": timeline_picture(happenings(store, card.id), publications(store, card.id), sides),
        "figures": figures_picture(figures, sides),
    }
    return page(
        request, "story.html", charts=charts, story=card, sides=sides, matrix=_matrix(store, claims, sides), show=show,
        rest=resting(store, [card.id]).get(card.id), on_one=on_one_word(figures), after=after,
        articles=story_articles(store, card.id, limit=_ARTICLES),
        next=with_query(request, after=more) if more else None,
    )  # fmt: skip


@router.get("/stories/{id}/map")
def story_map(request: Request, id: str) -> Response:
    """The story's map on a page of its own: it takes as long to draw as all else of a story."""
    desk = request.app.state.desk
    desk.fresh.look()
    store = desk.ledger.store
    with found_or_missing():
        card = story_of(store, id)
    sides = [one.side for one in story_sides(store, card.id)]
    return page(request, "map.html", story=card, map=map_picture(namings(store, card.id), sides, desk.ground))


def on_one_word(figures: Sequence[ClaimFound]) -> list[OnOneWord]:
    """The figures that go back to one origin alone, by origin; those that several articles carry first."""
    grouped: dict[str, list[ClaimFound]] = {}
    for claim in figures:
        if claim.independent.high <= 1 and claim.origins:
            grouped.setdefault(claim.origins[0].root, []).append(claim)
    made = [
        OnOneWord(root, tuple(shown(c) for c in sorted(found, key=_carried_first)), sum(c.articles > 1 for c in found))
        for root, found in grouped.items()
    ]
    return sorted(made, key=lambda one: (-one.carried, -len(one.claims), one.root))


def _carried_first(claim: ClaimFound) -> tuple[int, bool]:
    """Figures that more articles carry first, of equals those that count people."""
    figures = [m.figure for m in claim.members if m.figure is not None]
    return -claim.articles, not any(figure.unit == "person" for figure in figures)


def _claims(
    store: Store, story: str, figures: Sequence[ClaimFound], show: Show, after: str | None
) -> tuple[list[ClaimFound], str | None]:
    """The claims that the matrix is made of, and the cursor for those that follow. Figures come whole, so that all that
    counts the same stands in one row; statements by the page."""
    if show == "figures":
        return list(figures), None
    if show == "one":
        return [one for one in figures if one.independent.high <= 1], None
    narrowed = Narrowed(conflicting=True) if show == "conflicts" else Narrowed(ClaimKind.STATEMENT)
    found = story_claims(store, story, narrowed, after=after, limit=_CLAIMS + 1)
    more = found[_CLAIMS - 1].cursor if len(found) > _CLAIMS else None
    first = list(figures) if show == "all" and after is None else []
    return first + found[:_CLAIMS], more


def _matrix(store: Store, claims: Sequence[ClaimFound], sides: Sequence[str]) -> Matrix:
    return matrix(claims, relations_among(store, [one.id for one in claims], MATTER), sides)
