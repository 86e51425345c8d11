"""Turning pages: page by page the same is found as at once, whatever is written meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from sayso.errors import UsageError
from sayso.ledger.append import append
from sayso.ledger.ask import ask_articles, ask_figures, ask_statements
from sayso.ledger.cursor import Hit, hit_before
from sayso.ledger.found import Found
from sayso.ledger.question import Near, Question
from sayso.ledger.store import Store
from sayso.records import Act, Certainty
from tests.ledger.readings import article, many, reading

Ask = Callable[[Store, Question], list[Found]]


def names(found: list[Found]) -> list[tuple[str, str | None]]:
    """What each finding is of: its article, and the item in it."""
    items = [one.figure or one.statement for one in found]
    return [(one.article.id, item.id if item else None) for one, item in zip(found, items, strict=True)]


def pages(store: Store, ask: Ask, question: Question) -> list[Found]:
    """All that is found, page by page."""
    found: list[Found] = []
    after = question.after
    while some := ask(store, replace(question, after=after)):
        found += some
        after = some[-1].cursor
    return found


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A ledger that is only asked: the hand-made article, 30 of its kind, one without a day."""
    opened = Store(tmp_path_factory.mktemp("pages") / "test.db")
    append(opened, [reading(), *many(30), reading(article(key="undated", published=None, outlet="Herald"))])
    yield opened
    opened.close()


@pytest.mark.parametrize("ask", [ask_statements, ask_figures, ask_articles])
@pytest.mark.parametrize(
    "question",
    [
        Question(),
        Question(voice="Terel"),
        Question(side="Kordania"),
        Question(side="Kordania", voice="Terel", outlet="Outlet 2"),
        Question(place="Olmino"),
        Question(near=Near(50.5, 30.25, 50)),
        Question(act=Act.DENY),
        Question(hedged=False, certainty=Certainty.CERTAIN),
        Question(period="2031-03-03/2031-03-09"),
        Question(as_of="2031-03-12"),
        Question(words="soldiers killed"),
        Question(words="tanks", outlet="Outlet 3"),
        Question(measure="killed", outlet="Courier"),
        Question(article="one"),
    ],
)
@pytest.mark.parametrize("limit", [1, 4])
def test_pages_in_a_row_are_what_is_found_at_once(held: Store, ask: Ask, question: Question, limit: int) -> None:
    """Many rows share a day and a score here: a cursor of the day alone would lose or repeat what is tied."""
    at_once = ask(held, replace(question, limit=1000))
    paged = pages(held, ask, replace(question, limit=limit))
    assert names(paged) == names(at_once)
    assert len(set(names(paged))) == len(paged)


@pytest.mark.parametrize("ask", [ask_statements, ask_figures, ask_articles])
def test_what_is_written_meanwhile_shifts_no_page(store: Store, ask: Ask) -> None:
    readings = list(many(20))
    append(store, readings[:15])
    question = Question(limit=5)
    before = names(ask(store, replace(question, limit=1000)))
    first = ask(store, question)
    append(store, readings[15:])
    rest = pages(store, ask, replace(question, after=first[-1].cursor))
    paged = names([*first, *rest])
    assert len(set(paged)) == len(paged)
    assert [name for name in paged if name in set(before)] == before


@pytest.mark.parametrize(
    "cursor", ["", "x", "/", "2031-03-04", "2031-3-4/7", "nan/3", "-1.5/7", "2031-03-04/x", "٢٠٣١-٠٣-٠٤/1"]
)
def test_what_is_no_cursor_of_this_order_is_refused(held: Store, cursor: str) -> None:
    with pytest.raises(UsageError, match="no cursor"):
        ask_statements(held, Question(after=cursor))


def test_a_day_is_no_cursor_among_scores(held: Store) -> None:
    with pytest.raises(UsageError, match="no cursor"):
        ask_statements(held, Question(words="soldiers", after="2031-03-04/7"))


@pytest.mark.parametrize("hit", [Hit(7, ""), Hit(7, "2031-03-04"), Hit(123456, -3.1e-07), Hit(1, -12.345678901234567)])
def test_a_cursor_says_exactly_where_it_is(hit: Hit) -> None:
    assert hit_before(hit.cursor, scored=isinstance(hit.key, float)) == hit
