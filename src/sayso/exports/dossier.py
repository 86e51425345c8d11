"""The dossier: a folder of plain HTML pages, the brief first, then each article with its marks. Opens from disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from sayso.exports.brief import make_brief, notes_of
from sayso.exports.brief_markdown import headline
from sayso.exports.pages import environment, render, write_page
from sayso.exports.wording import amount, through, who_said
from sayso.ledger.derive import words_of
from sayso.ledger.kept import all_readings
from sayso.ledger.store import Store
from sayso.records import Mode, Reading, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article's text, and what it is: names of marks, or none."""

    words: str
    kinds: str


def write(store: Store, folder: Path) -> int:
    """index.html and a page for each article; how many pages."""
    made = environment()
    listed: list[dict[str, Any]] = []
    for reading in all_readings(store):
        article = reading.article
        page = _page_name(article.id)
        title = article.title or article.key or article.id[:12]
        write_page(
            folder / page,
            render(made, "article.html", article=article, title=title, pieces=list(pieces_of(reading)),
                   lines=list(_lines(reading)), made_by=reading.made_by),
        )  # fmt: skip
        listed.append(
            {"page": page, "title": title, "outlet": article.outlet, "published": article.published,
             "statements": len(reading.statements)}
        )  # fmt: skip
    brief = make_brief(store, most=12)
    index = render(made, "index.html", brief=brief, headline=headline(brief), articles=listed, link=_page_name)
    write_page(folder / "index.html", index)
    return len(listed) + 1


def pieces_of(reading: Reading) -> Iterator[Piece]:
    """The text cut at the edges of all marks; together the pieces are the text."""
    text = reading.article.text
    marks = sorted(_marks(reading))
    edges = sorted({0, len(text)} | {edge for span, _ in marks for edge in span})
    open_: list[tuple[int, str]] = []
    at = 0
    for start, end in pairwise(edges):
        while at < len(marks) and marks[at][0].start <= start:
            open_.append((marks[at][0].end, marks[at][1]))
            at += 1
        open_ = [(until, kind) for until, kind in open_ if until > start]
        kinds = " ".join(dict.fromkeys(sorted(kind for _, kind in open_)))
        yield Piece(text[start:end], kinds)


def _marks(reading: Reading) -> Iterable[tuple[Span, str]]:
    for span in reading.article.furniture:
        yield span, "furniture"
    for statement in reading.statements:
        if statement.mode is not Mode.NARRATED:
            yield from ((span, "content") for span in statement.content)
        if statement.source:
            yield statement.source, "source"
        if statement.cue:
            yield statement.cue, "cue"
        yield from ((span, "hedge") for span in statement.hedges)
    for figure in reading.figures:
        yield figure.span, "figure"


def _lines(reading: Reading) -> Iterator[dict[str, Any]]:
    text = reading.article.text
    figures: dict[str | None, list[str]] = {}
    for figure in reading.figures:
        figures.setdefault(figure.statement, []).append(amount(figure))
    for statement in reading.statements:
        yield {
            "id": statement.id,
            "who": who_said(statement, statement.source.of(text) if statement.source else None),
            "act": statement.act.value if statement.act else None,
            "words": " ".join(words_of(statement.content, text).split()),
            "notes": list(notes_of(statement)),
            "figures": figures.get(statement.id, []),
            "chain": through(statement),
            "said_on": statement.said_on,
            "spans": " ".join(f"[{span.start}, {span.end})" for span in statement.content),
        }


def _page_name(article: str) -> str:
    return f"article-{article[:24]}.html"
