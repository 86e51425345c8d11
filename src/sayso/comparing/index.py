"""The index that comparing needs: what leads from an article to the few that it meets, and what was found so far.

Everything is kept under the article's key. A posting list is in the articles' order, so that its first, and those just
before or after an article, are a function of the set of articles and not of their coming. `comparing.memory` holds it
in memory for a Comparison that is not stored; the ledger holds it in tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from sayso.comparing.facts import Facts
from sayso.comparing.origins import KnownAs, Rooted
from sayso.comparing.pieces import Order, Piece
from sayso.records import About, ClaimKind, Copy, Relation


class Posting(IntEnum):
    """What articles are listed by."""

    PRINT = 1  # a fingerprint of five words
    LEAD = 2  # one of the article's weightiest words
    KEY = 3  # something that its statements or figures say
    TOTAL = 4  # a count since a day


@dataclass(frozen=True, slots=True)
class Settled:
    """What one article brings to a claim: the ids of its items, and the roots that they go back to. `about` is what the
    claim is about as far as this article and those before it tell; `known` what it tells of roots of those before."""

    claim: str
    kind: ClaimKind
    about: About
    items: tuple[str, ...]
    roots: tuple[Rooted, ...]
    known: tuple[KnownAs, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """What comparing an article with those before it gave: whom it met, its share in claims, relations found."""

    near: tuple[str, ...] = ()
    claims: tuple[Settled, ...] = ()
    relations: tuple[Relation, ...] = ()


class Index(Protocol):
    """What was found so far of each article, by its key."""

    def piece(self, key: str) -> Piece:
        """The article as a piece, under the day that its facts have."""

    def facts(self, key: str) -> Facts:
        """Its facts. Raises KeyError where it is not in the index."""

    def set_facts(self, facts: Facts) -> None:
        """Notes an article's facts; its postings are noted apart."""

    def post(self, posting: Posting, hashes: Iterable[int], order: Order) -> None:
        """Lists an article under these hashes."""

    def unpost(self, posting: Posting, hashes: Iterable[int], order: Order) -> None:
        """Takes an article from these lists."""

    def before(self, posting: Posting, hash: int, order: Order, limit: int) -> Sequence[Order]:
        """The last so many before an article in a list, in order."""

    def after(self, posting: Posting, hash: int, order: Order, limit: int | None) -> Sequence[Order]:
        """The first so many behind an article in a list, in order; all without a limit."""

    def first(self, posting: Posting, hash: int, limit: int, host: str | None = None) -> Sequence[Order]:
        """The first so many of a list, in order; with `host` those of it alone."""

    def pages(self, host: str, hashes: Sequence[int]) -> frozenset[int]:
        """Which of these fingerprints belong to the outlet's pages."""

    def set_page(self, host: str, hash: int, is_page: bool) -> None:
        """Notes whether a fingerprint belongs to an outlet's pages."""

    def copies(self, key: str) -> Sequence[Copy]:
        """The copies that an article is the giver or taker of."""

    def set_copies(self, key: str, copies: Iterable[Copy]) -> None:
        """Puts these in place of all copies that the article is part of."""

    def story(self, key: str) -> str | None:
        """The first article of the story that an article is in."""

    def set_story(self, key: str, root: str | None) -> None:
        """Puts an article into a story; out of all with None."""

    def story_members(self, root: str, limit: int | None) -> Sequence[str]:
        """The first so many articles of a story, in order; all without a limit."""

    def likes(self, key: str) -> Mapping[str, float]:
        """The articles before it that an article is like, and how much."""

    def liked_by(self, key: str) -> Sequence[str]:
        """The articles behind it that are like an article."""

    def set_likes(self, key: str, likes: Mapping[str, float]) -> None:
        """Notes which articles before it an article is like."""

    def part(self, key: str) -> Part:
        """What comparing an article gave; an empty part where it was not compared."""

    def met_by(self, key: str) -> Sequence[str]:
        """The articles that met this one when they were compared."""

    def set_part(self, key: str, part: Part | None) -> None:
        """Notes what comparing an article gave; None forgets it."""

    def remove(self, key: str) -> None:
        """Forgets an article's facts; all else was taken away before."""
