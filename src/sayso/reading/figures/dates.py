"""Dates: time expressions by place, so that no number in one is taken for a figure and a figure finds its period."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.records import Span, Time, TimeType


class Dates:
    """An article's time expressions, in order. Durations may be asserted: their numbers stay figures."""

    def __init__(self, times: Sequence[Time]) -> None:
        self._times = sorted(times, key=lambda t: t.span)
        self._starts = [t.span.start for t in self._times]

    def holds(self, offset: int) -> bool:
        """Whether a date, time of day or set of times holds the character."""
        i = bisect_right(self._starts, offset) - 1
        return i >= 0 and self._times[i].span.end > offset and self._times[i].type is not TimeType.DURATION

    def within(self, span: Span) -> list[Time]:
        """The expressions that begin inside the span, in order."""
        return self._times[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
