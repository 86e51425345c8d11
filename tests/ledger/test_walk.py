"""The walk along keys finds what looking at every row finds: the same rows, in the same order."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from sayso.ledger.append import append
from sayso.ledger.ask import ask_articles, ask_figures, ask_statements
from sayso.ledger.found import Found
from sayso.ledger.kept import all_readings
from sayso.ledger.question import Near, Question
from sayso.ledger.store import Store
from sayso.records import Act, PlaceUse
from tests.ledger.readings import MINISTRY, TEREL, TEXT, article, reading

SPOTS, VOICES = 40, 30


@pytest.fixture(scope="module")
def spread(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """120 articles of 25 days by many voices, around many spots, written in no order of days."""
    opened = Store(tmp_path_factory.mktemp("walk") / "test.db")
    chance = random.Random(3)
    made = []
    for i in range(120):
        day = (date(2031, 3, 1) + timedelta(days=chance.randrange(25))).isoformat()
        one = article(f"Report {i}\n{TEXT}", key=f"r{i}", outlet=f"Outlet {chance.randrange(9)}", published=day)
        told = reading(
            one,
            terel=replace(TEREL, id=f"v:terel-{chance.randrange(VOICES)}", side=chance.choice(["Kordania", "Norland"])),
            ministry=replace(MINISTRY, side=chance.choice(["Merenia", "Norland"])),
        )
        spot = chance.randrange(SPOTS)
        olmino, kordania = told.places
        olmino = replace(olmino, id=f"s{spot}", lat=50 + spot / 100, lon=30.0)
        said = tuple(replace(s, said_on=None if chance.random() < 0.5 else day) for s in told.statements)
        joint = replace(said[2], voices=(told.statements[2].voices[0], replace(MINISTRY, side="Kordania")))
        made.append(replace(told, statements=(*said[:2], joint), places=(olmino, kordania)))
    append(opened, made)
    yield opened
    opened.close()


def order(found: list[Found]) -> list[tuple[str, str, str | None]]:
    return [(f.day, f.article.id, (f.figure or f.statement).id if f.statement else None) for f in found]  # type: ignore[union-attr]


@pytest.mark.parametrize("limit", [3, 50, 1000])
@pytest.mark.parametrize(
    "question",
    [
        Question(voice="Terel"),
        Question(voice="Terel", side="Norland"),
        Question(voice="Ivo Terel", act=Act.DENY, period="2031-03-05/2031-03-11"),
        Question(side="Kordania"),
        Question(side="Norland", outlet="Outlet 3"),
        Question(place="Olmino"),
        Question(near=Near(50.1, 30.0, 5)),
        Question(near=Near(50.1, 30.0, 5), side="Norland", as_of="2031-03-12"),
        Question(outlet="Outlet"),
    ],
    ids=str,
)
def test_the_walk_finds_the_newest_of_all_that_there_is(spread: Store, question: Question, limit: int) -> None:
    """Statements, against the rows of all statements filtered by hand."""
    found = ask_statements(spread, replace(question, limit=limit))
    everything = ask_statements(spread, Question(limit=10_000))
    spots = _spots(spread)
    wanted = [one for one in everything if _holds(one, question, spots)]
    assert wanted, "the question asks for something that is there"
    assert order(found) == order(wanted)[:limit]


@pytest.mark.parametrize(
    "question", [Question(voice="Terel"), Question(side="Norland"), Question(place="Olmino")], ids=str
)
def test_figures_are_found_by_their_statements(spread: Store, question: Question) -> None:
    spots = _spots(spread)
    everything = ask_figures(spread, Question(limit=10_000))
    wanted = [one for one in everything if _holds(one, question, spots)]
    for limit in (4, 1000):
        assert order(ask_figures(spread, replace(question, limit=limit))) == order(wanted)[:limit]


@pytest.mark.parametrize("question", [Question(near=Near(50.1, 30.0, 5)), Question(outlet="Outlet")], ids=str)
def test_articles_along_their_places_and_outlets(spread: Store, question: Question) -> None:
    spots = _spots(spread)
    everything = ask_articles(spread, Question(limit=10_000))
    near = {key for key, lat in spots.items() if abs(lat - 50.1) * 111.2 <= 5}
    wanted = [one for one in everything if question.near is None or one.article.key in near]
    for limit in (4, 1000):
        assert order(ask_articles(spread, replace(question, limit=limit))) == order(wanted)[:limit]


def test_more_keys_than_a_query_may_have_parameters(spread: Store) -> None:
    """A name that half of a large ledger's voices share: what is asked has one parameter for all of them."""
    from sayso.ledger.lists import is_among
    from sayso.ledger.rows import voice_rows

    with spread.reading() as connection:
        asked = voice_rows.select().where(is_among(voice_rows.c.n, range(300_000)))
        assert len(connection.execute(asked).all()) > VOICES


def _spots(store: Store) -> dict[str, float]:
    """Each article's spot, as its latitude."""
    return {
        str(r.article.key): p.lat for r in all_readings(store) for p in r.places if p.use is PlaceUse.LITERAL and p.lat
    }


def _holds(one: Found, asked: Question, spots: dict[str, float]) -> bool:
    statement = one.statement
    assert statement is not None
    at_place = statement.id == "s1"  # the one whose content names Olmino
    return all((
        asked.voice is None or any(v.name == "Ivo Terel" for v in statement.voices),
        asked.side is None or any(v.side == asked.side for v in statement.voices),
        asked.act is None or statement.act is asked.act,
        asked.period is None or "2031-03-05" <= one.day <= "2031-03-11",
        asked.as_of is None or str(one.article.published) <= asked.as_of,
        asked.outlet is None or asked.outlet in ("Outlet", one.article.outlet),
        asked.place is None or at_place,
        asked.near is None or (at_place and abs(spots[str(one.article.key)] - 50.1) * 111.2 <= 5),
    ))  # fmt: skip
