"""English verb and noun forms by the rules of spelling, with those that do not follow them as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sayso.packs.loading import table, words

_VOWELS = "aeiou"
_LONG = 4


@dataclass(frozen=True, slots=True)
class Inflection:
    """Verbs with forms of their own, and verbs that double their last letter."""

    irregular: Mapping[str, tuple[str, ...]]
    doubled: frozenset[str]

    def verb(self, phrase: str) -> tuple[str, ...]:
        """All forms of a verb phrase, the lemma first; only its first word is inflected."""
        lemma, _, rest = phrase.partition(" ")
        tail = f" {rest}" if rest else ""
        return tuple(form + tail for form in (lemma, *(self.irregular.get(lemma) or self._regular(lemma))))

    def noun(self, phrase: str) -> tuple[str, str]:
        """Singular and plural; only the first word is inflected."""
        lemma, _, rest = phrase.partition(" ")
        tail = f" {rest}" if rest else ""
        return lemma + tail, _with_s(lemma) + tail

    def _regular(self, lemma: str) -> tuple[str, str, str]:
        if lemma.endswith("ie"):
            return lemma + "s", lemma + "d", lemma[:-2] + "ying"
        if lemma.endswith("e"):
            return lemma + "s", lemma + "d", (lemma if lemma[-2:-1] in "eoy" else lemma[:-1]) + "ing"
        if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
            return _with_s(lemma), lemma[:-1] + "ied", lemma + "ing"
        stem = lemma + lemma[-1] if lemma in self.doubled else lemma
        return _with_s(lemma), stem + "ed", stem + "ing"


def _with_s(lemma: str) -> str:
    """The form with -s: third person of a verb, plural of a noun."""
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def load_inflection(data: Mapping[str, Any], where: str) -> Inflection:
    """The inflection in a pack's `irregular` and `spelling` tables. Raises PartError."""
    irregular = table(data, "irregular", where)
    return Inflection(
        {lemma: words(irregular, lemma, f"{where} irregular") for lemma in irregular},
        frozenset(words(table(data, "spelling", where), "doubled", where)),
    )


def stem(word: str) -> str:
    """A word without the endings that English inflection adds: crude, and the same for both sides of a comparison."""
    for ending in ("'s", "ies", "ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= _LONG - (ending == "s"):
            root = word[: -len(ending)]
            if ending == "ies":
                return root + "y"
            if ending in ("ing", "ed", "es") and root.endswith("e"):
                return root[:-1]
            return root[:-1] if len(root) > _LONG and root[-1] == root[-2] else root
    return word[:-1] if word.endswith("e") and len(word) > _LONG else word
