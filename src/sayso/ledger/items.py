"""Statements and figures by their names, many at once: an article's id and the item in it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import text

from sayso.ledger.cursor import Hit
from sayso.ledger.found import Found
from sayso.ledger.showing import show_figures, show_statements
from sayso.ledger.store import Store

Name = tuple[str, str]


def items_found(store: Store, names: Iterable[Name]) -> dict[Name, Found]:
    """The statements and figures of these names, in the current Readings; what is not there is left out."""
    wanted = json.dumps(sorted(set(names)))
    found: dict[Name, Found] = {}
    with store.reading() as connection:
        for table, show in (("statement_rows", show_statements), ("figure_rows", show_figures)):
            asked = text(f"""
                SELECT x.n, x.day, a.id AS article, x.id AS item FROM json_each(:wanted) AS w
                JOIN articles AS a ON a.id = json_extract(w.value, '$[0]')
                JOIN {table} AS x ON x.article = a.n AND x.id = json_extract(w.value, '$[1]')""")
            rows = connection.execute(asked, {"wanted": wanted}).all()
            shown = show(connection, [Hit(row.n, row.day) for row in rows], None, store.now())
            found |= {(row.article, row.item): one for row, one in zip(rows, shown, strict=True)}
    return found
