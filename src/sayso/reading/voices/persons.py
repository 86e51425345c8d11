"""Persons: who is who among the names of one article, however short or spelled.

A surname, a given name or another transliteration finds the person under the fullest name that the article has.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from sayso.packs.folding import Folding
from sayso.reading.voices.entities import Entity
from sayso.records import VoiceKind

# Given names of one transliterated person differ in a few letters (Evgenia, Yevhenia); below this they are two people.
_ALIKE = 0.6


class Persons:
    """The persons of one article, by the folded words of their names."""

    def __init__(self, folding: Folding) -> None:
        self._folding = folding
        self._by_word: dict[str, list[Entity]] = {}
        self.all: list[Entity] = []

    def add(self, name: str, gender: str = "") -> Entity:
        """The person of this name, made where there is none; a fuller name replaces a shorter one."""
        found = self.find(name, gender)
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
        return found

    def find(self, name: str, gender: str = "") -> Entity | None:
        """The person whom a name fits: last of those named so, as a surname before a given name."""
        words = self._words(name)
        if not words:
            return None
        listed = self._by_word.get(words[-1], [])
        if len(words) == 1:
            fitting = [e for e in listed if not gender or e.gender in ("", gender)]
            surnames = [e for e in fitting if self._words(e.name)[-1] == words[0]]
            listed = surnames or fitting
            return listed[-1] if listed else None
        for entity in reversed(listed):
            if self._same(words, self._words(entity.name)):
                return entity
        return None

    def _words(self, name: str) -> list[str]:
        return [w for part in name.replace(".", " ").split() if (w := self._folding.name_word(part))]

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
