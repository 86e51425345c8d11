"""The ground of the map: land, coast, borders and the countries' names, clipped to the view and as fine as it shows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from markupsafe import Markup

from sayso.desk.charts.borders import ArcKind, Points, borders_at, thin
from sayso.desk.charts.labels import Box, label_box
from sayso.desk.charts.projecting import Projection
from sayso.desk.charts.svg import element

_FINE = 0.5  # points closer than this are one: finer than a screen shows until the map is zoomed in
_COARSE = 1.2  # the same where the view is wider than _WIDE_DEGREES: there are too many, and no one zooms in so far
_WIDE_DEGREES = 50.0
_LEAST_LAND = 1.5  # units: a smaller island is not drawn
_EDGE = 3.0  # shapes are cut a little outside of the view
_GRID = 22  # how finely a country's visible part is looked at for where its name fits
_TRIED = 40  # places tried for a name
_NAMED_CELL = 4.0  # as finely as a place for a name needs to know a shape
_LEAST_NAMED = 25.0  # a smaller shape has no room for a name
_NAME_SIZE = 12.0
_NAME_WIDER = 1.45  # letters of a country's name stand apart


@dataclass(frozen=True, slots=True)
class Ground:
    """The drawn ground, and for each country in view the places where its name may stand, the best first."""

    parts: tuple[Markup, ...]
    names: tuple[tuple[CountryName, ...], ...]


@dataclass(frozen=True, slots=True)
class CountryName:
    """A country's name in one place, with the room that it takes there."""

    country: str
    x: float
    y: float
    box: Box


@lru_cache(maxsize=64)
def draw_ground(projection: Projection) -> Ground:
    """Land, coasts, borders and names of a view."""
    view = projection.view
    fine = _COARSE if view.north - view.south > _WIDE_DEGREES else _FINE
    borders = borders_at(fine / projection.scale)
    least = _LEAST_LAND / projection.scale
    shapes: dict[str, list[Points]] = {}
    for shape in borders.shapes(view, least):
        for ring in shape.rings:
            kept = _clipped(projection.places(ring), projection, fine)
            if len(kept) > 2:
                shapes.setdefault(shape.country, []).append(kept)
    land = "".join(_path(ring) + "Z" for rings in shapes.values() for ring in rings)
    parts = [element("rect", {"width": projection.width, "height": projection.height, "class": "sea"})]
    parts += [element("path", {"d": land, "class": "land"})] if land else []
    for kind, class_ in ((ArcKind.COAST, "coast"), (ArcKind.BORDER, "border"), (ArcKind.DISPUTED, "disputed")):
        lines = borders.lines(view, kind, least)
        drawn = "".join(_runs(projection.places(points), projection, fine) for points in lines)
        parts += [element("path", {"d": drawn, "class": class_})] if drawn else []
    return Ground(tuple(parts), tuple(_names(shapes, projection)))


def _clipped(points: Points, projection: Projection, fine: float) -> Points:
    """A ring cut to the view (Sutherland and Hodgman 1974), without points that do not show."""
    edges = ((0, -_EDGE, 1), (0, projection.width + _EDGE, -1), (1, -_EDGE, 1), (1, projection.height + _EDGE, -1))
    for axis, at, way in edges:
        if len(points) == 0:
            break
        inside = (points[:, axis] - at) * way >= 0
        if inside.all():
            continue
        following, next_inside = np.roll(points, -1, axis=0), np.roll(inside, -1)
        crossing = inside != next_inside
        step = following - points
        share = np.where(crossing, (at - points[:, axis]) / np.where(crossing, step[:, axis], 1.0), 0.0)
        crossed = points + step * share[:, None]
        both = np.stack([points, crossed], axis=1).reshape(-1, 2)
        points = both[np.stack([inside, crossing], axis=1).reshape(-1)]
    return thin(points, fine)


def _runs(points: Points, projection: Projection, fine: float) -> str:
    """A line's parts within the view."""
    low, high = -_EDGE, np.array([projection.width, projection.height]) + _EDGE
    outside = ((points < low) | (points > high)).any(axis=1)
    if not outside.any():
        return _path(thin(points, fine))
    seen: npt.NDArray[np.bool_] = np.logical_not(outside)
    near = np.array(seen)
    near[1:] |= seen[:-1]
    near[:-1] |= seen[1:]
    edges = np.flatnonzero(np.diff(np.concatenate([[False], near, [False]]).astype(np.int8)))
    return "".join(_path(thin(points[a:b], fine)) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a > 1)


def _path(points: Points) -> str:
    """A path in steps of a tenth of a unit."""
    tenths = np.round(points * 10).astype(np.int64)
    steps = np.diff(tenths, axis=0)
    moved = steps[steps.any(axis=1)] / 10
    told = ("%g %g " * len(moved) % tuple(moved.ravel().tolist()))[:-1]
    return f"M{tenths[0][0] / 10:g} {tenths[0][1] / 10:g}l{told}" if told else ""


def _names(shapes: dict[str, list[Points]], projection: Projection) -> list[tuple[CountryName, ...]]:
    """Each country's name where its visible part is widest around, and some places more."""
    across = (np.arange(_GRID) + 0.5) / _GRID * projection.width
    up = (np.arange(_GRID) + 0.5) / _GRID * projection.height
    spots = np.stack(np.meshgrid(across, up), axis=-1).reshape(-1, 2)
    made = []
    for country, rings in sorted(shapes.items()):
        inside = np.zeros(len(spots), dtype=bool)
        for ring in rings:
            if np.ptp(ring, axis=0).max() > _LEAST_NAMED:
                inside ^= _holds(thin(ring, _NAMED_CELL), spots)
        if inside.sum() < 4:
            continue
        outside = np.concatenate([spots[~inside], _rim(projection)])
        room = np.sqrt(((spots[inside][:, None] - outside[None]) ** 2).sum(axis=2)).min(axis=1)
        best = spots[inside][np.argsort(-room, kind="stable")[:_TRIED]].tolist()
        tried = (
            CountryName(country, x, y, label_box(x, y, country.upper(), _NAME_SIZE * _NAME_WIDER, "middle"))
            for x, y in best
        )
        made.append(tuple(name for name in tried if name.box.left > 2 and name.box.right < projection.width - 2))
    return made


def _rim(projection: Projection) -> Points:
    width, height = projection.width, projection.height
    return np.array(
        [(x, y) for x in np.linspace(0, width, 9) for y in (0.0, height)]
        + [(x, y) for y in np.linspace(0, height, 9) for x in (0.0, width)]
    )


def _holds(ring: Points, spots: Points) -> npt.NDArray[np.bool_]:
    """Which spots lie in the ring (even-odd rule)."""
    x, y = spots[:, 0][:, None], spots[:, 1][:, None]
    x1, y1 = ring[:, 0], ring[:, 1]
    x2, y2 = np.roll(x1, -1), np.roll(y1, -1)
    level = np.where(y2 == y1, 1e-9, y2 - y1)
    hits = ((y1 > y) != (y2 > y)) & (x < (x2 - x1) * (y - y1) / level + x1)
    odd: npt.NDArray[np.bool_] = hits.sum(axis=1) % 2 == 1
    return odd
