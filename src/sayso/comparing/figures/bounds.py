"""Bounds of two figures: equal, one inside the other, or such that both cannot be so."""

from __future__ import annotations

from math import inf

from sayso.records import Figure

_SMALL = 20


def are_equal(a: Figure, b: Figure) -> bool:
    """Whether both say the same number with the same bounds; "about" and the bare number count as the same."""
    return (a.low, a.high) == (b.low, b.high)


def is_inside(a: Figure, b: Figure) -> bool:
    """Whether all that the first allows the second allows too: "ten" lies inside "at least ten"."""
    return _low(b) <= _low(a) and _high(a) <= _high(b) and not are_equal(a, b)


def are_disjoint(a: Figure, b: Figure) -> bool:
    """Whether no number fits both. An approximate one may be out by a tenth."""
    if _low(a) > _low(b):
        a, b = b, a
    top, bottom = _high(a), _low(b)
    if top == bottom:
        return (a.exclusive and a.low is None) or (b.exclusive and b.high is None)
    room = 0.1 * abs(bottom) if (a.approximate or b.approximate) and bottom not in (inf, -inf) else 0.0
    return top + room < bottom


def are_close(a: Figure, b: Figure, factor: float) -> bool:
    """Whether the known bounds of both are near, or both counts are small: a toll of two may become one of eight."""
    return are_near(a, b, factor) or max(_ends(a, b)) <= _SMALL


def are_near(a: Figure, b: Figure, factor: float) -> bool:
    """Whether the known bounds of both differ by no more than a factor."""
    ends = _ends(a, b)
    return not ends or max(ends) <= factor * min(ends)


def _ends(a: Figure, b: Figure) -> list[float]:
    return [abs(x) for f in (a, b) for x in (f.low, f.high) if x is not None]


def _low(f: Figure) -> float:
    return -inf if f.low is None else f.low


def _high(f: Figure) -> float:
    return inf if f.high is None else f.high
