"""What cues do: the act of each cue word, what it makes of its content, and what negation makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from sayso.errors import PartError
from sayso.packs.inflection import Inflection, load_inflection
from sayso.packs.loading import load_toml, only, table, tables, word, words
from sayso.packs.phrases import Phrases
from sayso.records import Act, Certainty, Modality, Polarity

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")
_WHERE = "data/attribution.toml"
_KEYS = frozenset(["act", "polarity", "modality", "certainty", "light", "verbs", "nouns", "phrases"])


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue does. A `light` one gives way to a later word of the same cue ("issued a statement denying")."""

    act: Act
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    certainty: Certainty = Certainty.CERTAIN
    light: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """Cue words by phrase; what each act becomes under negation; the words of a cue's verb group."""

    name: str
    inflection: Inflection
    cues: Phrases[Cue]
    negated: Mapping[Act, Cue]
    auxiliaries: frozenset[str]
    negators: frozenset[str]
    asking: frozenset[str]
    addressing: frozenset[str]
    finite: frozenset[str]


def load_attribution() -> Attribution:
    """The section from its file. Raises PartError naming the key that is wrong."""
    data = load_toml(_WHERE)
    inflection = load_inflection(data, _WHERE)
    group = table(data, "group", _WHERE)
    negated = table(data, "negated", _WHERE)
    return Attribution(
        name=f"{word(data, 'name', _WHERE)} {word(data, 'version', _WHERE)}",
        inflection=inflection,
        cues=lookup(_cues(data, inflection)),
        negated={
            one_of(Act, act, f"{_WHERE} negated"): _cue(table(negated, act, _WHERE), f"{_WHERE} negated.{act}")
            for act in negated
        },
        auxiliaries=frozenset(words(group, "auxiliaries", _WHERE)),
        negators=frozenset(words(group, "negators", _WHERE)),
        finite=frozenset(words(group, "finite", _WHERE)),
        addressing=frozenset(form for verb in words(group, "addressing", _WHERE) for form in inflection.verb(verb)),
        asking=frozenset(form for verb in words(group, "asking", _WHERE) for form in inflection.verb(verb)),
    )


def lookup(pairs: Iterable[tuple[str, T]]) -> Phrases[T]:
    """Phrases as written, words apart by blanks, with their values; of two equal ones the later counts."""
    return Phrases.of({tuple(written.lower().split()): value for written, value in pairs})


def one_of(kind: type[E], value: object, where: str) -> E:
    """The closed word of this value. Raises PartError where there is none."""
    try:
        return kind(str(value))
    except ValueError as error:
        raise PartError(f"pack {where}", str(error)) from error


def _cues(data: Mapping[str, Any], inflection: Inflection) -> Iterator[tuple[str, Cue]]:
    """Phrases with their cues. Light ones come first, so that a full one of the same words counts."""
    rows = []
    for i, row in enumerate(tables(data, "cues", _WHERE), 1):
        where = f"{_WHERE} cues row {i}"
        rows.append((row, _cue(only(row, _KEYS, where), where)))
    for row, cue in sorted(rows, key=lambda pair: not pair[1].light):
        for noun in words(row, "nouns", _WHERE):
            for form in inflection.noun(noun):
                yield form, cue
    for row, cue in sorted(rows, key=lambda pair: not pair[1].light):
        for verb in words(row, "verbs", _WHERE):
            for form in inflection.verb(verb):
                yield form, cue
        for phrase in words(row, "phrases", _WHERE):
            yield phrase, cue


def _cue(row: Mapping[str, Any], where: str) -> Cue:
    return Cue(
        act=one_of(Act, row.get("act"), where),
        polarity=one_of(Polarity, row.get("polarity", Polarity.AFFIRMED), where),
        modality=one_of(Modality, row.get("modality", Modality.ASSERTED), where),
        certainty=one_of(Certainty, row.get("certainty", Certainty.CERTAIN), where),
        light=row.get("light") is True,
    )
