"""Events that an outlet may tell in its own words: verbs by form, and how clauses are joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.packs.attribution import lookup
from sayso.packs.inflection import Inflection
from sayso.packs.loading import load_toml, word, words
from sayso.packs.phrases import Phrases

_WHERE = "data/events.toml"


@dataclass(frozen=True, slots=True)
class Events:
    """Event verbs: those of running text, and with the present tense those of headlines."""

    name: str
    told: Phrases[bool]
    headlined: Phrases[bool]
    not_after: frozenset[str]
    be: frozenset[str]
    joints: frozenset[str]
    openers: frozenset[str]


def load_events(inflection: Inflection) -> Events:
    """The section from its file. Raises PartError naming the key that is wrong."""
    data = load_toml(_WHERE)
    verbs = words(data, "verbs", _WHERE)
    return Events(
        name=f"{word(data, 'name', _WHERE)} {word(data, 'version', _WHERE)}",
        told=lookup((form, True) for form in _forms(verbs, inflection, present=False)),
        headlined=lookup((form, True) for form in _forms(verbs, inflection, present=True)),
        be=frozenset(words(data, "be", _WHERE)),
        not_after=frozenset(words(data, "not_after", _WHERE)),
        joints=frozenset(words(data, "joints", _WHERE)),
        openers=frozenset(words(data, "openers", _WHERE)),
    )


def _forms(verbs: Sequence[str], inflection: Inflection, present: bool) -> Iterator[str]:
    """The forms after lemma and third person; a lemma that is also its own past ("hit") is among them."""
    for verb in verbs:
        forms = inflection.verb(verb)
        yield from forms[1:] if present else forms[2:]
