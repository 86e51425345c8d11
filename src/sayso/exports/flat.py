"""The ledger's rows as flat records, for tables: read from the documented views, some at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import text

from sayso.ledger.kept import all_readings
from sayso.ledger.store import Store
from sayso.records import Article, Reading
from sayso.records.shape import to_json

Row = dict[str, Any]


def article_rows(store: Store) -> Iterator[Row]:
    """A row for each article."""
    for reading in all_readings(store):
        value = to_json(reading.article)
        row = {name: value[name] for name in _ARTICLE}
        yield _pins(reading.article) | row | to_json(reading.made_by)


def statement_rows(store: Store) -> Iterator[Row]:
    """A row for each statement, with analysts' corrections."""
    for row in _viewed(store, "statement_list", ("content", "chain", "hedges")):
        row["id"] = row.pop("statement")
        row["chain"] = [link["voice"] for link in row["chain"]]
        row["voices"] = row["voices"].split("; ") if row["voices"] else []
        row["sides"] = row["sides"].split(",") if row["sides"] else []
        row["medium"] = json.loads(row["medium"])["words"] if row["medium"] else None
        row["verification"] = json.loads(row["verification"])["status"] if row["verification"] else None
        yield _flags(row, "headline", "rejected")


def figure_rows(store: Store) -> Iterator[Row]:
    """A row for each figure, with analysts' corrections."""
    for row in _viewed(store, "figure_list", ("of", "by", "part_of")):
        row["id"] = row.pop("figure")
        row["start"], row["end"] = row.pop("span_start"), row.pop("span_end")
        yield _flags(row, "exclusive", "approximate", "vague", "cumulative", "rejected")


def time_rows(store: Store) -> Iterator[Row]:
    """A row for each time expression."""
    for row in _viewed(store, "time_list", ()):
        row["start"], row["end"] = row.pop("span_start"), row.pop("span_end")
        yield _flags(row, "chosen")


def place_rows(store: Store) -> Iterator[Row]:
    """A row for each mention of a place."""
    for row in _viewed(store, "place_list", ()):
        row["start"], row["end"] = row.pop("span_start"), row.pop("span_end")
        yield row


def voice_rows(store: Store) -> Iterator[Row]:
    """A row for each voice of each statement, as it was read."""

    def rows(reading: Reading) -> Iterator[Row]:
        for statement in reading.statements:
            for rank, voice in enumerate(statement.voices):
                row: Row = to_json(voice)
                row |= {"statement": statement.id, "rank": rank, "voice_id": row.pop("id")}
                yield row | _ends(statement.source)

    return _of_readings(store, rows)


def chain_rows(store: Store) -> Iterator[Row]:
    """A row for each link of each statement's chain."""

    def rows(reading: Reading) -> Iterator[Row]:
        for statement in reading.statements:
            for rank, link in enumerate(statement.chain):
                row = {name: to_json(getattr(link, name)) for name in ("voice", "kind", "act", "hedges")}
                yield row | {"statement": statement.id, "rank": rank} | _ends(link.span)

    return _of_readings(store, rows)


def decision_rows(store: Store) -> Iterator[Row]:
    """A row for each thing that a decision speaks of, wherever it hangs now."""
    with store.reading() as connection:
        found = connection.execute(text("SELECT * FROM decision_list")).mappings().all()
    for one in found:
        row = dict(one)
        for name in ("voices", "spans"):
            row[name] = json.loads(row[name]) if row[name] else []
        yield row


_ARTICLE = (
    "url", "outlet", "title", "authors", "credits", "published", "published_from", "updated", "captured", "version_of",
    "language", "extractor", "corrections", "furniture", "text",
)  # fmt: skip


def _of_readings(store: Store, rows: Callable[[Reading], Iterator[Row]]) -> Iterator[Row]:
    for reading in all_readings(store):
        pins = _pins(reading.article)
        yield from (pins | row for row in rows(reading))


def _pins(article: Article) -> Row:
    return {
        "article_id": article.id, "key": article.key, "digest": article.digest, "text_digest": article.text_digest,
    }  # fmt: skip


def _ends(span: Any) -> Row:
    return {"start": span.start if span else None, "end": span.end if span else None}


def _viewed(store: Store, view: str, lists: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a view with their article's digest, JSON lists read."""
    asked = text(f"SELECT v.*, a.digest FROM {view} AS v JOIN articles AS a ON a.id = v.article_id")
    with store.reading() as connection:
        for found in connection.execute(asked).yield_per(1000).mappings():
            row = dict(found)
            for name in lists:
                row[name] = json.loads(row[name])
            yield row


def _flags(row: Row, *names: str) -> Row:
    return row | {name: None if row[name] is None else bool(row[name]) for name in names}
