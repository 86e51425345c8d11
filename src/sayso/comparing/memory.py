"""The index in memory: for a Comparison of Readings that are not stored."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.comparing.facts import Facts
from sayso.comparing.index import Part, Posting
from sayso.comparing.pieces import Order, Piece
from sayso.records import Copy


class MemoryIndex:
    """Implements `Index` with dictionaries and sorted lists."""

    def __init__(self) -> None:
        self.pieces: dict[str, Piece] = {}
        self.parts: dict[str, Part] = {}
        self._facts: dict[str, Facts] = {}
        self._posts: dict[tuple[Posting, int], list[Order]] = defaultdict(list)
        self._pages: set[tuple[str, int]] = set()
        self._copies: dict[str, dict[tuple[str, str], Copy]] = defaultdict(dict)
        self.stories: dict[str, str] = {}
        self._members: dict[str, list[Order]] = defaultdict(list)
        self._likes: dict[str, dict[str, float]] = defaultdict(dict)
        self._liked: dict[str, set[str]] = defaultdict(set)
        self._met: dict[str, set[str]] = defaultdict(set)

    def piece(self, key: str) -> Piece:
        piece, facts = self.pieces[key], self._facts[key]
        return piece if piece.day == facts.day else replace(piece, day=facts.day)

    def facts(self, key: str) -> Facts:
        return self._facts[key]

    def set_facts(self, facts: Facts) -> None:
        self._facts[facts.key] = facts

    def post(self, posting: Posting, hashes: Iterable[int], order: Order) -> None:
        for hash in hashes:
            insort(self._posts[posting, hash], order)

    def unpost(self, posting: Posting, hashes: Iterable[int], order: Order) -> None:
        for hash in hashes:
            held = self._posts[posting, hash]
            at = bisect_left(held, order)
            if at < len(held) and held[at] == order:
                del held[at]

    def before(self, posting: Posting, hash: int, order: Order, limit: int) -> Sequence[Order]:
        held = self._posts.get((posting, hash), ())
        at = bisect_left(held, order)
        return held[max(0, at - limit) : at]

    def after(self, posting: Posting, hash: int, order: Order, limit: int | None) -> Sequence[Order]:
        held = self._posts.get((posting, hash), ())
        at = bisect_right(held, order)
        return held[at:] if limit is None else held[at : at + limit]

    def first(self, posting: Posting, hash: int, limit: int, host: str | None = None) -> Sequence[Order]:
        held = self._posts.get((posting, hash), ())
        if host is None:
            return held[:limit]
        found: list[Order] = []
        for order in held:
            if self._facts[order.key].host == host:
                found.append(order)
                if len(found) == limit:
                    break
        return found

    def pages(self, host: str, hashes: Sequence[int]) -> frozenset[int]:
        return frozenset(h for h in hashes if (host, h) in self._pages) if self._pages else frozenset()

    def set_page(self, host: str, hash: int, is_page: bool) -> None:
        (self._pages.add if is_page else self._pages.discard)((host, hash))

    def copies(self, key: str) -> Sequence[Copy]:
        held = self._copies.get(key, {})
        return [held[pair] for pair in sorted(held)]

    def set_copies(self, key: str, copies: Iterable[Copy]) -> None:
        for pair in list(self._copies.get(key, {})):
            for end in pair:
                self._copies[end].pop(pair, None)
        for copy in copies:
            for end in (copy.from_, copy.to):
                self._copies[end][copy.from_, copy.to] = copy

    def story(self, key: str) -> str | None:
        return self.stories.get(key)

    def set_story(self, key: str, root: str | None) -> None:
        order = self._facts[key].order
        before = self.stories.pop(key, None)
        if before is not None:
            self._members[before].remove(order)
        if root is not None:
            self.stories[key] = root
            insort(self._members[root], order)

    def story_members(self, root: str, limit: int | None) -> Sequence[str]:
        held = self._members.get(root, [])
        return [order.key for order in (held if limit is None else held[:limit])]

    def likes(self, key: str) -> Mapping[str, float]:
        return self._likes.get(key, {})

    def liked_by(self, key: str) -> Sequence[str]:
        return sorted(self._liked.get(key, ()))

    def set_likes(self, key: str, likes: Mapping[str, float]) -> None:
        for other in self._likes.pop(key, {}):
            self._liked[other].discard(key)
        self._likes[key] = dict(likes)
        for other in likes:
            self._liked[other].add(key)

    def part(self, key: str) -> Part:
        return self.parts.get(key, Part())

    def met_by(self, key: str) -> Sequence[str]:
        return sorted(self._met.get(key, ()))

    def set_part(self, key: str, part: Part | None) -> None:
        for other in self.part(key).near:
            self._met[other].discard(key)
        self.parts.pop(key, None)
        if part is not None:
            self.parts[key] = part
            for other in part.near:
                self._met[other].add(key)

    def remove(self, key: str) -> None:
        del self._facts[key]
        del self.pieces[key]
