"""A story's brief: what each side claims, on how many origins, what conflicts, what was revised, what a copy dropped.

A claim with one origin says so first. Every line is words that stand in an article, or a sentence made of such words
and names, with the places of all of them. It never says who is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.comparing.origins import how_independent
from sayso.exports.brief import Place, notes_of
from sayso.exports.wording import amount, who_said
from sayso.ledger.claims import ClaimFound, claim_relations, story_claims
from sayso.ledger.found import Found
from sayso.ledger.relations import story_sides
from sayso.ledger.store import Store
from sayso.ledger.stories import StoryCard, story, story_articles
from sayso.packs.comparing import ComparingPack
from sayso.records import Act, ClaimKind, RelationKind

THIRD = "third parties and outlets"
_CONFLICTS = (RelationKind.CONTRADICTS, RelationKind.DENIES)
_REVISIONS = (RelationKind.UPDATES, RelationKind.NEXT, RelationKind.SUPERSEDES)
_ALARMS = (RelationKind.HEDGE_DROPPED, RelationKind.ATTRIBUTION_DROPPED, RelationKind.VOICE_CHANGED)
# What answers a claim: who has such a relation to it has not been silent on it.
_ANSWERS = (*_CONFLICTS, *_ALARMS[2:], RelationKind.SAME, RelationKind.NARROWER, RelationKind.UPDATES)
_LOOKED_AT = 120  # claims of a story that a brief is made of: those in conflict, then those most carried


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim. `origins` says in words on how many origins it rests and which; `alone` where it is one and several
    articles carry it; `notes` are warnings: hedged, unverified, against its own interest, who is silent on it."""

    claim: str
    words: str
    who: str
    day: str
    origins: str
    alone: bool
    outlets: tuple[str, ...]
    notes: tuple[str, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class SideLines:
    """What one side claims besides what stands alone; `more` claims are left out."""

    side: str
    lines: tuple[ClaimLine, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims that stand in a relation: its kind, the sentence, the words of both and where they stand."""

    kind: str
    reason: str
    first: str
    second: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """What was claimed for a day, by whom, and when that was first published."""

    day: str
    words: str
    who: str
    published: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class StoryBrief:
    """A story's brief. `alone` has the claims that several articles carry on one origin, across all sides."""

    story: str
    title: str
    first: str
    last: str
    articles: int
    claims: int
    alone: tuple[ClaimLine, ...]
    sides: tuple[SideLines, ...]
    conflicts: tuple[Pair, ...]
    revisions: tuple[Pair, ...]
    alarms: tuple[Pair, ...]
    unverified: tuple[ClaimLine, ...]
    timeline: tuple[Moment, ...]
    sources: tuple[str, ...]


def make_story_brief(store: Store, id: str, pack: ComparingPack, most: int = 5) -> StoryBrief:
    """The brief of a story by its id; at most so many lines a section. Raises UsageError where there is none."""
    card = story(store, id)
    claims = story_claims(store, card.id, limit=_LOOKED_AT)
    return _Making(store, card, pack, most).brief([c for c in claims if c.members])


class _Making:
    """One brief while it is made."""

    def __init__(self, store: Store, card: StoryCard, pack: ComparingPack, most: int) -> None:
        self.store, self.card, self.pack, self.most = store, card, pack, most
        self.sides = [one.side for one in story_sides(store, card.id) if one.side]

    def brief(self, claims: Sequence[ClaimFound]) -> StoryBrief:
        pairs: dict[tuple[str, frozenset[str]], Pair] = {}
        answered: dict[str, set[str]] = {}
        for claim in claims:
            for r in claim_relations(self.store, claim.id):
                if r.kind in _ANSWERS:
                    answered.setdefault(claim.id, set()).add(r.other.side)
                if r.kind in (*_CONFLICTS, *_REVISIONS, *_ALARMS) and r.other.members:
                    ends = (claim, r.other) if r.first else (r.other, claim)
                    key = (r.kind.value, frozenset((claim.id, r.other.id)))
                    pairs.setdefault(key, _pair(r.kind, r.reason, ends))
        lines = {claim.id: self._line(claim, answered.get(claim.id, set())) for claim in claims}
        alone = tuple(line for line in _once(lines.values()) if line.alone)[: 2 * self.most]
        shown = {line.claim for line in alone}
        told = [lines[c.id] for c in claims if (c.kind is ClaimKind.FIGURE or c.side) and c.id not in shown]
        side_of = {c.id: c.side for c in claims}
        return StoryBrief(
            self.card.id, self.card.title, self.card.first, self.card.last, self.card.articles, self.card.claims,
            alone,
            tuple(self._side(side, [x for x in told if side_of[x.claim] == side]) for side in (*self.sides, "")),
            self._of(pairs.values(), _CONFLICTS), self._of(pairs.values(), _REVISIONS),
            self._of(pairs.values(), _ALARMS),
            tuple(x for x in lines.values() if {"unverified", "unclear", "disputed"} & set(x.notes))[: self.most],
            self._timeline(claims), tuple(self._sources()),
        )  # fmt: skip

    def _of(self, pairs: Iterable[Pair], kinds: Sequence[RelationKind]) -> tuple[Pair, ...]:
        wanted = [kind.value for kind in kinds]
        found = sorted((p for p in pairs if p.kind in wanted), key=lambda p: wanted.index(p.kind))
        return tuple(found)[: 2 * self.most]

    def _side(self, side: str, lines: Sequence[ClaimLine]) -> SideLines:
        mine = list(_once(lines))
        return SideLines(side or THIRD, tuple(mine[: self.most]), max(0, len(mine) - self.most))

    def _line(self, claim: ClaimFound, answered: set[str]) -> ClaimLine:
        first = claim.members[0]
        notes = dict.fromkeys(n for m in claim.members if m.statement for n in notes_of(m.statement))
        if self._is_against_interest(claim):
            notes["against its own interest"] = None
        silent = [side for side in self.sides if side != claim.side and side not in answered]
        if silent and claim.side and (claim.articles > 1 or claim.conflicts):
            notes[f"nothing on it from {' and '.join(silent[:3])}"] = None
        return ClaimLine(
            claim.id, _words(first), _who(first), first.day, _origins(claim),
            claim.independent.high <= 1 and claim.articles > 1,
            tuple(dict.fromkeys(m.article.outlet or m.article.key or m.article.id[:12] for m in claim.members)),
            tuple(notes), tuple(_place(m) for m in claim.members[: self.most]),
        )  # fmt: skip

    def _is_against_interest(self, claim: ClaimFound) -> bool:
        """Whether a side tells of its own losses, or the cue says that it admits."""
        for m in claim.members:
            if m.statement is not None and m.statement.act is Act.ADMIT:
                return True
            f = m.figure
            if f is not None and claim.side and f.measure in self.pack.losses and claim.side in f.of:
                return True
        return False

    def _timeline(self, claims: Sequence[ClaimFound]) -> tuple[Moment, ...]:
        found = []
        for claim in claims:
            one = claim.members[0]
            day = claim.about.time or (one.figure.as_of if one.figure else None)
            if day:
                places = (_place(one),)
                found.append(Moment(day, _words(one), _who(one), one.article.published or "", places))
        return tuple(sorted(found, key=lambda m: (m.day, m.published, m.words))[: 4 * self.most])

    def _sources(self) -> Iterable[str]:
        for one in story_articles(self.store, self.card.id, limit=8 * self.most):
            card = one.article
            taken = ", has words of another" if one.taken_from else ""
            name = card.outlet or card.key or card.id[:12]
            yield f"{one.day or 'no day'} {name}: {card.title or card.key or card.id[:12]}{taken}"


def _once(lines: Iterable[ClaimLine]) -> Iterator[ClaimLine]:
    """The lines without figures that stand in the words of a line before."""
    said: list[Place] = []
    for line in lines:
        first = line.places[0]
        if not any(
            p.article == first.article and all(any(s.holds(x) for s in p.spans) for x in first.spans) for p in said
        ):
            yield line
            said.append(first)


def _pair(kind: RelationKind, reason: str, ends: tuple[ClaimFound, ClaimFound]) -> Pair:
    first, second = (one.members[0] for one in ends)
    told = tuple(f"{_who(m)}: {_words(m)}" for m in (first, second))
    return Pair(kind.value, reason, told[0], told[1], (_place(first), _place(second)))


def _origins(claim: ClaimFound) -> str:
    """How independent the claim is; the bounds in words."""
    roots = [one.root for one in claim.origins]
    named = "; ".join(roots[:4]) + (f" and {len(roots) - 4} more" if len(roots) > 4 else "")
    carried = f", carried by {claim.articles} articles" if claim.articles > 1 else ""
    if claim.independent.high <= 1:
        return f"ONE origin: {named}{carried}" if carried else f"one origin: {named}"
    return f"{how_independent(claim.independent)}: {named}{carried}"


def _words(one: Found) -> str:
    if one.figure is not None:
        return f"{' '.join(one.words.split())} ({amount(one.figure)})"
    return " ".join(one.words.split())


def _who(one: Found) -> str:
    if one.statement is None:
        return one.article.outlet or "the outlet"
    return who_said(one.statement, one.source)


def _place(one: Found) -> Place:
    card = one.article
    item = one.figure.id if one.figure is not None else one.statement.id if one.statement is not None else ""
    spans = (one.figure.span,) if one.figure is not None else one.statement.content if one.statement else ()
    return Place(card.outlet, card.key, card.id, card.published, card.text_digest, item, spans)
