"""What a ledger holds, for looking around: articles with their counts, outlets, how it has changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import text

from sayso.ledger.store import Store


@dataclass(frozen=True, slots=True)
class Held:
    """How many statements and figures an article has."""

    statements: int
    figures: int


@dataclass(frozen=True, slots=True)
class OutletCount:
    """An outlet and how many articles of it are here."""

    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class State:
    """How far a ledger has come: its last turn, its last decision, and of which state its comparison is."""

    turn: int
    decision: int
    compared: str


def held(store: Store, ids: Sequence[str]) -> dict[str, Held]:
    """What the articles with these ids have, by id."""
    if not ids:
        return {}
    names = ", ".join(f":i{n}" for n in range(len(ids)))
    asked = text(
        "SELECT a.id, (SELECT count(*) FROM statement_rows AS s WHERE s.article = a.n) AS statements,"
        f" (SELECT count(*) FROM figure_rows AS f WHERE f.article = a.n) AS figures FROM articles AS a"
        f" WHERE a.id IN ({names})"
    )
    with store.reading() as connection:
        rows = connection.execute(asked, {f"i{n}": id_ for n, id_ in enumerate(ids)})
        return {row.id: Held(row.statements, row.figures) for row in rows}


def outlets(store: Store, limit: int = 40) -> list[OutletCount]:
    """The outlets with most articles first."""
    asked = text(
        "SELECT o.name, count(*) AS articles FROM article_rows AS r JOIN outlet_rows AS o ON o.n = r.outlet"
        " GROUP BY r.outlet ORDER BY articles DESC, o.name LIMIT :limit"
    )
    with store.reading() as connection:
        return [OutletCount(row.name, row.articles) for row in connection.execute(asked, {"limit": limit})]


def state_of(store: Store) -> State:
    """What changes when something is read, decided or compared: what was counted before is stale then."""
    asked = text(
        "SELECT (SELECT coalesce(max(n), 0) FROM turns), (SELECT coalesce(max(n), 0) FROM decisions),"
        " (SELECT state FROM comparisons)"
    )
    with store.reading() as connection:
        row = connection.execute(asked).one()
    return State(int(row[0]), int(row[1]), str(row[2] or ""))
