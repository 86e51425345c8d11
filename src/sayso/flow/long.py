"""Long texts: an article of more than some two hundred pages is read piece by piece, so that what reading holds at once
stays bounded.

A piece ends where a paragraph does, where one ends in time. Who or what a piece has named, the next does not know: no
news article is so long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from sayso.reading.draft import Draft
from sayso.records import Article, Figure, Place, Span, Statement, Time
from sayso.records.moving import moved

LONGEST = 500_000  # characters that are read at once
_ENDS = ("\n\n", "\n", ". ", " ")  # where a piece may end, the best first


@dataclass(slots=True)
class Collected:
    """What the pieces of an article gave, spanned in its whole text, numbered on from piece to piece."""

    statements: list[Statement] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    def add(self, draft: Draft, at: int) -> None:
        """Takes in what was found in the piece that begins at an offset of the text."""
        said, counted = _last(self.statements), _last(self.figures)
        self.statements += [
            replace(moved(s, at), id=_on(s.id, said), within=s.within and _on(s.within, said)) if at else s
            for s in draft.statements
        ]
        self.figures += [
            replace(
                moved(f, at), id=_on(f.id, counted), statement=f.statement and _on(f.statement, said),
                part_of=tuple(_on(id, counted) for id in f.part_of), same_as=f.same_as and _on(f.same_as, counted),
            )
            if at
            else f
            for f in draft.figures
        ]  # fmt: skip
        self.times += moved(draft.times, at)
        self.places += moved(draft.places, at)


def pieces_of(article: Article) -> Iterator[tuple[int, Article]]:
    """The pieces of an article in order, each with where it begins; the article itself where it is not long.

    Credits hold for all of them, so that their spans may lie outside of a piece.
    """
    text, start = article.text, 0
    if len(text) <= LONGEST:
        yield 0, article
        return
    while start < len(text):
        piece = Span(start, _end(text, start))
        yield start, replace(
            article, text=piece.of(text), title=None if start else article.title,
            furniture=_within(article.furniture, piece), corrections=_within(article.corrections, piece),
            credits=moved(article.credits, -start),
        )  # fmt: skip
        start = piece.end


def _end(text: str, start: int) -> int:
    """Where the piece ends that begins here."""
    limit = start + LONGEST
    if limit >= len(text):
        return len(text)
    found = ((text.rfind(end, start + LONGEST // 2, limit), end) for end in _ENDS)
    return next((at + len(end) for at, end in found if at >= 0), limit)


def _within(spans: Iterable[Span], piece: Span) -> tuple[Span, ...]:
    """What of these spans lies in the piece, counted from its beginning."""
    clipped = (Span(max(s.start, piece.start), min(s.end, piece.end)) for s in spans if s.meets(piece))
    return moved(tuple(clipped), -piece.start)


def _last(found: Iterable[Statement | Figure]) -> int:
    """The highest number among the ids."""
    return max((int(one.id[1:]) for one in found), default=0)


def _on(id: str, by: int) -> str:
    """An id numbered on: "s3" after 20 others is "s23"."""
    return f"{id[0]}{int(id[1:]) + by}"
