"""Figures that are one count: buckets by unit and measure, edges through the policy, relations between the claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.comparing.figures.counted import Counted
from sayso.comparing.figures.gates import Pair, is_telling
from sayso.comparing.figures.policy import Verdict, compare_figures
from sayso.comparing.grouping import Edge, Rulings, grouped, pairs_with_new
from sayso.packs.figures import FigurePack
from sayso.records import RelationKind

# Claims of one bucket further apart than this (days) are compared only as totals with the same start.
_NEAR = 3
# A bucket with more claims than this within reach tells a war's whole day: there "not comparable" is not listed.
_CROWD = 40


@dataclass(frozen=True, slots=True)
class Frame:
    """What comparing figures needs besides them: the order of measures, the story of each article, and which figures
    stand in statements that are one utterance (by member, the same number for the same utterance)."""

    pack: FigurePack
    story: Mapping[str, str]
    utterance: Mapping[tuple[str, str], int]

    def together(self, a: Counted, b: Counted) -> bool:
        """Whether two figures stand in articles of one story."""
        mine = self.story.get(a.member.key)
        return a.member.key == b.member.key or (mine is not None and mine == self.story.get(b.member.key))

    def one_utterance(self, a: Counted, b: Counted) -> bool:
        """Whether two figures stand in one utterance."""
        mine = self.utterance.get((a.member.key, a.member.id))
        return mine is not None and mine == self.utterance.get((b.member.key, b.member.id))


def join_figures(figures: Sequence[Counted], frame: Frame, rulings: Rulings) -> list[tuple[int, ...]]:
    """Groups of figures that are one claim. `figures` come in a fixed order."""
    old = [label is not None for label in rulings.settled]
    edges: dict[Edge, float] = {}
    for bucket in _buckets(figures).values():
        for a, b in pairs_with_new(bucket, old):
            verdict = _same(figures[a], figures[b], frame)
            if verdict is not None:
                edges[(a, b)] = verdict.score
    return grouped(len(figures), edges, rulings)


def relate_figures(claims: Sequence[Counted], frame: Frame, old: Sequence[bool]) -> list[tuple[int, int, Verdict]]:
    """How the claims, each by its first figure, stand to each other, but for two that are `old`: the earlier first."""
    found = []
    for bucket in _by_measure(claims, frame).values():
        for a, b in _within_reach(bucket, claims):
            first, second = claims[a], claims[b]
            if (old[a] and old[b]) or not _related(first, second, frame):
                continue
            verdict = compare_figures(Pair(first, second, frame.pack, frame.together(first, second)))
            if verdict is not None and (verdict.kind is not RelationKind.NOT_COMPARABLE or len(bucket) <= _CROWD):
                found.append((a, b, verdict))
    return found


def _same(a: Counted, b: Counted, frame: Frame) -> Verdict | None:
    if frame.one_utterance(a, b):
        alike = a.figure.measure == b.figure.measure and _agree(a.of, b.of)
        return Verdict(RelationKind.SAME, 1.0, "one utterance") if alike else None
    if not _related(a, b, frame) or (a.figure.measure is None and not is_telling(a)):
        return None
    pair = Pair(a, b, frame.pack, frame.together(a, b))
    if not _agree(a.of, b.of) or ((not a.of) != (not b.of) and not pair.is_one_number):
        return None
    verdict = compare_figures(pair)
    return verdict if verdict is not None and verdict.kind is RelationKind.SAME else None


def _agree(a: frozenset[str], b: frozenset[str]) -> bool:
    return not a or not b or bool(a & b)


def _related(a: Counted, b: Counted, frame: Frame) -> bool:
    """Whether two figures can be of one matter: one story, or the same side's."""
    return frame.together(a, b) or bool(a.of & b.of)


def _buckets(figures: Sequence[Counted]) -> dict[tuple[object, ...], list[int]]:
    """Figures with the same unit and bounds, by fortnight (each stands in two that overlap)."""
    found: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(figures):
        f = one.figure
        for slot in (None,) if one.day is None else (one.day // 14 * 2, (one.day + 7) // 14 * 2 + 1):
            found[(f.unit, f.low, f.high, slot)].append(at)
    return found


def _by_measure(claims: Sequence[Counted], frame: Frame) -> dict[tuple[object, ...], list[int]]:
    found: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(claims):
        if one.figure.measure is not None:
            found[(one.figure.unit, _widest(one.figure.measure, frame.pack))].append(at)
    return found


def _widest(measure: str, pack: FigurePack) -> str:
    """The widest measure that holds this one; of several the first by name."""
    tops = sorted(
        name for name, m in pack.measures.items() if not m.within and (name == measure or pack.is_within(measure, name))
    )
    return tops[0] if tops else measure


def _within_reach(bucket: Sequence[int], claims: Sequence[Counted]) -> list[tuple[int, int]]:
    """Pairs of claims told within days of each other, or totals that begin on one day and follow each other."""
    ordered = sorted(bucket, key=lambda at: (claims[at].day or 0, at))
    pairs: set[tuple[int, int]] = set()
    for place, a in enumerate(ordered):
        for b in ordered[place + 1 :]:
            if (claims[b].day or 0) - (claims[a].day or 0) > _NEAR:
                break
            pairs.add((a, b))
    last: dict[tuple[object, ...], int] = {}
    for at in ordered:
        period = claims[at].period
        if period is not None and period.start is not None and not period.is_daily:
            key = (period.start, claims[at].of, claims[at].figure.measure, claims[at].factions)
            if key in last:
                pairs.add((last[key], at))
            last[key] = at
    return sorted(pairs)
