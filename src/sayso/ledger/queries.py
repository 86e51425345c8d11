"""The questions that come up daily, each under its name. Several things asked at once are a Question."""

from __future__ import annotations

from sayso.ledger.ask import ask_articles, ask_figures, ask_statements
from sayso.ledger.found import Found
from sayso.ledger.question import Near, Question
from sayso.ledger.store import Store
from sayso.records import Act, Certainty


def by_voice(store: Store, name: str, limit: int = 50) -> list[Found]:
    """What a voice says: by name, alias or id, spellings folded, merged voices as one."""
    return ask_statements(store, Question(voice=name, limit=limit))


def by_side(store: Store, side: str, limit: int = 50) -> list[Found]:
    """What the voices of a side say."""
    return ask_statements(store, Question(side=side, limit=limit))


def by_act(store: Store, act: Act, limit: int = 50) -> list[Found]:
    """What is denied, promised, warned of …"""
    return ask_statements(store, Question(act=act, limit=limit))


def hedged(store: Store, limit: int = 50) -> list[Found]:
    """What is put forward with a hedge, in the statement or in its chain."""
    return ask_statements(store, Question(hedged=True, limit=limit))


def by_certainty(store: Store, certainty: Certainty, limit: int = 50) -> list[Found]:
    """What is put forward as certain, probable, possible, doubtful."""
    return ask_statements(store, Question(certainty=certainty, limit=limit))


def by_measure(store: Store, measure: str, limit: int = 50) -> list[Found]:
    """Figures of what was killed, captured, destroyed …"""
    return ask_figures(store, Question(measure=measure, limit=limit))


def by_place(store: Store, name: str, limit: int = 50) -> list[Found]:
    """What is said of a place by name: statements whose content names the spot."""
    return ask_statements(store, Question(place=name, limit=limit))


def around(store: Store, near: Near, limit: int = 50) -> list[Found]:
    """What is said of the places within a radius of a spot."""
    return ask_statements(store, Question(near=near, limit=limit))


def in_period(store: Store, period: str, limit: int = 50) -> list[Found]:
    """What was said in a period (EDTF: 2024-08, 2024-08-06/2024-08-12)."""
    return ask_statements(store, Question(period=period, limit=limit))


def by_outlet(store: Store, outlet: str, limit: int = 50) -> list[Found]:
    """What an outlet's articles pass on."""
    return ask_statements(store, Question(outlet=outlet, limit=limit))


def by_words(store: Store, words: str, limit: int = 50) -> list[Found]:
    """Statements with these words, the best match first."""
    return ask_statements(store, Question(words=words, limit=limit))


def articles_by_words(store: Store, words: str, limit: int = 50) -> list[Found]:
    """Articles with these words, the best match first, with the passage."""
    return ask_articles(store, Question(words=words, limit=limit))


def figures_by_words(store: Store, words: str, limit: int = 50) -> list[Found]:
    """Figures with these words in what they count, the best match first."""
    return ask_figures(store, Question(words=words, limit=limit))


def as_of(store: Store, day: str, limit: int = 50) -> list[Found]:
    """What had been published by the end of a day."""
    return ask_statements(store, Question(as_of=day, limit=limit))
