"""What the outlet puts on nobody's word becomes a statement whose cue is the hedge."""

from __future__ import annotations

import pytest
from hypothesis import given

from sayso.reading.certainty import weigh_statements
from sayso.reading.hearsay import add_hearsay
from sayso.records import Certainty, Span, Statement
from tests.conftest import any_text
from tests.reading.drafts import draft_of
from tests.reading.marked import marked_draft


@pytest.mark.parametrize(
    ("text", "cue", "content", "hedge"),
    [
        (
            "The talks failed, and Dorvan has reportedly moved its guns to the coast.",
            "reportedly",
            "moved its guns to the coast",
            "reportedly",
        ),
        ("Dorvan's army is said to be short of drivers.", "said", "to be short of drivers", "said to be"),
        ("The colonel is believed to have fled by sea.", "believed", "to have fled by sea", "believed to"),
        ("The clerk allegedly sold the stamps.", "allegedly", "sold the stamps", "allegedly"),
        ("The clerk sold the stamps in Lurren, reportedly.", "reportedly", "The clerk sold the stamps in Lurren", ""),
    ],
)
def test_hearsay_is_a_statement_of_nobody(text: str, cue: str, content: str, hedge: str) -> None:
    draft = draft_of(text)
    add_hearsay(draft)
    weigh_statements(draft)
    (found,) = draft.statements
    assert found.source is None
    assert found.cue is not None
    assert found.cue.of(text) == cue
    assert found.content[0].of(text) == content
    assert found.certainty is not Certainty.CERTAIN
    assert not hedge or [h.of(text) for h in found.hedges] == [hedge]


@pytest.mark.parametrize(
    "text",
    [
        "[The premier] {said} <the clerk had allegedly sold the stamps>.",
        "The allegedly stolen grain was found in a barn near Lurren.",
        "He has nothing to say, and said to the guard that he would stay.",
        "“The clerk reportedly sold the stamps in town,” it went.",
        "He sold it, reportedly, for cash. [x] {y} <z>",
    ],
)
def test_hearsay_within_a_statement_or_of_a_noun_is_none(text: str) -> None:
    draft = marked_draft(text)
    before = len(draft.statements)
    add_hearsay(draft)
    assert len(draft.statements) == before


@given(any_text)
def test_any_text_gives_statements_inside_it(text: str) -> None:
    text = f"{text} has reportedly moved its guns {text}"
    draft = draft_of(text)
    half = len(text) // 2
    draft.statements = (Statement("s1", None, None, (Span(0, half),)),)
    add_hearsay(draft)
    for statement in draft.statements[1:]:
        assert half <= statement.content[0].start < statement.content[0].end <= len(text)
