"""The policy for two figures, as tables to be read aloud: what must agree first, and what then decides.

A gate gives the reason why two figures cannot be compared, or None. The first kind whose test holds is the relation.
Nothing is guessed: where a gate lacks what it needs (no side told, no period), the two count as the same only with the
same bounds, and otherwise are not compared.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.comparing.figures.bounds import are_close, are_disjoint, are_equal, are_near, is_inside
from sayso.comparing.figures.gates import GATES, UNLIKE, Pair, is_day_in_week
from sayso.comparing.figures.matter import are_apart
from sayso.comparing.periods import Period, told
from sayso.records import RelationKind

# A series goes on where the next period begins at most so many days after the one before.
_SUCCESSIVE = 3
# Figures without a period speak of one thing when they were said so close together (days).
_SAME_NEWS = 3
# A number and its rounding differ by less than this factor; a toll that is counted on rises by less than that one.
_ROUNDING = 1.1
_RISES = 3.0
# How much of the telling words two sentences share that count one thing: of a measured event (killed, destroyed), or of
# sums, shares and bare numbers, which say nothing of what they count but by these words; and of one and the same text.
_EVENT = 0.15
_BARE = 0.3
_ONE_TEXT = 0.5
# An article that sets one number against another gives them side by side (code points).
_BESIDE = 300


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the second figure stands to the first: kind, score, what was compared, a sentence."""

    kind: RelationKind
    score: float
    reason: str


def _same(p: Pair) -> bool:
    alike = are_equal(p.a.figure, p.b.figure) and (p.a.figure.measure == p.b.figure.measure or p.is_one_number)
    return alike and _is_one_time(p) and _is_one_matter(p)


def _narrower(p: Pair) -> bool:
    if not _is_one_matter(p) or not (p.is_event or p.shared.both >= _ONE_TEXT) or not _are_tolls(p):
        return False
    inside = is_inside(p.a.figure, p.b.figure) or is_inside(p.b.figure, p.a.figure)
    close = inside and are_near(p.a.figure, p.b.figure, _ROUNDING)
    plain = (p.a.period is not None and p.b.period is not None) or (p.a.alone and p.b.alone)
    return plain and _is_one_time(p) and _may_be_of_one(p) and (close or are_equal(p.a.figure, p.b.figure))


def _next(p: Pair) -> bool:
    a, b = p.a.period, p.b.period
    if a is None or b is None or not (a.is_daily and b.is_daily) or not p.a.factions & p.b.factions:
        return False
    if a.start is None or b.start is None or not _may_be_of_one(p) or p.a.is_single or p.b.is_single:
        return False
    if not p.a.of & p.b.of and not _is_one_matter(p):
        return False
    return 0 < abs(b.start - a.start) <= _SUCCESSIVE


def _updates(p: Pair) -> bool:
    if p.a.member.key == p.b.member.key or p.a.figure.measure != p.b.figure.measure:
        return False
    if not p.is_event or not _is_one_matter(p) or not _are_tolls(p):
        return False
    a, b = p.a.period, p.b.period
    later = p.a.as_of is not None and p.b.as_of is not None and p.a.as_of < p.b.as_of
    if a is not None and b is not None:
        return a.start == b.start and a.start is not None and later and not (a.is_daily and b.is_daily)
    if later and p.a.figure.cumulative and p.b.figure.cumulative and p.a.factions & p.b.factions:
        return _may_be_of_one(p) and are_close(p.a.figure, p.b.figure, _ROUNDING)
    return _undated(p) and _differ(p) and p.a.day is not None and p.b.day is not None and p.a.day < p.b.day


def _contradicts(p: Pair) -> bool:
    if not _differ(p) or p.a.figure.measure != p.b.figure.measure or not p.is_event:
        return False
    if not _is_one_matter(p) or not _is_one_group(p) or _is_one_word(p) or not _are_tolls(p):
        return False
    if not p.a.of and not (p.a.alone and p.b.alone) and p.a.member.key != p.b.member.key:
        return False
    if p.a.period is not None and p.b.period is not None:
        return p.a.period == p.b.period
    return _undated(p) and p.a.day == p.b.day and p.a.day is not None


POLICY: tuple[tuple[RelationKind, Callable[[Pair], bool], float, str], ...] = (
    (RelationKind.SAME, _same, 0.95, "the same bounds for the same thing and time"),
    (RelationKind.NEXT, _next, 0.9, "successive periods of one series: no conflict"),
    (RelationKind.UPDATES, _updates, 0.85, "the same count as of a later day"),
    (
        RelationKind.CONTRADICTS,
        _contradicts,
        0.85,
        "the same count for the same time, with bounds that exclude each other",
    ),
    (RelationKind.NARROWER, _narrower, 0.8, "one's bounds or measure lie within the other's"),
)


def compare_figures(pair: Pair) -> Verdict | None:
    """How two figures stand to each other; None where nothing makes them look alike."""
    countable = pair.is_event and not pair.a.is_single and not pair.b.is_single
    for gate in GATES:
        reason = gate(pair)
        if reason is not None:
            return None if gate in UNLIKE or not countable else Verdict(RelationKind.NOT_COMPARABLE, 1.0, reason)
    for kind, holds, score, reason in POLICY:
        if holds(pair):
            whose = f" ({pair.a.words} | {pair.b.words}; {told(pair.a.period)} | {told(pair.b.period)})"
            return Verdict(kind, score, reason + whose)
    if not countable:
        return None
    if pair.a.period is None or pair.b.period is None:
        return Verdict(RelationKind.NOT_COMPARABLE, 0.5, "for which time is not told of both")
    if pair.a.period == pair.b.period:
        return Verdict(RelationKind.NOT_COMPARABLE, 0.5, "that both count the same is not told")
    return Verdict(RelationKind.NOT_COMPARABLE, 1.0, f"{told(pair.a.period)} against {told(pair.b.period)}")


def _is_one_time(p: Pair) -> bool:
    """Whether both speak of the same days as far as they tell, or of none and were said close together."""
    a, b = p.a.period, p.b.period
    if a is not None and b is not None:
        if is_day_in_week(p.a, p.b) or is_day_in_week(p.b, p.a):
            return True
        return a == b or (a.is_daily and b.is_daily and _overlap(a, b)) or (_same_start(a, b) and not a.is_daily)
    return p.a.day is None or p.b.day is None or abs(p.a.day - p.b.day) <= _SAME_NEWS


def _undated(p: Pair) -> bool:
    """Whether two counts without a period can only be of one event: of one story, and each the only one of its kind in
    its article. Where an article counts several (one at the house, two in the street), none is compared."""
    plain = all(not c.figure.part_of and c.figure.cumulative is None and c.period is None for c in (p.a, p.b))
    of_one = p.a.of == p.b.of and p.a.figure.who == p.b.figure.who and p.a.figure.measure in p.pack.measures
    of_one = of_one and p.a.alone and p.b.alone and p.a.member.key != p.b.member.key
    return plain and p.together and of_one and are_close(p.a.figure, p.b.figure, _RISES)


def _is_one_matter(p: Pair) -> bool:
    """Whether both sentences are about one thing, as far as words, places and sides show."""
    a, b = p.a, p.b
    both = p.shared.both
    apart = a.member.key != b.member.key
    tolls = apart and p.together and a.alone and b.alone
    if a.is_single and b.is_single:
        if a.name or b.name:
            return a.name == b.name or (tolls and not (a.name and b.name))
        return apart and not (a.ages and b.ages and a.ages != b.ages) and (tolls or both >= _ONE_TEXT)
    if not p.is_event:
        return both >= _BARE or p.is_one_number
    if both >= _EVENT or tolls:
        return True
    if a.matter.spots and b.matter.spots and not are_apart(a.matter.spots, b.matter.spots) and a.factions & b.factions:
        return True
    return bool(a.of & b.of) and (bool(a.factions & b.factions) or (a.period is not None and a.period == b.period))


def _are_tolls(p: Pair) -> bool:
    """Whether both are numbers that stand for the whole: no part of another, nor what another leaves ("others")."""
    if p.a.is_part or p.b.is_part:
        return False
    return p.a.is_rest == p.b.is_rest and p.a.kinds == p.b.kinds


def _is_one_group(p: Pair) -> bool:
    """Whether neither can be a part of the other: whose and who are told of both alike."""
    return p.a.of == p.b.of and p.a.figure.who == p.b.figure.who


def _is_one_word(p: Pair) -> bool:
    """Whether one article gives both on one word, or far from each other: then they are two counts, as it knows."""
    if p.a.member.key != p.b.member.key:
        return False
    if abs(p.a.figure.span.start - p.b.figure.span.start) > _BESIDE:
        return True
    if not all(any(v.named and not v.name.islower() for v in c.voices) for c in (p.a, p.b)):
        return True
    return p.a.statement == p.b.statement or bool(p.a.factions & p.b.factions)


def _may_be_of_one(p: Pair) -> bool:
    """Whether both are of the same side, or one of them leaves it to its story."""
    return bool(p.a.of & p.b.of) or (p.together and not (p.a.of and p.b.of))


def _differ(p: Pair) -> bool:
    return are_disjoint(p.a.figure, p.b.figure)


def _overlap(a: Period, b: Period) -> bool:
    return a.start == b.start or a.end == b.end


def _same_start(a: Period, b: Period) -> bool:
    return a.start is not None and a.start == b.start and (a.end is None or b.end is None)
