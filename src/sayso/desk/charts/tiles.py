"""Tiles of a server that the user has configured, in place of the ground that comes with sayso.

Tiles are in Web Mercator; each is laid over the box of degrees that it shows. Within one tile the two projections
differ by less than the words of a text are exact.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from sayso.desk.charts.projecting import Projection
from sayso.desk.charts.svg import Given, element

_SIDE = 256.0  # units that a tile covers at most
_DEEPEST = 16
_MERCATOR = 85.05  # degrees of latitude where the tiles end
_MOST = 80


@dataclass(frozen=True, slots=True)
class Tile:
    """One tile: how deep, and its column and row there; a column may lie beyond the date line."""

    z: int
    x: int
    y: int


def draw_tiles(projection: Projection, address: str) -> list[Markup]:
    """The tiles of a view; `address` has {z}, {x} and {y} in it."""
    return [_image(projection, address, tile) for tile in _tiles(projection)]


def _image(projection: Projection, address: str, tile: Tile) -> Markup:
    """A tile where it lies, a hair larger, so that no seam shows."""
    count = 2**tile.z
    left, right = (_across(projection, column / count * 360 - 180) for column in (tile.x, tile.x + 1))
    top, bottom = (_down(projection, _latitude(row, count)) for row in (tile.y, tile.y + 1))
    href = address.replace("{z}", str(tile.z)).replace("{x}", str(tile.x % count)).replace("{y}", str(tile.y))
    given: Given = {"href": href, "x": left, "y": top, "width": right - left + 0.2, "height": bottom - top + 0.2}
    return element("image", {**given, "preserveAspectRatio": "none"})


def _tiles(projection: Projection) -> Iterator[Tile]:
    view = projection.view
    world = 360 * projection.squeeze * projection.scale
    z = min(_DEEPEST, max(0, math.ceil(math.log2(max(1.0, world / _SIDE)) - 0.25)))
    count = 2**z
    first, last = (math.floor((lon + 180) / 360 * count) for lon in (view.west, view.east))
    top, bottom = (_row(lat, count) for lat in (view.north, view.south))
    if (last - first + 1) * (bottom - top + 1) <= _MOST:
        for y in range(top, bottom + 1):
            yield from (Tile(z, x, y) for x in range(first, last + 1))


def _across(projection: Projection, lon: float) -> float:
    return projection.width / 2 + (lon - projection.lon) * projection.squeeze * projection.scale


def _down(projection: Projection, lat: float) -> float:
    return projection.height / 2 + (projection.lat - lat) * projection.scale


def _row(lat: float, count: int) -> int:
    kept = math.radians(min(max(lat, -_MERCATOR), _MERCATOR))
    share = (1 - math.asinh(math.tan(kept)) / math.pi) / 2
    return min(max(math.floor(share * count), 0), count - 1)


def _latitude(row: int, count: int) -> float:
    """The latitude at a row's upper edge."""
    return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * row / count))))
