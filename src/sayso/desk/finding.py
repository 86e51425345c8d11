"""What a question has found, as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.desk.words import marked
from sayso.exports.brief import notes_of
from sayso.exports.wording import through, who_said
from sayso.ledger.found import Card, Found
from sayso.records import Figure, Span, Statement, Voice


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a list, with a passage cut where the searched words stand."""

    article: Card
    marks: tuple[Span, ...]
    pieces: list[tuple[str, bool]]
    day: str


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A statement or figure in a list: who, what, with which warnings, where."""

    article: Card
    statement: Statement | None
    figure: Figure | None
    who: str
    voice: Voice | None
    notes: tuple[str, ...]
    words: str
    pieces: list[tuple[str, bool]]
    through: str
    day: str
    item: str


def article_line(found: Found) -> ArticleLine:
    """A found article as a line."""
    return ArticleLine(found.article, found.marks, marked(found.words, found.marks), found.day)


def said_line(found: Found) -> SaidLine:
    """A found statement or figure as a line."""
    statement = found.statement
    voice = statement.voices[0] if statement and len(statement.voices) == 1 else None
    item = found.figure.id if found.figure else statement.id if statement else ""
    return SaidLine(
        found.article, statement, found.figure,
        who_said(statement, found.source) if statement else "nobody named", voice,
        tuple(dict.fromkeys(notes_of(statement))) if statement else (), found.words, marked(found.words, found.marks),
        through(statement) if statement else "", found.day, item,
    )  # fmt: skip
