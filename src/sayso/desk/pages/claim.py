"""A claim: its wordings side by side, the way from its origins to its carriers, and how it stands to other claims."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.claiming import counted, rests, shown, title
from sayso.desk.drift import Drifted, drift
from sayso.desk.faults import found_or_missing
from sayso.desk.finding import SaidLine, said_line
from sayso.desk.pictures import origins_picture
from sayso.desk.rendering import page
from sayso.ledger.claims import ClaimFound, RelationFound, claim_relations
from sayso.ledger.claims import claim as claim_of
from sayso.ledger.relations import story_sides, taken_among
from sayso.ledger.stories import story
from sayso.records import RelationKind

router = APIRouter()
_RELATIONS = 120
_WORDINGS = 60

# How a relation reads from the claim on the page: where it goes from this claim, and where it comes to it.
_LEADS: dict[RelationKind, tuple[str, str]] = {
    RelationKind.CONTRADICTS: ("Contradicts", "Contradicts"),
    RelationKind.DENIES: ("Denies", "Is denied by"),
    RelationKind.VOICE_CHANGED: ("Stands under another name in", "Stands under another name in"),
    RelationKind.ATTRIBUTION_DROPPED: ("Is told without its attribution in", "Tells without its attribution"),
    RelationKind.HEDGE_DROPPED: ("Is told without its hedge in", "Tells without its hedge"),
    RelationKind.SUPERSEDES: ("Takes the place of", "Is replaced by"),
    RelationKind.UPDATES: ("Is updated by", "Updates"),
    RelationKind.NEXT: ("Is followed, in the next period, by", "Follows, for the period after,"),
    RelationKind.SAME: ("Says the same as", "Says the same as"),
    RelationKind.NARROWER: ("Says part of", "Is said in part by"),
    RelationKind.NOT_COMPARABLE: ("Can’t be compared with", "Can’t be compared with"),
}
_CLASS = {
    RelationKind.CONTRADICTS: "conflict", RelationKind.DENIES: "conflict", RelationKind.VOICE_CHANGED: "alarm",
    RelationKind.ATTRIBUTION_DROPPED: "alarm", RelationKind.HEDGE_DROPPED: "alarm",
    RelationKind.NOT_COMPARABLE: "apart",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wording:
    """One article's words for the claim; `pieces` are cut where they drift from the earliest."""

    line: SaidLine
    pieces: tuple[Drifted, ...]
    same: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """How the claim stands to another, as a sentence: lead, the other claim, reason."""

    lead: str
    other: str
    other_title: str
    other_who: str
    reason: str
    tone: str
    itself: bool


@router.get("/claims/{id}")
def claim(request: Request, id: str) -> Response:
    """The page."""
    desk = request.app.state.desk
    desk.fresh.look()
    ledger = desk.ledger
    with found_or_missing():
        found = claim_of(ledger.store, id)
    relations = claim_relations(ledger.store, found.id, limit=_RELATIONS)
    articles = list(dict.fromkeys(one.article.id for one in found.members))
    sides = [one.side for one in story_sides(ledger.store, found.story)] if found.story else []
    graph = origins_picture(found, taken_among(ledger.store, articles), sides)
    sentences = [_sentence(one, found) for one in relations]
    return page(
        request, "claim.html", graph=graph, claim=found, shown=shown(found), title=title(found), counted=counted(found),
        wordings=wordings(found), rests=rests(found),
        story=story(ledger.store, found.story) if found.story else None,
        sentences=[one for one in sentences if one.tone != "apart"],
        apart=[one for one in sentences if one.tone == "apart"],
    )  # fmt: skip


def wordings(claim: ClaimFound) -> list[Wording]:
    """The words of every member, the earliest first; what differs from the earliest is marked."""
    made: list[Wording] = []
    first = claim.members[0].words if claim.members else ""
    for one in claim.members[:_WORDINGS]:
        pieces = tuple(drift(first, one.words))
        made.append(Wording(said_line(one), pieces, not any(p.changed for p in pieces)))
    return made


def _sentence(relation: RelationFound, claim: ClaimFound) -> Sentence:
    lead = _LEADS[relation.kind][0 if relation.first else 1]
    other = relation.other
    line = said_line(other.members[0]) if other.members else None
    return Sentence(
        lead, other.id, title(other), line.who if line else "", relation.reason, _CLASS.get(relation.kind, "agrees"),
        other.id == claim.id,
    )  # fmt: skip
