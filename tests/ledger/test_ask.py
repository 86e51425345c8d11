"""Finding: each named query, several conditions at once, and whatever a user may type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.ledger import queries as q
from sayso.ledger.append import append
from sayso.ledger.ask import ask_articles, ask_figures, ask_statements
from sayso.ledger.found import Found
from sayso.ledger.question import Near, Question, search_text
from sayso.ledger.store import Store
from sayso.records import Act, Certainty
from tests.ledger.readings import article, reading


def ids(found: list[Found], key: str = "one") -> list[str]:
    """The statements' or figures' ids of one article."""
    return sorted((f.figure or f.statement).id for f in found if f.article.key == key)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("ask", "wanted"),
    [
        (lambda s: q.by_voice(s, "terel"), ["s2", "s3"]),
        (lambda s: q.by_voice(s, "Merenian Defense Ministry"), ["s1"]),
        (lambda s: q.by_voice(s, "MoD"), ["s1"]),
        (lambda s: q.by_voice(s, "v:terel"), ["s2", "s3"]),
        (lambda s: q.by_voice(s, "Terel Ministry"), []),
        (lambda s: q.by_side(s, "Merenia"), ["s1"]),
        (lambda s: q.by_act(s, Act.DENY), ["s2"]),
        (lambda s: q.hedged(s), ["s2"]),
        (lambda s: q.by_certainty(s, Certainty.CERTAIN), ["s1", "s3"]),
        (lambda s: q.by_measure(s, "killed"), ["f1"]),
        (lambda s: q.by_place(s, "Olmino"), ["s1"]),
        (lambda s: q.by_place(s, "Kordania"), []),
        (lambda s: q.around(s, Near(50.4, 30.2, 15)), ["s1"]),
        (lambda s: q.around(s, Near(50.4, 30.2, 10)), []),
        (lambda s: q.in_period(s, "2031-03-03"), ["s1"]),
        (lambda s: q.in_period(s, "2031-03-01/2031-03-31"), ["s1", "s2", "s3"]),
        (lambda s: q.in_period(s, "../2031-03-03"), ["s1"]),
        (lambda s: q.by_outlet(s, "courier"), ["s1", "s2", "s3"]),
        (lambda s: q.by_outlet(s, "Gazette"), []),
        (lambda s: q.by_words(s, "loss"), ["s2"]),
        (lambda s: q.by_words(s, '"Zelna front"'), ["s2"]),
        (lambda s: q.by_words(s, '"front Zelna"'), []),
        (lambda s: q.by_words(s, "soldier* -tanks"), ["s1"]),
        (lambda s: q.figures_by_words(s, "captured tank"), ["f2"]),
        (lambda s: q.as_of(s, "2031-03-03"), []),
        (lambda s: q.as_of(s, "2031-03-04"), ["s1", "s2", "s3"]),
    ],
)  # fmt: skip
def test_each_named_query(store: Store, ask: Callable[[Store], list[Found]], wanted: list[str]) -> None:
    append(store, [reading()])
    assert ids(ask(store)) == wanted


def test_all_conditions_of_a_question_must_hold(filled: Store) -> None:
    found = ask_statements(filled, Question(voice="Terel", side="Kordania", act=Act.DENY, hedged=True, outlet="Courier",
                                            period="2031-03", words="losses", as_of="2031-03-31"))  # fmt: skip
    assert ids(found) == ["s2"]
    assert len(found) == 1
    assert ask_statements(filled, Question(voice="Terel", side="Merenia")) == []
    assert ids(ask_figures(filled, Question(voice="Terel", measure="captured", outlet="Courier"))) == ["f2"]
    assert ids(ask_figures(filled, Question(hedged=False, certainty=Certainty.CERTAIN, article="one"))) == ["f1", "f2"]


def test_a_record_comes_back_as_it_was_read_with_its_words_and_article(store: Store) -> None:
    append(store, [reading()])
    (found,) = q.by_act(store, Act.DENY)
    assert found.statement == reading().statements[1]
    assert found.words == "“any losses on the Zelna front”"
    assert found.source == "Kordania's president Ivo Terel"
    assert (found.article.outlet, found.article.text_digest) == ("Courier", article().text_digest)
    assert [f.figure for f in ask_figures(store, Question())] == list(reversed(reading().figures)) or {
        f.figure for f in ask_figures(store, Question())
    } == set(reading().figures)


def test_the_words_searched_for_are_marked(store: Store) -> None:
    append(store, [reading()])
    (found,) = q.by_words(store, "zelna LOSS")
    assert [mark.of(found.words) for mark in found.marks] == ["losses", "Zelna"]
    (passage,) = q.articles_by_words(store, "telegram")
    assert [mark.of(passage.words) for mark in passage.marks] == ["Telegram"]


def test_the_best_match_comes_first(store: Store) -> None:
    append(store, [reading(), reading(replace(article("Bridges\n" + article().text + " Bridges, bridges!"), key="b"))])
    assert [f.article.key for f in ask_articles(store, Question(words="bridges"))] == ["b", "one"]


def test_the_newest_come_first_and_as_many_as_asked(filled: Store) -> None:
    found = q.by_side(filled, "Kordania", 10)
    assert len(found) == 10
    assert [f.day for f in found] == sorted((f.day for f in found), reverse=True)
    assert found[0].day == max(f.day for f in q.by_side(filled, "Kordania", 1000))


@pytest.mark.parametrize("article_asked", ["one", "report-3", None])
def test_articles_by_key_outlet_and_place(filled: Store, article_asked: str | None) -> None:
    found = ask_articles(filled, Question(article=article_asked, place="Olmino", limit=100))
    assert len(found) == (31 if article_asked is None else 1)


@given(st.text(max_size=40))
def test_no_text_of_a_query_is_taken_for_an_operator(words: str) -> None:
    """Whatever is typed is words to search for, or refused as no words: SQLite never complains of its grammar."""
    import sqlite3

    try:
        query = search_text(words)
    except UsageError:
        return
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE i USING fts5(words, tokenize='porter unicode61 remove_diacritics 2')")
    connection.execute("SELECT * FROM i WHERE i MATCH ?", (query,)).fetchall()
    connection.close()


@pytest.mark.parametrize(
    "words", ['" OR "', "NEAR(a b, 2)", "words:soldiers", "^soldiers", "a AND NOT b", "x' --", "\ud800x"]
)
def test_hostile_queries_are_answered(filled: Store, words: str) -> None:
    assert isinstance(q.by_words(filled, words), list)


@pytest.mark.parametrize("given_", [{"words": "-only -nots"}, {"period": "last week"}, {"article": "nothing"}])
def test_what_makes_no_sense_is_refused(filled: Store, given_: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        ask_statements(filled, Question(**given_))  # type: ignore[arg-type]


def test_a_radius_across_the_date_line(store: Store) -> None:
    made = reading()
    moved = replace(made, places=(replace(made.places[0], lat=-17.0, lon=179.9),))
    append(store, [moved])
    assert ids(q.around(store, Near(-17.0, -179.9, 30))) == ["s1"]
    assert ids(q.around(store, Near(-17.0, -179.9, 15))) == []
