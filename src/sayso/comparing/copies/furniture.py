"""Words that a page repeats under whatever article it shows: prints of these connect nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations
from statistics import median

from sayso.comparing.copies.prints import RUN, Prints
from sayso.comparing.pieces import Piece

# Three articles of one outlet that share a run of words and otherwise nothing: the run belongs to the page.
_HOLDERS = 3
# How many of the holders are compared with each other, and how much of the shorter they may share besides.
SAMPLE = 6
_ALIKE = 0.35
# One run in four is judged: what lies between two that are the page's, within so many words, is the page's too.
_BRIDGED = 24


def is_furniture(holders: Sequence[Collection[int]]) -> bool:
    """Whether a fingerprint belongs to the page, from the fingerprints of the earliest articles of one outlet that hold
    it. Several versions of one article are no furniture."""
    return len(holders) >= _HOLDERS and _unlike([frozenset(held) for held in holders])


def _unlike(texts: Sequence[frozenset[int]]) -> bool:
    alike = [len(a & b) / max(1, min(len(a), len(b))) for a, b in combinations(texts, 2)]
    return median(alike) < _ALIKE


def own_words(piece: Piece, prints: Prints, page: frozenset[int]) -> list[str]:
    """The article's words for alignment: those of its page, and the few between them, made such that nothing agrees."""
    words = [token.word for token in piece.tokens]
    last = -_BRIDGED
    for start, held in prints.places if page else ():
        if held in page:
            begin = last if start - last <= _BRIDGED else start
            for i in range(begin, start + RUN):
                words[i] = f"\0{piece.key}"
            last = start + RUN
    return words
