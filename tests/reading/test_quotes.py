"""Quotations of every kind of mark, within a paragraph and over several."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.conftest import any_text
from tests.reading.drafts import draft_of

QUOTED = [
    ("He said “we go” and left.", ["we go"]),
    ('He said "we go" and "they stay".', ["we go", "they stay"]),
    ("He said ‘we don’t go’ and left.", ["we don’t go"]),
    ("She said 'we don't go' then left.", ["we don't go"]),
    ("He said «we go» and „they stay“.", ["we go", "they stay"]),
    ("The soldiers’ boots and the army’s trucks.", []),
    ("It's the ministry's word, isn't it?", []),
    ("He said \"the 'big' one\" fell.", ["the 'big' one"]),
    ("He is 6' 2\" tall and left.", []),
    ("``We go,'' he said.", ["We go,"]),
]


@pytest.mark.parametrize(("text", "wanted"), QUOTED)
def test_quotations(text: str, wanted: list[str]) -> None:
    assert [q.inner.of(text) for q in draft_of(text).quotations] == wanted


def test_a_quotation_over_paragraphs_is_continued() -> None:
    text = "He said: “We went there for our own people.\n\n“We stayed there for them.\n\n“And we left,” he said."
    quotations = draft_of(text).quotations
    assert [q.continues for q in quotations] == [None, 0, 1]
    assert [q.closed for q in quotations] == [False, False, True]


@given(any_text)
def test_any_text_has_valid_quotations_in_order(text: str) -> None:
    end = 0
    for quotation in draft_of(text).quotations:
        assert (
            end
            <= quotation.span.start
            <= quotation.inner.start
            <= quotation.inner.end
            <= quotation.span.end
            <= len(text)
        )
        end = quotation.span.end
