"""Finding statements, figures and articles: the newest first, or the best match first where words are searched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, column, literal_column, or_, select, table

from sayso.ledger import rows as t
from sayso.ledger import tables as k
from sayso.ledger.conditions import Named, named_in, plain_conditions
from sayso.ledger.cursor import Hit, hit_before
from sayso.ledger.decisions import settle_expired
from sayso.ledger.found import Found, figure_from
from sayso.ledger.lists import is_among
from sayso.ledger.question import Question, search_text
from sayso.ledger.showing import show_articles, show_figures, show_statements
from sayso.ledger.store import Store
from sayso.ledger.walk import Along, Walk, day_conditions
from sayso.records import Figure

# Of more matches than this the last to come are ranked: a word that stands in a tenth of a million statements tells
# little, and ranking them all takes seconds.
_RANKED = 4000


def ask_statements(store: Store, question: Question) -> list[Found]:
    """The statements that a question asks for."""
    settle_expired(store)
    with store.reading() as connection:
        named = named_in(connection, question, store.folding, store.now())
        hits = _said(connection, t.statement_rows, question, named)
        return show_statements(connection, hits, question.words, store.now())


def ask_figures(store: Store, question: Question) -> list[Found]:
    """The figures that a question asks for; voice, side, act, hedge and certainty are those of their statements."""
    settle_expired(store)
    with store.reading() as connection:
        named = named_in(connection, question, store.folding, store.now())
        hits = _said(connection, t.figure_rows, question, named)
        return show_figures(connection, hits, question.words, store.now())


def ask_articles(store: Store, question: Question) -> list[Found]:
    """The articles that a question asks for by words, voice, outlet, place, period or day."""
    with store.reading() as connection:
        named = named_in(connection, question, store.folding, store.now())
        return show_articles(connection, _article_hits(connection, question, named), question.words)


def figures_of(store: Store, found: Sequence[Found]) -> dict[tuple[str, str], list[Figure]]:
    """The figures that statements assert, by article and statement; those that analysts rejected left out."""
    a, f, s = k.articles.c, t.figure_rows, t.statement_rows.c
    asked = (
        select(f, a.id.label("of_article"), s.id.label("of_statement"))
        .join(k.articles, a.n == f.c.article)
        .join(t.statement_rows, s.n == f.c.statement)
        .where(is_among(a.id, {one.article.id for one in found}), f.c.rejected == False)  # noqa: E712
        .order_by(f.c.article, f.c.span_start)
    )
    figures: dict[tuple[str, str], list[Figure]] = {}
    with store.reading() as connection:
        for row in connection.execute(asked).mappings():
            of = row["of_article"], row["of_statement"]
            figures.setdefault(of, []).append(figure_from(dict(row), row["of_statement"]))
    return figures


def _said(connection: Connection, rows: Table, question: Question, named: Named) -> list[Hit]:
    """The rows of statement_rows or figure_rows that a question asks for."""
    if named.nothing:
        return []
    conditions = plain_conditions(question, rows)
    if named.article is not None:
        conditions.append(rows.c.article == named.article)
    if rows is t.figure_rows:
        conditions += _of_statement(question)
    ways = _ways(rows, question, named)
    if question.words is not None:
        index = "figure_index" if rows is t.figure_rows else "statement_index"
        conditions += [*day_conditions(question, rows.c.day), *(_holds(rows, way) for way in ways)]
        return _best(connection, index, rows, question, conditions)
    along = ways.pop(0) if ways and named.article is None else None
    return Walk(rows, question, [*conditions, *(_holds(rows, way) for way in ways)]).newest(connection, along)


def _ways(rows: Table, question: Question, named: Named) -> list[Along]:
    """What a question names, as keys to go along, the narrowest first."""
    sv, ss = t.statement_voices.c, t.statement_spots.c
    figures = rows is t.figure_rows
    statement = rows.c.statement if figures else rows.c.n
    by_voice = None if figures else sv.statement, sv.statement == statement
    by_spot = None if figures else ss.statement, ss.statement == statement
    ways = [
        None if named.voices is None else Along(t.statement_voices, sv.voice, named.voices, *by_voice),
        None if named.spots is None else Along(t.statement_spots, ss.spot, named.spots, *by_spot),
        None if named.outlets is None else Along(rows, rows.c.outlet, named.outlets, rows.c.n),
        None if question.side is None else Along(t.statement_voices, sv.side, [question.side], *by_voice),
    ]
    return [way for way in ways if way is not None]


def _holds(rows: Table, way: Along) -> ColumnElement[bool]:
    """That a row has one of these keys."""
    among = is_among(way.key, way.values)
    if way.link is None:
        return among
    # The question may go along the same table: the subquery's own rows of it are meant here.
    return select(literal_column("1")).select_from(way.rows).where(way.link, among).correlate(rows).exists()


def _of_statement(question: Question) -> list[ColumnElement[bool]]:
    """What a question for figures says of the statement: act, hedge, certainty."""
    s = t.statement_rows.c
    given = {name: getattr(question, name) for name in ("act", "certainty", "hedged")}
    said = [
        s[name] == (value if name == "hedged" else str(value)) for name, value in given.items() if value is not None
    ]
    return [select(s.n).where(s.n == t.figure_rows.c.statement, *said).exists()] if said else []


def _article_hits(connection: Connection, question: Question, named: Named) -> list[Hit]:
    if named.nothing:
        return []
    a, p = t.article_rows.c, t.place_rows.c
    conditions: list[ColumnElement[bool]] = [] if named.article is None else [a.n == named.article]
    if named.voices is not None:
        s, v = t.statement_rows.c, t.statement_voices.c
        spoken = select(s.article).join(t.statement_voices, v.statement == s.n).where(is_among(v.voice, named.voices))
        conditions.append(a.n.in_(spoken))
    ways: list[Along] = []
    if named.spots is not None:
        ways.append(Along(t.place_rows, p.spot, named.spots, p.article, and_(p.article == a.n, p.use == "literal")))
    if named.outlets is not None:
        ways.append(Along(t.article_rows, a.outlet, named.outlets, a.n))
    if question.words is not None:
        conditions += [*day_conditions(question, a.day), *(_holds(t.article_rows, way) for way in ways)]
        return _best(connection, "article_index", t.article_rows, question, conditions)
    along = ways.pop(0) if ways and named.article is None else None
    return Walk(t.article_rows, question, [*conditions, *(_holds(t.article_rows, way) for way in ways)]).newest(
        connection, along
    )


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
    if question.after is not None:
        before = hit_before(question.after, scored=True)
        tied = and_(ranked.c.score == before.key, ranked.c.n < before.n)
        best = best.where(or_(ranked.c.score > before.key, tied))
    return [Hit(n, score) for n, score in connection.execute(best)]
