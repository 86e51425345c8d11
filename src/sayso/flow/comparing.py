"""The ledger's comparison brought up to date: from its Readings and decisions to rows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import Connection, Table, func, select

from sayso.comparing import Tools, compare, too_large
from sayso.ledger import comparison_tables as c
from sayso.ledger.compared import compared_articles, held_state, write_comparison
from sayso.ledger.decisions import decisions_in
from sayso.ledger.store import Store
from sayso.ledger.to_compare import all_to_compare, decisions_to_compare, state_of
from sayso.version import VERSION


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison holds. `changed` is how many articles were new to it or read anew; `large` names claims and
    stories that hold so many articles that somebody should look."""

    articles: int
    changed: int
    stories: int
    claims: int
    origins: int
    relations: int
    copies: int
    conflicts: int
    large: tuple[str, ...] = ()


def is_behind(store: Store, tools: Tools) -> bool:
    """Whether Readings or decisions have come that the comparison does not know of."""
    with store.reading() as connection:
        return held_state(connection) != state_of(connection, store.now(), _parts(tools))


def bring_up_to_date(store: Store, tools: Tools) -> Compared:
    """Compares what is not compared yet; one look where nothing has changed.

    Readings that come meanwhile leave the comparison behind, as if they had come after.
    """
    with store.reading() as connection:
        now = store.now()
        state = state_of(connection, now, _parts(tools))
        if held_state(connection) == state:
            return _counted(connection, 0)
        given = list(all_to_compare(connection, now))
        decisions = decisions_to_compare(connection, decisions_in(connection, now))
    comparison = compare((one.reading for one in given), tools, decisions)
    numbers = {one.reading.article.id: one.article for one in given}
    with store.writing() as connection:
        write_comparison(connection, comparison, numbers, state, store.now())
        counted = _counted(connection, len(given))
    return replace(counted, large=too_large(comparison))


def _parts(tools: Tools) -> tuple[str, ...]:
    return (VERSION, tools.words.name, *tools.figures.names)


def _counted(connection: Connection, changed: int) -> Compared:
    def rows(table: Table) -> int:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())

    conflicts = connection.execute(select(func.coalesce(func.sum(c.story_rows.c.conflicts), 0))).scalar_one()
    return Compared(
        compared_articles(connection), changed, rows(c.story_rows), rows(c.claim_rows), rows(c.origin_rows),
        rows(c.relation_rows), rows(c.copy_rows), int(conflicts),
    )  # fmt: skip
