"""A text's lines, with what tells a line of prose from a label: the frame that furniture, credits and dates work in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.packs.furniture import fold
from sayso.records import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_FINAL = re.compile(r"[.!?…]['\"’”»)\]]*$")
_EDGE = " \t\u00a0\u3000\ufeff\u200b"
SHORT_WORDS = 45  # a label, button or link is shorter; what is longer is judged by its beginning or end alone
_SHORT_LENGTH = 400
_FOLDED_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: its words without white space at the edges, and where it stands.

    `block` counts the groups of lines that blank lines part. `folded` is the whole line folded where it is short,
    else its beginning alone.
    """

    span: Span
    words: str
    block: int
    count: int
    folded: str

    def part(self, start: int, end: int) -> Line:
        """The words from start to end of this line, as a line of its own."""
        words = self.words[start:end].strip(_EDGE)
        first = self.span.start + start + len(self.words[start:end]) - len(self.words[start:end].lstrip(_EDGE))
        return Line(Span(first, first + len(words)), words, self.block, _count(words), _folded(words))

    @property
    def short(self) -> bool:
        """Whether it is short enough to be a label, button, link or credit."""
        return self.count <= SHORT_WORDS and len(self.words) <= _SHORT_LENGTH

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return _FINAL.search(self.words[-6:]) is not None

    @property
    def prose(self) -> bool:
        """Whether it reads like a sentence or more of running text."""
        return self.count >= 25 or (self.count >= 8 and self.ends)


def split_lines(text: str, first: int = 0) -> list[Line]:
    """The lines of text[first:] that are not blank, in order; linear in the text's length."""
    found: list[Line] = []
    block, before = 0, first
    for match in _LINE.finditer(text, first):
        words = match.group().strip(_EDGE)
        if not words:
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip(_EDGE))
        if found and len(_BREAK.findall(text, before, match.start())) > 1:
            block += 1
        before = match.end()
        found.append(Line(Span(start, start + len(words)), words, block, _count(words), _folded(words)))
    return found


def spaced(lines: Sequence[Line]) -> bool:
    """Whether blank lines part the paragraphs, so that neighbouring lines within a block belong together."""
    return len(lines) > 1 and lines[-1].block * 3 >= len(lines)


def _count(words: str) -> int:
    """How many words; a long line's are estimated, so that one without blanks never counts as a short one."""
    if len(words) <= _SHORT_LENGTH:
        return len(words.split())
    return max(words.count(" ") + 1, len(words) // 8)


def _folded(words: str) -> str:
    return fold(words if len(words) <= _SHORT_LENGTH else words[:_FOLDED_LENGTH])
