"""The timeline: when things are said to have happened, apart from when they were published.

Above the axis the events, each over the stretch that its date covers, open or soft where the date is; below it the
publications, a square for each article on its day. Where there are too many to stand singly they are counted by day,
week, month or year.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from sayso.desk.charts.frame import Heading, framed, laid_out, nothing
from sayso.desk.charts.palette import key_of, slots_of
from sayso.desk.charts.scales import Scale, day_ticks
from sayso.desk.charts.stretches import Stretch, stretch_of, stretch_words
from sayso.desk.charts.svg import group, line, picture, text
from sayso.desk.charts.tables import Cell, Table
from sayso.desk.charts.timeline_events import draw_events
from sayso.desk.charts.timeline_marks import Event
from sayso.desk.charts.timeline_published import draw_published

_REACH_DAYS = 14.0
_NOTE = (
    "A bar covers the stretch that the text names; an arrow means that it goes on or lies further off, a dashed edge "
    "that the date is uncertain. "
    "Published: a square for each article."
)


@dataclass(frozen=True, slots=True)
class _Placed:
    """What can stand on the axis."""

    events: list[tuple[Event, Stretch]]
    published: list[tuple[Event, float]]


def timeline(events: Iterable[Event], slots: Mapping[str, str] | None = None, title: str = "") -> Markup:
    """The timeline of these events; those without any date are in the table alone."""
    given = sorted(events, key=lambda e: (e.time or "", e.published or "", e.label, e.href or ""))
    placed = _placed(given)
    days = [day for _, s in placed.events for day in (s.start, s.end)] + [day for _, day in placed.published]
    if not days:
        return nothing("timeline", "Nothing here has a date.")
    slots = slots_of(event.side for event in given) if slots is None else slots
    low, high = _window(placed)

    def draw(width: float) -> Markup:
        scale = Scale(low, high, 6.0, width - 6.0)
        above = draw_events(placed.events, scale, slots)
        below = draw_published(placed.published, scale, slots)
        top = 22 + above.height
        parts = [
            _axis(scale, top, top + below.height + 52, 3 if width < 500 else 7),
            text(0, 12, "Said to have happened", "track"), group(above.parts, "events", transform="translate(0 20)"),
            text(0, top + 44, "Published", "track"),
            group(below.parts, "published", transform=f"translate(0 {top + 52:.1f})"),
        ]  # fmt: skip
        return picture(width, top + below.height + 60, _summary(placed), parts, "when-picture")

    drawn = [key_of(slots, {event.side for event in given}), laid_out(draw)]
    return framed("timeline", Heading(title, note=_NOTE), drawn, event_table(given))


def _placed(events: list[Event]) -> _Placed:
    timed = [(event, stretch) for event in events if (stretch := stretch_of(event.time)) is not None]
    articles: dict[tuple[str, str], tuple[Event, float]] = {}
    for event in events:
        stretch = stretch_of(event.published)
        if stretch is not None:
            articles.setdefault((event.article, event.published or ""), (event, stretch.start // 1))
    return _Placed(timed, sorted(articles.values(), key=lambda pair: (pair[1], pair[0].side or "~", pair[0].article)))


def _window(placed: _Placed) -> tuple[float, float]:
    """From the first to the last day shown: that of the publications, and of what happened not long before or after;
    what lies further off is marked at the edge. All dates where two in three lie further off."""
    ends = [(s.end - 1 if s.open_start else s.start, s.start + 1 if s.open_end else s.end) for _, s in placed.events]
    days = [day for _, day in placed.published] or sorted(start for start, _ in ends)[
        len(ends) // 8 : len(ends) // 2 + 1
    ]
    low, high = min(days), max(days) + 1
    reach = max(_REACH_DAYS, 1.5 * (high - low))
    core = [(start, end) for start, end in ends if start >= low - reach and end <= high + reach]
    inside = core if len(core) * 3 >= len(ends) else ends
    low = min([low, *(start for start, _ in inside)])
    high = max([high, *(end for _, end in inside)])
    room = max(0.4, (high - low) * 0.02)
    return low - room, high + room


def _axis(scale: Scale, y: float, bottom: float, most: int) -> Markup:
    parts = [line(scale.start, y, scale.end, y, "axis")]
    for tick in day_ticks(scale.low, scale.high, most):
        x = scale.place(tick.at)
        parts += [line(x, 18, x, bottom, "grid"), line(x, y, x, y + 5, "axis")]
        anchor = "start" if x < 40 else "end" if x > scale.end - 40 else "middle"
        parts.append(text(x, y + 19, tick.label, "tick halo-text", anchor))
    return group(parts, "axes")


def _summary(placed: _Placed) -> str:
    parts = [f"Timeline: {len(placed.events)} dated events, {len(placed.published)} articles published"]
    if placed.published:
        first, last = placed.published[0][1], placed.published[-1][1]
        parts.append(stretch_words(Stretch(first, last + 1)))
    return ", ".join(parts)


def event_table(events: Iterable[Event]) -> Table:
    """What the timeline shows, as rows, by the time told."""
    rows = [
        (Cell(event.label, event.href), Cell(_told(event.time)), Cell(_told(event.published)), Cell(event.voice),
         Cell(event.side or ""), Cell(event.outlet))
        for event in events
    ]  # fmt: skip
    return Table("What is said to have happened when, and when it was published", _COLUMNS, tuple(rows))


_COLUMNS = ("What", "When", "Published", "On whose word", "Side", "Outlet")


def _told(edtf: str | None) -> str:
    stretch = stretch_of(edtf)
    return stretch_words(stretch) if stretch else edtf or ""
