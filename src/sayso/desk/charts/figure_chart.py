"""The figure chart: what each voice puts a number at, with its bounds; one panel for each thing that is counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from sayso.desk.charts.figure_bars import draw_bars
from sayso.desk.charts.figure_steps import draw_steps
from sayso.desk.charts.figures import FigureMark, Panel, bounds_words, panels_of
from sayso.desk.charts.frame import Heading, framed, laid_out, nothing
from sayso.desk.charts.palette import slots_of
from sayso.desk.charts.svg import picture
from sayso.desk.charts.tables import Cell, Table

_LEAST = 4  # panels, if need be of a single figure
_KEY = "A filled end counts itself, a hollow one does not; a bar that fades has no bound there; a soft band is “about”."


def figure_chart(
    marks: Iterable[FigureMark], slots: Mapping[str, str] | None = None, title: str = "", most: int = 6
) -> Markup:
    """The chart of these figures, at most so many panels (the table has all). `slots` as `slots_of` gives them for the
    whole story."""
    given = list(marks)
    panels = panels_of(given)
    if not panels:
        return nothing("figures", "No figure with a bound is told here.")
    slots = slots_of(mark.side for mark in given) if slots is None else slots
    shown = [panel for panel in panels if len(panel.marks) > 1 and not panel.is_loose][:most]
    shown += [panel for panel in panels if len(panel.marks) == 1 and not panel.is_loose][: max(0, _LEAST - len(shown))]
    parts = [_panel(panel, slots) for panel in shown or panels[:1]]
    left = len(panels) - len(shown)
    note = _KEY + (f" {left} more counts, most of them a single figure, stand in the table." if left > 0 else "")
    return framed("figures", Heading(title, note=note), parts, figure_table(given))


def _panel(panel: Panel, slots: Mapping[str, str]) -> Markup:
    def draw(width: float) -> Markup:
        drawn = (draw_steps if panel.is_series else draw_bars)(panel, width, slots)
        return picture(width, drawn.height, f"{panel.title}, {panel.about}: {_summary(panel)}", drawn.parts, "panel")

    return laid_out(draw, panel.title, panel.about)


def _summary(panel: Panel) -> str:
    said = [f"{lane.voice} {bounds_words(lane.marks[-1])}" for lane in panel.lanes[:8]]
    return "; ".join(said) + (f"; and {len(panel.lanes) - 8} more voices" if len(panel.lanes) > 8 else "")


def figure_table(marks: Iterable[FigureMark]) -> Table:
    """What the chart shows, as rows."""
    rows = [
        (
            Cell(panel.title), Cell(panel.about), Cell(mark.voice), Cell(bounds_words(mark), mark.href),
            Cell(mark.as_of or mark.published or ""), Cell(", ".join(mark.notes)), Cell(str(mark.carriers)),
        )
        for panel in panels_of(marks)
        for mark in panel.marks
    ]  # fmt: skip
    columns = ("What is counted", "Over what", "On whose word", "Figure", "As of", "Notes", "Articles")
    return Table("Figures, by what is counted and on whose word", columns, tuple(rows))
