"""A story's brief, to print: what each side claims, on how many words, what conflicts, where each word stands."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.claiming import ClaimShown, shown
from sayso.desk.faults import found_or_missing
from sayso.desk.matrix import CONFLICTS
from sayso.desk.pages.story import on_one_word
from sayso.desk.rendering import page
from sayso.ledger.claims import story_claims
from sayso.ledger.relations import relations_among, resting, story_sides
from sayso.ledger.stories import story as story_of
from sayso.ledger.stories import story_articles

router = APIRouter()
_CLAIMS = 80
_OF_SIDE = 14


@router.get("/stories/{id}/brief")
def brief(request: Request, id: str) -> Response:
    """The page."""
    desk = request.app.state.desk
    desk.fresh.look()
    store = desk.ledger.store
    with found_or_missing():
        card = story_of(store, id)
    claims = story_claims(store, card.id, limit=_CLAIMS)
    by_id = {one.id: shown(one) for one in claims}
    sides = [one.side for one in story_sides(store, card.id)]
    grouped: list[tuple[str, list[ClaimShown]]] = [
        (side, [by_id[one.id] for one in claims if one.side == side][:_OF_SIDE]) for side in (*sides[:4], "")
    ]
    return page(
        request, "brief.html", story=card, sides=[(side, found) for side, found in grouped if found], shown=by_id,
        conflicts=relations_among(store, list(by_id), CONFLICTS), rest=resting(store, [card.id]).get(card.id),
        on_one=on_one_word([one for one in claims if one.kind == "figure"])[:6],
        articles=story_articles(store, card.id, limit=40),
    )  # fmt: skip
