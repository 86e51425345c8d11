"""An article's derived rows: numbered and written, taken away, with the indexes for words kept in step."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, delete, func, insert, select, text

from sayso.ledger import rows as t
from sayso.ledger.derive import Row, Rows
from sayso.ledger.lists import is_among

# FTS5 tables whose content stands elsewhere are told of each row, also of each that goes, with the words it had.
WORDS = {
    "article_index": ("title, text", "article_words", "n"),
    "statement_index": ("words", "statement_rows", "article"),
    "figure_index": ('words, unit, measure, "of", who, place, cause', "figure_rows", "article"),
}


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an article's rows belong: the article, its Reading, its text, by number."""

    article: int
    reading: int
    text: int


def write_rows(connection: Connection, articles: Sequence[tuple[Placed, Rows]]) -> None:
    """Writes the rows of several articles, none of which has rows already."""
    outlets = _outlets(connection, [rows.outlet for _, rows in articles if rows.outlet])
    voices = _shared(connection, t.voice_rows, {d: v for _, rows in articles for d, v in rows.voices.items()})
    spots = _shared(connection, t.spots, {d: s for _, rows in articles for d, s in rows.spots.items()})
    next_statement = _next(connection, t.statement_rows)
    all_of: dict[Table, list[Row]] = {table: [] for table in t.DERIVED}
    for placed, rows in articles:
        outlet = outlets[rows.outlet["name"]] if rows.outlet else None
        here = {"article": placed.article, "outlet": outlet}
        all_of[t.article_rows].append(
            rows.article | {"n": placed.article, "reading": placed.reading, "text": placed.text, "outlet": outlet}
        )
        all_of[t.statement_rows] += [r | here | {"n": next_statement + i} for i, r in enumerate(rows.statements)]
        all_of[t.statement_voices] += [
            r | {"statement": next_statement + r["statement"], "voice": voices[r["voice"]]}
            for r in rows.statement_voices
        ]
        all_of[t.statement_spots] += [
            r | {"statement": next_statement + r["statement"], "spot": spots[r["spot"]]} for r in rows.statement_spots
        ]
        all_of[t.figure_rows] += [
            r | here | {"statement": None if r["statement"] is None else next_statement + r["statement"]}
            for r in rows.figures
        ]
        all_of[t.time_rows] += [r | {"article": placed.article} for r in rows.times]
        all_of[t.place_rows] += [r | {"article": placed.article, "spot": spots[r["spot"]]} for r in rows.places]
        next_statement += len(rows.statements)
    for table, values in all_of.items():
        if values:
            connection.execute(insert(table), values)
    _tell(connection, [placed.article for placed, _ in articles], gone=False)


def remove_rows(connection: Connection, articles: Sequence[int]) -> None:
    """Takes the derived rows of these articles away. Rows shared with other articles stay."""
    _tell(connection, articles, gone=True)
    theirs = select(t.statement_rows.c.n).where(is_among(t.statement_rows.c.article, articles))
    for table in (t.statement_voices, t.statement_spots):
        connection.execute(delete(table).where(table.c.statement.in_(theirs)))
    for table in t.OF_ARTICLE:
        connection.execute(delete(table).where(is_among(table.c.article, articles)))
    connection.execute(delete(t.article_rows).where(is_among(t.article_rows.c.n, articles)))


def remove_all_rows(connection: Connection) -> None:
    """Empties every derived table and index."""
    for name in (*WORDS, "voice_index"):
        connection.exec_driver_sql(f"INSERT INTO {name} ({name}) VALUES ('delete-all')")
    for table in (t.attachments, t.statement_spots, t.statement_voices, *t.OF_ARTICLE, t.article_rows):
        connection.execute(delete(table))
    for table in (t.spots, t.voice_rows, t.outlet_rows):
        connection.execute(delete(table))


def _tell(connection: Connection, articles: Sequence[int], *, gone: bool) -> None:
    """Tells the indexes for words of the rows of these articles that have come, or are about to go."""
    for index, (columns, content, owner) in WORDS.items():
        head = f"{index}, rowid, {columns}" if gone else f"rowid, {columns}"
        what = f"'delete', n, {columns}" if gone else f"n, {columns}"
        told = text(
            f"INSERT INTO {index} ({head}) SELECT {what} FROM {content}"
            f" WHERE {owner} IN (SELECT value FROM json_each(:articles))"
        )
        connection.execute(told, {"articles": json.dumps(list(articles))})


def _shared(connection: Connection, table: Table, wanted: Mapping[str, Row]) -> dict[str, int]:
    """The numbers of shared rows by digest; those that are not there yet are written."""
    asked = select(table.c.digest, table.c.n).where(is_among(table.c.digest, wanted))
    found = {row.digest: row.n for row in connection.execute(asked)}
    first = _next(connection, table)
    new = [row | {"n": first + i} for i, (d, row) in enumerate((d, r) for d, r in wanted.items() if d not in found)]
    if new:
        connection.execute(insert(table), new)
        found.update((row["digest"], row["n"]) for row in new)
        if table is t.voice_rows:
            connection.execute(
                text("INSERT INTO voice_index (rowid, folded) SELECT n, folded FROM voice_rows WHERE n >= :first"),
                {"first": first},
            )
    return found


def _outlets(connection: Connection, wanted: Iterable[Row]) -> dict[str, int]:
    by_name = {row["name"]: row for row in wanted}
    asked = select(t.outlet_rows.c.name, t.outlet_rows.c.n).where(is_among(t.outlet_rows.c.name, by_name))
    found = {row.name: row.n for row in connection.execute(asked)}
    for name, row in by_name.items():
        if name not in found:
            found[name] = connection.execute(insert(t.outlet_rows).values(row)).inserted_primary_key[0]  # type: ignore[index]
    return found


def _next(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.coalesce(func.max(table.c.n), 0))).scalar_one()) + 1
