"""Paragraphs and sentences are of the article's own words, in order, and nothing is lost between them."""

from __future__ import annotations

import pytest
from hypothesis import given

from sayso.records import Span
from tests.conftest import any_text
from tests.reading.drafts import draft_of

SENTENCES = [
    (
        "Gen. Orlo spoke. He left at 5 p.m. The hall was bare.",
        ["Gen. Orlo spoke.", "He left at 5 p.m.", "The hall was bare."],
    ),
    ("The U.S. Army moved. The U.S. The others stayed.", ["The U.S. Army moved.", "The U.S.", "The others stayed."]),
    ("“Stop!” said Roe. “Why?” Roe asked.", ["“Stop!” said Roe.", "“Why?” Roe asked."]),
    ('He said: "We go. They stay." Then he left.', ['He said: "We go.', 'They stay."', "Then he left."]),
    ("J. K. Orlo came… Nobody knew why.", ["J. K. Orlo came…", "Nobody knew why."]),
    ("It rose 3.5 percent. In No. 10 they cheered.", ["It rose 3.5 percent.", "In No. 10 they cheered."]),
]


@pytest.mark.parametrize(("text", "wanted"), SENTENCES)
def test_sentences(text: str, wanted: list[str]) -> None:
    assert [s.of(text) for s in draft_of(text).sentences] == wanted


def test_a_sentence_broken_by_blank_lines_is_one_paragraph() -> None:
    text = "“We hold the line,” Orlo\n\nsaid, without details.\n\nNobody answered."
    assert [p.span.of(text)[-8:] for p in draft_of(text).paragraphs] == ["details.", "nswered."]


def test_wrapped_lines_are_one_paragraph() -> None:
    first = "The ministry in Velgrad said on Friday that its units had left"
    second = "the village of Olmino after a week of heavy fighting around the"
    lines = [first, second]
    text = "\n".join([*lines, *lines, *lines, "road to the west."]) + "\n\nNobody could confirm it."
    assert len(draft_of(text).paragraphs) == 2


def test_a_first_line_without_a_stop_is_the_headline() -> None:
    text = "Bridge at Olmino closed, ministry says\n\nThe bridge was closed on Friday."
    assert [p.headline for p in draft_of(text).paragraphs] == [True, False]


def test_furniture_is_in_no_paragraph() -> None:
    text = "Views: 7\n\nThe bridge was closed."
    assert [p.span.of(text) for p in draft_of(text, furniture=(Span(0, 8),)).paragraphs] == ["The bridge was closed."]


@given(any_text)
def test_any_text_has_sentences_that_tile_its_paragraphs(text: str) -> None:
    draft = draft_of(text)
    assert "".join("".join(s.of(text).split()) for s in draft.sentences) == "".join(
        "".join(p.span.of(text).split()) for p in draft.paragraphs
    )
    assert list(draft.sentences) == sorted(draft.sentences)
