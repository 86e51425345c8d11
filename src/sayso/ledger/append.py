"""Readings into the ledger: in batches, each one transaction, nothing twice.

What takes time (JSON, digests, compression, rows) is done before the transaction begins, so that another writer waits
for the disk alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Table, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from sayso.ledger import rows as t
from sayso.ledger import tables as k
from sayso.ledger.attaching import attach
from sayso.ledger.capture import Capture, capture_of
from sayso.ledger.derive import Row, derive
from sayso.ledger.index import Placed, remove_rows, write_rows
from sayso.ledger.store import Store
from sayso.ledger.stored import Stored, exact_bytes, line, parts_digest, shown_text, stored
from sayso.packs.folding import Folding, load_folding
from sayso.records import Article, Reading


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
    folding = load_folding()
    ready = [stored(reading) for reading in readings]
    captures = [capture_of(one.reading.article, captured) for one in ready]
    outcomes: list[Outcome] = []
    with store.writing() as connection:
        for group in _once_each(ready):
            outcomes += _Batch(connection, store.now(), folding).write(
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
        return {
            row[0]: row[1] for row in self.connection.execute(select(column, table.c.n).where(column.in_(values)))
        }

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
        for capture in captures:
            table = k.captures
            values = {name: getattr(capture, name) for name in ("digest", "form", "text_digest", "encoding", "bytes")}
            added = self.connection.execute(upsert(table).values(values).on_conflict_do_nothing())
            if added.rowcount == 0 and capture.form != "unseen":
                missing = (table.c.digest == capture.digest) & (table.c.form == "unseen")
                self.connection.execute(update(table).where(missing).values(values))

    def _articles(self, given: Sequence[Stored], known: dict[str, int]) -> dict[str, int]:
        new = [
            {"id": a.id, "digest": a.digest, "url": a.url, "outlet": a.outlet, "at": self.at}
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
        turned = []
        parts: dict[str, int] = {}
        for one in given:
            article, words = articles[one.reading.article.id], texts[str(one.reading.article.text_digest)]
            same = (k.readings.c.article == article) & (k.readings.c.digest == one.digest)
            n = self.connection.execute(select(k.readings.c.n).where(same)).scalar()
            if n is None:
                made_by = one.value["made_by"]
                digest = parts_digest(made_by)
                if digest not in parts:
                    parts[digest] = self._parts(digest, made_by)
                row = {"digest": one.digest, "article": article, "text": words, "parts": parts[digest],
                       "record": one.record, "body": one.body, "at": self.at}  # fmt: skip
                n = self.connection.execute(insert(k.readings).values(row)).inserted_primary_key[0]  # type: ignore[index]
            now = select(t.article_rows.c.reading).where(t.article_rows.c.n == article)
            if self.connection.execute(now).scalar() != n:
                self.connection.execute(insert(k.turns).values(article=article, reading=n, at=self.at))
                turned.append((one, Placed(article, n, words)))
        return turned

    def _parts(self, digest: str, made_by: Row) -> int:
        known = self._found(k.parts, k.parts.c.digest, [digest])
        if digest in known:
            return known[digest]
        row = made_by | {"digest": digest, "packs": line(made_by["packs"])}
        return int(self.connection.execute(insert(k.parts).values(row)).inserted_primary_key[0])  # type: ignore[index]

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
