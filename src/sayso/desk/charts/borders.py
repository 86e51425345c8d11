"""The offline base of the map: the world's countries as arcs, read once, and what of them lies in a view.

Natural Earth, 1:10 million, public domain; borders_build.py says how the file is made. Borders are those in fact, as
Natural Earth draws them; those in dispute are told apart, and no judgement on them is made here.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, cached_property
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from sayso.errors import PartError

MAGIC = b"SAYSOMAP1"
SCALE = 1000.0  # steps to a degree

Points = npt.NDArray[np.float64]


class ArcKind(IntEnum):
    """What a line is."""

    COAST = 0
    BORDER = 1
    DISPUTED = 2


@dataclass(frozen=True, slots=True)
class View:
    """A part of the world in degrees; `east` may lie beyond 180 where the view crosses that meridian."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Shape:
    """A polygon of a country: its rings of points (longitude, latitude), the outer one first."""

    country: str
    rings: tuple[Points, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """A polygon of a country as arcs: ~n means arc n backwards."""

    country: str
    rings: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of one kind."""

    kind: ArcKind
    points: Points


@dataclass(frozen=True)
class Borders:
    """All arcs, the polygons that they bound, and the lines that they are drawn as."""

    arcs: tuple[Points, ...]
    grounds: tuple[Ground, ...]
    strokes: tuple[Stroke, ...]

    def lines(self, view: View, kind: ArcKind, least: float = 0.0) -> list[Points]:
        """The lines of a kind that may lie in the view, moved by full turns to where the view is; of coasts those that
        reach over at least so many degrees."""
        drawn = self._stroke_kinds == kind
        if kind is ArcKind.COAST:
            drawn &= _reach(self._stroke_boxes) >= least
        return [
            self.strokes[at].points + np.array((turn, 0.0))
            for turn in _TURNS
            for at in np.flatnonzero(_meets(self._stroke_boxes, view, turn) & drawn)
        ]

    def shapes(self, view: View, least: float = 0.0) -> list[Shape]:
        """The polygons that may lie in the view and reach over at least so many degrees, by country."""
        drawn = _reach(self._ground_boxes) >= least
        return [
            Shape(self.grounds[at].country, tuple(self._ring(ring, turn) for ring in self.grounds[at].rings))
            for turn in _TURNS
            for at in np.flatnonzero(_meets(self._ground_boxes, view, turn) & drawn)
        ]

    def thinned(self, degrees: float) -> Borders:
        """The same without what is finer than so many degrees: points of one cell of a grid, and small islands."""
        reach = _reach(self._ground_boxes)
        grounds = tuple(
            g for g, wide in zip(self.grounds, reach, strict=True) if wide >= degrees or len(g.rings[0]) > 1
        )
        strokes = tuple(
            Stroke(stroke.kind, thin(stroke.points, degrees))
            for stroke in self.strokes
            if stroke.kind is not ArcKind.COAST or np.ptp(stroke.points, axis=0).max() >= degrees
        )
        return Borders(tuple(thin(points, degrees) for points in self.arcs), grounds, strokes)

    def _ring(self, ring: tuple[int, ...], turn: float = 0.0) -> Points:
        """A ring's points, run on over the date line; one around a pole is closed along that pole."""
        joined: Points = np.concatenate([self.arcs[arc] if arc >= 0 else self.arcs[~arc][::-1] for arc in ring])
        joined[:, 0] = np.unwrap(joined[:, 0], period=360.0) + turn
        if abs(joined[-1, 0] - joined[0, 0]) > 180.0:
            pole = -90.0 if joined[:, 1].mean() < 0 else 90.0
            joined = np.concatenate([joined, [[joined[-1, 0], pole], [joined[0, 0], pole]]])
        return joined

    @cached_property
    def _stroke_kinds(self) -> npt.NDArray[np.int64]:
        return np.array([stroke.kind for stroke in self.strokes])

    @cached_property
    def _stroke_boxes(self) -> Points:
        return np.array([_box(stroke.points) for stroke in self.strokes])

    @cached_property
    def _ground_boxes(self) -> Points:
        return np.array([_box(self._ring(ground.rings[0])) for ground in self.grounds])


def _box(points: Points) -> list[float]:
    return [*points.min(axis=0), *points.max(axis=0)]


def _reach(boxes: Points) -> npt.NDArray[np.float64]:
    """The longer side of each box."""
    longer: npt.NDArray[np.float64] = (boxes[:, 2:] - boxes[:, :2]).max(axis=1)
    return longer


def thin(points: Points, cell: float) -> Points:
    """A line without the points that lie in the same cell of a grid as the one before; its ends stay."""
    if len(points) < 3:
        return points
    changed = np.any(np.diff(np.floor(points / cell), axis=0) != 0, axis=1)
    kept: Points = points[np.concatenate([[True], changed[:-1], [True]])]
    return kept


_LEVELS = (0.02, 0.05, 0.1, 0.2, 0.4)  # degrees
_TURNS = (0.0, 360.0, -360.0)


def _meets(boxes: Points, view: View, turn: float) -> npt.NDArray[np.bool_]:
    met: npt.NDArray[np.bool_] = (
        (boxes[:, 0] + turn <= view.east)
        & (boxes[:, 2] + turn >= view.west)
        & (boxes[:, 1] <= view.north)
        & (boxes[:, 3] >= view.south)
    )
    return met


def borders_at(degrees: float) -> Borders:
    """The borders, at least as fine as so many degrees. Raises PartError."""
    level = max((level for level in _LEVELS if level <= degrees), default=0.0)
    return _level(level) if level else load_borders()


def load_levels() -> None:
    """Makes the borders of every fineness ready. Raises PartError."""
    for level in _LEVELS:
        _level(level)


@cache
def _level(degrees: float) -> Borders:
    return load_borders().thinned(degrees)


@cache
def load_borders() -> Borders:
    """The borders that come with sayso. Raises PartError where the file is missing or broken."""
    try:
        packed = files("sayso.desk.charts").joinpath("data/borders.bin").read_bytes()
    except OSError as error:
        raise PartError("map", f"its borders can't be read: {error}") from error
    if not packed.startswith(MAGIC):
        raise PartError("map", "its borders are of another version: run make borders")
    raw = zlib.decompress(packed[len(MAGIC) :])
    (size,) = struct.unpack_from("<I", raw)
    header, at = json.loads(raw[4 : 4 + size]), 4 + size
    lengths = np.array(header["lengths"])
    starts = np.frombuffer(raw, "<i4", 2 * len(lengths), at).reshape(-1, 2)
    at += starts.nbytes
    count = int(lengths.sum() - len(lengths))
    across = np.frombuffer(raw, "<i2", count, at)
    up = np.frombuffer(raw, "<i2", count, at + across.nbytes)
    steps = np.stack([across, up], axis=1).astype(np.int64)
    arcs, first = [], 0
    for start, length in zip(starts, lengths, strict=True):
        moved = np.cumsum(np.concatenate([start[None].astype(np.int64), steps[first : first + length - 1]]), axis=0)
        arcs.append(moved / SCALE)
        first += length - 1
    grounds = tuple(
        Ground(name, tuple(tuple(ring) for ring in polygon))
        for name, polygons in header["countries"]
        for polygon in polygons
    )
    return Borders(tuple(arcs), grounds, tuple(_strokes(arcs, header["cuts"])))


def _strokes(arcs: Sequence[Points], cuts: Sequence[Sequence[tuple[int, int]]]) -> Iterator[Stroke]:
    """Each arc, cut where its kind changes."""
    for points, begins in zip(arcs, cuts, strict=True):
        ends = [*(start for start, _ in begins[1:]), len(points) - 1]
        for (start, kind), end in zip(begins, ends, strict=True):
            yield Stroke(ArcKind(kind), points[start : end + 1])
