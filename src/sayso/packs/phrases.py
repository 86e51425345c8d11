"""Phrases: a lookup of several words at once, the longest first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

# How texts and packs are cut for lookups: numbers with their separators, words with a clitic "n't", marks alone.
WORD = re.compile(
    r"(?<!\w)(?:[^\W\d_]\.){2,6}(?!\w)"  # U.S.  a.m.
    r"|\d{1,3}(?:,\d{3}){1,6}(?![\d])(?:\.\d{1,9})?"  # 1,200  27,349.19
    r"|\d{1,18}(?:\.\d{1,9})?|(?<![\w.])\.\d{1,9}"  # 1200  3.5  .001
    r"|['’]s(?![^\W_])|[^\W\d_]{1,40}(?:['’]t(?![^\W_]))?"  # 's  soldiers  didn't
    r"|[^\s\w]|\w"
)


def phrase_words(phrase: str) -> tuple[str, ...]:
    """A phrase's words, in lower case."""
    return tuple(m.group().lower() for m in WORD.finditer(phrase))


class Match(NamedTuple, Generic[T]):
    """What a phrase stands for, and how many words it has."""

    value: T
    length: int


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Phrases by their first word, longest first; `last` by their last word, for looking backwards."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], T], ...]]
    by_last: Mapping[str, tuple[tuple[tuple[str, ...], T], ...]]

    @staticmethod
    def of(entries: Mapping[tuple[str, ...], T]) -> Phrases[T]:
        """The lookup of these phrases."""
        longest = sorted(((p, v) for p, v in entries.items() if p), key=lambda e: -len(e[0]))
        first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        last: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in longest:
            first.setdefault(phrase[0], []).append((phrase, value))
            last.setdefault(phrase[-1], []).append((phrase, value))
        return Phrases({k: tuple(v) for k, v in first.items()}, {k: tuple(v) for k, v in last.items()})

    def at(self, low: Sequence[str], i: int) -> Match[T] | None:
        """The longest phrase that begins with word i."""
        if i >= len(low):
            return None
        for phrase, value in self.by_first.get(low[i], ()):
            length = len(phrase)
            if length == 1 or tuple(low[i : i + length]) == phrase:
                return Match(value, length)
        return None

    def ending(self, low: Sequence[str], i: int) -> Match[T] | None:
        """The longest phrase that ends before word i."""
        if i <= 0:
            return None
        for phrase, value in self.by_last.get(low[i - 1], ()):
            length = len(phrase)
            if length <= i and (length == 1 or tuple(low[i - length : i]) == phrase):
                return Match(value, length)
        return None
