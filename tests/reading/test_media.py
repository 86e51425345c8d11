"""Through what and on what day a statement was made, from hand-editable cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.certainty import weigh_statements
from sayso.reading.media import find_media
from sayso.records import Span, Statement, Time, TimeType
from tests.conftest import any_text
from tests.reading.drafts import draft_of
from tests.reading.marked import marked_draft
from tests.reading.test_acts import rows


@pytest.mark.parametrize("row", rows("media.tsv"), ids=lambda r: r["id"])
def test_medium_and_day_are_those_of_the_case(row: dict[str, str]) -> None:
    draft = marked_draft(row["text"], published="2031-05-07")
    weigh_statements(draft)
    find_media(draft)
    got = draft.statements[-1]
    medium = got.medium
    assert (medium.kind if medium else "", medium.words if medium else "") == (row["kind"], row["medium"])
    assert (got.said_on or "") == row["said_on"]
    assert medium is None or medium.span.of(draft.text) == medium.words


def test_a_day_apart_from_an_unknown_day_is_not_guessed() -> None:
    draft = marked_draft("[1:Orsk] {1:said} <1:its line held>, a day after [2x:he] {2x:said} <2x:it broke>.")
    find_media(draft)
    assert [s.said_on for s in draft.statements] == [None, None]


@given(any_text, st.lists(st.integers(0, 400), min_size=8, max_size=8))
def test_any_roles_in_any_text_give_a_medium_inside_it(text: str, ends: list[int]) -> None:
    draft = draft_of(text, published="2031-05-07")
    source, cue, content, time = (_span(text, *ends[i : i + 2]) for i in (0, 2, 4, 6))
    draft.times = (Time(time, TimeType.DATE, "2031-05-06", "2031-05-06"),)
    statements = (Statement("s1", source, cue, (content,)), Statement("s2", source, None, (content, cue)))
    draft.statements = tuple(sorted(statements, key=lambda s: s.content[0]))
    find_media(draft)
    for statement in draft.statements:
        assert statement.said_on in (None, "2031-05-06")
        if statement.medium is not None:
            assert 0 <= statement.medium.span.start < statement.medium.span.end <= len(text)


def _span(text: str, a: int, b: int) -> Span:
    a, b = sorted((a % (len(text) + 1), b % (len(text) + 1)))
    return Span(a, b)
