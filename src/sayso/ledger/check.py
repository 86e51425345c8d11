"""Whether a ledger holds what it says: every digest, span, quotation, reference, index and migration looked at again.

Derived rows are made again from the Readings and compared; a difference there is repaired by `repair`. What is kept is
never repaired in place: a fault in it is named with what can be done.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from sayso.errors import LedgerError
from sayso.ledger import tables as k
from sayso.ledger.attaching import derive_again
from sayso.ledger.capture import Capture, captured_bytes
from sayso.ledger.check_rows import check_rows
from sayso.ledger.compared import remove_comparison
from sayso.ledger.derive import words_of
from sayso.ledger.index import WORDS, remove_all_rows
from sayso.ledger.migrating import HEAD
from sayso.ledger.soundness import faults_of
from sayso.ledger.store import Store
from sayso.ledger.stored import parts_digest, reading_digest, record_digest, text_from, unpacked
from sayso.records import Reading
from sayso.records.identity import article_id, digest, text_digest
from sayso.records.shape import from_json

_RESTORE = "restore a backup, or forget the article and read it again"
_REPAIR = "run `sayso check --repair`: it is made again from the Readings"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not hold: where, what, and how to repair it."""

    where: str
    what: str
    repair: str


def check(store: Store) -> Iterator[Fault]:
    """Every fault of a ledger; nothing where it is whole. Reads all of it, and writes nothing."""
    with store.reading() as connection:
        yield from _file(connection)
        yield from _texts(connection)
        yield from _captures(connection)
        yield from _articles(connection)
        yield from _readings(connection)
        yield from _decisions(connection)
        yield from (Fault(where, what, _REPAIR) for where, what in check_rows(connection, store.folding, store.now()))
    yield from _words(store)


def repair(store: Store) -> int:
    """Makes all derived rows again from what is kept; of how many articles. Kept rows are not touched."""
    with store.writing() as connection:
        remove_comparison(connection)
        remove_all_rows(connection)
        numbers = list(connection.execute(select(k.turns.c.article).distinct().order_by(k.turns.c.article)).scalars())
        for at in range(0, len(numbers), 64):
            derive_again(connection, numbers[at : at + 64], store.folding, store.now())
    return len(numbers)


def _file(connection: Connection) -> Iterator[Fault]:
    version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if version != HEAD:
        yield Fault(
            "file", f"its form is {version}, not {HEAD}", "open it with this version of sayso, which migrates it"
        )
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if said != "ok":
            yield Fault("file", said, "restore a backup (`sayso restore`)")
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        kept = row[0] in {table.name for table in k.KEPT}
        yield Fault(f"{row[0]} {row[1]}", f"points to {row[2]}, where nothing is", _RESTORE if kept else _REPAIR)


def _texts(connection: Connection) -> Iterator[Fault]:
    for row in connection.execute(select(k.texts)).yield_per(200):
        if text_digest(text_from(row.text, row.exact)) != row.digest:
            yield Fault(f"text {row.digest}", "the text does not have this digest", _RESTORE)


def _captures(connection: Connection) -> Iterator[Fault]:
    asked = select(k.captures, k.texts.c.text, k.texts.c.exact).outerjoin(
        k.texts, k.texts.c.digest == k.captures.c.text_digest
    )
    for row in connection.execute(asked).yield_per(200):
        text = None if row.text is None else text_from(row.text, row.exact)
        try:
            captured = captured_bytes(Capture(row.digest, row.form, row.text_digest, row.encoding, row.bytes), text)
        except ValueError as error:
            yield Fault(f"capture {row.digest}", str(error), _RESTORE)
            continue
        if captured is not None and digest(captured) != row.digest:
            yield Fault(f"capture {row.digest}", "the bytes do not have this digest", _RESTORE)


def _articles(connection: Connection) -> Iterator[Fault]:
    turns = select(k.turns.c.article).where(k.turns.c.article == k.articles.c.n).exists()
    for row in connection.execute(select(k.articles, turns.label("turned"))):
        replaced = "\ufffd" in f"{row.url}{row.outlet}"  # a lone surrogate stood there: only the Reading has it
        if not replaced and article_id(row.url, row.outlet, row.digest) != row.id:
            yield Fault(f"article {row.id}", "its id does not follow from address, outlet and digest", _RESTORE)
        if not row.turned:
            yield Fault(f"article {row.id}", "it has no Reading", "read it again")


def _readings(connection: Connection) -> Iterator[Fault]:
    g, x, p, a = k.readings.c, k.texts.c, k.parts.c, k.articles.c
    asked = (
        select(g.digest, g.record, g.body, x.text, x.exact, x.digest.label("words"), p.digest.label("parts"), a.id)
        .join(k.texts, x.n == g.text)
        .join(k.parts, p.n == g.parts)
        .join(k.articles, a.n == g.article)
    )
    for row in connection.execute(asked).yield_per(100):
        where = f"Reading {row.digest[:12]} of article {row.id}"
        try:
            value = unpacked(row.body)
            reading = from_json(Reading, {**value, "article": {**value["article"], "text": ""}})
        except (ValueError, KeyError, TypeError) as error:
            yield Fault(where, str(error), _RESTORE)
            continue
        if (reading_digest(value), record_digest(value["article"]), parts_digest(value["made_by"])) != (
            row.digest, row.record, row.parts,
        ):  # fmt: skip
            yield Fault(where, "it does not have its digests", _RESTORE)
        if reading.article.id != row.id or reading.article.text_digest != row.words:
            yield Fault(where, "it is of another article or text", _RESTORE)
        for what in faults_of(value, text_from(row.text, row.exact)):
            yield Fault(where, what, _RESTORE)


def _decisions(connection: Connection) -> Iterator[Fault]:
    c, x, d = k.anchors.c, k.texts.c, k.decisions.c
    asked = (
        select(d.id, c.rank, c.spans, c.quotation, x.text, x.exact)
        .join(k.decisions, d.n == c.decision)
        .outerjoin(k.texts, x.digest == c.text_digest)
        .where(c.quotation != "")
    )
    for row in connection.execute(asked):
        if row.text is not None and words_of(json.loads(row.spans), text_from(row.text, row.exact)) != row.quotation:
            yield Fault(
                f"decision {row.id}", f"anchor {row.rank}: other words stand at its spans", "revoke and decide it again"
            )


def _words(store: Store) -> Iterator[Fault]:
    """FTS5 compares its indexes with the rows itself; it does so as a write, which is rolled back."""
    for name in (*WORDS, "voice_index"):
        try:
            with store.raw() as connection:
                connection.execute("BEGIN IMMEDIATE")
                try:
                    connection.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
                finally:
                    connection.execute("ROLLBACK")
        except LedgerError as error:
            yield Fault(name, f"the index for words does not hold the rows' words ({error.reason})", _REPAIR)
