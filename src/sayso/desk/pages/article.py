"""An article: its text as captured, with all that was read in it marked, and each statement beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.faults import NotHere
from sayso.desk.finding import said_line
from sayso.desk.marks import Piece, pieces_of
from sayso.desk.rendering import page
from sayso.errors import UsageError
from sayso.ledger.decided import DecidedOn, decided_in
from sayso.ledger.found import Found
from sayso.ledger.question import Question
from sayso.records import Figure, Reading, Voice

router = APIRouter()
_MOST = 2000  # statements or figures of one article on its page


@dataclass(frozen=True, slots=True)
class FigureChip:
    """A figure under its statement."""

    id: str
    words: str
    figure: Figure
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """A statement beside the text."""

    id: str
    who: str
    voice: Voice | None
    act: str | None
    notes: tuple[str, ...]
    words: str
    within: str | None
    through: str
    said_on: str | None
    figures: list[FigureChip]
    decided: list[DecidedOn]
    rejected: bool
    claim: str | None
    carriers: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of text and where it leads."""

    words: str
    classes: str
    items: tuple[str, ...]
    item: str | None
    first: bool
    note: str
    href: str | None


@router.get("/articles/{id}")
def article(request: Request, id: str) -> Response:
    """The page."""
    ledger = request.app.state.desk.ledger
    try:
        reading = ledger.reading(id)
    except UsageError as error:
        raise NotHere(error.what, error.reason) from error
    name = reading.article.id
    everything = Question(article=name, rejected=True, limit=_MOST)
    figures = ledger.figures(everything)
    decided = decided_in(ledger.store, name)
    lines = list(_lines(ledger.ask(everything), figures, decided))
    loose = [_chip(one) for one in figures if one.figure and one.figure.statement is None]
    return page(
        request, "article.html", article=reading.article, title=_title(reading), lines=lines, loose=loose,
        figures=len(figures), pieces=[_shown(piece) for piece in pieces_of(reading)], story=None, copies=[],
        provenance=_provenance(reading),
    )  # fmt: skip


def _title(reading: Reading) -> str:
    article = reading.article
    return article.title or article.key or article.id[:12]


def _shown(piece: Piece) -> Shown:
    href = f"#{piece.item}" if piece.item else None
    return Shown(piece.words, piece.classes, piece.items, piece.item, piece.first, piece.note, href)


def _chip(found: Found) -> FigureChip:
    assert found.figure is not None
    return FigureChip(found.figure.id, found.words, found.figure, f"#{found.figure.id}")


def _lines(found: Sequence[Found], figures: Sequence[Found], decided: Mapping[str, list[DecidedOn]]) -> Iterator[Line]:
    """The statements in the order of the text."""
    for one in sorted(found, key=lambda f: f.statement.content[0] if f.statement else (0, 0)):
        statement, line = one.statement, said_line(one)
        if statement is None:
            continue
        made = decided.get(statement.id, [])
        yield Line(
            statement.id, line.who, line.voice, statement.act.value if statement.act else None, line.notes, one.words,
            statement.within, line.through, statement.said_on,
            [_chip(f) for f in figures if f.figure and f.figure.statement == statement.id],
            made, any(d.kind == "reject" for d in made), None, 1,
        )  # fmt: skip


def _provenance(reading: Reading) -> list[tuple[str, str]]:
    article, made = reading.article, reading.made_by
    parts = [made.model, ", ".join(made.packs), made.roster, made.gazetteer]
    facts = [
        ("Address", article.url),
        ("File", article.path),
        ("Published", article.published and f"{article.published} (known from {article.published_from})"),
        ("Captured", article.captured),
        ("Article", article.id),
        ("Captured bytes, SHA-256", article.digest),
        ("Text, SHA-256", article.text_digest),
        ("Read by", f"sayso {made.sayso}; {'; '.join(part for part in parts if part)}"),
    ]
    return [(name, value) for name, value in facts if value]
