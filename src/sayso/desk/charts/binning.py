"""Many dates as stacked columns by day, week, month or year: whichever lets a column be wide enough to point at."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from sayso.desk.charts.figure_bars import Drawn
from sayso.desk.charts.palette import slot
from sayso.desk.charts.scales import Scale, day_words
from sayso.desk.charts.svg import element, linked, text

_NARROWEST = 7.0
_HEIGHT = 84.0
_SQUARE = 12.0  # one item
_UNITS = (("day", 1.0), ("week", 7.0), ("month", 30.44), ("year", 365.25))


@dataclass(frozen=True, slots=True)
class Bin:
    """What falls into one stretch: from which day until before which, by side."""

    start: float
    end: float
    unit: str
    sides: tuple[tuple[str | None, int], ...]
    items: tuple[object, ...]


def bins_of(items: Sequence[tuple[str | None, float, object]], scale: Scale) -> list[Bin]:
    """Items (side, day, what) in the finest bins that the scale has room for."""
    unit = next((u for u, days in _UNITS if _wide(days, scale) >= _NARROWEST), "year")
    found: dict[tuple[float, float], list[tuple[str | None, object]]] = {}
    for side, day, item in items:
        found.setdefault(_bounds(max(day, scale.low), unit), []).append((side, item))
    made = []
    for (start, end), held in sorted(found.items()):
        counted: dict[str | None, int] = {}
        for side, _ in held:
            counted[side] = counted.get(side, 0) + 1
        sides = tuple(sorted(counted.items(), key=lambda pair: (pair[0] is None, pair[0] or "")))
        made.append(Bin(start, end, unit, sides, tuple(item for _, item in held)))
    return made


def _wide(days: float, scale: Scale) -> float:
    return days / (scale.high - scale.low) * abs(scale.end - scale.start)


def _bounds(day: float, unit: str) -> tuple[float, float]:
    whole = max(1, math.floor(day))
    at = date.fromordinal(whole)
    if unit == "day":
        return whole, whole + 1
    if unit == "week":
        start = whole - at.weekday()
        return start, start + 7
    if unit == "month":
        after = date(at.year + at.month // 12, at.month % 12 + 1, 1) if at.year < 9999 else date.max
        return at.replace(day=1).toordinal(), after.toordinal()
    return date(at.year, 1, 1).toordinal(), date(min(at.year + 1, 9999), 1, 1).toordinal()


def draw_bins(
    bins: Sequence[Bin], scale: Scale, slots: Mapping[str, str], describe: Callable[[Bin], str], upward: bool
) -> Drawn:
    """The columns, each side's share its own colour, standing on y = height or hanging from y = 0."""
    most = max(len(bin_.items) for bin_ in bins)
    height = min(_HEIGHT, most * _SQUARE)
    parts: list[Markup] = []
    for bin_ in bins:
        left, right = scale.place(bin_.start), scale.place(bin_.end)
        wide, at = max(2.0, right - left - 1), 0.0
        drawn = []
        for side, count in bin_.sides:
            tall = count / most * height
            y = height - at - tall if upward else at
            given = {"x": left + 0.5, "y": y, "width": wide, "height": max(1.0, tall - 0.5)}
            drawn.append(element("rect", {**given, "class": f"bar s-{slot(side, slots)}"}))
            at += tall
        href = next((h for item in bin_.items if (h := getattr(item, "href", None))), None)
        parts.append(linked(href if len(bin_.items) == 1 else None, f"{_when(bin_)}: {describe(bin_)}", drawn))
    top = next(bin_ for bin_ in bins if len(bin_.items) == most)
    x, y = scale.place((top.start + top.end) / 2), (-4 if upward else height + 13)
    anchor = "start" if x < 60 else "end" if x > scale.end - 60 else "middle"
    parts.append(text(x, y + (10 if upward else 0), f"{most} in a {top.unit}", "small soft halo-text", anchor))
    shift = 14 if upward else 0
    moved = element("g", {"transform": f"translate(0 {shift})"}, *parts[:-1])
    return Drawn(height + 14, [moved, parts[-1]])


def _when(bin_: Bin) -> str:
    return day_words(bin_.start) if bin_.unit == "day" else f"the {bin_.unit} of {day_words(bin_.start)}"
