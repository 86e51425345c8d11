"""The same as a picture shows, as rows: for those who read it rather than see it, and for copying."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from sayso.desk.charts.svg import element, is_local


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `href` where it leads somewhere."""

    words: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A caption, the columns' names, and rows of as many cells; the first cell of a row names it."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table_markup(table: Table) -> Markup:
    """The table, folded away under its caption; nothing where it has no row."""
    if not table.rows:
        return Markup("")
    head = element("tr", {}, *(element("th", {"scope": "col"}, name) for name in table.columns))
    body = [element("tr", {}, *(_cell(cell, at) for at, cell in enumerate(row))) for row in table.rows]
    grid = element(
        "table", {}, element("caption", {}, table.caption), element("thead", {}, head), element("tbody", {}, *body)
    )
    rolled = element(
        "div", {"class": "chart-table-scroll", "tabindex": 0, "role": "region", "aria_label": table.caption}, grid
    )
    rows = "1 row" if len(table.rows) == 1 else f"{len(table.rows)} rows"
    return element("details", {"class": "chart-table"}, element("summary", {}, f"As a table ({rows})"), rolled)


def _cell(cell: Cell, at: int) -> Markup:
    words: Markup | str = cell.words
    if is_local(cell.href):
        words = element("a", {"href": cell.href}, cell.words or "open")
    inner = element("bdi", {}, words or "–")
    return element("th", {"scope": "row"}, inner) if at == 0 else element("td", {}, inner)
