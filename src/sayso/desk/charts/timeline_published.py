"""The lower track: publications, a square for each article hanging from the axis on its day; counted where too many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from sayso.desk.charts.binning import Bin, bins_of, draw_bins
from sayso.desk.charts.figure_bars import Drawn
from sayso.desk.charts.palette import slot
from sayso.desk.charts.scales import Scale
from sayso.desk.charts.svg import Given, element, linked, text
from sayso.desk.charts.timeline_marks import Event

_SQUARE = 11.0
_GAP = 2.0
_MOST = 9  # squares in a stack


def draw_published(published: Sequence[tuple[Event, float]], scale: Scale, slots: Mapping[str, str]) -> Drawn:
    """The track, from y = 0 downward."""
    if not published:
        return Drawn(20.0, [text(0, 14, "No day of publication is known.", "small soft")])
    days: dict[float, list[Event]] = {}
    for event, day in published:
        days.setdefault(day, []).append(event)
    wide = abs(scale.place(scale.low + 1) - scale.place(scale.low))
    if max(map(len, days.values())) > _MOST or (wide < _SQUARE and len(days) > 1 and _crowded(list(days), scale)):
        bins = bins_of([(event.side, day + 0.5, event) for event, day in published], scale)
        return draw_bins(bins, scale, slots, _describe, upward=False)
    parts = []
    for day, events in days.items():
        x = scale.place(day + 0.5) - _SQUARE / 2
        for at, event in enumerate(events):
            square: Given = {
                "x": x,
                "y": at * (_SQUARE + _GAP),
                "width": _SQUARE,
                "height": _SQUARE,
                "rx": 1.5,
                "class": "bar",
            }
            parts.append(
                linked(event.article_href, _told(event), [element("rect", square)], f"mark s-{slot(event.side, slots)}")
            )
    return Drawn(max(map(len, days.values())) * (_SQUARE + _GAP), parts)


def _crowded(days: list[float], scale: Scale) -> bool:
    """Whether squares of two days would stand on each other."""
    places = sorted(scale.place(day) for day in days)
    return any(after - before < _SQUARE + 1 for before, after in pairwise(places))


def _told(event: Event) -> str:
    return " · ".join(part for part in (event.published or "", event.outlet or event.article) if part)


def _describe(bin_: Bin) -> str:
    outlets = [event.outlet or event.article for event in bin_.items if isinstance(event, Event)]
    names = list(dict.fromkeys(outlets))
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return f"{len(bin_.items)} articles: {', '.join(names[:5])}{more}"
