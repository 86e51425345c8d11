"""How English is punctuated, and its small words, as data."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.packs.loading import load_toml, word, words


@dataclass(frozen=True, slots=True)
class English:
    """Words that decide whether a full stop ends a sentence, and small words that open clauses and phrases."""

    name: str
    abbreviations: frozenset[str]
    may_end: frozenset[str]
    openers: frozenset[str]
    after_quotation: frozenset[str]
    relatives: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]


def load_english() -> English:
    """The section from its file. Raises PartError naming the key that is wrong."""
    where = "data/english.toml"
    given = load_toml(where)
    return English(
        name=f"{word(given, 'name', where)} {word(given, 'version', where)}",
        abbreviations=frozenset(words(given, "abbreviations", where)),
        may_end=frozenset(words(given, "may_end", where)),
        openers=frozenset(words(given, "openers", where)),
        after_quotation=frozenset(words(given, "after_quotation", where)),
        relatives=frozenset(words(given, "relatives", where)),
        prepositions=frozenset(words(given, "prepositions", where)),
        determiners=frozenset(words(given, "determiners", where)),
    )
