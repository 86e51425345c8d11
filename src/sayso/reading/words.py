"""The words of a stretch of text, in lower case with their spans, as phrase books take them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.packs.phrases import Phrases, T
from sayso.records import Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|:(?=\s)")
_NOT = ("n't", "n’t")
_CLITICS = ("'s", "'ll", "'d", "'ve", "'re", "'m")


@dataclass(frozen=True, slots=True)
class Words:
    """Words in order. Contracted "not" and clitics are words of their own ("did n't", "it 's"), with a straight
    apostrophe; a colon before a blank is a word."""

    text: str
    low: Sequence[str]
    spans: Sequence[Span]

    def __len__(self) -> int:
        return len(self.low)

    def before(self, i: int) -> str:
        """What stands between word `i` and the one before it."""
        return self.text[self.spans[i - 1].end : self.spans[i].start] if i else ""

    def at_or_after(self, offset: int) -> int:
        """The index of the first word that starts at the offset or later."""
        return bisect_left(self.spans, offset, key=lambda s: s.start)

    def over(self, i: int, length: int) -> Span:
        """The span of `length` words from word `i`."""
        return Span(self.spans[i].start, self.spans[i + length - 1].end)


def read_words(text: str, *stretches: Span) -> Words:
    """The words of the stretches, which stand in order."""
    low: list[str] = []
    spans: list[Span] = []
    for stretch in stretches:
        for m in _WORD.finditer(text, stretch.start, stretch.end):
            start, end = m.span()
            word = m.group().lower()
            if len(word) != end - start:  # a letter whose lower case is longer
                word = m.group()
            cut = _cut(word)
            if cut:
                low.append(word[:cut])
                spans.append(Span(start, start + cut))
                word, start = word[cut:].replace("’", "'"), start + cut
            low.append(word)
            spans.append(Span(start, end))
    return Words(text, low, spans)


def _cut(word: str) -> int:
    """Where a contraction is cut; 0 where the word is whole."""
    if "'" not in word and "’" not in word:
        return 0
    if len(word) > 3 and word.endswith(_NOT):
        return len(word) - 3
    for clitic in _CLITICS:
        if len(word) > len(clitic) and word.replace("’", "'").endswith(clitic):
            return len(word) - len(clitic)
    return 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: index of its first word, how many words."""

    at: int
    length: int


def find_phrases(words: Words, book: Phrases[T], start: int = 0, end: int | None = None) -> Iterator[tuple[Hit, T]]:
    """The phrases among words [start, end), left to right, none overlapping."""
    i, last = start, len(words) if end is None else end
    while i < last:
        phrase = book.at(words.low, i)
        if phrase is None:
            i += 1
            continue
        yield Hit(i, phrase.length), phrase.value
        i += phrase.length
