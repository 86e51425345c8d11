"""Remarks on checking mark the statements that they speak of, and only those."""

from __future__ import annotations

import pytest
from hypothesis import given

from sayso.reading.certainty import weigh_statements
from sayso.reading.verification import mark_verification
from sayso.records import Span, Statement
from tests.conftest import any_text
from tests.reading.drafts import draft_of
from tests.reading.marked import marked_draft
from tests.reading.test_acts import rows


@pytest.mark.parametrize("row", rows("verification.tsv"), ids=lambda r: r["id"])
def test_those_meant_are_marked_and_no_others(row: dict[str, str]) -> None:
    draft = marked_draft(row["text"])
    weigh_statements(draft)
    mark_verification(draft)
    marked = {s.id[1:]: s.verification for s in draft.statements if s.verification is not None}
    assert set(marked) == set(row["marked"].split())
    for verification in marked.values():
        assert (verification.status, verification.by or "") == (row["status"], row["by"])
        assert verification.span.of(draft.text)


@given(any_text, any_text)
def test_any_text_around_a_remark_gives_spans_inside_it(before: str, after: str) -> None:
    text = f"{before} The claims could not be independently verified {after}"
    draft = draft_of(text)
    half = len(before) // 2
    draft.statements = (
        Statement("s1", None, None, (Span(0, half),)),
        Statement("s2", None, Span(half, half), (Span(half, len(before)),)),
    )
    weigh_statements(draft)
    mark_verification(draft)
    for statement in draft.statements:
        if statement.verification is not None:
            assert 0 <= statement.verification.span.start < statement.verification.span.end <= len(text)
