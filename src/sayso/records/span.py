"""Where words stand: [start, end) in Unicode code points of an article's text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of an article's text, [start, end) in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand here."""
        return text[self.start : self.end]

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span over all of them. Raises ValueError when there are none."""
    listed = list(spans)
    return Span(min(s.start for s in listed), max(s.end for s in listed))


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its edges; empty at its start where nothing else is there."""
    words = text[span.start : span.end]
    left = len(words) - len(words.lstrip())
    kept = words.strip()
    return Span(span.start + left, span.start + left + len(kept))


def outside(length: int, holes: Sequence[Span]) -> list[Span]:
    """What [0, length) holds outside the holes, in order; holes may touch or overlap."""
    found: list[Span] = []
    at = 0
    for hole in sorted(holes):
        if hole.start > at:
            found.append(Span(at, min(hole.start, length)))
        at = max(at, hole.end)
    if at < length:
        found.append(Span(at, length))
    return found
