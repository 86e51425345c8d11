"""Stories: articles on one course of events, from their words, names and days, as a stream.

In the order of days, not of arrival, each article joins the story before it that it is most like, or begins one. How
like it is to a story is the mean over those articles of it that it is most like (group average over nearest
neighbours); the days between two articles take from their likeness (Allan et al. 1998 on event tracking). What an
article joins depends on those before it alone, so that a new article leaves them as they are, and one that comes late
is put where it belongs and those behind it that it bears on are looked at again.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from sayso.comparing.facts import Facts, cosine
from sayso.comparing.index import Index, Posting
from sayso.comparing.pieces import Order

# Mean likeness from which an article is of a story. Chosen on incidents with even numbers (B-cubed F1 there 91.4; 0.25
# to 0.3 give 91.5 to 91.1); incidents with odd numbers give 92.0.
_ALIKE = 0.27
# The mean is over so many articles of a story, all where it has fewer: 1 gives 91.1, 2 to 16 give 91.4 to 91.9.
_NEAREST = 6
# How fast likeness fades with the days between two articles, to one e-th.
_FADES = 300.0
# An article meets those that share two of its weightiest words, of each word's articles the last so many before it:
# 20, 40 and 60 give the same to a tenth of a point.
_HELD = 20
_SHARED = 2
_REACH = 400
# Likenesses below this tip no mean.
_FAINT = 0.05


class StoryFinder:
    """Puts articles into stories, and keeps those up to date that an article bears on."""

    def __init__(self, index: Index) -> None:
        self.index = index

    def coming(self, facts: Facts) -> list[str]:
        """The articles behind one that comes or goes whose neighbours it changes."""
        found = {
            order.key for word in facts.leads for order in self.index.after(Posting.LEAD, word, facts.order, _HELD)
        }
        return sorted(found)

    def going(self, facts: Facts) -> list[str]:
        """Takes an article out of its story; the articles that have to be looked at again."""
        root = self.index.story(facts.key)
        again = set(self.index.liked_by(facts.key))
        if root is not None:
            again |= self._concerned(root, facts.order) | (set(self._members(root)) if root == facts.key else set())
        for key in self.index.liked_by(facts.key):
            self.index.set_likes(key, {k: v for k, v in self.index.likes(key).items() if k != facts.key})
        self.index.set_likes(facts.key, {})
        self.index.set_story(facts.key, None)
        return sorted(again - {facts.key})

    def find(self, keys: Iterable[str]) -> set[str]:
        """Puts these articles, and all that follow from it, where they belong; those whose story changed."""
        waiting = [self.index.facts(key).order for key in set(keys)]
        heapq.heapify(waiting)
        changed = set()
        last: Order | None = None
        while waiting:
            order = heapq.heappop(waiting)
            if order == last:
                continue
            last = order
            again = self._place(self.index.facts(order.key))
            if again is not None:
                changed.add(order.key)
                for key in again:
                    other = self.index.facts(key).order
                    if other > order:
                        heapq.heappush(waiting, other)
        return changed

    def _place(self, facts: Facts) -> set[str] | None:
        """Puts one article into its story; what has to be looked at again, None where nothing changed."""
        likes = self._likes(facts)
        self.index.set_likes(facts.key, likes)
        before, now = self.index.story(facts.key), self._joined(facts, likes)
        if before == now:
            return None
        self.index.set_story(facts.key, now)
        again = set(self.index.liked_by(facts.key))
        for root in (before, now):
            if root is not None:
                again |= self._concerned(root, facts.order)
        return again

    def _concerned(self, root: str, order: Order) -> set[str]:
        """Those that are like an article of a small story: how many it has bears on their mean."""
        first = self.index.story_members(root, _NEAREST + 2)
        if len(first) > _NEAREST + 1 and self.index.facts(first[-1]).order < order:
            return set()
        return {key for member in first for key in self.index.liked_by(member)}

    def _members(self, root: str) -> Iterable[str]:
        return self.index.story_members(root, None)

    def _likes(self, facts: Facts) -> Mapping[str, float]:
        shared: Counter[str] = Counter()
        for word in facts.leads:
            for order in self.index.before(Posting.LEAD, word, facts.order, _HELD):
                if facts.day is None or facts.order.day - order.day <= _REACH:
                    shared[order.key] += 1
        likes = {}
        for key in sorted(shared):
            if shared[key] >= _SHARED:
                other = self.index.facts(key)
                likeness = cosine(facts, other) * _fading(facts, other)
                if likeness >= _FAINT:
                    likes[key] = likeness
        return likes

    def _joined(self, facts: Facts, likes: Mapping[str, float]) -> str:
        """The story that the article joins, by its first article; its own where it begins one."""
        found: dict[str, list[float]] = defaultdict(list)
        for key, likeness in likes.items():
            root = self.index.story(key)
            if root is not None:
                found[root].append(likeness)
        best, most = facts.key, _ALIKE
        for root in sorted(found, key=lambda r: self.index.facts(r).order):
            likenesses = sorted(found[root], reverse=True)[:_NEAREST]
            mean = sum(likenesses) / self._size(root, facts.order, len(likenesses))
            if mean >= most and (mean > most or best == facts.key):
                best, most = root, mean
        return best

    def _size(self, root: str, order: Order, least: int) -> int:
        """How many articles a story has before one, no more than the mean is over."""
        first = self.index.story_members(root, _NEAREST)
        return max(least, sum(self.index.facts(key).order < order for key in first))


def _fading(a: Facts, b: Facts) -> float:
    if a.day is None or b.day is None:
        return 1.0
    return math.exp(-abs(a.day - b.day) / _FADES)
