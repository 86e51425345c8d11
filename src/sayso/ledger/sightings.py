"""Under which names articles were met: the same article in two files, or the same file read again."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert as upsert

from sayso.ledger import tables as k
from sayso.ledger.lists import is_among
from sayso.ledger.store import Store
from sayso.ledger.stored import shown_text
from sayso.records import Article


def add_sightings(store: Store, articles: Sequence[Article]) -> int:
    """Notes under which names articles that are in the ledger were met again; how many of these are new.

    Nothing is written, and no other writer waited for, where all are known.
    """
    with store.reading() as connection:
        ids = [article.id for article in articles]
        numbers = dict(
            connection.execute(select(k.articles.c.id, k.articles.c.n).where(is_among(k.articles.c.id, ids))).all()
        )
        s = k.sightings.c
        asked = select(s.article, s.key, s.path).where(is_among(s.article, numbers.values()))
        known = {(row.article, row.key, row.path) for row in connection.execute(asked)}
    met = {
        (numbers[a.id], shown_text(a.key or ""), shown_text(a.path or "")): a.captured
        for a in articles
        if a.id in numbers
    }
    new = [
        {"article": article, "key": key, "path": path, "captured": captured, "at": store.now()}
        for (article, key, path), captured in met.items()
        if (article, key, path) not in known
    ]
    if new:
        with store.writing() as connection:
            connection.execute(upsert(k.sightings).on_conflict_do_nothing(), new)
    return len(new)
