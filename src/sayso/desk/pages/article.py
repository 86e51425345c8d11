"""An article: its text as captured, with all that was read in it marked, and each statement beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.copied import copy_lines
from sayso.desk.faults import found_or_missing
from sayso.desk.finding import said_line
from sayso.desk.marks import Piece, pieces_of
from sayso.desk.rendering import page, path
from sayso.ledger.claims import claims_of_article
from sayso.ledger.decided import DecidedOn, decided_in
from sayso.ledger.found import Found
from sayso.ledger.question import Question
from sayso.ledger.relations import carried
from sayso.ledger.stories import copies_of, story_of_article
from sayso.ledger.stories import story as story_of
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
class Known:
    """What is known of an article's items: decisions and claims by item, and how many articles carry each claim."""

    decided: Mapping[str, list[DecidedOn]]
    claims: Mapping[str, str]
    carried: Mapping[str, int]


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
    desk = request.app.state.desk
    desk.fresh.look()
    ledger = desk.ledger
    with found_or_missing():
        reading = ledger.reading(id)
    name = reading.article.id
    everything = Question(article=name, rejected=True, limit=_MOST)
    figures = ledger.figures(everything)
    decided = decided_in(ledger.store, name)
    claims = claims_of_article(ledger.store, name)
    known = Known(decided, claims, carried(ledger.store, list(set(claims.values()))))
    lines = list(_lines(ledger.ask(everything), figures, known))
    loose = [_chip(one, claims) for one in figures if one.figure and one.figure.statement is None]
    story = story_of_article(ledger.store, name)
    return page(
        request, "article.html", article=reading.article, title=_title(reading), lines=lines, loose=loose,
        figures=len(figures), pieces=[_shown(piece, claims) for piece in pieces_of(reading)],
        story=story_of(ledger.store, story) if story else None,
        copies=copy_lines(ledger.store, name, copies_of(ledger.store, name)),
        provenance=_provenance(reading),
    )  # fmt: skip


def _title(reading: Reading) -> str:
    article = reading.article
    return article.title or article.key or article.id[:12]


def _shown(piece: Piece, claims: Mapping[str, str]) -> Shown:
    """A piece with its address: the claim of the innermost item that has one, else the card beside the text."""
    items = [item for item in (piece.item, *reversed(piece.items)) if item is not None]
    claimed = [claims[item] for item in items if item in claims]
    href = f"/claims/{path(claimed[0])}" if claimed else f"#{piece.item}" if piece.item else None
    return Shown(piece.words, piece.classes, piece.items, piece.item, piece.first, piece.note, href)


def _chip(found: Found, claims: Mapping[str, str]) -> FigureChip:
    assert found.figure is not None
    claim = claims.get(found.figure.id)
    href = f"/claims/{path(claim)}" if claim else f"#{found.figure.id}"
    return FigureChip(found.figure.id, found.words, found.figure, href)


def _lines(found: Sequence[Found], figures: Sequence[Found], known: Known) -> Iterator[Line]:
    """The statements in the order of the text."""
    for one in sorted(found, key=lambda f: f.statement.content[0] if f.statement else (0, 0)):
        statement, line = one.statement, said_line(one)
        if statement is None:
            continue
        made = known.decided.get(statement.id, [])
        claim = known.claims.get(statement.id)
        yield Line(
            statement.id, line.who, line.voice, statement.act.value if statement.act else None, line.notes, one.words,
            statement.within, line.through, statement.said_on,
            [_chip(f, known.claims) for f in figures if f.figure and f.figure.statement == statement.id],
            made, any(d.kind == "reject" for d in made),
            f"/claims/{path(claim)}" if claim else None, known.carried.get(claim or "", 1),
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
