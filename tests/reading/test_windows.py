"""Windows and signs: every token in exactly one window, none too long, and quotation seen where marks are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from sayso.reading.signs import SIGNS, SignFinder, shape_of
from sayso.reading.tokens import find_tokens
from sayso.reading.windows import WordPieces, cut_windows
from sayso.records.span import Span
from tests.conftest import any_text


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    known = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *"abcdefgh", *(f"##{c}" for c in "abcdefgh")]
    vocabulary = {word: number for number, word in enumerate(known)}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))  # type: ignore[call-arg]
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return WordPieces(tokenizer)


def signs_of(text: str) -> list[set[str]]:
    found = SignFinder({"velmar": ("country",)}).find(text, find_tokens(text, Span(0, len(text))), False)
    return [{SIGNS[i] for i in own} for own in found]


@given(st.lists(any_text, max_size=6))
def test_every_token_stands_in_exactly_one_window(pieces: WordPieces, parts: list[str]) -> None:
    text = "".join(parts)
    edges = [0]
    for part in parts:
        edges.append(edges[-1] + len(part))
    paragraphs = [Span(a, b) for a, b in pairwise(edges)]
    windows = list(cut_windows(text, paragraphs, pieces, SignFinder({}), longest=20))
    assert [t for w in windows for t in w.tokens] == [t for p in paragraphs for t in find_tokens(text, p)]
    for window in windows:
        assert len(window.ids) <= 20 + 2 + len(set(window.paragraphs))
        assert len(window.first) == len(window.signs) == len(window.paragraphs) == len(window.tokens)


def test_a_long_paragraph_is_cut_after_a_sentence(pieces: WordPieces) -> None:
    text = "a b c d e f g h a b . c d e f g h a b c d e f ."
    first, second = cut_windows(text, [Span(0, len(text))], pieces, SignFinder({}), longest=15)
    assert [t.of(text) for t in first.tokens][-1] == "."
    assert second.tokens[0].of(text) == "c"


def test_word_pieces_survive_a_lone_surrogate(pieces: WordPieces) -> None:
    assert pieces.of("\ud800") == (pieces.unknown,)


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("army", "lower"),
        ("Army", "title"),
        ("ARMY", "capitals"),
        ("McRae", "mixed"),
        ("12", "number"),
        ("T72", "letters_digits"),
        ("J", "initial"),
        ("—", "mark"),
    ],
)
def test_shapes(word: str, shape: str) -> None:
    assert shape_of(word) == shape


def test_words_between_quotation_marks_are_signed_and_apostrophes_open_nothing() -> None:
    for marks in ("“”", '""', "‘’", "''"):
        text = f"He said {marks[0]}we won{marks[1]} today"
        inside = [bool(own & {"in_double", "in_single"}) for own in signs_of(text)]
        assert inside == [False, False, False, True, True, False, False]
        assert ["closes" in own for own in signs_of(text)] == [False] * 5 + [True, False]
    assert not any("in_single" in own for own in signs_of("the soldiers’ tents and Velmar's men"))


def test_a_first_word_and_a_listed_word_are_signed() -> None:
    first, second = signs_of("Velmar Wins")
    assert {"title_first", "country", "paragraph_start"} <= first
    assert "title" in second


def test_a_line_in_title_case_is_signed() -> None:
    assert "capitalised_line" in signs_of("Army Leaves Northern Town, Minister Says")[0]
    assert "capitalised_line" not in signs_of("The army left the northern town, the Minister says")[0]


def test_a_line_of_a_megabyte_is_cut_without_losing_a_token(pieces: WordPieces) -> None:
    text = "abc " * 30_000 + "d" * 50_000
    windows = list(cut_windows(text, [Span(0, len(text))], pieces, SignFinder({})))
    tokens = [t for w in windows for t in w.tokens]
    assert sum(t.end - t.start for t in tokens) == 3 * 30_000 + 50_000
    assert max(len(w.ids) for w in windows) <= 253
