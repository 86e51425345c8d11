"""The newest rows that fulfil conditions, found along indexes that are in the order of days.

No list of all matches is ever sorted or counted. Where a question names voices, spots or outlets, each of these keys
has its rows in the order of days: the key whose newest row is the newest is gone along first, and the walk ends where
no other key can hold a newer row than those found. That keeps an answer at some milliseconds on millions of rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, literal, select, tuple_

from sayso.ledger.cursor import Hit, hit_before
from sayso.ledger.lists import listed
from sayso.ledger.question import Question

_LAST = 2**63 - 1  # above every row's number


@dataclass(frozen=True, slots=True)
class Along:
    """Keys to go along: a table with an index on `key` in the order of `day` and `number`, and the keys.

    `number` is that of the row that is found, where the table has it. `link` joins the table with the rows that are
    found; none where it is the same table.
    """

    rows: Table
    key: ColumnElement[Any]
    values: Sequence[int | str]
    number: ColumnElement[int] | None = None
    link: ColumnElement[bool] | None = None


class Walk:
    """A walk over the rows of a table; `n` and `day` are the columns that order it."""

    def __init__(self, rows: Table, question: Question, conditions: Sequence[ColumnElement[bool]]) -> None:
        self.rows, self.question, self.conditions = rows, question, conditions
        self.before = None if question.after is None else hit_before(question.after, scored=False)

    def newest(self, connection: Connection, along: Along | None = None) -> list[Hit]:
        """One page of rows, the newest first; with `along` those that have one of its keys."""
        if along is None:
            return self._hits(connection, self._page(self.rows.c.day, self.rows.c.n))
        found: list[Hit] = []
        for value, newest in self._beginnings(connection, along):
            if len(found) == self.question.limit and _order(newest) < _order(found[-1]):
                break
            more = self._hits(connection, self._of(along, value))
            found = sorted({*found, *more}, key=_order, reverse=True)[: self.question.limit]
        return found

    def _beginnings(self, connection: Connection, along: Along) -> Iterator[tuple[int | str, Hit]]:
        """Each key that has rows, with its newest row, the newest first; the number is the day's last if not known."""
        if len(along.values) == 1:
            yield along.values[0], Hit(_LAST, "")
            return
        value, day = listed(along.values).c.value, along.rows.c.day
        number: Any = literal(_LAST) if along.number is None else along.number
        order = [day.desc()] if along.number is None else [day.desc(), along.number.desc()]
        newest = select(day.op("||")("/").op("||")(number)).where(along.key == value, *self._days(day))
        asked = select(value, newest.order_by(*order).limit(1).scalar_subquery())
        rows = [
            (key, hit_before(cursor, scored=False)) for key, cursor in connection.execute(asked) if cursor is not None
        ]
        yield from sorted(rows, key=lambda row: _order(row[1]), reverse=True)

    def _of(self, along: Along, value: int | str) -> Select[int, str]:
        """The newest rows that have a key; one that has it twice (two voices of a side) counts once."""
        if along.link is None:
            return self._page(self.rows.c.day, self.rows.c.n).where(along.key == value)
        page = self._page(along.rows.c.day, self.rows.c.n if along.number is None else along.number)
        return page.distinct().select_from(self.rows.join(along.rows, along.link)).where(along.key == value)

    def _page(self, day: ColumnElement[str], n: ColumnElement[int]) -> Select[int, str]:
        older = [] if self.before is None else [tuple_(day, n) < (self.before.key, self.before.n)]
        page = select(n, day).where(*self.conditions, *self._days(day), *older)
        return page.order_by(day.desc(), n.desc()).limit(self.question.limit)

    def _days(self, day: ColumnElement[str]) -> list[ColumnElement[bool]]:
        """What bounds the days, so that an index can pass over all others."""
        bounds = day_conditions(self.question, day)
        return bounds if self.before is None else [*bounds, day <= self.before.key]

    @staticmethod
    def _hits(connection: Connection, page: Select[int, str]) -> list[Hit]:
        return [Hit(n, day) for n, day in connection.execute(page)]


def _order(hit: Hit) -> tuple[str | float, int]:
    return hit.key, hit.n


def day_conditions(question: Question, day: ColumnElement[str]) -> list[ColumnElement[bool]]:
    """What a question says of the days of what it finds: its period; what was published by `as_of` was said by it."""
    days, last = question.days(), question.last_day()
    found = [] if days.first is None else [day >= days.first]
    until = [bound for bound in (days.last, last) if bound is not None]
    return [*found, day <= min(until), day > ""] if until else found
