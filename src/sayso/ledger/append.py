"""Readings into the ledger: in batches, each one transaction, nothing twice.

What takes time (JSON, digests, compression, rows) is done before the transaction begins, so that another writer waits
for the disk alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from sayso.ledger import rows as t
from sayso.ledger import tables as k
from sayso.ledger.attaching import attach
from sayso.ledger.capture import Capture, capture_of
from sayso.ledger.derive import Row, derive
from sayso.ledger.index import Placed, remove_rows, write_rows
from sayso.ledger.lists import is_among
from sayso.ledger.store import Store
from sayso.ledger.stored import Stored, exact_bytes, line, shown_text, stored
from sayso.packs.folding import Folding
from sayso.records import Article, Reading

_CAPTURE = ("digest", "form", "text_digest", "encoding", "bytes")


class Outcome(StrEnum):
    """What became of a Reading that was handed in."""

    NEW = "new"  # an article not seen before
    RENEWED = "renewed"  # a known article, read anew; the Reading before it stays for the record
    SAME = "same"  # in the ledger already, word for word
    FORGOTTEN = "forgotten"  # the article was forgotten for legal reasons and is not taken in again


@dataclass(frozen=True, slots=True)
class Appended:
    """A Reading that was handed in, and what became of it."""

    reading: Reading
    outcome: Outcome


Captured = Callable[[Article], bytes | None]


def append(store: Store, readings: Iterable[Reading], captured: Captured | None = None) -> list[Appended]:
    """Writes Readings, each wholly and once; what becomes of each, in order. On the disk when it returns.

    `captured` gives an article's captured bytes where they are at hand; they are kept only if their digest is right.
    Raises InputError for a Reading whose spans do not hold, LedgerError where the file can't be written.
    """
    ready = [stored(reading) for reading in readings]
    captures = [capture_of(one.reading.article, captured) for one in ready]
    outcomes: list[Outcome] = []
    with store.writing() as connection:
        for group in _once_each(ready):
            outcomes += _Batch(connection, store.now(), store.folding).write(
                [ready[i] for i in group], [captures[i] for i in group]
            )
    return [Appended(one.reading, outcome) for one, outcome in zip(ready, outcomes, strict=True)]


def _once_each(ready: Sequence[Stored]) -> Iterator[list[int]]:
    """Runs of neighbours in which no article stands twice."""
    group: list[int] = []
    seen: set[str] = set()
    for i, one in enumerate(ready):
        if one.reading.article.id in seen:
            yield group
            group, seen = [], set()
        group.append(i)
        seen.add(one.reading.article.id)
    if group:
        yield group


def _storable(words: str | None) -> str | None:
    return None if words is None else shown_text(words)


class _Batch:
    """One run of Readings on their way in, within a transaction."""

    def __init__(self, connection: Connection, at: str, folding: Folding) -> None:
        self.connection = connection
        self.at = at
        self.folding = folding

    def write(self, given: Sequence[Stored], captures: Sequence[Capture]) -> list[Outcome]:
        """Writes what is not there yet."""
        ids = [one.reading.article.id for one in given]
        gone = set(self._found(k.tombstones, k.tombstones.c.article, ids))
        kept = [(one, c) for one, c in zip(given, captures, strict=True) if one.reading.article.id not in gone]
        texts = self._texts([one for one, _ in kept])
        self._captures([c for _, c in kept])
        known = self._found(k.articles, k.articles.c.id, ids)
        articles = self._articles([one for one, _ in kept], known)
        self._sightings([one for one, _ in kept], articles)
        turned = self._readings([one for one, _ in kept], articles, texts)
        self._rows(turned)
        fresh = {placed.article for _, placed in turned}
        return [
            Outcome.FORGOTTEN
            if i in gone
            else Outcome.SAME
            if articles[i] not in fresh
            else Outcome.RENEWED
            if i in known
            else Outcome.NEW
            for i in ids
        ]

    def _found(self, table: Table, column: Any, values: Sequence[str]) -> dict[str, int]:
        """The numbers of the rows whose column is one of these values."""
        asked = select(column, table.c.n).where(is_among(column, values))
        return {row[0]: row[1] for row in self.connection.execute(asked)}

    def _texts(self, given: Sequence[Stored]) -> dict[str, int]:
        texts = {str(one.reading.article.text_digest): one.reading.article.text for one in given}
        known = self._found(k.texts, k.texts.c.digest, list(texts))
        new = [
            {"digest": digest, "text": shown_text(text), "exact": exact_bytes(text)}
            for digest, text in texts.items()
            if digest not in known
        ]
        if new:
            self.connection.execute(insert(k.texts), new)
            known = self._found(k.texts, k.texts.c.digest, list(texts))
        return known

    def _captures(self, captures: Sequence[Capture]) -> None:
        """Writes captured bytes; those of which only the digest was known are filled in."""
        table = k.captures
        rows = [{name: getattr(capture, name) for name in _CAPTURE} for capture in captures]
        if rows:
            self.connection.execute(upsert(table).on_conflict_do_nothing(), rows)
        unseen = select(table.c.digest).where(
            table.c.form == "unseen", is_among(table.c.digest, [r["digest"] for r in rows])
        )
        lacking = set(self.connection.execute(unseen).scalars())
        for row in rows:
            if row["digest"] in lacking and row["form"] != "unseen":
                self.connection.execute(update(table).where(table.c.digest == row["digest"]).values(row))

    def _articles(self, given: Sequence[Stored], known: dict[str, int]) -> dict[str, int]:
        new: list[Row] = [
            {"id": a.id, "digest": a.digest, "url": _storable(a.url), "outlet": _storable(a.outlet), "at": self.at}
            for a in (one.reading.article for one in given)
            if a.id not in known
        ]
        if not new:
            return known
        self.connection.execute(insert(k.articles), new)
        return known | self._found(k.articles, k.articles.c.id, [row["id"] for row in new])

    def _sightings(self, given: Sequence[Stored], articles: dict[str, int]) -> None:
        met = [
            {"article": articles[a.id], "key": shown_text(a.key or ""), "path": shown_text(a.path or ""),
             "captured": a.captured, "at": self.at}
            for a in (one.reading.article for one in given)
        ]  # fmt: skip
        if met:
            self.connection.execute(upsert(k.sightings).on_conflict_do_nothing(), met)

    def _readings(
        self, given: Sequence[Stored], articles: dict[str, int], texts: dict[str, int]
    ) -> list[tuple[Stored, Placed]]:
        """Writes new Readings and their turns; those that became an article's current one."""
        numbers = [articles[one.reading.article.id] for one in given]
        r, a = k.readings.c, t.article_rows.c
        known = {
            (row.article, row.digest): row.n
            for row in self.connection.execute(select(r.article, r.digest, r.n).where(is_among(r.article, numbers)))
        }
        now = {
            row.n: row.reading for row in self.connection.execute(select(a.n, a.reading).where(is_among(a.n, numbers)))
        }
        parts = self._parts(given)
        first = (self.connection.execute(select(func.max(r.n))).scalar() or 0) + 1
        new: list[Row] = []
        turned: list[tuple[Stored, Placed]] = []
        for one, article in zip(given, numbers, strict=True):
            text = texts[str(one.reading.article.text_digest)]
            n = known.get((article, one.digest))
            if n is None:
                n = first + len(new)
                new.append({"n": n, "digest": one.digest, "article": article, "text": text, "parts": parts[one.parts],
                            "record": one.record, "body": one.body, "at": self.at})  # fmt: skip
            if now.get(article) != n:
                turned.append((one, Placed(article, n, text)))
        if new:
            self.connection.execute(insert(k.readings), new)
        if turned:
            turns = [{"article": placed.article, "reading": placed.reading, "at": self.at} for _, placed in turned]
            self.connection.execute(insert(k.turns), turns)
        return turned

    def _parts(self, given: Sequence[Stored]) -> dict[str, int]:
        """The numbers of the parts that made these Readings, by digest; those not known yet are written."""
        wanted = {one.parts: one.value["made_by"] for one in given}
        known = self._found(k.parts, k.parts.c.digest, list(wanted))
        new = [
            made_by | {"digest": digest, "packs": line(made_by["packs"])}
            for digest, made_by in wanted.items()
            if digest not in known
        ]
        if new:
            self.connection.execute(insert(k.parts), new)
        return self._found(k.parts, k.parts.c.digest, list(wanted))

    def _rows(self, turned: Sequence[tuple[Stored, Placed]]) -> None:
        articles = [placed.article for _, placed in turned]
        if not articles:
            return
        remove_rows(self.connection, articles)
        verdicts = attach(
            self.connection, [(placed.article, one.value, one.reading.article.text) for one, placed in turned], self.at
        )
        write_rows(
            self.connection,
            [
                (placed, derive(one.value, one.reading.article.text, verdicts.get(placed.article, {}), self.folding))
                for one, placed in turned
            ],
        )
