"""Places from a user's files: GeoNames dumps (.txt, .zip), CSV tables and GeoJSON, as rows of a gazetteer.

A row that makes no place is named with its reason and passed over. GeoNames' columns and feature codes are those of
its readme for the "geoname" table; CSV and GeoJSON take the names in `docs/gazetteer.md`.
"""

from __future__ import annotations

import csv
import io
import json
import math
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from sayso.errors import InputError
from sayso.packs.gazetteer import PlaceClass
from sayso.packs.gazetteer_build import Row
from sayso.packs.toponyms import fold

_GEONAMES_COLUMNS = 19
_SYNONYMS = {"latitude": "lat", "longitude": "lon", "lng": "lon", "long": "lon", "asciiname": "ascii", "kind": "class"}
_SYNONYMS |= {"alternatenames": "aliases", "radius_km": "radius", "country_code": "country", "admin1": "region"}
_WORDS = {kind.name.lower(): kind for kind in PlaceClass}
_WORDS |= {"village": PlaceClass.SETTLEMENT, "town": PlaceClass.SETTLEMENT, "city": PlaceClass.SETTLEMENT}
_WORDS |= {"county": PlaceClass.DISTRICT, "state": PlaceClass.REGION, "province": PlaceClass.REGION}


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that makes no place: which one, counted from 1, and why."""

    number: int
    reason: str


def read_rows(path: Path) -> Iterator[Row | BadRow]:
    """The rows of a file, its format told by its name's ending. Raises InputError where it can't be read at all."""
    ending = path.suffix.lower()
    try:
        if ending == ".zip":
            yield from _zipped(path)
        elif ending in (".json", ".geojson"):
            yield from _geojson(json.loads(path.read_text(encoding="utf-8-sig")))
        elif ending in (".csv", ".tsv"):
            with path.open(encoding="utf-8-sig", newline="") as lines:
                yield from _table(lines)
        elif ending == ".txt":
            with path.open(encoding="utf-8-sig", newline="\n") as lines:
                yield from _geonames(lines)
        else:
            raise InputError(str(path), "not a GeoNames dump (.txt, .zip), .csv, .tsv, .json or .geojson")
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, zipfile.BadZipFile, csv.Error) as error:
        raise InputError(str(path), str(error)) from error


def _zipped(path: Path) -> Iterator[Row | BadRow]:
    with zipfile.ZipFile(path) as archive:
        tables = [i for i in archive.infolist() if i.filename.endswith(".txt") and "readme" not in i.filename.lower()]
        if not tables:
            raise InputError(str(path), "no .txt table in the archive")
        with archive.open(max(tables, key=lambda i: i.file_size)) as binary:
            yield from _geonames(io.TextIOWrapper(binary, encoding="utf-8-sig", newline="\n"))


def _geonames(lines: Iterable[str]) -> Iterator[Row | BadRow]:
    for number, line in enumerate(lines, 1):
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) != _GEONAMES_COLUMNS:
            yield BadRow(number, f"{len(cells)} columns, not {_GEONAMES_COLUMNS}")
            continue
        kind = _feature(cells[6], cells[7])
        if kind is not None:
            given = {
                "id": cells[0],
                "name": cells[1],
                "aliases": ",".join(cells[2:4]),
                "lat": cells[4],
                "lon": cells[5],
            }
            given |= {"country": cells[8], "region": cells[10], "population": cells[14]}
            yield _row(number, given, kind)


def _feature(letter: str, code: str) -> PlaceClass | None:
    """The class of a GeoNames feature; None for what no article means by a place's name (a section of a road)."""
    if letter == "A":
        if code.startswith("PCL"):
            return PlaceClass.COUNTRY
        return PlaceClass.REGION if code == "ADM1" else PlaceClass.DISTRICT
    if letter == "P":
        return PlaceClass.SETTLEMENT
    if letter in ("H", "U"):
        return PlaceClass.RIVER if code.startswith("STM") else PlaceClass.WATER
    if letter == "T":
        return PlaceClass.AREA if code.startswith("ISL") else PlaceClass.MOUNTAIN
    if letter in ("L", "V"):
        return PlaceClass.CONTINENT if code == "CONT" else PlaceClass.AREA
    return PlaceClass.SPOT if letter == "S" else None


def _table(lines: IO[str]) -> Iterator[Row | BadRow]:
    head = lines.readline()
    mark = max("\t;,", key=head.count)
    columns = [_column(c) for c in next(csv.reader([head], delimiter=mark), [])]
    for number, cells in enumerate(csv.reader(lines, delimiter=mark), 2):
        if cells:
            yield _row(number, dict(zip(columns, cells, strict=False)))


def _geojson(given: Any) -> Iterator[Row | BadRow]:
    features = given.get("features") if isinstance(given, Mapping) else None
    if not isinstance(features, list):
        yield BadRow(1, "not a FeatureCollection")
        return
    for number, feature in enumerate(features, 1):
        shape = feature.get("geometry") if isinstance(feature, Mapping) else None
        spots = list(_positions(shape.get("coordinates"))) if isinstance(shape, Mapping) else []
        if not spots:
            yield BadRow(number, "no coordinates")
            continue
        properties = feature.get("properties") or {}
        values = {_column(str(k)): str(v) for k, v in properties.items() if v is not None}
        west, east = min(s[0] for s in spots), max(s[0] for s in spots)
        south, north = min(s[1] for s in spots), max(s[1] for s in spots)
        values["lon"], values["lat"] = str((west + east) / 2), str((south + north) / 2)
        if len(spots) > 1:
            wide = (east - west) * math.cos(math.radians((south + north) / 2))
            values.setdefault("radius", str(55.6 * math.hypot(wide, north - south)))
        yield _row(number, values)


def _positions(given: Any) -> Iterator[tuple[float, float]]:
    """Every position of a geometry, however deep its lists go."""
    waiting = [given]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list) and len(item) >= 2 and all(isinstance(x, int | float) for x in item[:2]):
            yield float(item[0]), float(item[1])
        elif isinstance(item, list):
            waiting.extend(item)


def _column(name: str) -> str:
    low = name.strip().lower()
    return _SYNONYMS.get(low, low)


def _row(number: int, given: Mapping[str, str], kind: PlaceClass | None = None) -> Row | BadRow:
    """A row from words by column, checked."""
    name = " ".join(given.get("name", "").split())
    if not fold(name):
        return BadRow(number, "no name")
    try:
        lat, lon = _degrees(given, "lat", 90), _degrees(given, "lon", 180)
        population = int(float(given.get("population") or 0))
        radius = float(given.get("radius") or 0)
    except (ValueError, OverflowError) as error:
        return BadRow(number, f"{name}: {error}")
    said = given.get("class", "").strip().lower()
    if kind is None and said and said not in _WORDS:
        return BadRow(number, f"{name}: class {said!r} is none of {', '.join(_WORDS)}")
    if not (0 <= population < 1 << 40 and 0 <= radius < 30_000):
        return BadRow(number, f"{name}: population or radius out of range")
    aliases = [a.strip() for a in given.get("aliases", "").replace("|", ",").replace(";", ",").split(",")]
    return Row(
        name=name,
        lat=lat,
        lon=lon,
        kind=kind or _WORDS.get(said, PlaceClass.SETTLEMENT),
        country=given.get("country", "").strip().upper(),
        region=given.get("region", "").strip(),
        population=population,
        radius=radius,
        aliases=tuple(a for a in aliases if a),
        ref=given.get("id", "").strip(),
    )


def _degrees(given: Mapping[str, str], column: str, most: float) -> float:
    value = float(given.get(column) or "nan")
    if not -most <= value <= most:
        raise ValueError(f"{column} {given.get(column, '')!r} is no number of degrees")
    return value
