"""A panel over time: a voice's revisions of a running total as steps, its daily figures as columns, each on its day.

A total's line holds until the next figure replaces it and ends at its last one: what came after nobody said.
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from sayso.desk.charts.figure_bars import BOLD, SIZE, SMALL, Drawn, told
from sayso.desk.charts.figures import FigureMark, Kind, Lane, Panel, bounds_words
from sayso.desk.charts.labels import Box, cut, label_box, width_of
from sayso.desk.charts.palette import slot
from sayso.desk.charts.scales import Scale, day_ticks, number_scale, number_ticks
from sayso.desk.charts.svg import element, group, line, linked, number, text

_HEIGHT = {True: 200.0, False: 240.0}
_FOOT = 30.0
_DODGE = 9.0


def draw_steps(panel: Panel, width: float, slots: Mapping[str, str]) -> Drawn:
    """The panel's marks by day above their axis, from y = 0."""
    narrow = width < 500
    head = 18.0 * len(panel.lanes) if narrow else 0.0
    bottom = head + _HEIGHT[narrow]
    open_ = any(mark.high is None for mark in panel.marks)
    values = [x for mark in panel.marks for x in mark.ends]
    rows = number_scale([0.0, *values] if panel.kind is Kind.DAY else values, bottom, head + 22.0, open_)
    left = max(width_of(tick.label, SMALL) for tick in number_ticks(rows, 4)) + 12
    right = 14.0 if narrow else min(190.0, 24 + max(width_of(lane.voice, SIZE) for lane in panel.lanes))
    days = [mark.day for mark in panel.marks if mark.day is not None]
    room = max(1.0, (max(days) - min(days)) * 0.06)
    across = Scale(min(days) - room, max(days) + room, left, width - right)
    parts = [_axes(across, rows, 4 if narrow else 7)]
    taken: list[Box] = []
    for at, lane in enumerate(panel.lanes):
        shift = (at - (len(panel.lanes) - 1) / 2) * min(_DODGE, 40 / len(panel.lanes))
        colour = slot(lane.side, slots)
        parts.append(_series(lane, panel.kind, across, rows, (colour, shift if panel.kind is Kind.DAY else 0.0)))
        parts += [_key(lane, at, width, colour)] if narrow else _name(lane, across, rows, width, colour, taken)
    return Drawn(bottom + _FOOT, parts)


def _key(lane: Lane, at: int, width: float, colour: str) -> Markup:
    """Where there is no room beside the marks: the voice and its last figure above them all."""
    said = bounds_words(lane.marks[-1])
    name = cut(lane.voice, SIZE * BOLD, width - 40 - width_of(said, SIZE * BOLD))
    dot = element("circle", {"cx": 5, "cy": 18 * at + 8, "r": 4.6, "class": "end"})
    words = element(
        "text", {"x": 16, "y": 18 * at + 12.5, "class": "voice"}, element("tspan", {}, name),
        element("tspan", {"class": "value", "dx": 7}, said),
    )  # fmt: skip
    return group([dot, words], f"s-{colour}")


def _axes(across: Scale, rows: Scale, most: int) -> Markup:
    parts = []
    for tick in number_ticks(rows, 4):
        y = rows.place(tick.at)
        parts += [
            line(across.start, y, across.end, y, "grid"),
            text(across.start - 6, y + 4, tick.label, "tick", "end"),
        ]
    for tick in day_ticks(across.low, across.high, most):
        x = across.place(tick.at)
        parts += [
            line(x, rows.start, x, rows.start + 5, "axis"),
            text(x, rows.start + 20, tick.label, "tick", "middle"),
        ]
    return group([line(across.start, rows.start, across.end, rows.start, "axis"), *parts], "axes")


def _series(lane: Lane, kind: Kind, across: Scale, rows: Scale, style: tuple[str, float]) -> Markup:
    colour, shift = style
    placed = [mark for mark in lane.marks if mark.day is not None]
    parts: list[Markup] = []
    if kind is not Kind.DAY and len(placed) > 1:
        parts.append(element("path", {"d": _steps(placed, across, rows), "class": "step"}))
    for mark in placed:
        x = across.place(mark.day or 0) + shift
        parts.append(linked(mark.href, told(mark), _column(mark, kind, x, rows), "mark"))
    return group(parts, f"series s-{colour}")


def _steps(marks: list[FigureMark], across: Scale, rows: Scale) -> str:
    points = [(across.place(m.day or 0), rows.place(_stands(m))) for m in marks]
    path = f"M{number(points[0][0])} {number(points[0][1])}"
    return path + "".join(f"H{number(x)}V{number(y)}" for x, y in points[1:])


def _stands(mark: FigureMark) -> float:
    """Where a figure's dot is: the bound that it names, the middle of two."""
    return sum(mark.ends) / len(mark.ends)


def _column(mark: FigureMark, kind: Kind, x: float, rows: Scale) -> list[Markup]:
    y = rows.place(_stands(mark))
    parts = [element("rect", {"x": x - 12, "y": y - 12, "width": 24, "height": 24, "class": "hit"})]
    if kind is Kind.DAY:
        parts.append(line(x, rows.start, x, y, "stem"))
    if mark.low is not None and mark.high is not None and mark.low != mark.high:
        top, base = rows.place(mark.high), rows.place(mark.low)
        parts.append(
            element("rect", {"x": x - 4, "y": top, "width": 8, "height": max(1.0, base - top), "class": "bar"})
        )
    elif mark.high is None or mark.low is None:
        turn = -1 if mark.high is None else 1
        for at, share in enumerate(("0.6", "0.35", "0.15")):
            top = min(y + turn * 8 * at, y + turn * 8 * (at + 1))
            parts.append(
                element("rect", {"x": x - 3, "y": top, "width": 6, "height": 8, "class": "bar", "fill_opacity": share})
            )
        tip, foot = number(y + turn * 26), number(y + turn * 22)
        arrow = f"M{number(x - 4)} {foot}L{number(x)} {tip}L{number(x + 4)} {foot}"
        parts.append(element("path", {"d": arrow, "class": "arrow"}))
    if mark.approximate:
        parts.append(element("circle", {"cx": x, "cy": y, "r": 9, "class": "halo"}))
    hollow = mark.exclusive and (mark.low is None or mark.high is None)
    parts.append(element("circle", {"cx": x, "cy": y, "r": 4.6, "class": "end hollow" if hollow else "end"}))
    return parts


def _name(lane: Lane, across: Scale, rows: Scale, width: float, colour: str, taken: list[Box]) -> list[Markup]:
    """The voice and its last figure beside its last mark."""
    placed = [mark for mark in lane.marks if mark.day is not None]
    if not placed:
        return []
    last = placed[-1]
    x, y = across.place(last.day or 0) + 12, rows.place(_stands(last)) + 4
    said = bounds_words(last)
    words = cut(lane.voice, SIZE * BOLD, width - x - 2)
    y = min(y, rows.start - 20)
    while any(label_box(x, y, words, SIZE).meets(box) for box in taken) and y > 30:
        y -= 15
    taken += [label_box(x, y, words, SIZE), label_box(x, y + 15, said, SIZE)]
    return [text(x, y, words, f"voice s-{colour}"), text(x, y + 15, said, f"value s-{colour}")]
