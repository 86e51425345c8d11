"""What an article says of checking a statement: patterns by status, and the words that point back at statements."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sayso.errors import PartError
from sayso.packs.loading import load_toml, table, word, words
from sayso.records import VerificationStatus

_WHERE = "data/verification.toml"
_STATUSES = (
    VerificationStatus.UNVERIFIED,
    VerificationStatus.DISPUTED,
    VerificationStatus.UNCLEAR,
    VerificationStatus.VERIFIED,
)


@dataclass(frozen=True, slots=True)
class Pointers:
    """Words that point back at statements ("the claims", "this figure", "neither"), and those that do not."""

    plural: frozenset[str]
    singular: frozenset[str]
    figures: frozenset[str]
    numbers: frozenset[str]
    several: frozenset[str]
    expletive: tuple[str, ...]
    leading: frozenset[str]
    trailing: frozenset[str]
    adverbial: frozenset[str]
    pronouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Checking:
    """Triggers for a quick look, patterns in the order in which they are tried, pointers."""

    name: str
    triggers: tuple[str, ...]
    patterns: tuple[tuple[VerificationStatus, re.Pattern[str]], ...]
    pointers: Pointers


def load_checking() -> Checking:
    """The section from its file. Raises PartError naming the key that is wrong."""
    data = load_toml(_WHERE)
    given = table(data, "subjects", _WHERE)
    named = {key: frozenset(words(given, key, _WHERE)) for key in given if key != "expletive"}
    try:
        pointers = Pointers(expletive=words(given, "expletive", _WHERE), **named)
    except TypeError as error:
        raise PartError(f"pack {_WHERE}", f"subjects: {error}") from error
    return Checking(
        name=f"{word(data, 'name', _WHERE)} {word(data, 'version', _WHERE)}",
        triggers=words(data, "triggers", _WHERE),
        patterns=tuple((status, _pattern(data, status)) for status in _STATUSES),
        pointers=pointers,
    )


def _pattern(data: Mapping[str, Any], status: VerificationStatus) -> re.Pattern[str]:
    """One pattern for a status, from its alternatives with the named parts filled in."""
    parts = {name: word(table(data, "parts", _WHERE), name, _WHERE) for name in table(data, "parts", _WHERE)}
    alternatives = []
    for alternative in words(table(data, status, _WHERE), "patterns", _WHERE):
        for _ in range(2):  # parts may stand in parts
            for name, part in parts.items():
                alternative = alternative.replace("{" + name + "}", part)
        alternatives.append(alternative)
    try:
        return re.compile("|".join(alternatives))
    except re.error as error:
        raise PartError(f"pack {_WHERE} {status}", str(error)) from error
