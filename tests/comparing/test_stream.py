"""Article by article or all at once, in whatever order and in whatever batches: the comparison is the same."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.comparing import Tools, compare
from sayso.comparing.compare import comparison_of
from sayso.comparing.comparer import Comparer
from sayso.comparing.memory import MemoryIndex
from sayso.comparing.pieces import pieces_of
from sayso.records import Comparison, Reading
from sayso.records.shape import from_json
from tests.comparing.making import article, one_statement, reading, voice
from tests.comparing.test_copies import prose
from tests.gate.own import read_examples


def in_batches(readings: Sequence[Reading], tools: Tools, seed: int) -> Comparison:
    """The comparison of articles that come in random order and batches, some of them twice, and go and come again."""
    chance = random.Random(seed)
    pieces = list(pieces_of(readings, tools.words.folding))
    chance.shuffle(pieces)
    index = MemoryIndex()
    waiting, there = list(pieces), []
    while waiting:
        batch = [waiting.pop() for _ in range(min(len(waiting), chance.randrange(1, 4)))]
        gone = [there.pop(chance.randrange(len(there)))] if there and chance.random() < 0.3 else []
        again = gone if chance.random() < 0.5 else []
        waiting = [*[p for p in gone if p not in again], *waiting]
        there += batch + again
        index.pieces |= {p.key: p for p in batch}
        for piece in gone:
            Comparer(index, tools).update([], [piece.key])
        index.pieces |= {p.key: p for p in again}
        Comparer(index, tools).update([*batch, *again])
    return comparison_of(index, ())


@pytest.fixture(scope="module")
def readings(reader: object) -> list[Reading]:
    return [from_json(Reading, value) for value in read_examples(reader).values()]  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(6))
def test_the_examples_in_any_batches(tools: Tools, readings: list[Reading], seed: int) -> None:
    assert in_batches(readings, tools, seed) == compare(readings, tools)


@cache
def tools_() -> Tools:
    from sayso.flow.api import comparing_tools

    return comparing_tools()


_DAYS = st.sampled_from(["2031-05-04", "2031-05-05", "2031-05-09", "2031-09-01", None])
_SAID = st.tuples(
    st.sampled_from(["the bridge at Luvnya was closed", "the bridge at Luvnya was not closed", "it rained in Olmino",
                     "the old bridge at Luvnya closed again", "12 were killed in Olmino", "the trams of Olmino stood"]),
    st.sampled_from(["Ana Roe", "Roe", "Ben Sorn", "Ben Roe"]), _DAYS,
)  # fmt: skip
_COPIED = st.tuples(st.integers(0, 2), st.integers(0, 20), _DAYS, st.sampled_from(["Courier", "Lantern", None]))


@settings(deadline=None)
@given(st.lists(_SAID, max_size=10), st.lists(_COPIED, max_size=8), st.integers(0, 999))
def test_any_articles_in_any_batches(
    said: list[tuple[str, str, str | None]], copied: list[tuple[int, int, str | None, str | None]], seed: int
) -> None:
    made = [one_statement(f"s{i}", words, voice(who), day=day) for i, (words, who, day) in enumerate(said)]
    made += [
        reading(article(f"c{i}", " ".join([f"Number {i}.", *prose(which)[at : at + 12]]), day, outlet))
        for i, (which, at, day, outlet) in enumerate(copied)
    ]
    assert in_batches(made, tools_(), seed) == compare(made, tools_())


def test_a_story_of_many_and_one_that_comes_late(tools: Tools) -> None:
    """Sixty articles on one course of events; the earliest comes last."""
    made = [
        one_statement(f"m{i}", f"shelter {i % 7} at the quay of Luvnya held {i} people", voice("Ana Roe"),
                      day=f"2031-05-{1 + i // 3:02}")
        for i in range(60)
    ]  # fmt: skip
    index = MemoryIndex()
    pieces = pieces_of(made, tools.words.folding)
    index.pieces = {p.key: p for p in pieces}
    for piece in (*pieces[1:], pieces[0]):
        Comparer(index, tools).update([piece])
    assert comparison_of(index, ()) == compare(made, tools)


def test_a_reprint_without_a_day_loses_it_with_the_article_whose_words_it_has(tools: Tools) -> None:
    made = [
        reading(article("a", " ".join(prose(0)[:12]), "2031-05-04", "Courier")),
        reading(article("u", " ".join(["Also here.", *prose(0)[:12]]), None, "Lantern")),
    ]
    index = MemoryIndex()
    index.pieces = {p.key: p for p in pieces_of(made, tools.words.folding)}
    Comparer(index, tools).update(list(index.pieces.values()))
    assert index.facts("u").day is not None
    Comparer(index, tools).update([], ["a"])
    assert index.facts("u").day is None
    assert comparison_of(index, ()) == compare(made[1:], tools)
