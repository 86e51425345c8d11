"""A panel as bars: one lane for each voice, a bar for each figure, bounds as its ends.

The ends follow the notation of intervals: a filled dot where the bound counts ("at least 340"), a hollow one where it
does not ("more than 340"); an open side fades away into an arrow; "about" is a dot in a soft band of a tenth to each
side, as much as comparing allows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from sayso.desk.charts.figures import FigureMark, Lane, Panel, bounds_words
from sayso.desk.charts.labels import cut, width_of, wrap
from sayso.desk.charts.palette import slot
from sayso.desk.charts.scales import Scale, day_words, number_scale, number_ticks
from sayso.desk.charts.svg import Given, element, group, line, linked, text, worded

SIZE = 13.0  # font size of labels, as in chart.css
SMALL = 12.0
_ROW = 26.0
_LANE_GAP = 10.0
_AXIS = 24.0
_FADE = (0.85, 0.74, 0.63, 0.52, 0.42, 0.32, 0.23, 0.15, 0.08)
_NAMES = 200.0  # the column of the voices' names
BOLD = 1.12  # how much wider a bold number is
_BAND = (0.42, 0.36, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05)
_SOFT = 0.1  # "about" may be out by a tenth
_MOST_ROWS = 6  # a voice's bars; what is earlier is in the table


@dataclass(frozen=True, slots=True)
class Drawn:
    """A part of a picture and how high it is."""

    height: float
    parts: list[Markup]


def draw_bars(panel: Panel, width: float, slots: Mapping[str, str]) -> Drawn:
    """The panel's lanes above their axis, from y = 0."""
    narrow = width < 500
    left = 4.0 if narrow else _NAMES
    scale = _scale(panel, left + 10, width - 14)
    parts: list[Markup] = []
    y = 4.0
    for lane in panel.lanes:
        drawn = _lane(lane, scale, width, slot(lane.side, slots), y, 0 if narrow else left)
        parts += drawn.parts
        y += drawn.height + _LANE_GAP
    return Drawn(y + _AXIS, [_axis(scale, y, 4 if narrow else 6), *parts])


def _scale(panel: Panel, start: float, end: float) -> Scale:
    ends = [x for mark in panel.marks for x in mark.ends]
    soft = [x * (1 + d) for mark in panel.marks if mark.approximate for x in mark.ends for d in (-_SOFT, _SOFT)]
    open_ = any(mark.high is None or mark.low is None or mark.approximate for mark in panel.marks)
    return number_scale([*ends, *soft], start, end, open_)


def _axis(scale: Scale, y: float, most: int) -> Markup:
    parts = [line(scale.start, y, scale.end, y, "axis")]
    for tick in number_ticks(scale, most):
        x = scale.place(tick.at)
        half = width_of(tick.label, SMALL) / 2
        parts.append(line(x, 0, x, y, "grid"))
        parts.append(text(max(half, min(x, scale.end + 12 - half)), y + 17, tick.label, "tick", "middle"))
    return group(parts, "axes")


def _lane(lane: Lane, scale: Scale, width: float, colour: str, y: float, left: float) -> Drawn:
    marks = lane.marks[-_MOST_ROWS:]
    parts: list[Markup] = []
    head = 0.0
    if left:
        lines = wrap(lane.voice, SIZE * BOLD, left - 8, 2)
        middle = y + _ROW * len(marks) / 2 + SIZE * 0.35 - (len(lines) - 1) * 8
        parts += [text(0, middle + 16 * at, words, f"voice s-{colour}") for at, words in enumerate(lines)]
    else:
        parts.append(text(0, y + 12, cut(lane.voice, SIZE * BOLD, width - 4), f"voice halo-text s-{colour}"))
        head = 18.0
    for at, mark in enumerate(marks):
        middle = y + head + _ROW * (at + 0.5)
        parts.append(linked(mark.href, told(mark), _bar(mark, scale, middle, width), f"mark s-{colour}"))
    return Drawn(head + _ROW * len(marks), parts)


def _bar(mark: FigureMark, scale: Scale, y: float, width: float) -> list[Markup]:
    low, high = mark.low, mark.high
    x1 = scale.place(low) if low is not None else scale.place(high or 0)
    x2 = scale.place(high) if high is not None else x1
    parts = [element("rect", {"x": 0, "y": y - _ROW / 2, "width": width, "height": _ROW, "class": "hit"})]
    left, right = x1, x2
    if low is None:
        left = max(scale.start, x1 - max(70.0, (x1 - scale.start) * 0.5))
        parts += _fading(x1, left, y)
    if high is None:
        right = min(scale.end, x2 + max(60.0, (scale.end - x2) * 0.3))
        parts += _fading(x2, right, y)
    if mark.approximate and low is not None and high is not None:
        left, right = scale.place(low * (1 - _SOFT)), scale.place(high * (1 + _SOFT))
        parts += [*_soft(x1, left, y), *_soft(x2, right, y)]
    if x2 - x1 > 1:
        parts.append(element("rect", {"x": x1, "y": y - 4, "width": x2 - x1, "height": 8, "class": "bar"}))
    ends = ([x1] if low is not None else []) + ([x2] if high is not None and (low is None or x2 - x1 > 1) else [])
    hollow = mark.exclusive and (low is None or high is None)
    parts += [element("circle", {"cx": x, "cy": y, "r": 4.6, "class": "end hollow" if hollow else "end"}) for x in ends]
    return [*parts, *_said(mark, scale, (min(left, x1), max(right, x2)), y)]


def _said(mark: FigureMark, scale: Scale, taken: tuple[float, float], y: float) -> list[Markup]:
    """The number itself beside its bar, right or left, and what there is to say of it as far as there is room."""
    words, base = bounds_words(mark), y + SIZE * 0.35
    when = day_words(mark.day).rsplit(" ", 1)[0] if mark.day else ""
    many = f"{mark.carriers} articles" if mark.carriers > 1 else ""
    room_right, room_left = scale.end + 12 - taken[1] - 9, taken[0] - 9 - scale.start
    for parts in ((when, *mark.notes, many), (when, many), (when,), ()):
        tail = " · ".join(part for part in parts if part)
        wide = width_of(words, SIZE) * BOLD + (7 + width_of(tail, SMALL) if tail else 0)
        if wide <= room_right:
            return [worded(taken[1] + 9, base, words, tail)]
        if wide <= room_left:
            return [worded(taken[0] - 9, base, words, tail, "end")]
    return [worded(scale.end + 12, base, words, "", "end")]


def _fading(start: float, end: float, y: float) -> list[Markup]:
    """A bar that fades away and ends in an arrow: nobody said where it stops."""
    step = (end - start) / len(_FADE)
    parts = []
    for at, share in enumerate(_FADE):
        x = min(start + step * at, start + step * (at + 1))
        given: Given = {"x": x, "y": y - 4, "width": abs(step), "height": 8, "class": "bar", "fill_opacity": str(share)}
        parts.append(element("rect", given))
    turn = 1 if end > start else -1
    arrow = f"M{end - 5 * turn:.1f} {y - 5:.1f}L{end:.1f} {y:.1f}L{end - 5 * turn:.1f} {y + 5:.1f}"
    return [*parts, element("path", {"d": arrow, "class": "arrow"})]


def _soft(start: float, end: float, y: float) -> list[Markup]:
    """The soft band of an "about"."""
    step = (end - start) / len(_BAND)
    parts = []
    for at, share in enumerate(_BAND):
        x = min(start + step * at, start + step * (at + 1))
        given: Given = {
            "x": x,
            "y": y - 6,
            "width": abs(step),
            "height": 12,
            "class": "bar",
            "fill_opacity": str(share),
        }
        parts.append(element("rect", given))
    return parts


def told(mark: FigureMark) -> str:
    """A mark as a sentence, for a screen reader and when pointed at."""
    parts = [f"{mark.voice}: {bounds_words(mark)}", mark.period and f"period {mark.period}"]
    parts += [f"as of {mark.as_of}" if mark.as_of else None, mark.outlet or None, *mark.notes]
    parts += [f"{mark.carriers} articles" if mark.carriers > 1 else None, f"“{mark.words}”" if mark.words else None]
    return " · ".join(part for part in parts if part)
