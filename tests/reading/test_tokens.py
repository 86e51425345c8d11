"""Tokens: cut as the treebanks cut, always inside the text, in linear time."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given

from sayso.reading.tokens import find_tokens
from sayso.records.span import Span
from tests.conftest import any_text


def words(text: str) -> list[str]:
    return [s.of(text) for s in find_tokens(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They don't know.", ["They", "do", "n't", "know", "."]),
        ("Velmar's army, 1,200 strong", ["Velmar", "'s", "army", ",", "1,200", "strong"]),
        ("the U.S. envoy’s 30km drive", ["the", "U.S.", "envoy", "’s", "30km", "drive"]),
        ("at 10:30 “no” ... -- ''so''", ["at", "10:30", "“", "no", "”", "...", "--", "''", "so", "''"]),
        ("see https://velmar.example/a?b=1 now", ["see", "https://velmar.example/a?b=1", "now"]),
        ("T-72", ["T", "-", "72"]),
    ],
)
def test_tokens_are_cut_as_in_the_treebanks(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(any_text)
def test_tokens_hold_every_visible_character_once(text: str) -> None:
    tokens = find_tokens(text, Span(0, len(text)))
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert "".join(s.of(text) for s in tokens) == "".join(text.split())


def test_a_line_without_blanks_takes_linear_time() -> None:
    began = time.perf_counter()
    find_tokens("n" * 1_000_000, Span(0, 1_000_000))
    assert time.perf_counter() - began < 3
