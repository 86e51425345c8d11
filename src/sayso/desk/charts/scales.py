"""Scales and their ticks: round numbers (1, 2, 5 times a power of ten), and calendar steps from days to decades."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

_LOG_FROM = 300.0  # values that differ by more than this factor do not show side by side on a linear axis
_LOG_LEAST = 1e-6
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 3, 6)
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000)


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis and its label."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from `low` to `high`, laid out from `start` to `end`; `log` where it is logarithmic, `whole` where only
    whole numbers are counted."""

    low: float
    high: float
    start: float
    end: float
    log: bool = False
    whole: bool = False

    def place(self, value: float) -> float:
        """Where a value lies, kept within the axis."""
        value = min(max(value, self.low), self.high)
        if self.log:
            share = math.log(value / self.low) / math.log(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return self.start + min(max(share, 0.0), 1.0) * (self.end - self.start)


def number_scale(values: Sequence[float], start: float, end: float, open_: bool = False) -> Scale:
    """A scale that holds the values with room at its ends (more where a bound is open). From zero, unless all values
    lie close together far from it; logarithmic where they differ by more than a factor of 300."""
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    if low > _LOG_LEAST and high / low > _LOG_FROM:
        return Scale(10 ** math.floor(math.log10(low)), 10 ** math.ceil(math.log10(high * 1.3)), start, end, log=True)
    spread = (high - low) or abs(high) or 1.0
    room = spread * (0.22 if open_ else 0.08)
    bottom = 0.0 if 0 <= low < 2.5 * spread else low - room
    top = 0.0 if high <= 0 and -high < 2.5 * spread else high + room
    whole = all(value == int(value) for value in values)
    step = _round_step((top - bottom) / 5, whole)
    last = max(math.ceil(top / step - 0.3), math.ceil(high / step)) * step or (0.0 if bottom < 0 else step)
    return Scale(math.floor(bottom / step) * step, last, start, end, whole=whole)


def number_ticks(scale: Scale, most: int) -> list[Tick]:
    """Round numbers within the scale, at most so many."""
    if scale.log:
        first, last = round(math.log10(scale.low)), round(math.log10(scale.high))
        every = max(1, math.ceil((last - first) / max(1, most)))
        return [Tick(10.0**p, short(10.0**p)) for p in range(first, last + 1, every)]
    step = _round_step((scale.high - scale.low) / max(1, most), scale.whole)
    first, last = math.ceil(scale.low / step - 1e-9), math.floor(scale.high / step + 1e-9)
    return [Tick(n * step, short(n * step)) for n in range(first, last + 1)]


def _round_step(rough: float, whole: bool = False) -> float:
    power = 10.0 ** math.floor(math.log10(rough)) if rough > 0 else 1.0
    step = next(m * power for m in (1, 2, 5, 10) if m * power >= rough * 0.999)
    return max(step, 1.0) if whole else step


def short(value: float) -> str:
    """A number with thousands apart, in millions and above by word, without a needless fraction."""
    for size, word in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if abs(value) >= size:
            return f"{value / size:,.4g}{word}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.4g}"


def day_ticks(low: float, high: float, most: int) -> list[Tick]:
    """Calendar ticks between two days (ordinals): days, weeks, months, quarters, years, at most so many."""
    days = max(high - low, 1.0)
    for step in _DAY_STEPS:
        if days / step <= most:
            first = math.ceil(low)
            first += -(first - 1) % 7 if step >= 7 else 0
            return _labelled(list(range(first, math.floor(high) + 1, step)), _day_label)
    for months in _MONTH_STEPS:
        if days / (30.4 * months) <= most:
            return _labelled(list(_months(low, high, months)), _month_label)
    years = next((y for y in _YEAR_STEPS if days / (365.25 * y) <= most), _YEAR_STEPS[-1])
    return _labelled(list(_months(low, high, 12 * years)), lambda day, _: str(date.fromordinal(day).year))


def _months(low: float, high: float, step: int) -> Iterator[int]:
    at = date.fromordinal(max(1, math.floor(low)))
    count = at.year * 12 + at.month - 1
    count += -count % step
    while count // 12 <= 9999:
        day = date(count // 12, count % 12 + 1, 1).toordinal() if count >= 12 else 1
        if day > high:
            return
        if day >= low:
            yield day
        count += step


def _labelled(days: list[int], label: Callable[[int, int | None], str]) -> list[Tick]:
    made, before = [], None
    for day in days:
        made.append(Tick(float(day), label(day, before)))
        before = day
    return made


def _day_label(day: int, before: int | None) -> str:
    at = date.fromordinal(day)
    if before is None or date.fromordinal(before).year != at.year:
        return f"{at.day} {_MONTHS[at.month - 1]} {at.year}"
    return f"{at.day} {_MONTHS[at.month - 1]}"


def _month_label(day: int, before: int | None) -> str:
    at = date.fromordinal(day)
    if before is None or date.fromordinal(before).year != at.year:
        return f"{_MONTHS[at.month - 1]} {at.year}"
    return _MONTHS[at.month - 1]


def day_words(day: float) -> str:
    """A day in words: 5 Jan 2031."""
    return _day_label(math.floor(day), None)
