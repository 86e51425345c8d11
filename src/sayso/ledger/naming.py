"""What comparing says names articles by their ids where no outlet is known: here these become names to read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from sqlalchemy import Connection, select

from sayso.ledger import rows as t
from sayso.ledger import tables as k

_ID = re.compile(r"\b[0-9a-f]{64}\b")


def namer(connection: Connection, words: Iterable[str]) -> Callable[[str], str]:
    """A function that puts an article's key, else the beginning of its id, where its id stands in these words."""
    ids = {id_ for one in words for id_ in _ID.findall(one)}
    asked = select(k.articles.c.id, t.article_rows.c.key).join(t.article_rows, t.article_rows.c.n == k.articles.c.n)
    rows = connection.execute(asked.where(k.articles.c.id.in_(ids))).all() if ids else []
    names: dict[str, str] = {row.id: row.key or row.id[:12] for row in rows}
    return lambda one: _ID.sub(lambda match: names.get(match.group(), match.group()), one) if names else one
