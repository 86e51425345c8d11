"""The whole of comparing: a function of the set of Readings, held to what is expected of our own example reports."""

from __future__ import annotations

import json
import random
from collections import Counter
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.comparing import Tools, compare
from sayso.flow.reader import Reader
from sayso.records import Reading
from sayso.records.shape import from_json, to_json
from tests.comparing.making import one_statement, voice
from tests.conftest import ROOT
from tests.gate.across import Compared, judge_across
from tests.gate.own import read_examples

# What was reached on the day of writing; lowering one is a decision. Where the floor is below the number of rows, the
# Readings lack what the row needs (a voice, a measure), or it takes knowledge of synonyms.
FLOORS = {
    "across, not_same_statement": 8,
    "across, not to be compared": 11,
    "across, copies": 3,
    "across, no copies": 4,
    "across, roots named": 5,
    "across, independent": 5,
    "across, same_statement": 11,
}


@pytest.fixture(scope="module")
def examples(reader: Reader) -> dict[str, Any]:
    return read_examples(reader)


@pytest.fixture(scope="module")
def readings(examples: dict[str, Any]) -> list[Reading]:
    return [from_json(Reading, value) for value in examples.values()]


def test_the_order_of_arrival_changes_nothing(tools: Tools, readings: list[Reading]) -> None:
    expected = to_json(compare(readings, tools))
    for seed in range(4):
        shuffled = random.Random(seed).sample(readings, len(readings))
        assert to_json(compare(shuffled, tools)) == expected


def test_an_article_given_twice_counts_once(tools: Tools, readings: list[Reading]) -> None:
    assert compare([*readings, *readings[:3]], tools) == compare(readings, tools)


def test_every_member_has_exactly_one_claim_and_every_relation_two(tools: Tools, readings: list[Reading]) -> None:
    found = compare(readings, tools)
    members = Counter((m.key, m.id) for c in found.claims for m in c.members)
    assert members
    assert set(members.values()) == {1}
    ids = {c.id for c in found.claims}
    assert len(ids) == len(found.claims)
    assert all(r.a in ids and r.b in ids and r.reason and r.compared for r in found.relations)
    assert sorted(k for s in found.stories for k in s.articles) == sorted(
        r.article.key or r.article.path or "" for r in readings
    )


def test_what_is_expected_of_the_example_reports(tools: Tools, examples: dict[str, Any]) -> None:
    found = to_json(compare([from_json(Reading, value) for value in examples.values()], tools))
    gold = json.loads((ROOT / "tests" / "cases" / "examples" / "across.json").read_text(encoding="utf-8"))
    right = Counter(
        v.measure for v in judge_across(gold, Compared({n[:2]: r for n, r in examples.items()}, found)) if v.right
    )
    short = {name: right[name] for name, floor in FLOORS.items() if right[name] < floor}
    assert not short, short


_SENTENCES = st.lists(
    st.tuples(
        st.sampled_from(["the bridge at Luvnya was closed", "the bridge at Luvnya was not closed", "it rained",
                         "\u0000", "12 were killed in Olmino", "the old bridge at Luvnya closed again", "🙂 \u202e"]),
        st.sampled_from(["Ana Roe", "Roe", "Ben Sorn"]),
        st.sampled_from(["2031-05-04", "2031-05-05", None, "not a day"]),
    ),
    max_size=6,
)  # fmt: skip


@cache
def _tools() -> Tools:
    from sayso.packs.comparing import load_comparing
    from sayso.packs.figures import load_figure_pack

    return Tools(load_comparing(), load_figure_pack())


@given(_SENTENCES, st.integers(0, 99))
def test_any_set_in_any_order(sentences: list[tuple[str, str, str | None]], seed: int) -> None:
    made = [one_statement(f"a{i}", words, voice(who), day=day) for i, (words, who, day) in enumerate(sentences)]
    assert compare(random.Random(seed).sample(made, len(made)), _tools()) == compare(made, _tools())
