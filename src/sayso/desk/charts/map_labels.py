"""Which names stand on the map and where: spots first, then towns, the most populous first; none over another, none
over a spot. More names find room as the map is zoomed in; each knows from which zoom on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.desk.charts.borders import View
from sayso.desk.charts.labels import Box, width_of
from sayso.desk.charts.projecting import Projection
from sayso.packs.gazetteer import Gazetteer

Towns = Callable[[View], Sequence["Town"]]
ZOOMS = (1, 2, 4)
_SIZE = 12.0
_GAP = 5.0
_MOST_TOWNS = 320  # that are tried
_TOWNS_SHOWN = {1: 22, 2: 60, 4: 150}  # a map of news is no atlas


@dataclass(frozen=True, slots=True)
class Town:
    """A settlement on the ground, for finding one's way."""

    name: str
    lat: float
    lon: float
    population: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """Something that wants a name: where, how far off its name stands, how large its letters are; beside it, or where
    `over` is set across it. `grows` where it is drawn to scale, so that its name moves off as the map is zoomed in."""

    x: float
    y: float
    away: float
    words: str
    size: float = _SIZE
    bold: bool = False
    over: bool = False
    grows: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A name that found room: how far from its anchor its baseline begins or ends, and from which zoom on."""

    anchor: Anchor
    dx: float
    dy: float
    side: str
    zoom: int = 1


def towns_of(gazetteer: Gazetteer) -> Towns:
    """A source of towns for the map; what it found for a view is kept."""

    @lru_cache(maxsize=256)
    def found(view: View) -> tuple[Town, ...]:
        east, turned = (view.east, None) if view.east <= 180 else (180.0, view.east - 360)
        entries = gazetteer.settlements_within(view.south, view.west, view.north, east, _MOST_TOWNS)
        if turned is not None:
            entries += gazetteer.settlements_within(view.south, -180.0, view.north, turned, _MOST_TOWNS)
        return tuple(Town(e.name, e.lat, e.lon, e.population) for e in entries)

    return found


def place_names(anchors: Iterable[Anchor], taken: list[Box], frame: Box) -> list[Placed]:
    """A place for each name that has room, in the order given; `taken` grows by what is placed."""
    made = []
    for anchor in anchors:
        spot = _room(anchor, taken, frame, 1)
        if spot is not None:
            made.append(spot)
            taken.append(_box(spot, 1))
    return made


def place_towns(
    towns: Sequence[Town], projection: Projection, names: Sequence[Placed], taken: Sequence[Box], spots: Sequence[Box]
) -> list[Placed]:
    """Towns at each zoom, where names and other things leave room: those of a coarser zoom stay. A town where a spot
    is already is left out."""
    made: dict[str, Placed] = {}
    frame = Box(0, 0, projection.width, projection.height)
    for zoom in ZOOMS:
        boxes = [_shrunk(box, zoom) for box in taken]
        boxes += [_box(placed, zoom) for placed in (*names, *made.values())]
        for town in towns:
            if len(made) >= _TOWNS_SHOWN[zoom]:
                break
            x, y = projection.place(town.lat, town.lon)
            dot = Box(x - 2 / zoom, y - 2 / zoom, x + 2 / zoom, y + 2 / zoom)
            if town.name in made or not dot.within(frame) or any(dot.meets(box) for box in (*spots, *boxes)):
                continue
            spot = _room(Anchor(x, y, _GAP / zoom, town.name, _SIZE / zoom), [*boxes, *spots], frame, zoom)
            if spot is not None:
                made[town.name] = spot
                boxes += [_box(spot, zoom), dot]
    return list(made.values())


def room_of(placed: Placed) -> Box:
    """The room a name takes on the map as it is first seen."""
    return _box(placed, 1)


def _room(anchor: Anchor, taken: Sequence[Box], frame: Box, zoom: int) -> Placed | None:
    """The first free one of eight places around (after Imhof 1975: right and above are read best)."""
    away, size = anchor.away, anchor.size
    for dx, dy, side in _across(away, size) if anchor.over else _around(away, size):
        placed = Placed(anchor, dx, dy, side, zoom)
        box = _box(placed, zoom)
        if box.within(frame) and not any(box.meets(other) for other in taken):
            return placed
    return None


def _around(away: float, size: float) -> tuple[tuple[float, float, str], ...]:
    low, tilt = size * 0.35, away * 0.75
    return (
        (away, low, "start"), (-away, low, "end"), (tilt, -tilt, "start"), (tilt, tilt + size * 0.75, "start"),
        (0, -away - size * 0.2, "middle"), (0, away + size * 0.85, "middle"), (-tilt, -tilt, "end"),
        (-tilt, tilt + size * 0.75, "end"),
    )  # fmt: skip


def _across(away: float, size: float) -> tuple[tuple[float, float, str], ...]:
    heights = (0.0, -0.35, 0.35, -0.65, 0.65, -1.0, 1.0)
    return tuple((0.0, share * away + size * 0.35, "middle") for share in heights)


def _box(placed: Placed, zoom: int) -> Box:
    """The room a name takes at a zoom: its letters keep their size on the screen while the ground grows."""
    anchor, shrunk = placed.anchor, placed.zoom / zoom
    size, off = anchor.size * shrunk, 1.0 if anchor.grows else shrunk
    width = width_of(anchor.words, size) * (1.12 if anchor.bold else 1.02)
    left = anchor.x + placed.dx * off - {"start": 0.0, "middle": width / 2, "end": width}[placed.side]
    base = anchor.y + placed.dy * off
    return Box(left - 2 / zoom, base - size * 0.85, left + width + 2 / zoom, base + size * 0.3)


def _shrunk(box: Box, zoom: int) -> Box:
    """The room that something takes once the ground has grown around it: about its middle."""
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    wide, high = (box.right - box.left) / 2 / zoom, (box.bottom - box.top) / 2 / zoom
    return Box(x - wide, y - high, x + wide, y + high)
