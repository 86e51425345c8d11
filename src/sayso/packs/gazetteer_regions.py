"""First- and second-level regions of the default gazetteer, put together from three tables that each have a part."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from sayso.packs.gazetteer import PlaceClass
from sayso.packs.gazetteer_build import Row
from sayso.packs.toponyms import fold

_SAME_TOWN = 0.15  # degrees within which two tables' towns of one name are the same town
_NEAR = 150.0  # kilometres within which a region of another table may be the same one by its middle alone
_ALIKE = 0.75
_NICKNAME = re.compile(r"^The |State$|^Land of|Country$|000 Lakes")
_DIRECTION = re.compile(
    r"(?:North|South|East|West|Central|Middle|Upper|Lower)(?:[- ]?(?:east|west))?(?:ern)?", re.IGNORECASE
)
_ENGLISH = re.compile(r"([^,']+?) \(eng\)")
_TYPE = re.compile(
    r"\b(?:oblast'?|oblasts?'?|region|krai|kray|republic of|republic|respublika|province|governorate|muhafazat|"
    r"state of|district|prefecture|department|canton|county|wilayat-e|wilaya|federal city|avtonomnyy okrug|"
    r"autonomous okrug|autonomous oblast|autonomous region|territory|city of|mayorality of|misto)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Town:
    """A town with the names of the regions that it lies in."""

    name: str
    country: str
    region: str
    district: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class UnitedStates:
    """The states by code, and the counties with their state's code and FIPS number."""

    states: Mapping[str, Mapping[str, str]]
    counties: Sequence[Mapping[str, str]]


@dataclass(slots=True)
class _Area:
    """A region as its towns show it."""

    country: str
    code: str
    spots: list[tuple[float, float]]
    population: int
    name: str = ""

    def middle(self) -> tuple[float, float]:
        lats, lons = sorted(s[0] for s in self.spots), sorted(s[1] for s in self.spots)
        return lats[len(lats) // 2], lons[len(lons) // 2]


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The great-circle distance between two points given in degrees (haversine)."""
    la, lo, lb, mo = (math.radians(x) for x in (*a, *b))
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((mo - lo) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, h)))


def region_rows(cities: Sequence[Mapping[str, Any]], towns: Sequence[Town], subdivisions: Any) -> Iterator[Row]:
    """First-level regions: their code in GeoNames, every name known, their middle and reach."""
    areas = _areas(cities, towns)
    by_country: dict[str, list[_Area]] = defaultdict(list)
    for area in areas:
        by_country[area.country].append(area)
    for country in sorted(by_country):
        known = subdivisions.get(country, {})
        paired = _paired(by_country[country], known)
        for area in by_country[country]:
            row = _region_row(area, paired.get(area.code), known)
            if row is not None:
                yield row


def _areas(cities: Sequence[Mapping[str, Any]], towns: Sequence[Town]) -> list[_Area]:
    index: dict[tuple[str, str], list[Town]] = defaultdict(list)
    for town in towns:
        index[town.country, fold(town.name)].append(town)
    areas: dict[tuple[str, str], _Area] = {}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities:
        key = (city["countrycode"], city["admin1code"])
        if key[1] in ("", "00"):
            continue
        area = areas.setdefault(key, _Area(*key, spots=[], population=0))
        area.spots.append((city["latitude"], city["longitude"]))
        area.population += city["population"]
        for town in index.get((city["countrycode"], fold(city["name"])), ()):
            if abs(town.lat - city["latitude"]) + abs(town.lon - city["longitude"]) < _SAME_TOWN and town.region:
                votes[key][town.region] += 1
    for key, area in areas.items():
        best = sorted(votes[key].items(), key=lambda x: (-x[1], x[0]))
        area.name = best[0][0] if best else ""
    return [areas[key] for key in sorted(areas)]


def _paired(areas: Sequence[_Area], known: Mapping[str, Any]) -> dict[str, str]:
    """The subdivision that is the same as each area: of the same name, else the nearest of its kind by its middle."""
    tops = {code: item for code, item in known.items() if not item.get("parentCode") and item.get("latLng")}
    names = {code: set(_keys(_names(item))) for code, item in tops.items()}
    choices = []
    for area in areas:
        own = set(_keys([area.name])) if area.name else set()
        for code, item in tops.items():
            apart = kilometres(area.middle(), tuple(item["latLng"]))
            alike = bool(own & names[code])
            if alike or apart < _NEAR:
                choices.append((not alike, "city" in str(item["type"]).lower(), apart, area.code, code))
    paired: dict[str, str] = {}
    for _, _, _, mine, theirs in sorted(choices):
        if mine not in paired and theirs not in paired.values():
            paired[mine] = theirs
    return paired


def _names(item: Mapping[str, Any]) -> list[str]:
    return [item["name"], *(m.strip() for m in _ENGLISH.findall(item.get("localOtherName") or ""))]


def _bare_of_type(name: str) -> str:
    """The name without its type ("Perm Oblast" as "Perm"), unless that leaves but a direction ("Northern")."""
    bare = " ".join(_TYPE.sub(" ", name).replace(",", " ").split())
    return name if _DIRECTION.fullmatch(bare) else bare


def _keys(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield fold(name)
        yield fold(_bare_of_type(name))


def _region_row(area: _Area, code: str | None, known: Mapping[str, Any]) -> Row | None:
    item = known.get(code or "", {})
    given = [n for n in (area.name, *(_names(item) if item else ())) if n and not _NICKNAME.search(n)]
    names = list(dict.fromkeys(n for n in (*map(_bare_of_type, given), *given) if len(n) > 2))
    if not names:
        return None
    lat, lon = tuple(item["latLng"]) if item else area.middle()
    reach = sorted(kilometres((lat, lon), spot) for spot in area.spots)
    return Row(
        name=_main_name(area.name, [_bare_of_type(n) for n in given[1:]]) or names[0],
        lat=lat,
        lon=lon,
        kind=PlaceClass.REGION,
        country=area.country,
        region=area.code,
        population=area.population,
        radius=max(10.0, reach[int(len(reach) * 0.9)]),
        aliases=tuple(names),
        ref=code or f"{area.country}.{area.code}",
    )


def _main_name(given: str, others: Sequence[str]) -> str:
    """The name to show: as GeoNames has it, in the spelling of the other table where that has nearly the same."""
    bare = _bare_of_type(given)
    alike = sorted((-SequenceMatcher(None, fold(bare), fold(o)).ratio(), i) for i, o in enumerate(others) if o)
    if not bare:
        return others[0] if others else ""
    return others[alike[0][1]] if alike and alike[0][0] <= -_ALIKE else bare


def district_rows(towns: Sequence[Town], us: UnitedStates, countries: Sequence[str]) -> Iterator[Row]:
    """Second-level regions of the countries named, where their towns are; US counties carry their FIPS code."""
    fips = {(c["state"], fold(c["name"])): c["fips"] for c in us.counties}
    spots: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    for town in towns:
        if town.district and town.country in countries:
            spots[town.country, town.region, town.district].append((town.lat, town.lon))
    states = {state["name"]: state["code"] for state in us.states.values()}
    for (country, region, name), places in sorted(spots.items()):
        area = _Area(country, "", places, 0)
        lat, lon = area.middle()
        code = states.get(region, "") if country == "US" else ""
        yield Row(
            name=name,
            lat=lat,
            lon=lon,
            kind=PlaceClass.DISTRICT,
            country=country,
            region=code,
            radius=25,
            aliases=(_bare_of_type(name),) if "Province" in name else (),
            ref=fips.get((code, fold(name)), ""),
        )
