"""Small pictures for lists: how many a day, as columns in a line of text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from markupsafe import Markup

from sayso.desk.charts.scales import day_words
from sayso.desk.charts.stretches import stretch_of
from sayso.desk.charts.svg import element, shown

_WIDTH, _HEIGHT = 120.0, 24.0
_LEAST = 16.0  # wide, however few the days
_MOST = 60  # columns; longer spans are counted by several days


def spark(counts: Mapping[str, int], what: str = "articles", window: tuple[str, str] | None = None) -> Markup:
    """Counts by day (ISO 8601) as a small picture; `window` is the first and last day where lists share an axis.
    Nothing where no day is known. An image with a name: its numbers are in the list beside it."""
    days = {at: n for day, n in counts.items() if n > 0 and (at := _ordinal(day)) is not None}
    ends = [at for day in window or () if (at := _ordinal(day)) is not None] or list(days)
    if not days or not ends:
        return Markup("")
    first, last = min(ends), max(ends)
    step = max(1, -(-(last - first + 1) // _MOST))
    columns = [0] * ((last - first) // step + 1)
    for day, count in days.items():
        if first <= day <= last:
            columns[(day - first) // step] += count
    width = max(_LEAST, min(_WIDTH, 8.0 * len(columns)))
    return element(
        "svg", {"class": "spark", "viewBox": f"0 0 {width:g} {_HEIGHT:g}", "width": width, "height": _HEIGHT,
                "role": "img", "aria_label": _told(columns, (first, last), step, what)}, *_drawn(columns, width),
    )  # fmt: skip


def _drawn(columns: Sequence[int], width: float) -> list[Markup]:
    most, wide = max(max(columns), 1), min(8.0, width / len(columns))
    parts = [element("rect", {"x": 0, "y": _HEIGHT - 1, "width": width, "height": 1, "class": "spark-base"})]
    for at, count in enumerate(columns):
        if count:
            tall = max(2.0, count / most * (_HEIGHT - 3))
            given = {"x": at * wide + wide * 0.1, "y": _HEIGHT - 1 - tall, "width": wide * 0.8, "height": tall}
            parts.append(element("rect", {**given, "class": "spark-bar"}))
    return parts


def _told(columns: Sequence[int], ends: tuple[int, int], step: int, what: str) -> str:
    first, last = (day_words(float(day)) for day in ends)
    span = first if first == last else f"{first} to {last}"
    top = max(columns)
    per = "a day" if step == 1 else f"in {step} days"
    return shown(f"{sum(columns)} {what}, {span}; at most {top} {per}")


def _ordinal(day: str) -> int | None:
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        stretch = stretch_of(day)
        return int(stretch.start) if stretch else None
