"""Fingerprints of runs of words, and the articles that share them.

Every run of five words is hashed; of the hashes one in four is kept, the same ones in every text (0 mod p: Manber 1994,
Schleimer et al. 2003). Unlike MinHash signatures, which estimate how alike two whole texts are, these find a paragraph
taken into a text ten times as long, and what an article's prints are depends on nothing but the article.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.comparing.pieces import Piece

RUN = 5
_KEPT = 4
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
# A print is followed to its sixty earliest holders: what stands in more articles reaches them by way of these, so that
# an article's cost does not grow with the number of copies. The earliest are a function of the set, not of arrival.
HOLDERS = 60
# Prints two articles must share to be aligned: a run of thirty words has about six, one of twelve two.
_SHARED = 2


@dataclass(frozen=True, slots=True)
class Prints:
    """An article's sampled fingerprints, by its place among all; `places` has where each begins, in words."""

    at: int
    held: frozenset[int]
    places: tuple[tuple[int, int], ...] = ()


def prints_of(piece: Piece, at: int) -> Prints:
    """The fingerprints of the article's own words."""
    hashes = _hashes([t.word for t in piece.tokens])
    kept = np.flatnonzero(hashes % np.uint64(_KEPT) == 0)
    places = tuple((int(i), int(hashes[i])) for i in kept)
    return Prints(at, frozenset(h for _, h in places), places)


def _hashes(words: Sequence[str]) -> np.ndarray:
    if len(words) < RUN:
        return np.empty(0, np.uint64)
    each = np.fromiter((zlib.crc32(w.encode("utf-8", "surrogatepass")) + 1 for w in words), np.uint64, len(words))
    total = np.zeros(len(words) - RUN + 1, np.uint64)
    with np.errstate(over="ignore"):
        for k in range(RUN):
            total = total * _FACTOR + each[k : len(words) - RUN + 1 + k]
        total ^= total >> np.uint64(31)
        total *= _MIX
        total ^= total >> np.uint64(29)
    return total


def holders_of(prints: Sequence[Prints]) -> dict[int, list[int]]:
    """For each print the articles that hold it, earliest first; `prints` come in the order of the articles."""
    found: dict[int, list[int]] = {}
    for one in prints:
        for held in one.held:
            found.setdefault(held, []).append(one.at)
    return found


def candidates(prints: Sequence[Prints], holders: Mapping[int, Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Pairs of articles, the earlier first, that share enough prints to be aligned; in order."""
    for one in prints:
        shared: dict[int, int] = {}
        for held in one.held:
            for other in holders.get(held, ())[:HOLDERS]:
                if other < one.at:
                    shared[other] = shared.get(other, 0) + 1
        for other in sorted(shared):
            if shared[other] >= _SHARED:
                yield other, one.at
