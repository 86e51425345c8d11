"""The gazetteer: places with their names, classes and coordinates, as indexed files that are only read.

What comes with sayso is one SQLite file (GeoNames settlements of 500 inhabitants and more, the first-level regions of
the world's countries, US counties, and named features); a user's own file adds villages and overrules it. Both have
the same two tables and are opened immutable, so that any number of processes share them.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import numpy.typing as npt

from sayso.errors import PartError
from sayso.packs.toponyms import loosen

SCHEMA = 1
DEFAULT = "data/gazetteer.sqlite"
_PLACES = "SELECT id, ref, name, kind, country, region, lat, lon, population, radius FROM place"
_Numbers = npt.NDArray[np.int64]
_AT_ONCE = 500  # keys asked for in one query; SQLite's oldest limit on variables is 999


class PlaceClass(IntEnum):
    """What kind of place an entry is, coarse enough to compare gazetteers."""

    CONTINENT = 1
    COUNTRY = 2
    REGION = 3  # first-level: state, oblast, province
    DISTRICT = 4  # second-level: county, raion
    SETTLEMENT = 5
    AREA = 6  # informal or contested region, island, quarter
    WATER = 7
    RIVER = 8
    MOUNTAIN = 9
    SPOT = 10  # a building, square, plant


@dataclass(frozen=True, slots=True)
class Entry:
    """One place. `country` is its ISO 3166 code, `region` the code of its first-level region within the country; both
    may be empty. Radius in kilometres says how widely it spreads; 0 where not known."""

    source: str
    id: str
    name: str
    kind: PlaceClass
    country: str
    region: str
    lat: float
    lon: float
    population: int
    radius_km: float


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that a name may stand for, and whether the name is its main one."""

    entry: Entry
    main: bool


@dataclass(slots=True)
class _Store:
    """One file, opened anew in each thread and process that asks (SQLite's handles must not cross a fork)."""

    path: Path
    source: str
    digest: str = ""
    handles: threading.local = field(default_factory=threading.local)

    def ask(self, query: str, given: Iterable[object] = ()) -> list[tuple]:  # type: ignore[type-arg]
        handle = getattr(self.handles, "handle", None)
        if handle is None or self.handles.process != os.getpid():
            handle = sqlite3.connect(f"{self.path.resolve().as_uri()}?immutable=1", uri=True, check_same_thread=False)
            self.handles.handle, self.handles.process = handle, os.getpid()
        return handle.execute(query, tuple(given)).fetchall()


class Gazetteer:
    """The open files, a user's own first. `version` names each with the digest of its content."""

    def __init__(self, stores: Iterable[tuple[Path, str]] = ()) -> None:
        """Opens the files, each with the name that its entries carry as their gazetteer. Raises PartError."""
        self._stores = [_opened(path, source) for path, source in stores]
        self.version = "+".join(f"{s.source} {s.digest}" for s in self._stores) or "none"

    def lookup(self, keys: Iterable[str]) -> Mapping[str, tuple[Found, ...]]:
        """Every entry under each of the folded names; names that none has are left out."""
        return self._collect("name", list(dict.fromkeys(keys)))

    def lookup_loose(self, keys: Iterable[str]) -> Mapping[str, tuple[Found, ...]]:
        """As `lookup`, on the coarser key on which romanisations agree. For names that `lookup` does not know."""
        loose: dict[str, list[str]] = {}
        for key in dict.fromkeys(keys):
            loose.setdefault(loosen(key), []).append(key)
        found = self._collect("loose", list(loose))
        return {key: hits for at, hits in found.items() for key in loose[at]}

    @cached_property
    def countries(self) -> Mapping[str, Entry]:
        """Every country by its code."""
        return {e.country: e for e in reversed(self._of_kind(PlaceClass.COUNTRY))}

    @cached_property
    def regions(self) -> Mapping[tuple[str, str], Entry]:
        """Every first-level region by its country's and its own code."""
        return {(e.country, e.region): e for e in reversed(self._of_kind(PlaceClass.REGION))}

    def settlements_within(self, south: float, west: float, north: float, east: float, limit: int) -> list[Entry]:
        """The most populous settlements of a box in degrees, at most so many."""
        south, north, west, east = (round(degrees * 1e5) for degrees in (south, north, west, east))
        found: list[Entry] = []
        for store, (ids, lats, lons) in zip(self._stores, self._settlements, strict=True):
            within = (lats >= south) & (lats <= north) & (lons >= west) & (lons <= east)
            chosen = ids[np.flatnonzero(within)[:limit]].tolist()
            for start in range(0, len(chosen), _AT_ONCE):
                part = chosen[start : start + _AT_ONCE]
                query = f"{_PLACES} WHERE id IN ({','.join('?' * len(part))}) ORDER BY population DESC, id"
                found += [_entry(store.source, row) for row in store.ask(query, part)]
        return sorted(found, key=lambda e: -e.population)[:limit]

    @cached_property
    def _settlements(self) -> list[tuple[_Numbers, _Numbers, _Numbers]]:
        """Of each file the settlements' ids, latitudes and longitudes in 1e-5 degrees, the most populous first."""
        asked = "SELECT id, lat, lon FROM place WHERE kind = ? ORDER BY population DESC, id"
        rows = [store.ask(asked, (int(PlaceClass.SETTLEMENT),)) for store in self._stores]
        columns = [np.array(some, dtype=np.int64).reshape(-1, 3).T for some in rows]
        return [(ids, lats, lons) for ids, lats, lons in columns]

    def _of_kind(self, kind: PlaceClass) -> list[Entry]:
        query = f"{_PLACES} WHERE kind = ? ORDER BY id"
        return [_entry(s.source, row) for s in self._stores for row in s.ask(query, (int(kind),))]

    def _collect(self, table: str, keys: list[str]) -> dict[str, tuple[Found, ...]]:
        found: dict[str, list[Found]] = {}
        seen: set[tuple[str, str]] = set()
        for store in self._stores:
            mine: set[tuple[str, str]] = set()
            for start in range(0, len(keys), _AT_ONCE):
                part = keys[start : start + _AT_ONCE]
                for key, main, *row in store.ask(_query(table, len(part)), part):
                    entry = _entry(store.source, row)
                    if (key, entry.id) not in seen:
                        mine.add((key, entry.id))
                        found.setdefault(key, []).append(Found(entry, bool(main)))
            seen |= mine
        return {key: tuple(hits) for key, hits in found.items()}


def open_gazetteer(own: Path | None = None) -> Gazetteer:
    """The gazetteer that comes with sayso, with a user's own file before it where there is one.

    `own` None means the file in the user's data folder (`own_path`), if it is there. Raises PartError.
    """
    path = own or own_path()
    stores: list[tuple[Path, str]] = []
    if own is not None and not path.is_file():
        raise PartError(f"gazetteer {own}", "there is no such file")
    if path.is_file():
        stores.append((path, "own"))
    with as_file(files("sayso.packs").joinpath(DEFAULT)) as default:
        if not default.is_file():
            raise PartError("gazetteer", "the file that comes with sayso is missing: run make gazetteer")
        stores.append((default, "geonames"))
        return Gazetteer(stores)


def own_path() -> Path:
    """Where a user's own places are kept unless told otherwise: gazetteer.sqlite in the user's data folder."""
    base = os.environ.get("XDG_DATA_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(base) if base else Path.home() / ".local" / "share") / "sayso" / "gazetteer.sqlite"


def _opened(path: Path, source: str) -> _Store:
    store = _Store(path, source)
    try:
        known = dict(store.ask("SELECT key, value FROM about"))
    except sqlite3.Error as error:
        raise PartError(f"gazetteer {path}", str(error)) from error
    if known.get("schema") != str(SCHEMA):
        raise PartError(f"gazetteer {path}", f"has schema {known.get('schema')}, needed is {SCHEMA}")
    store.digest = known["digest"][:12]
    return store


def _query(table: str, count: int) -> str:
    main = "n.main" if table == "name" else "1"
    marks = ",".join("?" * count)
    return (
        f"SELECT n.key, {main}, p.id, p.ref, p.name, p.kind, p.country, p.region, p.lat, p.lon, p.population, p.radius "
        f"FROM {table} n JOIN place p ON p.id = n.place WHERE n.key IN ({marks}) "
        f"ORDER BY n.key, 2 DESC, p.population DESC, p.id"
    )


def _entry(source: str, row: tuple | list) -> Entry:  # type: ignore[type-arg]
    place, ref, name, kind, country, region, lat, lon, population, radius = row
    return Entry(
        source, ref or str(place), name, PlaceClass(kind), country, region, lat / 1e5, lon / 1e5, population, radius
    )
