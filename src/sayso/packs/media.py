"""Through what voices speak: nouns and names of media by kind, addressees, and words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.errors import PartError
from sayso.packs.attribution import lookup, one_of
from sayso.packs.inflection import Inflection
from sayso.packs.loading import load_toml, only, table, tables, word, words
from sayso.packs.phrases import Phrases
from sayso.records import MediumKind

_WHERE = "data/media.toml"
_KEYS = frozenset(["kind", "names", "nouns", "audiences"])


@dataclass(frozen=True, slots=True)
class MediumWord:
    """The kind of medium that a word names; a proper name counts only with a capital."""

    kind: MediumKind
    proper: bool


@dataclass(frozen=True, slots=True)
class MediumWords:
    """Words around a medium; an `aside` between two commas, and a `relative` clause that is open at a text's end."""

    prepositions: frozenset[str]
    uses: frozenset[str]
    determiners: frozenset[str]
    goes_on: frozenset[str]
    telling: frozenset[str]
    toward: frozenset[str]
    speaking: Phrases[bool]
    outlet_words: frozenset[str]
    ends: frozenset[str]
    dates: frozenset[str]
    stops: frozenset[str]
    aside: re.Pattern[str]
    relative: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class DateWords:
    """Words by which the day of speaking is told."""

    not_after: frozenset[str]
    eve: re.Pattern[str]
    same: re.Pattern[str]
    apart: re.Pattern[str]
    numbers: Mapping[str, int]
    units: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Media:
    """All of the section: media by word, addressees ("told reporters") by their words."""

    name: str
    media: Phrases[MediumWord]
    audiences: Phrases[MediumKind]
    words: MediumWords
    dates: DateWords


def load_media(inflection: Inflection) -> Media:
    """The section from its file. Raises PartError naming the key that is wrong."""
    data = load_toml(_WHERE)
    rows = [
        (row, one_of(MediumKind, row.get("kind"), f"{_WHERE} media"))
        for row in (only(r, _KEYS, _WHERE) for r in tables(data, "media", _WHERE))
    ]
    return Media(
        name=f"{word(data, 'name', _WHERE)} {word(data, 'version', _WHERE)}",
        media=lookup(pair for row, kind in rows for pair in _media(row, kind, inflection)),
        audiences=lookup((phrase, kind) for row, kind in rows for phrase in words(row, "audiences", _WHERE)),
        words=_medium_words(table(data, "phrases", _WHERE), inflection),
        dates=_date_words(table(data, "dates", _WHERE)),
    )


def _media(row: Mapping[str, Any], kind: MediumKind, inflection: Inflection) -> Iterator[tuple[str, MediumWord]]:
    for noun in words(row, "nouns", _WHERE):
        first, _, last = noun.rpartition(" ")
        for form in inflection.noun(last):
            yield f"{first} {form}".strip(), MediumWord(kind, proper=False)
    for name in words(row, "names", _WHERE):
        yield name, MediumWord(kind, proper=True)


def _medium_words(data: Mapping[str, Any], inflection: Inflection) -> MediumWords:
    named = {
        key: frozenset(words(data, key, _WHERE))
        for key in ("prepositions", "determiners", "toward", "goes_on", "outlet_words", "ends", "dates", "stops")
    }
    verbs = {
        key: frozenset(form for verb in words(data, key, _WHERE) for form in inflection.verb(verb))
        for key in ("uses", "telling")
    }
    asides, relatives = ("|".join(map(re.escape, words(data, key, _WHERE))) for key in ("asides", "relatives"))
    return MediumWords(
        speaking=lookup((phrase, True) for phrase in words(data, "speaking", _WHERE)),
        aside=re.compile(rf",\s+(?:{asides})\b[^,;:.“”\"]{{1,60}},"),
        relative=re.compile(rf",\s+(?:{relatives})\b[^,;:“”\"]*\Z"),
        **named,
        **verbs,
    )


def _date_words(data: Mapping[str, Any]) -> DateWords:
    numbers, units = table(data, "numbers", _WHERE), table(data, "units", _WHERE)
    for key, value in (*numbers.items(), *units.items()):
        if not isinstance(value, int):
            raise PartError(f"pack {_WHERE}", f"dates: {key} must be a number")
    same = "|".join(map(re.escape, words(data, "same", _WHERE)))
    eve = "|".join(map(re.escape, words(data, "eve", _WHERE)))
    direction = "|".join(map(re.escape, words(data, "after", _WHERE)))
    count, unit = ("|".join(map(re.escape, some)) for some in (numbers, units))
    return DateWords(
        not_after=frozenset(words(data, "not_after", _WHERE)),
        eve=re.compile(rf"\b(?:{eve})\s*$", re.IGNORECASE),
        same=re.compile(rf"\b(?:{same})\b", re.IGNORECASE),
        apart=re.compile(rf"\b(?P<number>{count}) (?P<unit>{unit}) (?P<direction>{direction})\s*$", re.IGNORECASE),
        numbers=numbers,
        units=units,
    )
