"""A story's brief as data: by side what is claimed, on how many origins, what conflicts, what was revised, what a copy
dropped, what was not checked. Whoever shows it adds no words of his own: every line names members, and their spans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.comparing.origins import how_independent
from sayso.records import Claim, ClaimKind, Comparison, Member, Reading, Relation, RelationKind, Span

_CONFLICTS = frozenset({RelationKind.CONTRADICTS, RelationKind.DENIES})
_REVISIONS = frozenset({RelationKind.UPDATES, RelationKind.NEXT, RelationKind.SUPERSEDES})
_ALARMS = frozenset({RelationKind.VOICE_CHANGED, RelationKind.ATTRIBUTION_DROPPED, RelationKind.HEDGE_DROPPED})


@dataclass(frozen=True, slots=True)
class Carried:
    """A member of a claim and where its words stand in the article."""

    member: Member
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim: who carries it, behind whom it stands, and how independent that is, in words."""

    claim: Claim
    carried: tuple[Carried, ...]
    independence: str
    unverified: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class StoryBrief:
    """A story's brief. `sides` has the claims by side, "" for third parties and outlets; most carried first."""

    story: str
    articles: tuple[str, ...]
    sides: Mapping[str, tuple[ClaimLine, ...]]
    conflicts: tuple[Relation, ...]
    revisions: tuple[Relation, ...]
    alarms: tuple[Relation, ...]


def story_brief(comparison: Comparison, readings: Iterable[Reading], story: str) -> StoryBrief:
    """The brief of one story of a Comparison. Raises KeyError where the Comparison has no such story."""
    articles = {s.id: s.articles for s in comparison.stories}[story]
    by_key = {r.article.key or r.article.path or r.article.url or r.article.id: r for r in readings}
    claims = [c for c in comparison.claims if any(m.key in articles for m in c.members)]
    sides: dict[str, list[ClaimLine]] = defaultdict(list)
    for claim in claims:
        sides[_side(claim, by_key)].append(_line(claim, by_key))
    ids = {c.id for c in claims}
    within = [r for r in comparison.relations if r.a in ids and r.b in ids]
    return StoryBrief(
        story=story,
        articles=articles,
        sides={side: tuple(sorted(lines, key=_rank)) for side, lines in sorted(sides.items())},
        conflicts=_of(within, _CONFLICTS),
        revisions=_of(within, _REVISIONS),
        alarms=_of(within, _ALARMS),
    )


def _of(relations: Sequence[Relation], kinds: frozenset[RelationKind]) -> tuple[Relation, ...]:
    return tuple(r for r in relations if r.kind in kinds)


def _rank(line: ClaimLine) -> tuple[int, str]:
    return (-len({c.member.key for c in line.carried}), line.claim.id)


def _side(claim: Claim, by_key: Mapping[str, Reading]) -> str:
    """The one side whose voices make the claim; empty for third parties, outlets, and claims of both sides."""
    found = set()
    for member in claim.members:
        reading = by_key.get(member.key)
        for statement in reading.statements if reading else ():
            if statement.id == _statement_id(claim, member, reading):
                found |= {v.side for v in statement.voices}
    return next(iter(found)) or "" if len(found) == 1 else ""


def _statement_id(claim: Claim, member: Member, reading: Reading | None) -> str | None:
    if claim.kind is ClaimKind.STATEMENT or reading is None:
        return member.id
    return next((f.statement for f in reading.figures if f.id == member.id), None)


def _line(claim: Claim, by_key: Mapping[str, Reading]) -> ClaimLine:
    carried, unverified = [], []
    for member in claim.members:
        reading = by_key.get(member.key)
        if reading is None:
            continue
        spans = next((s.content for s in reading.statements if s.id == member.id), None)
        spans = spans or next(((f.span,) for f in reading.figures if f.id == member.id), ())
        carried.append(Carried(member, spans))
        statement = _statement_id(claim, member, reading)
        unverified += [s.verification.span for s in reading.statements if s.id == statement and s.verification]
    return ClaimLine(claim, tuple(carried), how_independent(claim.independent), tuple(unverified))
