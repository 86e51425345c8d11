"""A picture with its title, its note and its table: laid out twice, for a wide and for a narrow column; the stylesheet
shows the one that fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sayso.desk.charts.svg import element
from sayso.desk.charts.tables import Table, table_markup

WIDE = 760.0
NARROW = 350.0


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a picture (title, what it shows) and below it (note)."""

    title: str
    about: str = ""
    note: str = ""


def laid_out(draw: Callable[[float], Markup], title: str = "", about: str = "") -> Markup:
    """Both layouts of `draw` (given a width), under a title of their own where there is one."""
    parts = [element("p", {"class": "panel-title"}, title)] if title else []
    parts += [element("p", {"class": "panel-about"}, about)] if about else []
    parts += [
        element("div", {"class": "chart-wide"}, draw(WIDE)),
        element("div", {"class": "chart-narrow"}, draw(NARROW)),
    ]
    return element("div", {"class": "chart-panel"}, *parts)


def framed(kind: str, heading: Heading, drawn: Sequence[Markup], table: Table) -> Markup:
    """The figure element: title, what is drawn, note, table."""
    parts = [element("p", {"class": "chart-title"}, heading.title)] if heading.title else []
    parts += [element("p", {"class": "chart-about"}, heading.about)] if heading.about else []
    parts += drawn
    parts += [element("p", {"class": "chart-note"}, heading.note)] if heading.note else []
    inner = element("div", {"class": "chart-body"}, *parts, table_markup(table))
    given = {"class": f"chart chart-{kind}", "data_chart": kind, "aria_label": heading.title or table.caption}
    return element("figure", given, inner)


def nothing(kind: str, words: str) -> Markup:
    """What stands where there is nothing to draw."""
    return element("div", {"class": f"chart chart-{kind} chart-empty"}, element("p", {}, words))
