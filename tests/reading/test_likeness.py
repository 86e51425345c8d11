"""The likeness of sentences: alike in other words, the same whatever else was asked, from the reading model's words."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

import pytest
from hypothesis import given, settings

from sayso.errors import PartError
from sayso.reading.constants import constants_of
from sayso.reading.likeness import SentenceLikeness
from tests.conftest import any_text

MENDED = "the dam will be repaired before the winter"
OTHER_WORDS = "repairs to the barrage are to be finished before it gets cold"
ANOTHER = "the minister has three daughters"


@pytest.fixture(scope="module")
def alike() -> SentenceLikeness:
    return SentenceLikeness.load()


def test_other_words_are_more_alike_than_another_matter(alike: SentenceLikeness) -> None:
    assert alike(MENDED, OTHER_WORDS) > 0.6 > 0.4 > alike(MENDED, ANOTHER)
    assert alike(MENDED, MENDED) == 1.0


def test_a_likeness_depends_on_its_two_sentences_alone(alike: SentenceLikeness) -> None:
    alone = SentenceLikeness.load()(OTHER_WORDS, MENDED)
    alike(ANOTHER, "a long sentence " * 200)
    assert alike(MENDED, OTHER_WORDS) == alone


@given(any_text)
@settings(max_examples=20, deadline=None)
def test_any_text_has_a_likeness(alike: SentenceLikeness, text: str) -> None:
    assert -1.0 <= alike(text, MENDED) <= 1.0


def test_a_missing_model_is_said_when_it_is_asked(tmp_path: Path) -> None:
    with pytest.raises(PartError):
        SentenceLikeness(tmp_path)(MENDED, ANOTHER)


def test_a_constant_that_is_not_there_is_named() -> None:
    with as_file(files("sayso") / "model") as folder, pytest.raises(ValueError, match="nothing"):
        constants_of(folder / "model.onnx", ("words", "nothing"))
