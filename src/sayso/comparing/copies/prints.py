"""Fingerprints of runs of words.

Every run of five words is hashed; of the hashes one in four is kept, the same ones in every text (0 mod p: Manber 1994,
Schleimer et al. 2003). Unlike MinHash signatures, which estimate how alike two whole texts are, these find a paragraph
taken into a text ten times as long, and what an article's prints are depends on nothing but the article.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.comparing.pieces import Piece

RUN = 5
_KEPT = 4
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


@dataclass(frozen=True, slots=True)
class Prints:
    """An article's sampled fingerprints; `places` has where each begins, in words."""

    held: frozenset[int]
    places: tuple[tuple[int, int], ...]


def prints_of(piece: Piece) -> Prints:
    """The fingerprints of the article's own words, each a number of 63 bits."""
    hashes = _hashes([t.word for t in piece.tokens])
    kept = np.flatnonzero(hashes % np.uint64(_KEPT) == 0)
    places = tuple((int(i), int(hashes[i]) >> 1) for i in kept)
    return Prints(frozenset(h for _, h in places), places)


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
