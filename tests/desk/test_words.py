"""Words of the news on a page: cut, in one line, with nothing in them that could turn or hide others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.desk.drift import drift
from sayso.desk.words import captured, day, label, marked
from sayso.records import Span
from tests.conftest import any_text

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@given(any_text, st.integers(2, 60))
def test_a_label_is_short_and_one_line(words: str, most: int) -> None:
    made = label(words, most)
    assert len(made) <= most
    assert not any(c in made for c in (*TURNING, "\n", "\x00"))


@given(any_text)
def test_what_is_captured_keeps_all_but_what_hides(words: str) -> None:
    made = captured(words)
    assert not any(c in made for c in TURNING)
    assert [c for c in made if c.isalnum() and not c.isascii()] == [c for c in words if c.isalnum() and not c.isascii()]


@given(any_text, any_text)
def test_drift_is_the_other_wording_in_pieces(first: str, other: str) -> None:
    assert "".join(piece.words for piece in drift(first, other)) == other
    assert not any(piece.changed for piece in drift(first, first))


def test_marks_stand_where_they_were_found() -> None:
    assert marked("the bridge fell", [Span(4, 10)]) == [("the ", False), ("bridge", True), (" fell", False)]


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2031-03-04", "4 Mar 2031"),
        ("2031-03", "Mar 2031"),
        ("2031", "2031"),
        ("2031-03-01/2031-03-04", "1 Mar 2031 – 4 Mar 2031"),
        ("../2031-03-04", "until 4 Mar 2031"),
        ("2031-03-04/..", "since 4 Mar 2031"),
        ("2031-02-31", "2031-02-31"),
        (None, ""),
    ],
)
def test_a_day_is_told_as_people_tell_it(edtf: str | None, said: str) -> None:
    assert day(edtf) == said
