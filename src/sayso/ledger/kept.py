"""Readings out of the ledger again, as they were read: of one article, of all, and those before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select

from sayso.ledger import rows as t
from sayso.ledger import tables as k
from sayso.ledger.attaching import current
from sayso.ledger.capture import Capture, captured_bytes
from sayso.ledger.conditions import article_number
from sayso.ledger.store import Store
from sayso.ledger.stored import parts_digest, reading_from, record_digest, text_from
from sayso.records import Article, MadeBy, Reading
from sayso.records.shape import to_json

_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a ledger holds: articles, current statements and figures, Readings with those before, decisions."""

    articles: int
    statements: int
    figures: int
    readings: int
    decisions: int


@dataclass(frozen=True, slots=True)
class Before:
    """A Reading of an article in the order of their coming, and when it was written."""

    digest: str
    at: str
    reading: Reading


def reading_of(store: Store, name: str) -> Reading:
    """The current Reading of the article that a key or id names. Raises UsageError where there is none."""
    with store.reading() as connection:
        row = current(connection, article_number(connection, name))
    return reading_from(row.body, text_from(row.text, row.exact))


def readings_before(store: Store, name: str) -> list[Before]:
    """All Readings of an article, the first first. Raises UsageError where there is none."""
    g, x = k.readings.c, k.texts.c
    with store.reading() as connection:
        n = article_number(connection, name)
        asked = select(g.digest, g.at, g.body, x.text, x.exact).join(k.texts, x.n == g.text)
        rows = connection.execute(asked.where(g.article == n).order_by(g.n)).all()
    return [Before(row.digest, row.at, reading_from(row.body, text_from(row.text, row.exact))) for row in rows]


def all_readings(store: Store, *, but: MadeBy | None = None) -> Iterator[Reading]:
    """The current Readings in the order of their articles' coming; with `but` only those that other parts made.

    Each look into the ledger takes some; what is written meanwhile does not disturb.
    """
    g, x, r, p = k.readings.c, k.texts.c, t.article_rows.c, k.parts.c
    asked = (
        select(r.n, g.body, x.text, x.exact)
        .join(k.readings, g.n == r.reading)
        .join(k.texts, x.n == r.text)
        .order_by(r.n)
        .limit(_AT_ONCE)
    )
    if but is not None:
        asked = asked.join(k.parts, p.n == g.parts).where(p.digest != parts_digest(to_json(but)))
    last = 0
    while True:
        with store.reading() as connection:
            rows = connection.execute(asked.where(r.n > last)).all()
        if not rows:
            return
        last = rows[-1].n
        yield from (reading_from(row.body, text_from(row.text, row.exact)) for row in rows)


def count_stale(store: Store, made_by: MadeBy) -> int:
    """How many articles' current Readings other parts made."""
    g, r, p = k.readings.c, t.article_rows.c, k.parts.c
    asked = select(func.count()).select_from(t.article_rows).join(k.readings, g.n == r.reading)
    asked = asked.join(k.parts, p.n == g.parts).where(p.digest != parts_digest(to_json(made_by)))
    with store.reading() as connection:
        return int(connection.execute(asked).scalar_one())


def has_reading(connection: Connection, article: Article, made_by: MadeBy) -> bool:
    """Whether the article's current Reading is by these parts, and there is one by them of all that is known of it now:
    reading it again would give what is there.

    Where two sources give one article two titles, both Readings are there and the one that came last is current.
    """
    g, a, r = k.readings.c, k.articles.c, t.article_rows.c
    now, p = k.readings.alias("now"), k.parts.c
    asked = (
        select(g.n)
        .join(k.articles, a.n == g.article)
        .join(k.parts, p.n == g.parts)
        .join(t.article_rows, r.n == a.n)
        .join(now, now.c.n == r.reading)
        .where(a.id == article.id, p.digest == parts_digest(to_json(made_by)), now.c.parts == g.parts)
        .where(g.record == record_digest(to_json(replace(article, text=""))))
    )
    return connection.execute(asked).first() is not None


def capture(store: Store, name: str) -> bytes | None:
    """The captured bytes of the article that a key or id names; None where only their digest is known."""
    c, a, x = k.captures.c, k.articles.c, k.texts.c
    with store.reading() as connection:
        n = article_number(connection, name)
        asked = (
            select(*c, x.text, x.exact)
            .join(k.articles, a.digest == c.digest)
            .outerjoin(k.texts, x.digest == c.text_digest)
        )
        row = connection.execute(asked.where(a.n == n)).one()
    kept = Capture(row.digest, row.form, row.text_digest, row.encoding, row.bytes)
    return captured_bytes(kept, None if row.text is None else text_from(row.text, row.exact))


def counts(store: Store) -> Counts:
    """How much a ledger holds."""
    tables = (t.article_rows, t.statement_rows, t.figure_rows, k.readings, k.decisions)
    with store.reading() as connection:
        numbers = [int(connection.execute(select(func.count()).select_from(x)).scalar_one()) for x in tables]
    return Counts(*numbers)
