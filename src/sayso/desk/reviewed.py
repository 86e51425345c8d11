"""A statement or figure as it is reviewed: its words in the midst of the text around them, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.desk.finding import SaidLine, said_line
from sayso.errors import UsageError
from sayso.ledger.decided import DecidedOn, decided_in
from sayso.ledger.items import items_found
from sayso.ledger.kept import reading_of
from sayso.ledger.store import Store
from sayso.records import Span

_AROUND = 260  # characters of text shown before and after


@dataclass(frozen=True, slots=True)
class Item:
    """A statement or figure under review. `pieces` are the text around it, which begins at `start`: words, and
    whether they are the item's."""

    article: str
    id: str
    line: SaidLine
    pieces: tuple[tuple[str, bool], ...]
    start: int
    decided: tuple[DecidedOn, ...]
    is_figure: bool

    @property
    def key(self) -> str:
        """How a form names it."""
        return f"{self.article}#{self.id}"


def item_of(store: Store, article: str, item: str) -> Item:
    """A statement or figure of an article. Raises UsageError where it is not there."""
    reading = reading_of(store, article)
    name = reading.article.id
    found = items_found(store, [(name, item)]).get((name, item))
    if found is None:
        raise UsageError(item, "no statement or figure of this article")
    if found.figure is not None:
        spans: tuple[Span, ...] = (found.figure.span,)
    else:
        spans = found.statement.content if found.statement else ()
    pieces = tuple(_around(reading.article.text, spans))
    decided = tuple(decided_in(store, name).get(item, ()))
    start = max(0, spans[0].start - _AROUND)
    return Item(name, item, said_line(found), pieces, start, decided, found.figure is not None)


def _around(text: str, spans: tuple[Span, ...]) -> list[tuple[str, bool]]:
    start = max(0, spans[0].start - _AROUND)
    end = min(len(text), spans[-1].end + _AROUND)
    pieces: list[tuple[str, bool]] = []
    at = start
    for span in spans:
        pieces += [(text[at : span.start], False), (text[span.start : span.end], True)]
        at = span.end
    pieces.append((text[at:end], False))
    return [piece for piece in pieces if piece[0]]
