"""Ids follow from what they name, and no two things share one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.records.identity import article_id, joined, text_digest

parts = st.lists(st.one_of(st.none(), st.text(max_size=5)), max_size=4)


@given(parts, parts)
def test_two_lists_of_parts_share_an_id_only_when_they_are_the_same(a: list[str | None], b: list[str | None]) -> None:
    assert (joined(*a) == joined(*b)) == (a == b)


def test_two_outlets_identical_copies_are_two_articles() -> None:
    assert article_id(None, "The Courier", "d" * 64) != article_id(None, "The Lantern", "d" * 64)


def test_any_text_has_a_digest() -> None:
    assert len(text_digest("\ud800")) == 64
