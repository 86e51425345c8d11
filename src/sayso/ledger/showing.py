"""From the numbers of rows to what a person or program gets: records, words, where searched words stand, decisions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, func, select, text

from sayso.ledger import rows as t
from sayso.ledger import tables as k
from sayso.ledger.attaching import IN_FORCE
from sayso.ledger.cursor import Hit
from sayso.ledger.found import Card, Found, figure_from, statement_from
from sayso.ledger.lists import is_among
from sayso.ledger.question import search_text
from sayso.records import Span, Statement

Row = dict[str, Any]

# What FTS5 puts around a word that was searched for; private characters, which no text of news holds.
_OPEN, _CLOSE = "\ue0f0", "\ue0f1"
_PASSAGE_WORDS = 24


def show_statements(connection: Connection, hits: Sequence[Hit], words: str | None, now: str) -> list[Found]:
    """The statements of these rows, in this order."""
    numbers = [hit.n for hit in hits]
    rows = _rows(connection, t.statement_rows, numbers)
    statements, sources = _statements(connection, rows), _sources(connection, rows)
    cards = cards_of(connection, {row["article"] for row in rows.values()})
    marked = _marked(connection, "statement_index", numbers, words)
    decided = _decided(connection, {row["article"] for row in rows.values()}, now)
    found = []
    for hit in hits:
        row, statement = rows[hit.n], statements[hit.n]
        found.append(
            Found(
                cards[row["article"]], row["words"], row["day"], statement,
                source=sources.get(hit.n),
                marks=_marks(row["words"], marked.get(hit.n)),
                decisions=decided.get((row["article"], row["id"]), ()),
                cursor=hit.cursor,
            )
        )  # fmt: skip
    return found


def show_figures(connection: Connection, hits: Sequence[Hit], words: str | None, now: str) -> list[Found]:
    """The figures of these rows with the statements that assert them, in this order."""
    numbers = [hit.n for hit in hits]
    rows = _rows(connection, t.figure_rows, numbers)
    said_by = _rows(connection, t.statement_rows, [r["statement"] for r in rows.values() if r["statement"]])
    statements, sources = _statements(connection, said_by), _sources(connection, said_by)
    cards = cards_of(connection, {row["article"] for row in rows.values()})
    marked = _marked(connection, "figure_index", numbers, words)
    decided = _decided(connection, {row["article"] for row in rows.values()}, now)
    found = []
    for hit in hits:
        row = rows[hit.n]
        statement = statements.get(row["statement"])
        found.append(
            Found(
                cards[row["article"]], row["words"], row["day"], statement,
                figure_from(row, statement.id if statement else None),
                source=sources.get(row["statement"]),
                marks=_marks(row["words"], marked.get(hit.n)),
                decisions=decided.get((row["article"], row["id"]), ()),
                cursor=hit.cursor,
            )
        )  # fmt: skip
    return found


def show_articles(connection: Connection, hits: Sequence[Hit], words: str | None) -> list[Found]:
    """The articles of these rows in this order, each with a passage that holds the words searched for."""
    numbers = [hit.n for hit in hits]
    cards = cards_of(connection, set(numbers))
    passages: dict[int, str] = {}
    if words is not None and numbers:
        asked = text(
            "SELECT rowid, snippet(article_index, 1, :open, :close, '', :count) FROM article_index"
            " WHERE article_index MATCH :query AND rowid IN (SELECT value FROM json_each(:rows))"
        )
        given = {
            "query": search_text(words),
            "open": _OPEN,
            "close": _CLOSE,
            "count": _PASSAGE_WORDS,
            "rows": json.dumps(numbers),
        }
        passages = dict(connection.execute(asked, given).all())
    days = _rows(connection, t.article_rows, numbers)
    found = []
    for hit in hits:
        marked, card = passages.get(hit.n, ""), cards[hit.n]
        plain = marked.replace(_OPEN, "").replace(_CLOSE, "")
        marks = _marks(plain, marked) if plain else ()
        found.append(Found(card, plain or card.title or "", days[hit.n]["day"], marks=marks, cursor=hit.cursor))
    return found


def _rows(connection: Connection, table: Any, numbers: Sequence[int]) -> dict[int, Row]:
    if not numbers:
        return {}
    return {
        row["n"]: dict(row) for row in connection.execute(select(table).where(is_among(table.c.n, numbers))).mappings()
    }


def _statements(connection: Connection, rows: dict[int, Row]) -> dict[int, Statement]:
    voices: dict[int, list[dict[str, Any]]] = {n: [] for n in rows}
    v, sv = t.voice_rows.c, t.statement_voices.c
    asked = (
        select(sv.statement, v.id, v.name, v.role, v.body, v.side, v.kind, v.aliases)
        .join(t.voice_rows, v.n == sv.voice)
        .where(is_among(sv.statement, rows))
        .order_by(sv.statement, sv.rank)
    )
    for row in connection.execute(asked).mappings():
        named = {name: row[name] for name in ("id", "name", "role", "body", "side", "kind")}
        voices[row["statement"]].append(named | {"aliases": json.loads(row["aliases"])})
    return {n: statement_from(row, voices[n]) for n, row in rows.items()}


def cards_of(connection: Connection, articles: set[int]) -> dict[int, Card]:
    """The articles of these rows as findings name them."""
    a, r, x, o = k.articles.c, t.article_rows.c, k.texts.c, t.outlet_rows.c
    asked = (
        select(
            r.n,
            r.key,
            a.id,
            a.digest,
            x.digest.label("text_digest"),
            a.url,
            o.name.label("outlet"),
            r.title,
            r.published,
        )
        .join(k.articles, a.n == r.n)
        .join(k.texts, x.n == r.text)
        .outerjoin(t.outlet_rows, o.n == r.outlet)
        .where(is_among(r.n, articles))
    )
    return {
        row.n: Card(row.key, row.id, row.digest, row.text_digest, row.url, row.outlet, row.title, row.published)
        for row in connection.execute(asked)
    }


def _sources(connection: Connection, statements: Iterable[int]) -> dict[int, str]:
    """The sources' own words, out of the texts, by statement."""
    s, r, x = t.statement_rows.c, t.article_rows.c, k.texts.c
    asked = (
        select(s.n, func.substr(x.text, s.source_start + 1, s.source_end - s.source_start))
        .join(t.article_rows, r.n == s.article)
        .join(k.texts, x.n == r.text)
        .where(is_among(s.n, statements), s.source_start.is_not(None))
    )
    return dict(connection.execute(asked).all())


def _marked(connection: Connection, index: str, numbers: Sequence[int], words: str | None) -> dict[int, str]:
    if words is None or not numbers:
        return {}
    asked = text(
        f"SELECT rowid, highlight({index}, 0, :open, :close) FROM {index}"
        f" WHERE {index} MATCH :query AND rowid IN (SELECT value FROM json_each(:rows))"
    )
    given = {"query": search_text(words), "open": _OPEN, "close": _CLOSE, "rows": json.dumps(numbers)}
    return dict(connection.execute(asked, given).all())


def _marks(plain: str, marked: str | None) -> tuple[Span, ...]:
    """Where the marks stand in the plain words; none where the words hold such characters themselves."""
    if not marked or marked.replace(_OPEN, "").replace(_CLOSE, "") != plain:
        return ()
    found: list[Span] = []
    at = 0
    for piece in marked.split(_OPEN):
        inside, close, after = piece.partition(_CLOSE)
        if close:
            found.append(Span(at, at + len(inside)))
        at += len(inside) + len(after)
    return tuple(found)


def _decided(connection: Connection, articles: set[int], now: str) -> dict[tuple[int, str], tuple[str, ...]]:
    """The decisions in force on the items of these articles."""
    if not articles:
        return {}
    asked = text(
        "SELECT h.article, h.item, d.id FROM attachments AS h JOIN anchors AS c ON c.n = h.anchor"
        " JOIN decisions AS d ON d.n = c.decision WHERE h.item IS NOT NULL"
        f" AND h.article IN (SELECT value FROM json_each(:articles)) AND {IN_FORCE} ORDER BY d.n"
    )
    found: dict[tuple[int, str], tuple[str, ...]] = {}
    for row in connection.execute(asked, {"now": now, "articles": json.dumps(sorted(articles))}):
        found[row.article, row.item] = (*found.get((row.article, row.item), ()), row.id)
    return found
