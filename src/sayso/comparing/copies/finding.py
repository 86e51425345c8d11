"""Copies found as articles come and go: each meets those that share its fingerprints, never all the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.comparing.copies.furniture import SAMPLE, is_furniture, own_words
from sayso.comparing.copies.lineage import copy_between
from sayso.comparing.copies.prints import prints_of
from sayso.comparing.facts import Facts
from sayso.comparing.index import Index, Posting
from sayso.comparing.pieces import Order, Piece
from sayso.records import Copy

# A fingerprint is followed to its sixty earliest holders: what stands in more articles reaches them by way of these, so
# that an article's cost does not grow with the number of copies. The earliest are a function of the set.
_HOLDERS = 60
# Fingerprints that two articles must share to be aligned: a run of thirty words has about six, one of twelve two.
_SHARED = 2


class CopyFinder:
    """Keeps the copies of all articles in an index up to date."""

    def __init__(self, index: Index) -> None:
        self.index = index

    def changed_by(self, facts: Facts) -> set[str]:
        """Judges the fingerprints of an article that has come or is gone; those whose copies have to be found again."""
        again: set[str] = set()
        for hash in facts.prints:
            first = self.index.first(Posting.PRINT, hash, _HOLDERS + 1)
            if len(first) >= _HOLDERS and facts.came <= first[-1]:
                again |= {order.key for order in first[_HOLDERS - 1 :]}  # the last to be followed, and no longer
            again |= self._judge(facts, hash, first)
        return again

    def find(self, keys: Iterable[str]) -> list[Copy]:
        """Finds the copies of these articles again; those that were or are, and are others now."""
        changed: list[Copy] = []
        for key in sorted(set(keys)):
            facts = self.index.facts(key)
            before, now = list(self.index.copies(key)), list(self._copies(facts))
            if before != sorted(now, key=lambda c: (c.from_, c.to)):
                self.index.set_copies(key, now)
                changed += set(before) ^ set(now)
        return changed

    def _judge(self, facts: Facts, hash: int, first: Sequence[Order]) -> set[str]:
        """Whether a fingerprint is of the outlet's page; who holds it there, where that changed."""
        if len(first) == 1:
            return set()
        sample = self.index.first(Posting.PRINT, hash, SAMPLE, facts.host)
        if len(sample) == SAMPLE and sample[-1] < facts.came:
            return set()
        is_page = is_furniture([self.index.facts(order.key).prints for order in sample])
        if is_page == bool(self.index.pages(facts.host, [hash])):
            return set()
        self.index.set_page(facts.host, hash, is_page)
        every = self.index.first(Posting.PRINT, hash, 2**31, facts.host)
        return {order.key for order in every}

    def _copies(self, facts: Facts) -> Iterable[Copy]:
        shared: Counter[str] = Counter()
        pages = self.index.pages(facts.host, facts.prints)
        for hash in facts.prints:
            if hash in pages:
                continue
            first = self.index.first(Posting.PRINT, hash, _HOLDERS)
            met = [order for order in first if order < facts.came]
            if facts.came in first:
                met += self.index.after(Posting.PRINT, hash, facts.came, None)
            for order in met:
                shared[order.key] += 1
        for key in sorted(k for k, count in shared.items() if count >= _SHARED):
            copy = self._copy(facts, self.index.facts(key), pages)
            if copy is not None:
                yield copy

    def _copy(self, mine: Facts, other: Facts, pages: frozenset[int]) -> Copy | None:
        theirs = self.index.pages(other.host, other.prints)
        if len((set(mine.prints) - pages) & (set(other.prints) - theirs)) < _SHARED:
            return None
        ends = sorted(((mine, pages), (other, theirs)), key=lambda end: end[0].came)
        one, two = (self._worded(facts, page) for facts, page in ends)
        return copy_between(one, two)

    def _worded(self, facts: Facts, page: frozenset[int]) -> tuple[Piece, list[str]]:
        """An article under the day that it came with, and its own words."""
        piece = self.index.piece(facts.key)
        if facts.came != facts.order:
            piece = replace(piece, day=None)
        return piece, own_words(piece, prints_of(piece), page) if page else [token.word for token in piece.tokens]
