"""An article's text cut at the edges of all that was read in it, so that marks may nest and overlap.

Together the pieces are the text. Each piece knows its items, the outermost first, and what it is for the eye: classes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sayso.records import Mode, PlaceUse, Reading, Span

_DEEPEST = 3  # contents within contents have their own shade up to here


@dataclass(frozen=True, slots=True)
class Mark:
    """Something read at a span: its kind (content, source, cue, hedge, figure, time, place, furniture) and the item
    that it belongs to, if any; `note` says more of a time or place."""

    span: Span
    kind: str
    item: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one set of marks. `item` is the innermost; `first` where it begins."""

    words: str
    classes: str
    items: tuple[str, ...]
    item: str | None
    first: bool
    note: str


def marks_of(reading: Reading) -> list[Mark]:
    """All marks of a Reading, in order, the longer first where two begin together."""
    found = [Mark(span, "furniture") for span in reading.article.furniture]
    for statement in reading.statements:
        if statement.mode is not Mode.NARRATED:
            found += [Mark(span, "content", statement.id) for span in statement.content]
        if statement.source is not None:
            found.append(Mark(statement.source, "source", statement.id))
        if statement.cue is not None:
            found.append(Mark(statement.cue, "cue", statement.id))
        found += [Mark(span, "hedge", statement.id) for span in statement.hedges]
        if statement.verification is not None:
            found.append(Mark(statement.verification.span, "verification", statement.id))
    found += [Mark(f.span, "figure", f.id) for f in reading.figures]
    found += [Mark(t.span, "time", None, t.edtf or t.value or "") for t in reading.times]
    found += [Mark(p.span, "place", None, p.name) for p in reading.places if p.use is PlaceUse.LITERAL]
    return sorted((m for m in found if m.span.start < m.span.end), key=lambda m: (m.span.start, -m.span.end, m.kind))


def pieces_of(reading: Reading) -> Iterator[Piece]:
    """The text in pieces."""
    text = reading.article.text
    marks = marks_of(reading)
    edges = sorted({0, len(text)} | {min(edge, len(text)) for m in marks for edge in m.span})
    open_: list[Mark] = []
    begun: set[str] = set()
    at = 0
    for start, end in pairwise(edges):
        open_ = [m for m in open_ if m.span.end > start]
        while at < len(marks) and marks[at].span.start <= start:
            open_.append(marks[at])
            at += 1
        yield _piece(text[start:end], open_, begun)


def _piece(words: str, open_: list[Mark], begun: set[str]) -> Piece:
    depth = min(sum(m.kind == "content" for m in open_), _DEEPEST)
    kinds = list(dict.fromkeys(m.kind for m in open_))
    if depth > 1:
        kinds.append(f"depth-{depth}")
    items = tuple(dict.fromkeys(m.item for m in open_ if m.item is not None))
    inner = min((m for m in open_ if m.item), key=lambda m: (m.span.end - m.span.start, m.kind), default=None)
    item = inner.item if inner else None
    first = item is not None and item not in begun
    if item is not None:
        begun.add(item)
    note = "; ".join(m.note for m in open_ if m.note)
    return Piece(words, " ".join(kinds), items, item, first, note)
