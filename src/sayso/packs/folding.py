"""Folding: spelling and transliteration variants of a name brought to one form, so that they compare as one.

"Zelensky", "Zelenskyy" and "Zelenskiy" fold to the same word, and so do "Defence" and "defense". A fold is for
comparing, never for showing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sayso.errors import PartError
from sayso.packs.loading import load_toml, table, word

_WORD = re.compile(r"[^\W_]+(?:[-.'][^\W_]+)*")
_KEPT = 20_000  # words; the names of some hundred articles
_LONG = 4  # letters from which a capitalised word is taken for a name whose transliteration may vary


@dataclass(frozen=True, slots=True)
class Folding:
    """The table of spellings, ready to use. Words once folded are kept, up to a number."""

    name: str
    endings: tuple[tuple[str, str], ...]
    letters: re.Pattern[str]
    replacements: Mapping[str, str]
    spellings: Mapping[str, str]
    _words: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    _name_words: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def bare(self, words: str) -> str:
        """The words without accents, curly apostrophes straight; capitals kept."""
        if words.isascii():
            return words
        parted = unicodedata.normalize("NFKD", words.replace("’", "'").replace("‘", "'"))
        return "".join(c for c in parted if not unicodedata.combining(c))

    def plain(self, words: str) -> str:
        """The words bare and in lower case."""
        return self.bare(words).lower()

    def word(self, given: str) -> str:
        """One word in its spelling for comparing: plain, British and American alike ("Defence" gives "defense")."""
        folded = self._words.get(given)
        if folded is None:
            low = self.plain(given).rstrip(".").removesuffix("'s")
            folded = _keep(self._words, given, self.spellings.get(low, low))
        return folded

    def name_word(self, given: str) -> str:
        """One word of a personal name, transliterations alike ("Zelenskyy" gives what "Zelensky" gives)."""
        folded = self._name_words.get(given)
        return _keep(self._name_words, given, self._name_word(given)) if folded is None else folded

    def _name_word(self, given: str) -> str:
        low = self.word(given)
        if len(low) < _LONG:
            return low
        for ending, kept in self.endings:
            if low.endswith(ending):
                low = low[: -len(ending)] + kept
                break
        head, tail = low[:1], low[1:-1]
        folded = head + self.letters.sub(lambda m: self.replacements[m.group()], tail) + low[-1:]
        return re.sub(r"(.)\1", r"\1", folded)

    def key(self, name: str) -> str:
        """A name's words, folded for spelling and joined with hyphens: the readable part of an id."""
        return "-".join(self.word(m.group()) for m in _WORD.finditer(self.plain(name)))

    def person_key(self, name: str) -> str:
        """A person's name, folded for transliteration and joined with hyphens."""
        return "-".join(self.name_word(m.group()) for m in _WORD.finditer(self.plain(name)))


def _keep(kept: dict[str, str], given: str, folded: str) -> str:
    if len(kept) >= _KEPT:
        kept.clear()
    kept[given] = folded
    return folded


def load_folding() -> Folding:
    """The folding that comes with sayso. Raises PartError naming what is wrong."""
    data = load_toml("data/folding.toml")
    letters = dict(_pairs(data, "letters"))
    groups = sorted(letters, key=lambda x: (-len(x), x))
    spellings = table(data, "words", "folding")
    for given in spellings:
        word(spellings, given, "folding.words")
    return Folding(
        name=f"{word(data, 'name', 'folding')} {word(data, 'version', 'folding')}",
        endings=_pairs(data, "endings"),
        letters=re.compile("|".join(map(re.escape, groups)) or r"(?!)"),
        replacements=letters,
        spellings={k: str(v) for k, v in spellings.items()},
    )


def _pairs(data: Mapping[str, Any], key: str) -> tuple[tuple[str, str], ...]:
    rows = data.get(key, [])
    if not isinstance(rows, list) or not all(
        isinstance(r, list) and len(r) == 2 and all(isinstance(x, str) for x in r) for r in rows
    ):
        raise PartError("pack folding", f"{key} must be a list of pairs of words")
    return tuple((r[0], r[1]) for r in rows)
