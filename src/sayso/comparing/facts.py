"""What an article is found by when another is compared: fingerprints, leading words, and keys of what it says."""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from sayso.comparing.copies.prints import prints_of
from sayso.comparing.pieces import Order, Piece, content_tokens, tokens_of
from sayso.comparing.voices import tail_of
from sayso.packs.comparing import ComparingPack
from sayso.packs.inflection import stem
from sayso.records import Figure, Mode, Span, Statement

# Names, known by their capitals, count double. Measured on incidents with even numbers (B-cubed F1): names counted once
# 89.7, twice 90.1.
_NAME = 2
# An article leads to others by its weightiest words.
_LEADS = 30
# Stems that weigh at least this much lead from one voice's statement to another of his.
_TELLING = 0.35
_SHINGLE = 4
_SAMPLED = 4  # of the runs of four words one in so many leads anywhere, the same ones in every text


@dataclass(frozen=True, slots=True)
class Facts:
    """An article in the index. `came` is where it stands by the day that it came with, `order` by the day that it has
    now (one without a day takes that of the article whose words it has); `prints` are its fingerprints, `leads` its
    weightiest words, `stems` (sorted) and `weights` all its words as a vector of length 1, `keys` what its statements
    and figures are found by, `totals` its counts since a day. All words are hashes."""

    key: str
    came: Order
    order: Order
    day: int | None
    host: str
    prints: tuple[int, ...]
    leads: tuple[int, ...]
    stems: npt.NDArray[np.uint32]
    weights: npt.NDArray[np.float32]
    keys: tuple[int, ...]
    totals: tuple[int, ...]


def facts_of(piece: Piece, pack: ComparingPack) -> Facts:
    """The facts of an article: a function of the article alone."""
    vector = _vector(piece, pack)
    leads = sorted(vector, key=lambda w: (-vector[w], w))[:_LEADS]
    stems = np.array(sorted(vector), np.uint32)
    said = set(_keys(piece, pack))
    return Facts(
        key=piece.key, came=piece.order, order=piece.order, day=piece.day, host=piece.host,
        prints=tuple(sorted(prints_of(piece).held)),
        leads=tuple(leads), stems=stems, weights=np.array([vector[w] for w in stems.tolist()], np.float32),
        keys=tuple(sorted(said | {_hash("lead", str(w)) for w in leads})), totals=tuple(sorted(set(_totals(piece)))),
    )  # fmt: skip


def placed(facts: Facts, day: int | None) -> Facts:
    """The facts under another day than the article came with."""
    return replace(facts, order=facts.came if day is None else facts.came._replace(day=day), day=day)


def cosine(a: Facts, b: Facts) -> float:
    """How alike two articles' words are, from 0 to 1."""
    _, at, to = np.intersect1d(a.stems, b.stems, assume_unique=True, return_indices=True)
    return float(np.dot(a.weights[at].astype(np.float64), b.weights[to].astype(np.float64)))


def _vector(piece: Piece, pack: ComparingPack) -> dict[int, float]:
    """The article's words by what they tell, of length 1. Words weigh by fixed background frequencies and not by how
    often these articles use them (TF-IDF with a fixed IDF), so that what is read besides changes no likeness."""
    counts: Counter[str] = Counter()
    text = piece.article.text
    for token in piece.tokens:
        _count(counts, token.word, text[token.start : token.end], pack)
    title = piece.article.title or ""
    if not text.lstrip().startswith(title):
        for token in tokens_of(title, Span(0, len(title)), pack.folding):
            _count(counts, token.word, title[token.start : token.end], pack)
    weighed: dict[int, float] = {}
    for word, count in counts.items():
        key = zlib.crc32(stem(word).encode("utf-8", "surrogatepass"))
        weighed[key] = weighed.get(key, 0.0) + (1 + math.log(count)) * pack.weight(word)
    length = math.sqrt(sum(v * v for v in weighed.values())) or 1.0
    return {word: value / length for word, value in weighed.items()}


def _count(counts: Counter[str], word: str, written: str, pack: ComparingPack) -> None:
    if pack.weight(word) > 0:
        counts[word] += _NAME if written[:1].isupper() else 1


def _keys(piece: Piece, pack: ComparingPack) -> Iterator[int]:
    """What leads to the article's statements and figures: each voice with each of his telling words or numbers, runs of
    four words, numbers with unit and measure."""
    reading = piece.reading
    counted = {f.statement: f for f in reading.figures}
    for statement in reading.statements:
        tokens = content_tokens(piece.article.text, statement.content, pack.folding)
        if statement.mode is not Mode.NARRATED:
            yield from _said(statement, {t.word for t in tokens}, counted.get(statement.id), pack)
        words = [t.word for t in tokens]
        for i in range(len(words) - _SHINGLE + 1):
            run = _hash("run", *words[i : i + _SHINGLE])
            if run % _SAMPLED == 0:
                yield run
    for figure in reading.figures:
        if figure.unit and not figure.vague and (figure.low is not None or figure.high is not None):
            yield _hash("figure", figure.unit, figure.measure or "", *_bounds(figure))


def _said(statement: Statement, words: set[str], figure: Figure | None, pack: ComparingPack) -> Iterator[int]:
    telling = {stem(w) for w in words if pack.weight(w) >= _TELLING}
    for voice in statement.voices:
        tail = tail_of(voice)
        for word in telling:
            yield _hash("said", tail, word)
        if figure is not None and figure.unit:
            yield _hash("said", tail, figure.unit, *_bounds(figure))


def _totals(piece: Piece) -> Iterator[int]:
    """Counts that go on from a day: by unit, measure, first day and whose."""
    for figure in piece.reading.figures:
        start = (figure.period or "").partition("/")[0]
        if figure.cumulative and figure.unit and figure.measure and start:
            yield _hash("total", figure.unit, figure.measure, start, *sorted(figure.of))


def _bounds(figure: Figure) -> tuple[str, str]:
    return repr(figure.low), repr(figure.high)


def _hash(*words: str) -> int:
    whole = blake2b("\0".join(words).encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(whole.digest(), "big") >> 1
