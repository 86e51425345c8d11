"""The policy for two figures, as tables to be read aloud: what must agree first, and what then decides.

A gate gives the reason why two figures cannot be compared, or None. The first kind whose test holds is the relation.
Nothing is guessed: where a gate lacks what it needs (no side told, no period), the two count as the same only with the
same bounds, and otherwise are not compared.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.comparing.figures.bounds import are_close, are_disjoint, are_equal, are_near, is_inside
from sayso.comparing.figures.counted import Counted
from sayso.comparing.figures.matter import are_apart
from sayso.comparing.periods import Period, told
from sayso.comparing.statements.wording import Overlap, overlap
from sayso.packs.figures import FigurePack
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
# Two articles of one story hardly name so large a number by chance.
_TELLING = 100
_WORDS = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures, `a` the earlier, with the pack that orders measures; `together` where they are of one story."""

    a: Counted
    b: Counted
    pack: FigurePack
    together: bool

    @property
    def shared(self) -> Overlap:
        """What the two sentences share."""
        return overlap(self.a.matter.weights, self.b.matter.weights)

    @property
    def is_event(self) -> bool:
        """Whether both count what the pack knows as an event."""
        return self.a.figure.measure in self.pack.measures and self.b.figure.measure in self.pack.measures


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the second figure stands to the first: kind, score, what was compared, a sentence."""

    kind: RelationKind
    score: float
    reason: str


def _gate_asserted(p: Pair) -> str | None:
    odd = next((c for c in (p.a, p.b) if not c.is_asserted), None)
    if odd is None:
        return None
    how = odd.figure.polarity.value if odd.figure.modality.value == "asserted" else odd.figure.modality.value
    return f"{odd.words} is {how}, not asserted as a fact"


def _gate_part(p: Pair) -> str | None:
    a, b = p.a, p.b
    if a.member.key == b.member.key and (b.figure.id in a.figure.part_of or a.figure.id in b.figure.part_of):
        return "a part against its whole"
    return None


def _gate_unit(p: Pair) -> str | None:
    a, b = p.a.figure.unit, p.b.figure.unit
    return None if a == b else f"{a} against {b}"


def _gate_measure(p: Pair) -> str | None:
    a, b = p.a.figure.measure, p.b.figure.measure
    if a == b or (a and b and (p.pack.is_within(a, b) or p.pack.is_within(b, a))):
        return None
    return f"{a or 'a bare number'} against {b or 'a bare number'}"


def _gate_of(p: Pair) -> str | None:
    if p.a.of and p.b.of and not p.a.of & p.b.of:
        return f"different sides: {_listed(p.a.of)} against {_listed(p.b.of)}"
    return None


def _gate_who(p: Pair) -> str | None:
    a, b = p.a.figure.who, p.b.figure.who
    return f"{a} against {b}" if a and b and a != b else None


def _gate_place(p: Pair) -> str | None:
    a, b = p.a.place, p.b.place
    if a in p.a.of or b in p.b.of:
        return None  # the land itself whose soldiers are counted: it says no more than the side
    one, other = p.a.matter.spots, p.b.matter.spots
    if not are_apart(one, other) or p.a.figure.measure not in p.pack.measures:
        return None
    return f"{p.a.figure.place or one[0].name} against {p.b.figure.place or other[0].name}"


def _gate_span(p: Pair) -> str | None:
    daily, total = (_is_daily(p.a), _is_daily(p.b)), (_is_total(p.a), _is_total(p.b))
    if (daily[0] and total[1]) or (daily[1] and total[0]):
        whole = p.b if total[1] else p.a
        since = f" ({told(whole.period)})" if whole.period else ""
        return f"one day against a total{since}"
    return None


GATES: tuple[Callable[[Pair], str | None], ...] = (
    _gate_unit, _gate_asserted, _gate_part, _gate_measure, _gate_of, _gate_who, _gate_span, _gate_place,
)  # fmt: skip


# Figures that fail these do not even look alike: nothing is said of them.
_UNLIKE = (_gate_unit, _gate_measure)


def _same(p: Pair) -> bool:
    alike = are_equal(p.a.figure, p.b.figure) and p.a.figure.measure == p.b.figure.measure
    return alike and _is_one_time(p) and _is_one_matter(p)


def _narrower(p: Pair) -> bool:
    if not _is_one_matter(p) or not (p.is_event or p.shared.both >= _ONE_TEXT):
        return False
    inside = is_inside(p.a.figure, p.b.figure) or is_inside(p.b.figure, p.a.figure)
    close = inside and are_near(p.a.figure, p.b.figure, _ROUNDING)
    plain = (p.a.period is not None and p.b.period is not None) or (p.a.alone and p.b.alone)
    return plain and _is_one_time(p) and _may_be_of_one(p) and (close or are_equal(p.a.figure, p.b.figure))


def _next(p: Pair) -> bool:
    a, b = p.a.period, p.b.period
    if a is None or b is None or not (a.is_daily and b.is_daily) or not p.a.factions & p.b.factions:
        return False
    if a.start is None or b.start is None or not _may_be_of_one(p):
        return False
    return 0 < abs(b.start - a.start) <= _SUCCESSIVE


def _updates(p: Pair) -> bool:
    if p.a.member.key == p.b.member.key or p.a.figure.measure != p.b.figure.measure:
        return False
    if not p.is_event or not _is_one_matter(p):
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
    if not _is_one_matter(p) or not _is_one_group(p) or _is_one_word(p):
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
    for gate in GATES:
        reason = gate(pair)
        if reason is not None:
            return None if gate in _UNLIKE else Verdict(RelationKind.NOT_COMPARABLE, 1.0, reason)
    for kind, holds, score, reason in POLICY:
        if holds(pair):
            whose = f" ({pair.a.words} | {pair.b.words}; {told(pair.a.period)} | {told(pair.b.period)})"
            return Verdict(kind, score, reason + whose)
    if not pair.is_event:
        return None
    if pair.a.period is None or pair.b.period is None:
        return Verdict(RelationKind.NOT_COMPARABLE, 0.5, "for which time is not told of both")
    return Verdict(RelationKind.NOT_COMPARABLE, 1.0, f"{told(pair.a.period)} against {told(pair.b.period)}")


def _is_one_time(p: Pair) -> bool:
    """Whether both speak of the same days as far as they tell, or of none and were said close together."""
    a, b = p.a.period, p.b.period
    if a is not None and b is not None:
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
    tolls = p.together and a.alone and b.alone and a.member.key != b.member.key
    if a.is_implied and b.is_implied:
        named = [[w for w in c.words.split() if w[:1].isupper()][-1:] for c in (a, b)]
        return named[0] == named[1] if named[0] and named[1] else both >= _ONE_TEXT or tolls
    if not p.is_event:
        return both >= _BARE or (p.together and _is_telling(a) and p.shared.words >= _WORDS)
    if both >= _EVENT or tolls:
        return True
    return bool(a.of & b.of) and (bool(a.factions & b.factions) or (a.period is not None and a.period == b.period))


def _is_telling(c: Counted) -> bool:
    """Whether the number is one that two articles hardly name by chance."""
    return max(abs(x) for x in (c.figure.low, c.figure.high) if x is not None) >= _TELLING


def _is_one_group(p: Pair) -> bool:
    """Whether neither can be a part of the other: whose and who are told of both alike."""
    return p.a.of == p.b.of and p.a.figure.who == p.b.figure.who


def _is_one_word(p: Pair) -> bool:
    """Whether one article gives both on one word: then they are two counts, as the article knows."""
    if p.a.member.key != p.b.member.key:
        return False
    return not p.a.voices or not p.b.voices or p.a.statement == p.b.statement or bool(p.a.factions & p.b.factions)


def _may_be_of_one(p: Pair) -> bool:
    """Whether both are of the same side, or one of them leaves it to its story."""
    return bool(p.a.of & p.b.of) or (p.together and not (p.a.of and p.b.of))


def _differ(p: Pair) -> bool:
    return are_disjoint(p.a.figure, p.b.figure)


def _is_daily(c: Counted) -> bool:
    return c.period.is_daily if c.period is not None else c.figure.cumulative is False


def _is_total(c: Counted) -> bool:
    return not c.period.is_daily if c.period is not None else c.figure.cumulative is True


def _overlap(a: Period, b: Period) -> bool:
    return a.start == b.start or a.end == b.end


def _same_start(a: Period, b: Period) -> bool:
    return a.start is not None and a.start == b.start and (a.end is None or b.end is None)


def _listed(names: frozenset[str]) -> str:
    return " and ".join(sorted(names))
