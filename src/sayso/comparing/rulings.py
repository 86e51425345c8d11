"""Decisions on pairs: what analysts held to be the same or not the same, found again by the words they spoke of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.comparing.grouping import Edge, Rulings
from sayso.comparing.pieces import Piece
from sayso.records import Anchor, Decision, DecisionKind, Member, Span
from sayso.records.identity import text_digest


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that no other has taken back, in the order in which they were made. Whether one has run out
    (`until`) is for the caller to say: comparing knows no clock."""
    listed = sorted(decisions, key=lambda d: (d.when, d.id))
    revoked = {d.revokes for d in listed if d.kind is DecisionKind.REVOKE}
    return tuple(d for d in listed if d.kind is not DecisionKind.REVOKE and d.id not in revoked)


@dataclass(frozen=True, slots=True)
class Anchored:
    """What a member says where, so that a decision finds it."""

    member: Member
    spans: tuple[Span, ...]


def rejected(decisions: Sequence[Decision], pieces: Sequence[Piece]) -> frozenset[Member]:
    """The statements and figures that an analyst said are not there."""
    refused = [d for d in decisions if d.kind is DecisionKind.REJECT]
    if not refused:
        return frozenset()
    digests = _digests(pieces)
    found = set()
    for piece in pieces:
        items = [Anchored(Member(piece.key, s.id), s.content) for s in piece.reading.statements]
        items += [Anchored(Member(piece.key, f.id), (f.span,)) for f in piece.reading.figures]
        for item in items:
            if any(_fits(a, item, digests, exactly=True) for d in refused for a in d.about):
                found.add(item.member)
    return frozenset(found)


def rulings_on(items: Sequence[Anchored], decisions: Sequence[Decision], pieces: Sequence[Piece]) -> Rulings:
    """What the decisions say of pairs of these items, by their numbers; of two on one pair the later holds."""
    ruled: dict[Edge, bool] = {}
    digests = _digests(pieces) if decisions else {}
    for decision in decisions:
        if decision.kind not in (DecisionKind.SAME, DecisionKind.NOT_SAME):
            continue
        ends = [[i for i, item in enumerate(items) if _fits(a, item, digests)] for a in decision.about]
        for one, other in combinations(ends, 2):
            for a in one:
                for b in other:
                    if a != b:
                        ruled[(min(a, b), max(a, b))] = decision.kind is DecisionKind.SAME
    return Rulings(
        frozenset(e for e, same in ruled.items() if same), frozenset(e for e, same in ruled.items() if not same)
    )


def _digests(pieces: Sequence[Piece]) -> dict[str, str]:
    return {p.key: p.article.text_digest or text_digest(p.article.text) for p in pieces}


def _fits(anchor: Anchor, item: Anchored, digests: Mapping[str, str], *, exactly: bool = False) -> bool:
    if digests.get(item.member.key) != anchor.text_digest:
        return False
    if exactly:
        return tuple(item.spans) == tuple(anchor.spans)
    return any(s.meets(t) for s in item.spans for t in anchor.spans)
