"""Forgetting an article for legal reasons: its words leave the file, a tombstone says that it was here.

The only way in which something kept is ever removed. Words that another article has too (an identical copy under
another outlet) stay with that article.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from sayso.errors import LedgerError, UsageError
from sayso.ledger import rows as t
from sayso.ledger import tables as k
from sayso.ledger.compared import remove_comparison
from sayso.ledger.conditions import article_number
from sayso.ledger.derive import dump
from sayso.ledger.index import WORDS, remove_rows
from sayso.ledger.store import Store
from sayso.ledger.stored import shown_text


@dataclass(frozen=True, slots=True)
class Tombstone:
    """An article that was forgotten: its id and digest, who wanted it, why and when."""

    article: str
    digest: str
    who: str
    why: str
    at: str


def forget(store: Store, name: str, *, who: str, why: str) -> Tombstone:
    """Removes the article that a key or id names, with its text, bytes, Readings and the quotations of decisions on it.

    The file is written anew, so that no freed page holds the words; that needs as much room again. Raises UsageError
    where there is no such article, or no reason is given.
    """
    if not who.strip() or not why.strip():
        raise UsageError(name, "forgetting names who wants it and why")
    who, why = shown_text(who), shown_text(why)
    with store.writing() as connection:
        stone = _remove(connection, article_number(connection, name), store.now(), who, why)
    _sweep(store)
    return stone


def tombstones(store: Store) -> list[Tombstone]:
    """What was forgotten, in order."""
    c = k.tombstones.c
    with store.reading() as connection:
        asked = select(c.article, c.digest, c.who, c.why, c.at).order_by(c.n)
        return [Tombstone(*row) for row in connection.execute(asked)]


def _remove(connection: Connection, n: int, at: str, who: str, why: str) -> Tombstone:
    a, g, x = k.articles.c, k.readings.c, k.texts.c
    article = connection.execute(select(a.id, a.digest).where(a.n == n)).one()
    texts = connection.execute(
        select(x.n, x.digest).join(k.readings, g.text == x.n).where(g.article == n).distinct()
    ).all()
    shared = set(
        connection.execute(select(g.text).where(g.article != n, g.text.in_([row.n for row in texts]))).scalars()
    )
    gone = [row for row in texts if row.n not in shared]
    connection.execute(
        insert(k.tombstones).values(
            article=article.id, digest=article.digest, texts=dump([row.digest for row in gone]), who=who, why=why, at=at
        )
    )
    remove_comparison(connection)  # its claims may hold the words; it is made again without them
    remove_rows(connection, [n])
    connection.execute(delete(t.attachments).where(t.attachments.c.article == n))
    for table in (k.turns, k.readings, k.sightings):
        connection.execute(delete(table).where(table.c.article == n))
    connection.execute(delete(k.articles).where(a.n == n))
    others = select(a.n).where(a.digest == article.digest).exists()
    connection.execute(delete(k.captures).where(k.captures.c.digest == article.digest, ~others))
    anchors = k.anchors.c.text_digest.in_([row.digest for row in gone])
    connection.execute(update(k.anchors).where(anchors).values(quotation="", spans="[]"))
    connection.execute(delete(k.texts).where(x.n.in_([row.n for row in gone])))
    used = select(t.statement_voices.c.voice)
    unused = connection.execute(
        select(t.voice_rows.c.n, t.voice_rows.c.folded).where(t.voice_rows.c.n.not_in(used))
    ).all()
    for row in unused:
        connection.exec_driver_sql(
            "INSERT INTO voice_index (voice_index, rowid, folded) VALUES ('delete', ?, ?)", (row.n, row.folded)
        )
        connection.execute(delete(t.voice_rows).where(t.voice_rows.c.n == row.n))
    return Tombstone(article.id, article.digest, who, why, at)


def _sweep(store: Store) -> None:
    """Merges the indexes for words, which keep removed words until then, and writes the file anew."""
    with store.writing() as connection:
        for name in (*WORDS, "voice_index"):
            connection.exec_driver_sql(f"INSERT INTO {name} ({name}) VALUES ('optimize')")
    with store.raw() as connection_:
        connection_.execute("VACUUM")
        busy = connection_.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        raise LedgerError(
            str(store.path), "the article is removed, but another program holds its pages; end it and forget again"
        )
