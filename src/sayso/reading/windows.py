"""Windows: what the encoder sees at once - whole paragraphs up to some 250 word pieces, longer ones cut at sentences.

Paragraph starts are marked, so that a quotation over several paragraphs is seen as one. A window is run alone, so
nothing beside an article can change its reading.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from sayso.reading.signs import SignFinder
from sayso.reading.tokens import find_tokens
from sayso.records.span import Span

LONGEST = 250  # word pieces in a window, its marks left out; longer windows gained nothing and cost attention time
_LONGEST_PARAGRAPH = 20_000  # characters; the longest paragraph of 840 news articles has 2,573
_WORD_PIECES = 12  # a longer word is cut: no word carries a reading beyond its first pieces
_SENTENCE_END = frozenset((".", "?", "!", "...", "…", ".”", "”", '"', "''", "’", ")"))


class WordPieces:
    """Word pieces of single words by the encoder's own vocabulary, remembered: they do not depend on context."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._known: dict[str, tuple[int, ...]] = {}
        self.opening, self.separator, self.unknown = (_mark_id(tokenizer, mark) for mark in ("[CLS]", "[SEP]", "[UNK]"))

    def of(self, word: str) -> tuple[int, ...]:
        """The word's pieces, at least one."""
        pieces = self._known.get(word)
        if pieces is None:
            printable = word.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate is no text to the tokenizer
            pieces = tuple(self._tokenizer.encode(printable, add_special_tokens=False).ids[:_WORD_PIECES])
            pieces = pieces or (self.unknown,)
            if len(self._known) < 200_000:  # bounds the memory of one long-lived model
                self._known[word] = pieces
        return pieces


def _mark_id(tokenizer: Tokenizer, mark: str) -> int:
    number = tokenizer.token_to_id(mark)
    if number is None:
        raise ValueError(f"the tokenizer has no {mark}")
    return int(number)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph or a part of one: its tokens, their pieces and signs, and the number of the paragraph."""

    tokens: Sequence[Span]
    pieces: Sequence[tuple[int, ...]]
    signs: Sequence[tuple[int, ...]]
    paragraph: int


@dataclass(frozen=True, slots=True)
class Window:
    """One input of the encoder. `ids` are word pieces with their marks; `first[i]` is where token i begins in them."""

    tokens: Sequence[Span]
    signs: Sequence[tuple[int, ...]]
    paragraphs: Sequence[int]
    ids: Sequence[int]
    first: Sequence[int]


def cut_windows(
    text: str, paragraphs: Sequence[Span], pieces: WordPieces, signs: SignFinder, longest: int = LONGEST
) -> Iterator[Window]:
    """The windows of a text in order; every token of every paragraph is in exactly one."""
    held: list[Stretch] = []
    size = 0
    for stretch in _stretches(text, paragraphs, pieces, signs, longest):
        length = sum(map(len, stretch.pieces)) + 1
        if held and size + length > longest:
            yield _window(held, pieces)
            held, size = [], 0
        held.append(stretch)
        size += length
    if held:
        yield _window(held, pieces)


def _stretches(
    text: str, paragraphs: Sequence[Span], pieces: WordPieces, signs: SignFinder, longest: int
) -> Iterator[Stretch]:
    for number, paragraph in enumerate(paragraphs):
        for part in _parts(text, paragraph):
            tokens = find_tokens(text, part)
            if not tokens:
                continue
            own = [pieces.of(text[a:b]) for a, b in tokens]
            shown = signs.find(text, tokens, number == 0)
            for start, end in _cuts(text, tokens, own, longest):
                yield Stretch(tokens[start:end], own[start:end], shown[start:end], number)


def _parts(text: str, paragraph: Span) -> Iterator[Span]:
    """The paragraph, or where it is no paragraph of prose any more its parts, cut at blanks: memory stays bounded."""
    start = paragraph[0]
    while paragraph[1] - start > _LONGEST_PARAGRAPH:
        end = text.rfind(" ", start + 1, start + _LONGEST_PARAGRAPH)
        end = end if end > start else start + _LONGEST_PARAGRAPH
        yield Span(start, end)
        start = end
    yield Span(start, paragraph[1])


def _cuts(
    text: str, tokens: Sequence[Span], pieces: Sequence[tuple[int, ...]], longest: int
) -> Iterator[tuple[int, int]]:
    """Ranges of tokens that fit a window, cut after a sentence where the second half of the range has one."""
    start = size = 0
    sentence: int | None = None
    sentence_size = 0
    for index, own in enumerate(pieces):
        if size + len(own) > longest:
            cut = sentence if sentence is not None else index
            yield start, cut
            size -= sentence_size if sentence is not None else size
            start, sentence = cut, None
        size += len(own)
        word = text[tokens[index][0] : tokens[index][1]]
        if word in _SENTENCE_END and size > longest // 2 and index + 1 > start:
            sentence, sentence_size = index + 1, size
    if start < len(tokens):
        yield start, len(tokens)


def _window(stretches: Sequence[Stretch], pieces: WordPieces) -> Window:
    ids = [pieces.opening]
    first: list[int] = []
    for stretch in stretches:
        if len(ids) > 1:
            ids.append(pieces.separator)
        for own in stretch.pieces:
            first.append(len(ids))
            ids.extend(own)
    ids.append(pieces.separator)
    return Window(
        tokens=[token for s in stretches for token in s.tokens],
        signs=[sign for s in stretches for sign in s.signs],
        paragraphs=[s.paragraph for s in stretches for _ in s.tokens],
        ids=ids,
        first=first,
    )
