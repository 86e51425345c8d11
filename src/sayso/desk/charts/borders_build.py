"""Builds data/borders.bin from Natural Earth's countries at 1:10 million, as the npm package world-atlas ships them
(TopoJSON): `make borders`, after `npm ci` in web/.

Arcs are thinned by the area that each point stands for (Visvalingam and Whyatt 1993), whole small islands left out, and
kept as differences in thousandths of a degree. An arc that two countries share is a border, the others are coast.
"""

from __future__ import annotations

import heapq
import json
import struct
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.desk.charts.borders import MAGIC, SCALE

_LEAST_AREA = 0.00012  # square degrees: about 1.5 square kilometres at the equator
_LEAST_ISLAND = 0.0015
_LONGEST = 30.0
_SOURCE = "web/node_modules/world-atlas/countries-10m.json"
_TARGET = Path(__file__).with_name("data") / "borders.bin"

# Lines that a government with a seat in the United Nations disputes, so that they are drawn broken: two countries, and
# the box (west, south, east, north) in which their border is in dispute.
_EVERYWHERE = (-180.0, -90.0, 180.0, 90.0)
_DISPUTED = (
    ("Kosovo", "Serbia", _EVERYWHERE), ("N. Cyprus", "Cyprus", _EVERYWHERE), ("Somaliland", "Somalia", _EVERYWHERE),
    ("W. Sahara", "Morocco", _EVERYWHERE), ("Palestine", "Israel", _EVERYWHERE), ("Israel", "Syria", _EVERYWHERE),
    ("Russia", "Ukraine", (32.0, 44.0, 36.8, 46.6)), ("India", "Pakistan", (73.5, 32.4, 78.0, 37.0)),
    ("India", "China", (77.5, 32.0, 80.5, 36.5)), ("India", "China", (91.5, 26.5, 97.5, 29.8)),
    ("Sudan", "S. Sudan", (27.5, 9.2, 29.5, 10.6)), ("Egypt", "Sudan", (33.0, 21.5, 37.0, 23.5)),
)  # fmt: skip
_ALWAYS_DISPUTED = frozenset({"Siachen Glacier"})

Points = npt.NDArray[np.float64]


def build(source: Path, target: Path) -> int:
    """Writes the file; how many bytes it has."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = [_decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    countries = [
        (shape.get("properties", {}).get("name", ""), _polygons(shape))
        for shape in topology["objects"]["countries"]["geometries"]
    ]
    used, owners = _owners(countries, arcs)
    order = {old: new for new, old in enumerate(used)}
    thin = [np.round(_split(_thinned(arcs[old])) * SCALE).astype(np.int64) for old in used]
    header = {
        "lengths": [len(points) for points in thin],
        "cuts": [_cuts(points / SCALE, owners[old]) for old, points in zip(used, thin, strict=True)],
        "countries": [
            [name, kept]
            for name, polygons in sorted(countries)
            if (kept := [[[_renamed(arc, order) for arc in ring] for ring in p] for p in polygons if _known(p, order)])
        ],
    }
    target.write_bytes(MAGIC + zlib.compress(_packed(header, thin), 9))
    return target.stat().st_size


def _packed(header: dict[str, Any], arcs: Sequence[npt.NDArray[np.int64]]) -> bytes:
    head = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode()
    starts = np.array([points[0] for points in arcs], dtype="<i4")
    steps = np.concatenate([np.diff(points, axis=0) for points in arcs])
    across, up = steps[:, 0].astype("<i2"), steps[:, 1].astype("<i2")
    return struct.pack("<I", len(head)) + head + starts.tobytes() + across.tobytes() + up.tobytes()


def _decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> Points:
    points = np.cumsum(np.array(arc, dtype=np.float64), axis=0) * transform["scale"] + transform["translate"]
    points[:, 0] = np.unwrap(points[:, 0], period=360.0)  # over the date line
    return points


def _polygons(shape: dict[str, Any]) -> list[list[list[int]]]:
    if shape["type"] == "Polygon":
        return [shape["arcs"]]
    return list(shape["arcs"]) if shape["type"] == "MultiPolygon" else []


def _owners(
    countries: Sequence[tuple[str, list[list[list[int]]]]], arcs: Sequence[Points]
) -> tuple[list[int], dict[int, set[str]]]:
    """The arcs in use, in order, and which countries have each. Islands too small to see are left out."""
    owners: dict[int, set[str]] = {}
    for name, polygons in countries:
        biggest = max((_extent(p, arcs) for p in polygons), default=0.0)
        for polygon in polygons:
            if _extent(polygon, arcs) >= min(_LEAST_ISLAND, biggest):
                for arc in (a if a >= 0 else ~a for ring in polygon for a in ring):
                    owners.setdefault(arc, set()).add(name)
    return sorted(owners), owners


def _extent(polygon: list[list[int]], arcs: Sequence[Points]) -> float:
    points = np.concatenate([arcs[a if a >= 0 else ~a] for a in polygon[0]])
    return float(np.prod(points.max(axis=0) - points.min(axis=0)))


def _known(polygon: list[list[int]], order: dict[int, int]) -> bool:
    return all((a if a >= 0 else ~a) in order for ring in polygon for a in ring)


def _renamed(arc: int, order: dict[int, int]) -> int:
    return order[arc] if arc >= 0 else ~order[~arc]


def _cuts(points: Points, owners: set[str]) -> list[list[int]]:
    """An arc as stretches of one kind, each with its first point and its kind: 0 coast, 1 border, 2 disputed."""
    if len(owners) < 2:
        return [[0, 0]]
    disputed = np.full(len(points), bool(owners & _ALWAYS_DISPUTED))
    for one, other, (west, south, east, north) in _DISPUTED:
        if {one, other} <= owners:
            disputed |= ((points >= (west, south)) & (points <= (east, north))).all(axis=1)
    kinds = np.where(disputed[:-1] & disputed[1:], 2, 1)
    starts = np.flatnonzero(np.diff(kinds, prepend=0))
    return [[int(at), int(kinds[at])] for at in starts]


def _thinned(points: Points) -> Points:
    """The arc without the points whose triangle with their neighbours is small; a closed arc keeps four at least."""
    count = len(points)
    closed = bool((points[0] == points[-1]).all())
    before, after = list(range(-1, count - 1)), list(range(1, count + 1))
    alive, left = [True] * count, count
    heap = [(_area(points, at - 1, at, at + 1), at) for at in range(1, count - 1)]
    areas = {at: area for area, at in heap}
    heapq.heapify(heap)
    while heap and left > (4 if closed else 2):
        area, at = heapq.heappop(heap)
        if not alive[at] or areas[at] != area:
            continue
        if area >= _LEAST_AREA:
            break
        alive[at], left = False, left - 1
        after[before[at]], before[after[at]] = after[at], before[at]
        for near in (before[at], after[at]):
            if 0 < near < count - 1:
                areas[near] = max(area, _area(points, before[near], near, after[near]))
                heapq.heappush(heap, (areas[near], near))
    return points[alive]


def _split(points: Points) -> Points:
    """The arc with steps of no more than 30 degrees, so that each fits in 16 bits (the foot of Antarctica)."""
    made = [points[0]]
    for point in points[1:]:
        parts = int(np.abs(point - made[-1]).max() // _LONGEST) + 1
        made += list(np.linspace(made[-1], point, parts + 1)[1:])
    return np.array(made)


def _area(points: Points, a: int, b: int, c: int) -> float:
    (ax, ay), (bx, by), (cx, cy) = points[a], points[b], points[c]
    return abs(float((bx - ax) * (cy - ay) - (cx - ax) * (by - ay))) / 2


if __name__ == "__main__":
    given = Path(sys.argv[1] if len(sys.argv) > 1 else _SOURCE)
    print(f"{_TARGET.name}: {build(given, _TARGET):,} bytes")
