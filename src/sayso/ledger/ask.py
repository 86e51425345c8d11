"""Finding statements, figures and articles: the newest first, or the best match first where words are searched.

Where a question names a voice, a place or an outlet, each key's newest rows are taken from an index that is in the
order of days, and merged; no list of all matches is ever sorted. That keeps an answer at some milliseconds on a million
rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, column, literal_column, select, table

from sayso.ledger import rows as t
from sayso.ledger.conditions import Keys, keys_of, plain_conditions
from sayso.ledger.decisions import settle_expired
from sayso.ledger.found import Found
from sayso.ledger.question import Question, search_text
from sayso.ledger.showing import show_articles, show_figures, show_statements
from sayso.ledger.store import Store

# Of more matches than this the last to come are ranked: a word that stands in a tenth of a million statements tells
# little, and ranking them all takes seconds.
_RANKED = 4000
_FEW = 64  # keys asked one by one; with more, one query over all of them is faster


def ask_statements(store: Store, question: Question) -> list[Found]:
    """The statements that a question asks for."""
    settle_expired(store)
    with store.reading() as connection:
        keys = keys_of(connection, question, store.folding, store.now())
        numbers = _Plan(t.statement_rows, "statement_index", question, keys).numbers(connection)
        return show_statements(connection, numbers, question.words, store.now())


def ask_figures(store: Store, question: Question) -> list[Found]:
    """The figures that a question asks for; voice, side, act, hedge and certainty are those of their statements."""
    settle_expired(store)
    with store.reading() as connection:
        keys = keys_of(connection, question, store.folding, store.now())
        numbers = _Plan(t.figure_rows, "figure_index", question, keys).numbers(connection)
        return show_figures(connection, numbers, question.words, store.now())


def ask_articles(store: Store, question: Question) -> list[Found]:
    """The articles that a question asks for by words, outlet, place, period or day."""
    with store.reading() as connection:
        keys = keys_of(connection, question, store.folding, store.now())
        numbers = _article_numbers(connection, question, keys)
        return show_articles(connection, numbers, question.words)


@dataclass(frozen=True, slots=True)
class _Along:
    """Keys to go along: the rows that have them in the order of days, the column, and the values."""

    rows: Table
    key: Any
    values: Sequence[int | str]

    def groups(self) -> list[Any]:
        """A condition for each value, or one for all where they are many."""
        return [self.key == v for v in self.values] if len(self.values) <= _FEW else [self.key.in_(self.values)]


class _Plan:
    """How one question to statement_rows or figure_rows is answered."""

    def __init__(self, rows: Table, index: str, question: Question, keys: Keys) -> None:
        self.rows, self.index, self.question, self.keys = rows, index, question, keys
        self.figures = rows is t.figure_rows
        self.conditions = plain_conditions(question, rows)
        if keys.article is not None:
            self.conditions.append(rows.c.article == keys.article)
        if self.figures:
            self._of_statement()

    def numbers(self, connection: Connection) -> list[int]:
        """The numbers of the rows, in order."""
        if any(listed is not None and not listed for listed in (self.keys.voices, self.keys.spots, self.keys.outlets)):
            return []
        if self.question.words is not None:
            return self._by_words(connection)
        along, rest = self._along()
        if along is None:
            newest = self.rows.c.day.desc(), self.rows.c.n.desc()
            return self._newest(connection, [select(self.rows.c.n, self.rows.c.day).where(*rest).order_by(*newest)])
        return self._newest(connection, [self._select(along.rows, group, rest) for group in along.groups()])

    def _along(self) -> tuple[_Along | None, list[ColumnElement[bool]]]:
        """The keys to go along, and all else as conditions."""
        ways = [way for way in self._ways() if way is not None]
        if self.keys.article is not None or not ways:
            return None, [*self.conditions, *(self._holds(way) for way in ways)]
        chosen, *others = ways
        return chosen, [*self.conditions, *(self._holds(way) for way in others)]

    def _ways(self) -> list[_Along | None]:
        """The ways to go along keys, the narrowest first."""
        question, keys = self.question, self.keys
        sv, ss = t.statement_voices, t.statement_spots
        return [
            None if keys.voices is None else _Along(sv, sv.c.voice, keys.voices),
            None if keys.spots is None else _Along(ss, ss.c.spot, keys.spots),
            None if keys.outlets is None else _Along(self.rows, self.rows.c.outlet, keys.outlets),
            None if question.side is None else _Along(sv, sv.c.side, [question.side]),
        ]

    def _holds(self, way: _Along) -> ColumnElement[bool]:
        """That a row has one of these keys."""
        if way.rows is self.rows:
            among: ColumnElement[bool] = way.key.in_(way.values)
            return among
        held = way.rows.alias()  # of its own, since the question may go along the same table
        among = held.c[way.key.name].in_(way.values)
        return select(held.c.statement).where(held.c.statement == self._statement(), among).exists()

    def _statement(self) -> Any:
        return self.rows.c.statement if self.figures else self.rows.c.n

    def _select(self, keyed: Table, group: Any, rest: list[ColumnElement[bool]]) -> Select[Any]:
        """The newest rows along one key; one that the key holds twice (two voices of a side) counts once."""
        n, day = self.rows.c.n, self.rows.c.day
        if keyed is self.rows:
            return select(n, day).where(group, *rest).order_by(day.desc(), n.desc())
        joined = self.rows.join(keyed, keyed.c.statement == self._statement())
        asked = select(n, day).distinct().select_from(joined).where(group, *rest)
        return asked.order_by(keyed.c.day.desc(), keyed.c.statement.desc())

    def _newest(self, connection: Connection, asked: Sequence[Select[Any]]) -> list[int]:
        found: dict[int, str] = {}
        for one in asked:
            found.update((n, day) for n, day in connection.execute(one.limit(self.question.limit)).all())
        return sorted(found, key=lambda n: (found[n], n), reverse=True)[: self.question.limit]

    def _by_words(self, connection: Connection) -> list[int]:
        """The best matches first (BM25), of the newest _RANKED."""
        index = table(self.index, column("rowid"))
        matches = _matches(self.index, str(self.question.words))
        conditions = [*self.conditions, *(self._holds(way) for way in self._ways() if way is not None)]
        joined = index.join(self.rows, self.rows.c.n == index.c.rowid)
        rank: Any = literal_column(f"{self.index}.rank").label("score")
        newest = select(index.c.rowid.label("n"), rank).select_from(joined).where(matches, *conditions)
        ranked = newest.order_by(index.c.rowid.desc()).limit(_RANKED).subquery()
        best = select(ranked.c.n).order_by(ranked.c.score, ranked.c.n.desc()).limit(self.question.limit)
        return list(connection.execute(best).scalars())

    def _of_statement(self) -> None:
        """What a question for figures says of the statement: act, hedge, certainty."""
        s, question = t.statement_rows.c, self.question
        said = [
            s[name] == str(getattr(question, name))
            for name in ("act", "certainty")
            if getattr(question, name) is not None
        ]
        if question.hedged is not None:
            said.append(s.hedged == question.hedged)
        if said:
            self.conditions.append(select(s.n).where(s.n == self.rows.c.statement, *said).exists())


def _article_numbers(connection: Connection, question: Question, keys: Keys) -> list[int]:
    a = t.article_rows.c
    days, last = question.days(), question.last_day()
    conditions: list[ColumnElement[bool]] = []
    if keys.article is not None:
        conditions.append(a.n == keys.article)
    if keys.outlets is not None:
        conditions.append(a.outlet.in_(keys.outlets))
    if keys.spots is not None:
        p = t.place_rows.c
        conditions.append(a.n.in_(select(p.article).where(p.spot.in_(keys.spots), p.use == "literal")))
    if keys.voices is not None:
        s, v = t.statement_rows.c, t.statement_voices.c
        conditions.append(
            a.n.in_(select(s.article).join(t.statement_voices, v.statement == s.n).where(v.voice.in_(keys.voices)))
        )
    if days.first is not None:
        conditions.append(a.day >= days.first)
    for day in (days.last, last):
        if day is not None:
            conditions.append(and_(a.day <= day, a.day > ""))
    if question.words is None:
        newest = select(a.n).where(*conditions).order_by(a.day.desc(), a.n.desc()).limit(question.limit)
        return list(connection.execute(newest).scalars())
    index = table("article_index", column("rowid"))
    newest = select(index.c.rowid.label("n"), literal_column("article_index.rank").label("score")).where(
        _matches("article_index", question.words), *conditions
    )
    newest = newest.select_from(index.join(t.article_rows, a.n == index.c.rowid))
    ranked = newest.order_by(index.c.rowid.desc()).limit(_RANKED).subquery()
    best = select(ranked.c.n).order_by(ranked.c.score, ranked.c.n.desc()).limit(question.limit)
    return list(connection.execute(best).scalars())


def _matches(index: str, words: str) -> ColumnElement[bool]:
    return literal_column(index).op("MATCH")(search_text(words))
