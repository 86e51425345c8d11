"""How English writes of places, as data: what stands around a place's name, what is named for one, what is none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sayso.errors import PartError
from sayso.packs.gazetteer import PlaceClass
from sayso.packs.loading import load_toml, table, word, words

WHERE = "data/places.toml"
# Which classes a describing word admits: a "city" may be listed as a region of its own, a "republic" as an area.
_ADMITS = {
    "settlement": frozenset({PlaceClass.SETTLEMENT}),
    "region": frozenset({PlaceClass.REGION, PlaceClass.AREA}),
    "district": frozenset({PlaceClass.DISTRICT}),
    "country": frozenset({PlaceClass.COUNTRY}),
    "water": frozenset({PlaceClass.WATER}),
    "river": frozenset({PlaceClass.RIVER}),
    "mountain": frozenset({PlaceClass.MOUNTAIN}),
    "area": frozenset({PlaceClass.AREA, PlaceClass.REGION}),
}
_LENGTHS = (("kilometres", 1.0), ("miles", 1.609344), ("metres", 0.001), ("yards", 0.0009144))


@dataclass(frozen=True, slots=True)
class RegionCode:
    """A first-level region by its country's and its own code."""

    country: str
    code: str


@dataclass(frozen=True, slots=True)
class Around:
    """Words around a place's name, small letters unless said otherwise."""

    prepositions: frozenset[str]
    strong: frozenset[str]
    titles: frozenset[str]  # as written, without a stop
    bodies: frozenset[str]  # as written
    outlets: frozenset[str]  # as written
    locals: frozenset[str]
    speakers: frozenset[str]
    parties: frozenset[str]


@dataclass(frozen=True, slots=True)
class Grounds:
    """What makes a street or spot of a capitalised name, as written."""

    streets: frozenset[str]
    numbered: frozenset[str]
    spots: frozenset[str]


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The section: names, context and the words of distances."""

    name: str
    inner: frozenset[str]
    articles: frozenset[str]
    never: frozenset[str]
    abbreviations: Mapping[str, RegionCode]
    after_comma: Mapping[str, RegionCode]
    demonyms: Mapping[str, str]
    before: Mapping[str, frozenset[PlaceClass]]
    after: Mapping[str, frozenset[PlaceClass]]
    grounds: Grounds
    around: Around
    shortened: re.Pattern[str]
    distance: re.Pattern[str]
    lengths: Mapping[str, float]  # kilometres in each unit
    compass: Mapping[str, float]  # degrees from north
    numbers: Mapping[str, float]


def load_places() -> PlaceWords:
    """The section from its file. Raises PartError naming the key that is wrong."""
    given = load_toml(WHERE)
    abbreviations = _codes(given, "abbreviations")
    after_comma = _codes(given, "after_comma")
    context = table(given, "context", WHERE)
    grounds = table(given, "grounds", WHERE)
    lengths = {unit: km for key, km in _LENGTHS for unit in words(table(given, "distance", WHERE), key, WHERE)}
    compass = _numbers(table(given, "distance", WHERE), "compass")
    return PlaceWords(
        name=f"{word(given, 'name', WHERE)} {word(given, 'version', WHERE)}",
        inner=frozenset(words(given, "inner", WHERE)),
        articles=frozenset(words(given, "articles", WHERE)),
        never=frozenset(words(given, "never", WHERE)),
        abbreviations=abbreviations,
        after_comma=after_comma,
        demonyms={key: word(table(given, "demonyms", WHERE), key, WHERE) for key in table(given, "demonyms", WHERE)},
        before=_classes(given, "before"),
        after=_classes(given, "after"),
        grounds=Grounds(*(frozenset(words(grounds, key, WHERE)) for key in ("streets", "numbered", "spots"))),
        around=Around(*(frozenset(words(context, key, WHERE)) for key in Around.__dataclass_fields__)),
        shortened=_shortened([*abbreviations, *after_comma]),
        distance=_distance(lengths, list(compass)),
        lengths=lengths,
        compass=compass,
        numbers=_numbers(table(given, "distance", WHERE), "numbers"),
    )


def _codes(given: Mapping[str, Any], key: str) -> dict[str, RegionCode]:
    found = {}
    for name in table(given, key, WHERE):
        country, stop, code = word(table(given, key, WHERE), name, WHERE).partition(".")
        if not stop:
            raise PartError(
                f"pack {WHERE}", f"{key}.{name} must be a country's and a region's code with a stop between"
            )
        found[name] = RegionCode(country, code)
    return found


def _classes(given: Mapping[str, Any], key: str) -> dict[str, frozenset[PlaceClass]]:
    found: dict[str, frozenset[PlaceClass]] = {}
    for kind in table(given, key, WHERE):
        if kind not in _ADMITS:
            raise PartError(f"pack {WHERE}", f"{key}.{kind} is no kind of place")
        for phrase in words(table(given, key, WHERE), kind, WHERE):
            found[phrase] = found.get(phrase, frozenset()) | _ADMITS[kind]
    return found


def _numbers(given: Mapping[str, Any], key: str) -> dict[str, float]:
    found = table(given, key, WHERE)
    if not all(isinstance(v, int | float) for v in found.values()):
        raise PartError(f"pack {WHERE}", f"{key} must have numbers only")
    return {name: float(value) for name, value in found.items()}


def _shortened(names: list[str]) -> re.Pattern[str]:
    stopped = sorted((n for n in names if "." in n), key=lambda n: (-len(n), n))
    return re.compile(r"(?<![\w.])(?:" + "|".join(map(re.escape, stopped)) + r")(?!\w)")


def _distance(lengths: Mapping[str, float], ways: list[str]) -> re.Pattern[str]:
    """ "10 km south of", "about 30 miles (48km) north-east of", "five kilometres from": up to where the name begins."""
    units = "|".join(sorted(map(re.escape, lengths), key=lambda u: (-len(u), u)))
    way = "(?:" + "|".join(map(re.escape, ways)) + ")"
    compass = rf"{way}(?:[- ]?{way}){{0,2}}(?:ern)?"
    return re.compile(
        rf"""(?P<number>\d{{1,4}}(?:[.,]\d{{1,3}})?|[a-z]{{3,10}})(?:\s|-)?(?P<unit>{units})\b
             (?:\s?\([^()\n]{{1,25}}\))?
             (?:\s(?:to\s)?(?:the\s|due\s)?(?P<way>{compass}))?
             \s(?:of|from|outside)\s(?:the\s(?:\w+\s)?(?:of\s)?)?$""",
        re.VERBOSE | re.IGNORECASE,
    )
