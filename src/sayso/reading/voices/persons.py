"""Persons: who is who among the names of one article, however short or spelled.

A surname, a given name or another transliteration finds the person under the fullest name that the article has.
"""

from __future__ import annotations

from bisect import bisect_right
from difflib import SequenceMatcher

from sayso.packs.folding import Folding
from sayso.reading.voices.entities import Entity
from sayso.records import VoiceKind

# Given names of one transliterated person differ in a few letters (Evgenia, Yevhenia); below this they are two people.
_ALIKE = 0.6


class Persons:
    """The persons of one article, by the folded words of their names."""

    def __init__(self, folding: Folding, suffixes: frozenset[str] = frozenset()) -> None:
        self._folding, self._suffixes = folding, suffixes
        self._by_word: dict[str, list[Entity]] = {}
        self._folded: dict[str, list[str]] = {}
        self.all: list[Entity] = []
        self._full: list[tuple[int, Entity]] = []

    def add(self, name: str, gender: str = "", sentence: int = 0) -> Entity:
        """The person of this name, made where there is none; a fuller name replaces a shorter one."""
        found = self.find(name, gender, sentence)
        if found is None:
            found = Entity(VoiceKind.PERSON, self._folding.person_key(name), name, gender=gender)
            self.all.append(found)
        elif len(name.split()) > len(found.name.split()):
            found.renamed(name)
            found.key = self._folding.person_key(name)
        else:
            found.called(name)
        found.gender = found.gender or gender
        for word in self._words(name):
            listed = self._by_word.setdefault(word, [])
            if found not in listed:
                listed.append(found)
        if " " in name and (not self._full or self._full[-1][0] <= sentence):
            self._full.append((sentence, found))
        return found

    def find(self, name: str, gender: str = "", sentence: int = 0) -> Entity | None:
        """The person whom a name fits, as a surname before a given name.

        Of several it is the one named in full in this or the last sentence, else whom the article named first.
        """
        words = self._words(name)
        if not words:
            return None
        listed = self._by_word.get(words[-1], [])
        if len(words) == 1:
            fitting = [e for e in listed if not gender or e.gender in ("", gender)]
            surnames = [e for e in fitting if self._words(e.name)[-1] == words[0]]
            return self._nearest(surnames or fitting, sentence)
        for entity in reversed(listed):
            if self._same(words, self._words(entity.name)):
                return entity
        return None

    def _nearest(self, listed: list[Entity], sentence: int) -> Entity | None:
        if len(listed) < 2:
            return listed[0] if listed else None
        at = bisect_right(self._full, sentence, key=lambda pair: pair[0])
        for seen, entity in reversed(self._full[max(0, at - 8) : at]):
            if seen >= sentence - 1 and any(entity is e for e in listed):
                return entity
        return listed[0]

    def _words(self, name: str) -> list[str]:
        """The folded words of a name, "Jr" and the like left out."""
        known = self._folded.get(name)
        if known is None:
            parts = [p.strip(",") for p in name.replace(".", " ").split()]
            kept = [p for p in parts if p.lower() not in self._suffixes] or parts
            known = self._folded[name] = [w for p in kept if (w := self._folding.name_word(p))]
        return known

    def _same(self, one: list[str], other: list[str]) -> bool:
        """Whether two names of one surname fit: one is the surname alone, or the given names agree."""
        if one[-1] != other[-1]:
            return len(other) == 1 and other[0] in (one[0], one[-1])
        if len(other) == 1:
            return True
        return one[0] == other[0] or given_alike(one[0], other[0]) or set(one) < set(other) or set(other) < set(one)


def given_alike(one: str, other: str) -> bool:
    """Whether two folded given names may be one person's: an initial, or much the same letters."""
    if len(one) == 1 or len(other) == 1:
        return one[:1] == other[:1]
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
