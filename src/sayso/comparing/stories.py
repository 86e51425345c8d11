"""Stories: articles on one course of events, from their words, names and days.

Words weigh by fixed background frequencies and not by how often these articles use them, so that what is read besides
changes no likeness (TF-IDF with a fixed IDF; Allan et al. 1998 on event tracking). Names, known by their capitals,
count double; the days between two articles take from their likeness. Groups by average linkage over the set, not in the
order of arrival.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.comparing.grouping import Edge, grouped
from sayso.comparing.pieces import Piece, tokens_of
from sayso.packs.comparing import ComparingPack
from sayso.packs.inflection import stem
from sayso.records import Span, Story
from sayso.records.identity import joined

# Measured on incidents with even numbers (B-cubed F1): names counted once 89.7, twice 90.1.
_NAME = 2.0
# The mean likeness from which two groups are one story: 0.25 gives 87.3, 0.3 90.1, 0.35 89.9.
_ALIKE = 0.31
# How fast likeness fades with the days between two articles, to one e-th: 300 gives 90.1, 1,200 88.2.
_FADES = 300.0
# An article meets those that share two of its weightiest words; of likenesses below this part of the threshold none
# tips an average.
_LEADS = 30
_SHARED = 2
_FAINT = 0.6
# A word that leads to more articles than this within its stretch of days leads nowhere: the others do.
_CROWD = 400
_STRETCH = 200


def find_stories(pieces: Sequence[Piece], pack: ComparingPack) -> tuple[Story, ...]:
    """Every article in exactly one story; `pieces` come in their order. A story is named by its first article."""
    vectors = [_vector(piece, pack) for piece in pieces]
    edges: dict[Edge, float] = {}
    for a, b in _candidates(pieces, vectors):
        likeness = _cosine(vectors[a], vectors[b]) * _fading(pieces[a], pieces[b])
        if likeness >= _FAINT * _ALIKE:
            edges[(a, b)] = likeness * 0.5 / _ALIKE
    stories = []
    for members in grouped(len(pieces), edges):
        first = pieces[members[0]]
        stories.append(Story(joined("story", first.article.id)[:16], tuple(pieces[m].key for m in members)))
    return tuple(sorted(stories, key=lambda s: s.id))


def _vector(piece: Piece, pack: ComparingPack) -> dict[str, float]:
    """The article's words by what they tell, of length 1."""
    counts: Counter[str] = Counter()
    text = piece.article.text
    for token in piece.tokens:
        _count(counts, token.word, text[token.start : token.end], pack)
    title = piece.article.title or ""
    if not text.lstrip().startswith(title):
        for token in tokens_of(title, Span(0, len(title)), pack.folding):
            _count(counts, token.word, title[token.start : token.end], pack)
    weighed: dict[str, float] = {}
    for word, count in counts.items():
        key = stem(word)
        weighed[key] = weighed.get(key, 0.0) + (1 + math.log(count)) * pack.weight(word)
    length = math.sqrt(sum(v * v for v in weighed.values())) or 1.0
    return {word: value / length for word, value in weighed.items()}


def _count(counts: Counter[str], word: str, written: str, pack: ComparingPack) -> None:
    if pack.weight(word) > 0:
        counts[word] += int(_NAME) if written[:1].isupper() else 1


def _candidates(pieces: Sequence[Piece], vectors: Sequence[Mapping[str, float]]) -> Iterator[Edge]:
    index: dict[tuple[str, int], list[int]] = defaultdict(list)
    for at, vector in enumerate(vectors):
        leads = sorted(vector, key=lambda w: (-vector[w], w))[:_LEADS]
        day = pieces[at].day or 0
        for word in leads:
            for slot in (day // _STRETCH * 2, (day + _STRETCH // 2) // _STRETCH * 2 + 1):
                index[(word, slot)].append(at)
    shared: dict[Edge, set[str]] = defaultdict(set)
    for (word, _), held in index.items():
        if len(held) <= _CROWD:
            for place, a in enumerate(held):
                for b in held[place + 1 :]:
                    shared[(a, b)].add(word)
    yield from sorted(pair for pair, words in shared.items() if len(words) >= _SHARED)


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    if len(a) > len(b):
        a, b = b, a
    return sum(value * b[word] for word, value in a.items() if word in b)


def _fading(a: Piece, b: Piece) -> float:
    if a.day is None or b.day is None:
        return 1.0
    return math.exp(-abs(a.day - b.day) / _FADES)
