"""Words that weaken, turn or put off: hedges beside a cue, and what a content's main clause says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.packs.attribution import lookup, one_of
from sayso.packs.inflection import Inflection
from sayso.packs.loading import load_toml, only, table, tables, word, words
from sayso.packs.phrases import Phrases
from sayso.records import Certainty, Modality

_WHERE = "data/hedges.toml"
_KEYS = frozenset(["modality", "certainty", "span", "words", "verbs"])


@dataclass(frozen=True, slots=True)
class Modal:
    """What a word makes of its clause; `span` where it is shown as a hedge."""

    modality: Modality
    certainty: Certainty
    span: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """The words by which a main clause is told apart, negated and made conditional."""

    negators: Phrases[bool]
    conditions: Phrases[bool]
    conditions_later: Phrases[bool]
    openers: frozenset[str]
    stops: frozenset[str]
    complements: frozenset[str]
    before_be: frozenset[str]
    supposing: frozenset[str]
    determiners: frozenset[str]
    be: frozenset[str]
    before_as: frozenset[str]
    after_as: frozenset[str]
    auxiliaries: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hearsay:
    """Words by which an outlet puts an assertion on nobody's word."""

    adverbs: frozenset[str]
    participles: frozenset[str]
    auxiliaries: frozenset[str]
    not_after: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hedges:
    """Hedges beside cues, modal words of contents, and words of distance ("what it said was")."""

    name: str
    hedges: Phrases[Certainty]
    modals: Phrases[Modal]
    clause: Clause
    hearsay: Hearsay
    opening: str
    distance: frozenset[str]
    after: Phrases[bool]


def load_hedges(inflection: Inflection) -> Hedges:
    """The section from its file. Raises PartError naming the key that is wrong."""
    data = load_toml(_WHERE)
    distance = table(data, "distance", _WHERE)
    return Hedges(
        name=f"{word(data, 'name', _WHERE)} {word(data, 'version', _WHERE)}",
        hedges=lookup(
            (form, one_of(Certainty, row.get("certainty"), _WHERE))
            for row in tables(data, "hedges", _WHERE)
            for form in _forms(row, inflection)
        ),
        modals=lookup(
            (form, _modal(row)) for row in tables(data, "modals", _WHERE) for form in _forms(row, inflection)
        ),
        clause=_clause(table(data, "clause", _WHERE), inflection),
        hearsay=_hearsay(table(data, "hearsay", _WHERE)),
        opening=word(distance, "opening", _WHERE),
        distance=frozenset(f for verb in words(distance, "cues", _WHERE) for f in inflection.verb(verb)),
        after=lookup(
            (phrase, key == "after") for key in ("after", "articles") for phrase in words(distance, key, _WHERE)
        ),
    )


def _forms(row: Mapping[str, Any], inflection: Inflection) -> Iterator[str]:
    yield from words(only(row, _KEYS, _WHERE), "words", _WHERE)
    for verb in words(row, "verbs", _WHERE):
        yield from inflection.verb(verb)


def _modal(row: Mapping[str, Any]) -> Modal:
    return Modal(
        one_of(Modality, row.get("modality"), _WHERE),
        one_of(Certainty, row.get("certainty", Certainty.CERTAIN), _WHERE),
        row.get("span") is True,
    )


def _clause(data: Mapping[str, Any], inflection: Inflection) -> Clause:
    """Negators and conditions carry True, the phrases that look like them False."""
    failing = (form for verb in words(data, "failing", _WHERE) for form in inflection.verb(verb))
    not_conditions = [(phrase, False) for phrase in words(data, "not_conditions", _WHERE)]
    return Clause(
        negators=lookup(
            [
                *((phrase, True) for phrase in (*words(data, "negators", _WHERE), *failing)),
                *((phrase, False) for phrase in words(data, "not_negating", _WHERE)),
            ]
        ),
        conditions=lookup([*((p, True) for p in words(data, "conditions", _WHERE)), *not_conditions]),
        conditions_later=lookup([*((p, True) for p in words(data, "conditions_later", _WHERE)), *not_conditions]),
        openers=frozenset(words(data, "openers", _WHERE)),
        stops=frozenset(words(data, "stops", _WHERE)),
        complements=frozenset(words(data, "complements", _WHERE)),
        before_be=frozenset(words(data, "before_be", _WHERE)),
        supposing=frozenset(words(data, "supposing", _WHERE)),
        auxiliaries=frozenset(words(data, "auxiliaries", _WHERE)),
        before_as=frozenset(words(data, "before_as", _WHERE)),
        after_as=frozenset(words(data, "after_as", _WHERE)),
        be=frozenset(words(data, "be", _WHERE)),
        determiners=frozenset(words(data, "determiners", _WHERE)),
    )


def _hearsay(data: Mapping[str, Any]) -> Hearsay:
    given = {key: frozenset(words(data, key, _WHERE)) for key in ("adverbs", "participles", "auxiliaries", "not_after")}
    return Hearsay(**given)
