"""The comparison in a ledger, article by article, is the one that all Readings give at once in memory."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

from sayso.comparing import compare
from sayso.flow.api import comparing_tools
from sayso.flow.comparing import bring_up_to_date
from sayso.flow.reader import Reader
from sayso.ledger.append import append
from sayso.ledger.check import check
from sayso.ledger.store import Store
from sayso.records import Comparison, Reading
from sayso.records.shape import from_json
from tests.comparing.making import article, one_statement, reading, voice
from tests.comparing.test_copies import prose
from tests.gate.own import read_examples

Rows = dict[str, Any]


def held(store: Store) -> Rows:
    """What the rows say, by ids."""
    with store.reading() as connection:

        def rows(asked: str) -> list[tuple[Any, ...]]:
            return [tuple(row) for row in connection.execute(text(asked))]

        stories: dict[str, set[str]] = {}
        for story, id in rows(_STORIES):
            stories.setdefault(story, set()).add(id)
        claims: dict[str, list[tuple[str, str]]] = {}
        for claim, id, item in rows(_CLAIMS):
            claims.setdefault(claim, []).append((id, item))
        return {
            "stories": stories,
            "claims": claims,
            "bounds": set(rows(_BOUNDS)),
            "origins": set(rows(_ORIGINS)),
            "relations": set(rows(_RELATIONS)),
            "copies": set(rows(_COPIES)),
        }


_STORIES = """SELECT s.id, a.id FROM story_articles AS x JOIN story_rows AS s ON s.n = x.story
    JOIN articles AS a ON a.n = x.article"""
_CLAIMS = """SELECT k.id, a.id, m.item FROM claim_members AS m JOIN claim_rows AS k ON k.n = m.claim
    JOIN articles AS a ON a.n = m.article ORDER BY k.n, m.rank"""
_BOUNDS = "SELECT k.id, k.low, k.high, s.id FROM claim_rows AS k JOIN story_rows AS s ON s.n = k.story"
_ORIGINS = "SELECT k.id, o.root, o.kind, o.reason FROM origin_rows AS o JOIN claim_rows AS k ON k.n = o.claim"
_RELATIONS = """SELECT x.kind, a.id, b.id, x.score, x.reason FROM relation_rows AS x
    JOIN claim_rows AS a ON a.n = x.a JOIN claim_rows AS b ON b.n = x.b"""
_COPIES = """SELECT a.id, b.id, x.kind, x.reason FROM copy_rows AS x JOIN articles AS a ON a.n = x.giver
    JOIN articles AS b ON b.n = x.taker"""


def wanted(found: Comparison) -> Rows:
    return {
        "stories": {s.id: set(s.articles) for s in found.stories},
        "claims": {c.id: [(m.key, m.id) for m in c.members] for c in found.claims},
        "bounds": {(c.id, c.independent.low, c.independent.high, c.story) for c in found.claims},
        "origins": {(c.id, o.root, o.kind.value, o.reason) for c in found.claims for o in c.origins},
        "relations": {(r.kind.value, r.a, r.b, r.score, r.reason) for r in found.relations},
        "copies": {(c.from_, c.to, c.kind.value, c.reason) for c in found.copies},
    }


def by_id(readings: Iterable[Reading]) -> list[Reading]:
    return [replace(r, article=replace(r.article, key=r.article.id)) for r in readings]


def streamed(store: Store, readings: Sequence[Reading], seed: int) -> None:
    """The Readings in random order and batches; some come in an older form first and are read anew later."""
    chance = random.Random(seed)
    waiting = list(readings)
    chance.shuffle(waiting)
    older = [replace(r, statements=r.statements[:1], figures=()) for r in waiting if chance.random() < 0.3]
    waiting = [*waiting, *older]
    while waiting:
        append(store, [waiting.pop() for _ in range(min(len(waiting), chance.randrange(1, 5)))])
        bring_up_to_date(store, comparing_tools())


def invented() -> list[Reading]:
    """Reprints of three texts by two outlets and without a day, and short statements that contradict each other."""
    days = ["2031-05-04", "2031-05-05", "2031-05-09", None]
    made = [
        reading(article(f"c{i}", f"Number {i}. " + " ".join(prose(i % 3)[i : i + 14]), days[i % 4], f"Outlet {i % 2}"))
        for i in range(12)
    ]
    said = ["the bridge at Luvnya was closed", "the bridge at Luvnya was not closed", "the old bridge closed again"]
    for i in range(12):
        one = one_statement(f"s{i}", said[i % 3], voice(("Ana Roe", "Roe", "Ben Sorn")[i // 4]), day=days[i % 3])
        text = one.article
        made.append(replace(one, article=article(f"s{i}", text.text, text.published, f"Paper {i}")))
    return made


@pytest.mark.parametrize("seed", range(3))
def test_the_examples_article_by_article(store: Store, reader: Reader, seed: int) -> None:
    readings = by_id(from_json(Reading, value) for value in read_examples(reader).values())
    streamed(store, readings, seed)
    assert held(store) == wanted(compare(readings, comparing_tools()))
    assert list(check(store)) == []


@pytest.mark.parametrize("seed", range(4))
def test_invented_articles_article_by_article(store: Store, seed: int) -> None:
    readings = by_id(invented())
    streamed(store, readings, seed)
    assert held(store) == wanted(compare(readings, comparing_tools()))
