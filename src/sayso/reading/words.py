"""The words of a stretch of text, in lower case with their spans, as phrase books take them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.packs.phrases import Phrases, T
from sayso.records import Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|:(?=\s|$)")
_PARTING = frozenset(',.;:()—–"“”\n')
_CLITICS = ("'s", "'ll", "'d", "'ve", "'re", "'m")


class Words:
    """Words in order. Contracted "not" and clitics are words of their own ("did n't", "it 's"), with a straight
    apostrophe; a colon before a blank or at the end is a word.

    Spans are found when first asked for, since most stretches hold no phrase.
    """

    __slots__ = ("_spans", "_stretches", "low", "text")

    def __init__(self, text: str, stretches: Sequence[Span]) -> None:
        self.text = text
        self._stretches = stretches
        self._spans: list[tuple[int, int]] | None = None
        self.low: list[str] = []
        for start, end in stretches:
            found = _WORD.findall(text, start, end)
            self.low.extend(map(str.lower, found) if _is_plain(text, start, end) else _cut_all(found))

    def __len__(self) -> int:
        return len(self.low)

    @property
    def spans(self) -> Sequence[tuple[int, int]]:
        """Where each word stands, as plain pairs: most are never made a Span."""
        if self._spans is None:
            self._spans = []
            for start, end in self._stretches:
                found = [m.span() for m in _WORD.finditer(self.text, start, end)]
                self._spans += found if _is_plain(self.text, start, end) else _cut_spans(self.text, found)
        return self._spans

    def before(self, i: int) -> str:
        """What stands between word `i` and the one before it."""
        spans = self._spans or self.spans
        return self.text[spans[i - 1][1] : spans[i][0]] if i else ""

    def parted(self, i: int) -> bool:
        """Whether a mark or a line's end stands before word `i`."""
        return not _PARTING.isdisjoint(self.before(i))

    def at_or_after(self, offset: int) -> int:
        """The index of the first word that starts at the offset or later."""
        return bisect_left(self.spans, (offset,))

    def over(self, i: int, length: int) -> Span:
        """The span of `length` words from word `i`."""
        return Span(self.spans[i][0], self.spans[i + length - 1][1])


def read_words(text: str, *stretches: Span) -> Words:
    """The words of the stretches, which stand in order."""
    return Words(text, stretches)


def _is_plain(text: str, start: int, end: int) -> bool:
    """Whether no apostrophe stands there, so that no word is cut."""
    return text.find("'", start, end) < 0 and text.find("’", start, end) < 0


def _cut_all(found: Sequence[str]) -> Iterator[str]:
    for word in found:
        cut = _cut(word)
        if cut:
            yield word[:cut].lower()
            yield word[cut:].replace("’", "'").lower()
        else:
            yield word.lower()


def _cut_spans(text: str, found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in found:
        cut = _cut(text[start:end])
        if cut:
            yield start, start + cut
        yield start + cut, end


def _cut(word: str) -> int:
    """Where a contraction is cut; 0 where the word is whole."""
    if "'" not in word and "’" not in word:
        return 0
    low = word.lower().replace("’", "'")
    if len(low) != len(word):  # a letter whose lower case is longer
        return 0
    if len(low) > 3 and low.endswith("n't"):
        return len(low) - 3
    for clitic in _CLITICS:
        if len(low) > len(clitic) and low.endswith(clitic):
            return len(low) - len(clitic)
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
