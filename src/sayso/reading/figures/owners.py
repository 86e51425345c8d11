"""Owners: whose people, equipment or land is counted, who did it, and by what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from sayso.packs.world import Known, Use
from sayso.reading.figures.lines import Found, Line

# Stand-ins that the article's other figures and the statement's voice resolve (see `attribute`).
ENEMY = "the enemy"
SELF = "the speaker"

_OWNERS = frozenset((Use.STATE, Use.ADJECTIVE, Use.PEOPLE, Use.SEAT))


@dataclass(frozen=True, slots=True)
class Mention:
    """A state, or another known side, named at words [first, end)."""

    first: int
    end: int
    name: str
    use: Use


def find_mentions(line: Line, local: Mapping[str, str]) -> list[Mention]:
    """The states that a line names, by name, adjective, people or seat; `local` are those the article alone knows."""
    found: list[Mention] = []
    raws = [line.raw(i) for i in range(len(line.low))]
    openings, fold = line.world.openings, line.world.folding
    i = 0
    while i < len(raws):
        raw = raws[i] if raws[i].isascii() else fold.bare(raws[i])
        if raw in ("enemy", "Enemy", "adversary"):
            found.append(Mention(i, i + 1, ENEMY, Use.ADJECTIVE))
        if raw in local:
            found.append(Mention(i, i + 1, local[raw], Use.STATE if local[raw] == raw else Use.ADJECTIVE))
        elif raw in openings and raw[:1].isupper():
            matched = line.world.match([raw, *raws[i + 1 : i + 6]], 0)
            if matched is not None and matched[0].side is not None and _is_state(matched[0]):
                found.append(Mention(i, i + matched[1], matched[0].side, matched[0].use))
                i += matched[1]
                continue
        i += 1
    return found


def _is_state(known: Known) -> bool:
    return known.use in _OWNERS or (known.use is Use.BODY and known.side is not None)


def find_owners(line: Line, mentions: list[Mention]) -> None:
    """Fills `of`, `agent` and `cause` of each figure from its own line."""
    for found in line.figures:
        if found.weak:
            continue
        _find_owner(line, found, mentions)
        if found.measure is not None and found.cause is None:
            found.cause = _cause(line, found)
    _share_owners(line)


def _find_owner(line: Line, found: Found, mentions: list[Mention]) -> None:
    own = _in_phrase(line, found, mentions)
    if own and not found.of:
        found.of = own
    if found.measure is None or found.trigger is None:
        return
    measure = line.pack.measures[found.measure]
    subject = _subject(line, found, mentions)
    if measure.owner:
        suffering = _suffering(line, found, mentions)
        name = suffering or (subject.name if subject is not None else _named_subject(line, found))
        if not found.of and name is not None:
            found.of = (name,)
        return
    if (
        subject is not None
        and not _is_clause_away(line, subject, found)
        and (not found.of or found.of != (subject.name,))
    ):
        found.agent = found.agent or subject.name
    elif _is_own(line, found):
        found.agent = SELF
    if not found.of and found.agent is not None:
        others = [m for m in mentions if m.name != found.agent and m.use in (Use.ADJECTIVE, Use.PEOPLE, Use.STATE)]
        after = [m for m in others if m.first >= found.end]
        if after or others:
            found.of = ((after or others)[0].name,)


def _suffering(line: Line, found: Found, mentions: list[Mention]) -> str | None:
    """Whose losses a toll counts: "the losses of the armed forces of X amounted to 30"."""
    trigger = found.trigger if found.trigger is not None else found.end
    if trigger >= found.first:
        return None
    for m in mentions:
        between = line.low[trigger : m.first]
        if trigger < m.first <= trigger + 8 and m.end <= found.first and "of" in between[1:4]:
            return m.name if all(w[0].isalpha() for w in between) else None
    return None


def _in_phrase(line: Line, found: Found, mentions: list[Mention]) -> tuple[str, ...]:
    """States named in the counted phrase, before it as possessor, or after it with "of" or "from"."""
    if found.kind in ("money", "temperature"):
        return ()
    inside = [m.name for m in mentions if found.first <= m.first < found.end]
    if inside:
        return (inside[-1],)
    for m in mentions:
        if m.end <= found.first and line.low[m.end : found.first] in (["'s"], ["’s"], ["'s", "own"]):
            return (m.name,)
    if line.word(found.end) in ("of", "from") and found.kind not in ("length", "time", "money", "share"):
        for m in mentions:
            if found.end < m.first <= found.end + 5 and _plain(line, found.end + 1, m.first):
                return (m.name,)
    return ()


def _plain(line: Line, first: int, last: int) -> bool:
    """Whether nothing but articles and modifiers stands between."""
    return all(
        w in ("the", "its", "their", "all") or (w[0].isalpha() and w not in line.pack.grammar.stops)
        for w in line.low[first:last]
    )


def _subject(line: Line, found: Found, mentions: list[Mention]) -> Mention | None:
    """The state that stands as subject: the last before the verb; in a passive the one after "by"."""
    trigger = found.trigger if found.trigger is not None else found.end
    if trigger > found.first:  # the counted is the subject
        for m in mentions:
            if m.first > trigger and "by" in line.low[trigger : m.first] and m.first - trigger <= 8:
                return m
        return None
    before = [m for m in mentions if m.end <= trigger]
    if not before:
        return None
    last = before[-1]
    if _is_own(line, found):
        speaking = line.word(last.end) in ("said", "says", "claimed", "claims", "reported", "announced")
        return last if speaking else None  # "Kyiv said its forces killed": the speaker
    for m in reversed(before):
        located = (
            line.word(m.first - 1) in line.pack.grammar.lists["locating"]
            or line.word(m.first - 2) in line.pack.grammar.lists["locating"]
        )
        if not located and "," not in line.low[m.end : trigger]:
            return m
    return before[0]


def _named_subject(line: Line, found: Found) -> str | None:
    """A name that no table knows directly before an active verb ("Merenia lost 40 men")."""
    p = found.trigger if found.trigger is not None else 0
    if p > found.first:
        return None
    while p > 0 and (line.low[p - 1] in line.pack.grammar.have or line.low[p - 1] in line.pack.grammar.adverbs):
        p -= 1
    first = p
    while first > 0 and line.capital(first - 1) and line.low[first - 1][0].isalpha() and p - first < 4:
        first -= 1
    if first == p or line.low[first] in line.pack.grammar.stops or line.word(first - 1) in ("st", "nd", "rd", "th"):
        return None
    return line.text[line.start[first] : line.end[p - 1]]


def _is_clause_away(line: Line, subject: Mention, found: Found) -> bool:
    """Whether the state stands in another clause than the verb, so that it need not be who did it."""
    trigger = found.trigger if found.trigger is not None else found.first
    between = line.low[subject.end : trigger]
    return len(between) > 12 or any(w in (",", ";", "that", "when", "while", "after", "because") for w in between)


def _is_own(line: Line, found: Found) -> bool:
    """Whether the speaker's own side is the verb's subject ("it shot down 61 drones", "our soldiers killed 30")."""
    trigger = found.trigger if found.trigger is not None else 0
    return trigger < found.first and any(
        w in line.pack.grammar.lists["selves"] for w in line.low[max(0, trigger - 5) : trigger]
    )


def _cause(line: Line, found: Found) -> str | None:
    """What killed or destroyed, where the clause says it: "in a missile strike", "a blast killed"."""
    trigger = found.trigger if found.trigger is not None else found.first
    if trigger < found.first:
        for p in range(max(0, trigger - 5), trigger):
            before = line.pack.causes.at(line.low, p)
            if before is not None and line.covering(p) is None and "," not in line.low[p:trigger]:
                return before.value
    for p in range(found.end, min(len(line.low), found.end + 12)):
        if line.low[p] in (".", ";"):
            return None
        match = line.pack.causes.at(line.low, p)
        if match is not None and any(
            w in ("in", "by", "from", "after", "during", "when") for w in line.low[max(found.end, p - 5) : p]
        ):
            return match.value
    return None


def _share_owners(line: Line) -> None:
    """Figures of one verb have one owner and agent: those without take them from the one before or after."""
    figures = [f for f in line.figures if not f.weak and f.trigger is not None]
    for a, b in pairwise(figures):
        if a.trigger == b.trigger:
            b.of = b.of or a.of
            b.agent = b.agent or a.agent
    for b, a in ((y, x) for x, y in reversed(list(pairwise(figures)))):
        if a.trigger == b.trigger:
            a.of = a.of or b.of
    for found in line.figures:
        if found.wholes and not found.of:
            found.of = found.wholes[0].of
        if found.twin is not None and not found.of:
            found.of = found.twin.of
