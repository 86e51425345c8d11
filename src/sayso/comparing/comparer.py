"""Comparing as a stream: articles come and go, each meets the few that an index leads to, and what follows is kept up
to date.

    fingerprints -> copies -> days -> stories -> claims and relations

Every step looks at the articles before one, in the order of days: so the state of the index is a function of the set of
articles and of the decisions, whatever the order in which they came.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.comparing.copies.finding import CopyFinder
from sayso.comparing.copies.lineage import day_by_copies
from sayso.comparing.facts import Facts, facts_of, placed
from sayso.comparing.index import Index, Posting
from sayso.comparing.pieces import UNDATED, Order, Piece
from sayso.comparing.preparing import Preparer
from sayso.comparing.settling import Settler, Tools, takers
from sayso.comparing.stories import StoryFinder
from sayso.records import Copy, Decision


@dataclass(slots=True)
class Touched:
    """The articles whose copies, stories or claims are others after an update."""

    copies: set[str] = field(default_factory=set)
    stories: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Again:
    """The articles to be looked at again: for copies, for their story, to be settled, and whether they meet others;
    and the copies that were or are, and are others now."""

    look: set[str] = field(default_factory=set)
    place: set[str] = field(default_factory=set)
    settle: set[str] = field(default_factory=set)
    meet: set[str] = field(default_factory=set)
    copies: list[Copy] = field(default_factory=list)


class Comparer:
    """Keeps an index up to date. `decisions` are those in force, all of which the index is to hold to."""

    def __init__(
        self, index: Index, tools: Tools, decisions: tuple[Decision, ...] = (), preparer: Preparer | None = None
    ) -> None:
        self.index, self.tools = index, tools
        self.copies = CopyFinder(index)
        self.stories = StoryFinder(index)
        self.settler = Settler(index, tools, decisions, preparer)

    def update(self, come: Iterable[Piece], gone: Iterable[str] = (), anew: Iterable[str] = ()) -> Touched:
        """Takes articles in and out; `anew` are to be settled again, since a decision on them has changed.

        The pieces that come are at hand in the index already; an article read anew goes and comes.
        """
        touched = Touched(gone=set(gone))
        again = _Again(settle=set(anew))
        for key in sorted(touched.gone):
            self._take_out(self.index.facts(key), again)
        come = sorted(come, key=lambda p: p.order)
        new = {piece.key for piece in come}
        for piece in come:
            facts = facts_of(piece, self.tools.words)
            self.index.set_facts(facts)
            self.index.post(Posting.PRINT, facts.prints, facts.came)
            again.look |= {piece.key} | self.copies.changed_by(facts)
        out = touched.gone - new
        again.copies += self.copies.find(again.look - out)
        touched.copies = ({end for copy in again.copies for end in (copy.from_, copy.to)} | new) - out
        for key in sorted(touched.copies):
            self._set_day(key, key in new, again)
        touched.stories = self.stories.find(again.place - out)
        borne = self._borne_on(again.copies, touched.copies) | new
        for key in (*touched.stories, *takers(self.index, borne)):
            again.settle |= {key, *self.index.met_by(key)}
        touched.claims = self._settle(again.settle - out, again.meet - out)
        return touched

    def _borne_on(self, copies: Iterable[Copy], ends: set[str]) -> set[str]:
        """The articles that settle otherwise where these copies, which have these ends, are others: who took, and the
        later of two. Of those without a day, the order of which may be another now, all that they share words with."""
        found = ends & {copy.to for copy in copies}
        for copy in copies:
            if {copy.from_, copy.to} <= ends:
                found.add(max(copy.from_, copy.to, key=lambda key: self.index.facts(key).order))
        for key in ends:
            if self.index.facts(key).came.day == UNDATED:
                found |= {key, *(end for copy in self.index.copies(key) for end in (copy.from_, copy.to))}
        return found

    def _take_out(self, facts: Facts, again: _Again) -> None:
        key = facts.key
        again.settle |= set(self.index.met_by(key)) | takers(self.index, [key])
        again.meet |= self.settler.coming(facts)
        again.place |= set(self.stories.coming(facts)) | set(self.stories.going(facts))
        again.copies += self.index.copies(key)
        again.look |= {end for copy in self.index.copies(key) for end in (copy.from_, copy.to)}
        self.index.set_copies(key, ())
        self.index.set_part(key, None)
        self.index.unpost(Posting.PRINT, facts.prints, facts.came)
        self._unpost(facts)
        again.look |= self.copies.changed_by(facts)
        self.index.remove(key)

    def _set_day(self, key: str, new: bool, again: _Again) -> None:
        """Lists an article that is new, or whose day has changed, by its leading words and what it says."""
        facts = self.index.facts(key)
        day = facts.day
        if facts.came.day == UNDATED:
            copies = self.index.copies(key)
            others = {end for copy in copies for end in (copy.from_, copy.to)} - {key}
            days = {k: self.index.facts(k).came.day for k in others}
            day = day_by_copies(key, copies, {k: None if d == UNDATED else d for k, d in days.items()})
        if not new and day == facts.day:
            return
        if not new:
            again.settle |= set(self.index.met_by(key))
            again.meet |= self.settler.coming(facts)
            again.place |= set(self.stories.coming(facts)) | set(self.stories.going(facts))
            self.index.set_part(key, None)
            self._unpost(facts)
        if day != facts.day:
            facts = placed(facts, day)
            self.index.set_facts(facts)
        self._post(facts)
        again.place |= {key, *self.stories.coming(facts)}
        again.settle.add(key)
        again.meet |= self.settler.coming(facts)

    def _post(self, facts: Facts) -> None:
        for posting, hashes in _listed(facts):
            self.index.post(posting, hashes, facts.order)

    def _unpost(self, facts: Facts) -> None:
        for posting, hashes in _listed(facts):
            self.index.unpost(posting, hashes, facts.order)

    def _settle(self, keys: set[str], meet: set[str]) -> set[str]:
        """Settles these articles, in order, those of `meet` that meet others than before, and those behind them that
        what has changed bears on."""
        waiting = [self.index.facts(key).order for key in keys | meet]
        heapq.heapify(waiting)
        must, changed = set(keys), set()
        last: Order | None = None
        while waiting:
            order = heapq.heappop(waiting)
            if order == last:
                continue
            last = order
            before = self.index.part(order.key)
            near = self.settler.near(self.index.facts(order.key))
            if order.key not in must and near == before.near:
                continue
            now = self.settler.settle(order.key, near)
            if now == before:
                continue
            self.index.set_part(order.key, now)
            changed.add(order.key)
            for key in self.index.met_by(order.key):
                must.add(key)
                heapq.heappush(waiting, self.index.facts(key).order)
        return changed


def _listed(facts: Facts) -> tuple[tuple[Posting, tuple[int, ...]], ...]:
    return ((Posting.LEAD, facts.leads), (Posting.KEY, facts.keys), (Posting.TOTAL, facts.totals))
