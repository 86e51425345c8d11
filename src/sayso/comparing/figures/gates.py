"""What must agree before two figures can be compared: each gate gives the reason why they cannot, or None."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.comparing.figures.bounds import are_equal
from sayso.comparing.figures.counted import Counted
from sayso.comparing.figures.matter import are_apart
from sayso.comparing.periods import told
from sayso.comparing.statements.wording import Overlap, overlap
from sayso.packs.figures import FigurePack

_WEEK = 7
# Two articles of one story hardly name so large a number by chance, where their sentences share telling words.
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
    def is_one_number(self) -> bool:
        """Whether both give one number that two articles of a story hardly name by chance, in words that they share."""
        alike = are_equal(self.a.figure, self.b.figure) and self.together and is_telling(self.a)
        return alike and self.shared.words >= _WORDS

    @property
    def is_event(self) -> bool:
        """Whether both count what the pack knows as an event."""
        return self.a.figure.measure in self.pack.measures and self.b.figure.measure in self.pack.measures


def _gate_asserted(p: Pair) -> str | None:
    one, other = p.a.figure, p.b.figure
    alike = (one.polarity, one.modality) == (other.polarity, other.modality) and are_equal(one, other)
    odd = None if alike else next((c for c in (p.a, p.b) if not c.is_asserted), None)
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
    if a == b or p.is_one_number or (a and b and (p.pack.is_within(a, b) or p.pack.is_within(b, a))):
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
    if is_day_in_week(p.a, p.b) or is_day_in_week(p.b, p.a):
        return None
    daily, total = (is_daily(p.a), is_daily(p.b)), (is_total(p.a), is_total(p.b))
    if (daily[0] and total[1]) or (daily[1] and total[0]):
        whole = p.b if total[1] else p.a
        since = f" ({told(whole.period)})" if whole.period else ""
        return f"one day against a total{since}"
    return None


GATES: tuple[Callable[[Pair], str | None], ...] = (
    _gate_unit, _gate_asserted, _gate_part, _gate_measure, _gate_of, _gate_who, _gate_span, _gate_place,
)  # fmt: skip


# Figures that fail these do not even look alike: nothing is said of them.
UNLIKE = (_gate_unit, _gate_measure)


def is_daily(c: Counted) -> bool:
    return c.period.is_daily if c.period is not None else c.figure.cumulative is False


def is_total(c: Counted) -> bool:
    return not c.period.is_daily if c.period is not None else c.figure.cumulative is True


def is_telling(c: Counted) -> bool:
    """Whether the number is a large one."""
    return max(abs(x) for x in (c.figure.low, c.figure.high) if x is not None) >= _TELLING


def is_day_in_week(day: Counted, week: Counted) -> bool:
    """Whether one number is told for a day and for the week around it: "on Thursday", "this week"."""
    d, w = day.period, week.period
    if (
        d is None
        or w is None
        or not d.is_daily
        or w.days is None
        or w.days > _WEEK
        or not are_equal(day.figure, week.figure)
    ):
        return False
    return w.start is not None and w.end is not None and d.start is not None and w.start <= d.start <= w.end


def _listed(names: frozenset[str]) -> str:
    return " and ".join(sorted(names))
