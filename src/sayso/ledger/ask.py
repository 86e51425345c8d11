"""Finding statements, figures and articles: the newest first, or the best match first where words are searched.

Where a question names a voice, a place or an outlet, each key's newest rows are taken from an index that is in the
order of days, and merged; no list of all matches is ever sorted. That keeps an answer at some milliseconds on a million
rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    column,
    literal_column,
    or_,
    select,
    table,
    tuple_,
)

from sayso.ledger import rows as t
from sayso.ledger.conditions import Keys, keys_of, plain_conditions
from sayso.ledger.cursor import Hit, hit_before
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
        hits = _Plan(t.statement_rows, "statement_index", question, keys).hits(connection)
        return show_statements(connection, hits, question.words, store.now())


def ask_figures(store: Store, question: Question) -> list[Found]:
    """The figures that a question asks for; voice, side, act, hedge and certainty are those of their statements."""
    settle_expired(store)
    with store.reading() as connection:
        keys = keys_of(connection, question, store.folding, store.now())
        hits = _Plan(t.figure_rows, "figure_index", question, keys).hits(connection)
        return show_figures(connection, hits, question.words, store.now())


def ask_articles(store: Store, question: Question) -> list[Found]:
    """The articles that a question asks for by words, outlet, place, period or day."""
    with store.reading() as connection:
        keys = keys_of(connection, question, store.folding, store.now())
        return show_articles(connection, _article_hits(connection, question, keys), question.words)


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
        self.before = _before(question)
        if keys.article is not None:
            self.conditions.append(rows.c.article == keys.article)
        if self.figures:
            self._of_statement()

    def hits(self, connection: Connection) -> list[Hit]:
        """The rows of one page, in order."""
        if any(listed is not None and not listed for listed in (self.keys.voices, self.keys.spots, self.keys.outlets)):
            return []
        if self.question.words is not None:
            return self._by_words(connection)
        along, rest = self._along()
        if along is None:
            return self._newest(connection, [self._select(self.rows, [], rest)])
        return self._newest(connection, [self._select(along.rows, [group], rest) for group in along.groups()])

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

    def _select(self, keyed: Table, group: list[ColumnElement[bool]], rest: list[ColumnElement[bool]]) -> Select[Any]:
        """The newest rows along one key; one that the key holds twice (two voices of a side) counts once."""
        n, day = self.rows.c.n, self.rows.c.day
        asked = select(n, day).where(*group, *rest)
        if keyed is not self.rows:
            # the keys' rows have the day of the statement, so that their index gives the order
            day = keyed.c.day
            n = n if self.figures else keyed.c.statement
            asked = asked.distinct().join_from(self.rows, keyed, keyed.c.statement == self._statement())
        if self.before is not None:
            asked = asked.where(*_older(day, n, self.before))
        return asked.order_by(day.desc(), n.desc())

    def _newest(self, connection: Connection, asked: Sequence[Select[Any]]) -> list[Hit]:
        found: set[Hit] = set()
        for one in asked:
            found.update(Hit(n, day) for n, day in connection.execute(one.limit(self.question.limit)).all())
        return sorted(found, key=lambda hit: (hit.key, hit.n), reverse=True)[: self.question.limit]

    def _by_words(self, connection: Connection) -> list[Hit]:
        """The best matches first (BM25), of the newest _RANKED."""
        conditions = [*self.conditions, *(self._holds(way) for way in self._ways() if way is not None)]
        return _best(connection, self.index, self.rows, self.question, conditions)

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


def _article_hits(connection: Connection, question: Question, keys: Keys) -> list[Hit]:
    a = t.article_rows.c
    conditions = _of_articles(question, keys)
    if question.words is not None:
        return _best(connection, "article_index", t.article_rows, question, conditions)
    before = _before(question)
    if before is not None:
        conditions += _older(a.day, a.n, before)
    newest = select(a.n, a.day).where(*conditions).order_by(a.day.desc(), a.n.desc()).limit(question.limit)
    return [Hit(n, day) for n, day in connection.execute(newest)]


def _of_articles(question: Question, keys: Keys) -> list[ColumnElement[bool]]:
    """What a question says of articles."""
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
    return conditions


def _best(
    connection: Connection, index: str, rows: Table, question: Question, conditions: Sequence[ColumnElement[bool]]
) -> list[Hit]:
    """The best matches first (BM25, the lower the better), of the newest _RANKED that fulfil the conditions."""
    words = table(index, column("rowid"))
    score: Any = literal_column(f"{index}.rank").label("score")
    matches = literal_column(index).op("MATCH")(search_text(str(question.words)))
    newest = select(words.c.rowid.label("n"), score).select_from(words.join(rows, rows.c.n == words.c.rowid))
    ranked = newest.where(matches, *conditions).order_by(words.c.rowid.desc()).limit(_RANKED).subquery()
    best = select(ranked.c.n, ranked.c.score).order_by(ranked.c.score, ranked.c.n.desc()).limit(question.limit)
    before = _before(question)
    if before is not None:
        tied = and_(ranked.c.score == before.key, ranked.c.n < before.n)
        best = best.where(or_(ranked.c.score > before.key, tied))
    return [Hit(n, score) for n, score in connection.execute(best)]


def _before(question: Question) -> Hit | None:
    """The last row of the page before the one that is asked for."""
    return None if question.after is None else hit_before(question.after, scored=question.words is not None)


def _older(day: ColumnElement[str], n: ColumnElement[int], before: Hit) -> list[ColumnElement[bool]]:
    """That a row comes after this one in the order of days; the first condition is there for the index."""
    return [day <= before.key, tuple_(day, n) < (before.key, before.n)]
