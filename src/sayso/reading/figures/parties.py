"""Parties: the sides of one article, which resolve whose "the enemy", "our" and unsaid losses are.

A voice with a side speaks of its own people and of one enemy: the other state that the article names most, armed forces
counting more. For a voice without a side nothing is guessed, but that "the enemy" is the enemy of the outlet's side.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from sayso.packs.toponyms import fold
from sayso.packs.world import Use, split_words
from sayso.reading.draft import Draft
from sayso.reading.figures.doers import is_attacker
from sayso.reading.figures.lines import Line, read_line
from sayso.reading.figures.mentions import (
    ENEMY,
    RIVAL,
    STAND_INS,
    THEY,
    UNSAID_ENEMY,
    UNSAID_OWN,
    Mention,
    find_mentions,
    is_located,
)
from sayso.reading.figures.sides import local_sides
from sayso.records import Act, Figure, Mode, PlaceUse, Span, Statement

_FARTHEST = 2000  # characters of one sentence looked over
_SHORT = 30  # sentences of an article on one event; in a longer one a denial may be of something else
_ONCE = 4  # how much a side may be named for another that is named once to be its enemy
_ARMED = 3  # what a mention of a side's forces counts against a bare one


class Parties:
    """The sides of an article, found when they are first asked for."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._lines: dict[int, tuple[Line, list[Mention]]] = {}
        self._home = _home(draft)
        self._weights: Counter[str] | None = None

    @cached_property
    def _local(self) -> Mapping[str, str]:
        return local_sides(self._draft.text, self._draft.parts.packs.world)

    def resolve(self, figure: Figure, statement: Statement | None, side: str | None, at: int) -> Figure:
        """The figure with its stand-ins resolved as far as the article tells, the rest dropped."""
        if not STAND_INS & {*figure.of, figure.agent}:
            return figure
        spoken = statement is not None and statement.mode is not Mode.NARRATED and not self._is_quoted(figure)
        agent = self._named(figure.agent, side, at, spoken)
        host = self._host(at) if self._is_hosted(figure, side) else None
        if host is None and figure.of == (UNSAID_OWN,) and side is None and agent is None:
            host = self._opponent(self._accused())
        if host is not None and host != agent:
            return replace(figure, of=(host,), agent=agent)
        of: tuple[str | None, ...] = tuple(
            self._opponent(agent) if name == RIVAL else self._named(name, side, at, spoken, agent) for name in figure.of
        )
        return replace(figure, of=tuple(name for name in of if name is not None), agent=agent)

    def _named(self, name: str | None, side: str | None, at: int, spoken: bool, agent: str | None = None) -> str | None:
        if name not in STAND_INS:
            return name
        if name == THEY:
            return side if spoken and side is not None else self._spoken_of(at, side)
        if name == ENEMY:
            return self._opponent(side or self._home or self._told_of(at, (ENEMY,)))
        if name == UNSAID_OWN:
            return side if agent is None and self._is_at_home(at, side) else None
        return self._opponent(side or self._host(at)) if name == UNSAID_ENEMY else side

    def _is_quoted(self, figure: Figure) -> bool:
        quotations = self._draft.quotations  # which do not overlap
        last = bisect_right(quotations, figure.span.start, key=lambda q: q.inner.start) - 1
        return last >= 0 and quotations[last].inner.holds(figure.span)

    def _spoken_of(self, at: int, side: str | None) -> str | None:
        """The side that the sentence before tells of first, which a pronoun takes up."""
        if at <= 0:
            return None
        name = self._told_of(at - 1)
        return self._opponent(side or self._home) if name == ENEMY else name

    def _told_of(self, at: int, but: tuple[str, ...] = ()) -> str | None:
        """The side that a sentence names first as more than a place."""
        line, mentions = self._line(at)
        return next((m.name for m in mentions if m.name not in but and not is_located(line, m)), None)

    def _is_hosted(self, figure: Figure, side: str | None) -> bool:
        """Whether what is counted belongs where it is: people and houses; soldiers only where no side tells of them."""
        if not {UNSAID_OWN, RIVAL} & {*figure.of} or figure.who in ("fighters", "prisoners"):
            return False
        if figure.who == "soldiers":
            return side is None and figure.agent is None
        kind = self._draft.parts.packs.figures.unit_kinds.get(figure.unit or "")
        return figure.unit == "person" or kind == "building"

    def _host(self, at: int) -> str | None:
        """The party in whose country the places of the sentence, or the one before, lie: whose houses burn there."""
        parties = self._parties()
        if len(parties) < 2:
            return None
        for near in (at, at - 1):
            if near < 0:
                break
            line, mentions = self._line(near)
            state = next((m.name for m in mentions if m.name != ENEMY and _is_land(line, m)), None)
            state = state or self._country(near, parties)
            if state is not None:
                return state
        return None

    def _country(self, at: int, parties: Mapping[str, int]) -> str | None:
        """The party whose country the located places of a sentence are in."""
        sentence, packs = self._draft.sentences[at], self._draft.parts.packs
        places = self._draft.places
        low, high = (bisect_left(places, at, key=lambda p: p.span.start) for at in sentence)
        named = [p for p in places[low:high] if sentence.holds(p.span) and p.id and p.use is PlaceUse.LITERAL]
        keys = {fold(p.name): p.id for p in named}
        for key, found in self._draft.parts.gazetteer.lookup(keys).items():
            country = next((f.entry.country for f in found if f.entry.id == keys[key]), "")
            state = next((s.name for s in packs.world.states.values() if s.iso == country), None)
            if state in parties:
                return state
        return None

    def _accused(self) -> str | None:
        """The side that alone denies something in the article: who died is then of the other."""
        if len(self._draft.sentences) > _SHORT:
            return None
        denying = {v.side for s in self._draft.statements if s.act is Act.DENY for v in s.voices if v.side}
        return denying.pop() if len(denying) == 1 else None

    def _is_at_home(self, at: int, side: str | None) -> bool:
        """Whether the sentence names no other side, whose dead a speaker may tell of."""
        line, mentions = self._line(at)
        others = [m for m in mentions if m.name not in (side, ENEMY)]
        return all(is_attacker(line, m) for m in others)

    def _opponent(self, side: str | None) -> str | None:
        """The side that the article names most beside this one."""
        if side is None or side in STAND_INS:
            return None
        parties = self._parties()
        others = [(weight, name) for name, weight in parties.items() if name != side]
        if not others or (max(others)[0] == 1 and (len(others) > 1 or parties[side] > _ONCE)):
            return None
        return max(others)[1]

    def _parties(self) -> Counter[str]:
        if self._weights is None:
            self._weights = self._weigh()
        return self._weights

    def _weigh(self) -> Counter[str]:
        weights: Counter[str] = Counter()
        for at in range(len(self._draft.sentences)):
            line, mentions = self._line(at)
            armed = line.pack.grammar.lists["belligerents"]
            for m in mentions:
                if m.name != ENEMY and (m.name in line.world.states or m.name in self._local):
                    weights[m.name] += _ARMED if any(w in armed for w in line.low[m.end : m.end + 3]) else 1
        for statement in self._draft.statements:
            weights.update(v.side for v in statement.voices if v.side)
        return weights

    def _line(self, at: int) -> tuple[Line, list[Mention]]:
        if at not in self._lines:
            sentence, packs = self._draft.sentences[at], self._draft.parts.packs
            near = Span(max(sentence.start, sentence.end - _FARTHEST), sentence.end)
            line = read_line(self._draft.text, near, packs.figures, packs.world)
            self._lines[at] = (line, find_mentions(line, self._local))
        return self._lines[at]


def _is_land(line: Line, mention: Mention) -> bool:
    """Whether a state is where something happens: "in Merenia", "the Merenian city of X"."""
    following = line.word(mention.end)
    if following in line.pack.grammar.lists["lands"]:
        return True
    return mention.use is Use.STATE and line.word(mention.first - 1) in ("in", "across", "inside") and following != "-"


def _home(draft: Draft) -> str | None:
    """The side of the outlet: the roster's, or the state that its name begins with."""
    name, world = draft.article.outlet, draft.parts.packs.world
    if not name or not name.split():
        return None
    row = draft.parts.roster.known(name)
    if row is not None and row.side is not None:
        return row.side
    known = world.known(name) or next((k for k, _ in [world.match(split_words(name)) or (None, 0)] if k), None)
    return known.side if known is not None and known.side in world.states else None


def inherit(before: Figure | None, figure: Figure) -> Figure:
    """What is left unsaid goes on from the figure before: "Merenia lost 300 men. 190 tanks have been destroyed."."""
    if not {UNSAID_ENEMY, UNSAID_OWN} & set(figure.of) or before is None or not before.of or STAND_INS & {*before.of}:
        return figure
    things = figure.unit != "person" or (figure.who is not None and figure.who == before.who)
    return replace(figure, of=before.of) if things and figure.by in ((), before.by) else figure
