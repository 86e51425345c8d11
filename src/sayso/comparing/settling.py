"""Settling an article: what it claims, held against those before it that it shares words, voices or numbers with.

Claims of those articles stay as they are; the new article's statements and figures join them, or make claims of their
own. So what an article brings depends on those before it alone, in the order of days.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.comparing.claims import Setting, counted_carrier, figure_claims, said_carrier, statement_claims
from sayso.comparing.facts import Facts
from sayso.comparing.figures import owned
from sayso.comparing.index import Index, Part, Posting, Settled
from sayso.comparing.origins import Carrier, KnownAs, Root, Rooted, Roots, taken_by
from sayso.comparing.pieces import Piece
from sayso.comparing.preparing import Preparer
from sayso.comparing.rulings import rejected
from sayso.comparing.statements import voiced
from sayso.comparing.statements.meaning import Alike
from sayso.comparing.voices import voice_book
from sayso.packs.comparing import ComparingPack
from sayso.packs.figures import FigurePack
from sayso.records import Claim, CopyKind, Decision, Member

# An article is held against so many before it at most: those that it shares most with. What its claims have in common
# with others it has in common with these.
_MET = 20
# Of each key's articles the last so many before it count, within so many days; of totals since one day the last ones.
_HELD = 30
_REACH = 14
_TOTALS = 2
_SHARED = 2
# A post of a sentence or two has so few leading words: one that it shares is enough.
_SHORT = 12


@dataclass(frozen=True, slots=True)
class Tools:
    """What comparing applies: words, the order of measures, and the likeness of sentences where that is asked."""

    words: ComparingPack
    figures: FigurePack
    alike: Alike | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The names and versions of all parts."""
        return (self.words.name, *self.figures.names, *(() if self.alike is None else (self.alike.name,)))


class Settler:
    """Settles articles, one at a time, from what an index holds."""

    def __init__(
        self, index: Index, tools: Tools, decisions: tuple[Decision, ...], preparer: Preparer | None = None
    ) -> None:
        self.index, self.tools, self.decisions = index, tools, decisions
        self.preparer = preparer or Preparer(tools.words)
        self.roots = Roots(index.piece, index.copies, tools.words)

    def coming(self, facts: Facts) -> set[str]:
        """The articles behind one that comes or goes which may meet others by it."""
        found = {o.key for h in facts.keys for o in self.index.after(Posting.KEY, h, facts.order, _HELD)}
        return found | {o.key for h in facts.totals for o in self.index.after(Posting.TOTAL, h, facts.order, _TOTALS)}

    def settle(self, key: str, near: tuple[str, ...]) -> Part:
        """What an article brings to claims, and the relations that it stands in, held against those near it."""
        piece = self.index.piece(key)
        if not piece.reading.statements and not piece.reading.figures:
            return Part(near)
        pieces = sorted((piece, *map(self.index.piece, near)), key=lambda p: p.order)
        book = voice_book(pieces, self.tools.words.folding, self.decisions)
        gone = rejected(self.decisions, pieces)
        words = self.tools.words
        ready = [self.preparer.ready(p) for p in pieces]
        said = [s for r in ready for s in voiced(r.told, book) if s.member not in gone]
        counted = [c for r in ready for c in owned(r.numbers, r.piece.reading, book, words) if c.member not in gone]
        setting = self._setting(pieces, key)
        statements = statement_claims(said, setting)
        figures = figure_claims(counted, statements.of, setting)
        carriers = {s.member: said_carrier(s) for s in said} | {c.member: counted_carrier(c) for c in counted}
        names: dict[str, str] = {}
        settled = []
        for claim in (*statements.claims, *figures.claims):
            names[claim.id] = _name(claim, setting)
            if any(m.key == key for m in claim.members):
                settled.append(self._settled(replace(claim, id=names[claim.id]), key, carriers))
        ours = {s.claim for s in settled}
        relations = [replace(r, a=names[r.a], b=names[r.b]) for r in (*statements.relations, *figures.relations)]
        return Part(near, tuple(settled), tuple(r for r in relations if (r.a in ours or r.b in ours)))

    def near(self, facts: Facts) -> tuple[str, ...]:
        """The articles that one is held against, in their order."""
        shared: Counter[str] = Counter()
        orders = {}
        for hash in facts.keys:
            for order in self.index.before(Posting.KEY, hash, facts.order, _HELD):
                if facts.day is None or facts.order.day - order.day <= _REACH:
                    shared[order.key] += 1
                    orders[order.key] = order
        for hash in facts.totals:
            for order in self.index.before(Posting.TOTAL, hash, facts.order, _TOTALS):
                shared[order.key] += _MET
                orders[order.key] = order
        for copy in self.index.copies(facts.key):
            other = copy.from_ if copy.to == facts.key else copy.to
            order = self.index.facts(other).order
            if order < facts.order:
                shared[other] += _MET
                orders[other] = order
        least = 1 if len(facts.leads) <= _SHORT else _SHARED
        enough = [key for key, count in shared.items() if count >= least]
        best = sorted(enough, key=lambda k: (-shared[k], -orders[k].day, orders[k]))[:_MET]
        return tuple(sorted(best, key=lambda k: orders[k]))

    def _setting(self, pieces: Sequence[Piece], key: str) -> Setting:
        settled: dict[Member, str] = {}
        for piece in pieces[:-1]:
            for one in self.index.part(piece.key).claims:
                settled.update((Member(piece.key, item), one.claim) for item in one.items)
        story = {p.key: self.index.story(p.key) or p.key for p in pieces}
        keys = {p.key for p in pieces}
        copies = [c for c in self.index.copies(key) if c.kind is not CopyKind.SHARED and {c.from_, c.to} <= keys]
        return Setting(
            {p.key: p for p in pieces}, story, self.tools.figures, self.tools.words, self.decisions, settled,
            tuple((c.from_, c.to) for c in copies), self.tools.alike,
        )  # fmt: skip

    def _settled(self, claim: Claim, key: str, carriers: Mapping[Member, Carrier]) -> Settled:
        rooted: dict[Root, list[str]] = defaultdict(list)
        mine = tuple(m.id for m in claim.members if m.key == key)
        for id in mine:
            for root in self.roots.roots_of(carriers[Member(key, id)]):
                rooted[root].append(id)
        order = sorted(rooted, key=lambda r: (r.key, r.name, r.kind))
        roots = tuple(Rooted(root, tuple(rooted[root])) for root in order)
        known = {k for m in claim.members if m.key != key for k in self._known(m, carriers[m])}
        listed = sorted(known, key=lambda k: (k.before.key, k.before.name, k.now.key, k.now.name))
        return Settled(claim.id, claim.kind, claim.about, mine, roots, tuple(listed))

    def _known(self, member: Member, carrier: Carrier) -> Iterable[KnownAs]:
        """What is told now of the root of a member that was settled before."""
        before = [
            rooted.root
            for one in self.index.part(member.key).claims
            for rooted in one.roots
            if member.id in rooted.items and member.id in one.items
        ]
        now = self.roots.roots_of(carrier)
        if len(before) == len(now) == 1 and before[0].key != now[0].key:
            yield KnownAs(before[0], now[0])


def _name(claim: Claim, setting: Setting) -> str:
    """Under what a claim goes: the one that was settled before, else its own."""
    return next((setting.settled[m] for m in claim.members if m in setting.settled), claim.id)


def takers(index: Index, keys: Iterable[str]) -> set[str]:
    """These articles, and all that have words from them, in however many steps."""
    found, waiting = set(keys), list(keys)
    while waiting:
        key = waiting.pop()
        for copy in index.copies(key):
            if copy.from_ == key and copy.to not in found and copy in taken_by(copy.to, index.copies):
                found.add(copy.to)
                waiting.append(copy.to)
    return found
