"""The upper track: events as bars and dots, packed into rows with their labels while there is room, counted else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from sayso.desk.charts.binning import Bin, bins_of, draw_bins
from sayso.desk.charts.figure_bars import Drawn
from sayso.desk.charts.labels import cut, width_of
from sayso.desk.charts.palette import slot
from sayso.desk.charts.scales import Scale
from sayso.desk.charts.stretches import Stretch, stretch_of, stretch_words
from sayso.desk.charts.svg import Given, element, linked, text
from sayso.desk.charts.timeline_marks import Event, told

_ROW = 22.0
_MOST_ROWS = 22
_SIZE = 12.0
_SPARE = 1.05  # faces differ: words may be that much wider than estimated
_LABEL = 250.0  # a label's longest
_OPEN = 60.0  # how long an open end is drawn
_DOT = 9.0
_SHORT = 60.0  # a label's shortest, before it is rather left out

Timed = tuple[Event, Stretch]


def draw_events(events: Sequence[Timed], scale: Scale, slots: Mapping[str, str]) -> Drawn:
    """The track, from y = 0, the earliest at the top."""
    if not events:
        return Drawn(20.0, [text(0, 14, "No event has a date of its own here.", "small soft")])
    for label in (420.0, _LABEL, 150.0, 90.0, 0.0):
        rows = _packed(events, scale, label)
        if len(rows) <= _MOST_ROWS:
            placed = [(at * _ROW + 13, pair) for at, row in enumerate(rows) for pair in row]
            placed.sort(key=lambda one: (one[1][1].start, one[0]))  # as they are gone through by keys
            parts = [_mark(pair, scale, y, label, slots) for y, pair in placed]
            return Drawn(len(rows) * _ROW + 4, parts)
    bins = bins_of([(event.side, _middle(stretch, scale), event) for event, stretch in events], scale)
    return draw_bins(bins, scale, slots, _describe, upward=True)


def _middle(stretch: Stretch, scale: Scale) -> float:
    start = stretch.end if stretch.open_start else max(stretch.start, scale.low)
    end = start if stretch.open_end else min(stretch.end, scale.high)
    return max(scale.low, min((start + end) / 2, scale.high - 1e-6))


def _describe(bin_: Bin) -> str:
    first = bin_.items[0]
    more = f" and {len(bin_.items) - 1} more" if len(bin_.items) > 1 else ""
    return f"{told(first)}{more}" if isinstance(first, Event) else ""


def _packed(events: Sequence[Timed], scale: Scale, label: float) -> list[list[Timed]]:
    """Rows without overlap: each event goes into the first row that is free from its start on."""
    rows: list[list[Timed]] = []
    free: list[float] = []
    for event, stretch in sorted(events, key=lambda pair: (_ends(pair[1], scale)[0], pair[1].end, pair[0].label)):
        left, right = _ends(stretch, scale)
        words, to_left = _label(event, (left, right), scale, label)
        wide = width_of(words, _SIZE * _SPARE) + 12 if words else 0.0
        left, right = (left - wide, right) if to_left else (left, right + wide)
        at = next((n for n, until in enumerate(free) if until + 6 <= left), None)
        if at is None:
            rows.append([])
            free.append(0.0)
            at = len(rows) - 1
        rows[at].append((event, stretch))
        free[at] = right
    return rows


def _ends(stretch: Stretch, scale: Scale) -> tuple[float, float]:
    left = scale.start if stretch.open_start else scale.place(stretch.start)
    right = scale.end if stretch.open_end else scale.place(stretch.end)
    if stretch.open_start:
        left = max(scale.start, right - _OPEN)
    if stretch.open_end:
        right = min(scale.end, left + _OPEN)
    if right - left >= _DOT:
        return left, right
    middle = min(max((left + right) / 2, scale.start + _DOT / 2), scale.end - _DOT / 2)
    return middle - _DOT / 2, middle + _DOT / 2


def _beyond(stretch: Stretch, scale: Scale) -> int:
    """-1 where it lies wholly before what is shown, 1 where after, 0 else."""
    if stretch.end <= scale.low and not stretch.open_end:
        return -1
    return 1 if stretch.start >= scale.high and not stretch.open_start else 0


def _label(event: Event, ends: tuple[float, float], scale: Scale, most: float) -> tuple[str, bool]:
    """An event's words as far as they fit, and whether they stand to its left."""
    if not most:
        return "", False
    right, left = scale.end - ends[1] - 8, ends[0] - scale.start - 8
    to_left = right < _SHORT and left > right
    room = min(most, left if to_left else right)
    stretch = stretch_of(event.time)
    far = stretch is not None and _beyond(stretch, scale)
    words = f"{stretch_words(stretch)}: {event.label}" if far and stretch else event.label
    return (cut(words, _SIZE * _SPARE, room) if room >= _SHORT / 2 else ""), to_left


def _mark(pair: Timed, scale: Scale, y: float, label: float, slots: Mapping[str, str]) -> Markup:
    event, stretch = pair
    left, right = _ends(stretch, scale)
    parts = [element("rect", {"x": left - 3, "y": y - 11, "width": right - left + 6, "height": _ROW, "class": "hit"})]
    way = _beyond(stretch, scale)
    if way:
        parts.append(_arrow((left + right) / 2 - way * 3, y, way))
    elif right - left <= _DOT:
        parts.append(element("circle", {"cx": (left + right) / 2, "cy": y, "r": 4.5, "class": _soft("end", stretch)}))
    else:
        cut_left, cut_right = (
            stretch.open_start or stretch.start < scale.low,
            stretch.open_end or stretch.end > scale.high,
        )
        left, right = left + 8 * cut_left, right - 8 * cut_right
        given: Given = {
            "x": left,
            "y": y - 4,
            "width": right - left,
            "height": 8,
            "rx": 2,
            "class": _soft("bar", stretch),
        }
        parts.append(element("rect", given))
        parts += ([_arrow(left - 2, y, -1)] if cut_left else []) + ([_arrow(right + 2, y, 1)] if cut_right else [])
        left, right = left - 8 * cut_left, right + 8 * cut_right
    words, to_left = _label(event, (left, right), scale, label)
    if words:
        parts.append(text(left - 7 if to_left else right + 7, y + 4, words, "small", "end" if to_left else "start"))
    return linked(event.href, told(event), parts, f"mark s-{slot(event.side, slots)}")


def _soft(name: str, stretch: Stretch) -> str:
    return f"{name} unsure" if stretch.soft else name


def _arrow(x: float, y: float, way: int) -> Markup:
    return element(
        "path", {"d": f"M{x:.1f} {y - 5:.1f}L{x + way * 6:.1f} {y:.1f}L{x:.1f} {y + 5:.1f}", "class": "arrow"}
    )
