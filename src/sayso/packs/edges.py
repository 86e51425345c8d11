"""Where a reported content ends although its sentence goes on: phrases of the narrator, second cues of one voice."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.errors import PartError
from sayso.packs.loading import load_toml, table, word, words

_WHERE = "data/edges.toml"


@dataclass(frozen=True, slots=True)
class EdgeWords:
    """`narrating` finds where the narrator takes up again, in lower case; `estimating` verbs of a second cue."""

    name: str
    narrating: re.Pattern[str]
    estimating: frozenset[str]
    link: str
    joining: frozenset[str]
    adding: frozenset[str]
    remnants: frozenset[str]
    turning: frozenset[str]
    pointing: re.Pattern[str]


def load_edges() -> EdgeWords:
    """The section from its file. Raises PartError naming the key that is wrong."""
    data = load_toml(_WHERE)
    parts = {name: word(table(data, "parts", _WHERE), name, _WHERE) for name in table(data, "parts", _WHERE)}
    alternatives = []
    for alternative in words(table(data, "narrating", _WHERE), "patterns", _WHERE):
        for name, part in parts.items():
            alternative = alternative.replace("{" + name + "}", part)
        alternatives.append(alternative)
    estimating, joining = table(data, "estimating", _WHERE), table(data, "joining", _WHERE)
    try:
        narrating = re.compile("|".join(alternatives))
    except re.error as error:
        raise PartError(f"pack {_WHERE} narrating", str(error)) from error
    return EdgeWords(
        name=f"{word(data, 'name', _WHERE)} {word(data, 'version', _WHERE)}",
        narrating=narrating,
        estimating=frozenset(words(estimating, "verbs", _WHERE)),
        link=word(estimating, "link", _WHERE),
        joining=frozenset(words(joining, "words", _WHERE)),
        adding=frozenset(words(joining, "adding", _WHERE)),
        turning=frozenset(words(joining, "turning", _WHERE)),
        pointing=_pointing(table(data, "pointing", _WHERE)),
        remnants=frozenset(words(joining, "remnants", _WHERE)),
    )


def _pointing(given: Mapping[str, object]) -> re.Pattern[str]:
    """A word that points at what was said, with what tells of the speaking behind it; `this` is the word."""
    these, before = ("|".join(words(given, key, _WHERE)) for key in ("words", "before"))
    return re.compile(rf"(?P<this>{these}) (?:{before})\b", re.IGNORECASE)
