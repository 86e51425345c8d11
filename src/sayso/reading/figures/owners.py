"""Owners: whose people, equipment or land is counted, who did it, and by what, as far as the own sentence says.

Where it speaks of "the enemy", of "us" or "them", or leaves it unsaid, a stand-in is set that `parties` resolves.
"""

from __future__ import annotations

from itertools import pairwise

from sayso.packs.measures import Form
from sayso.packs.world import Use
from sayso.reading.figures.doers import (
    find_doer,
    is_plain,
    is_strike,
    named_subject,
    stand_in,
    subject_before,
    taken_up,
)
from sayso.reading.figures.lines import Found, Line
from sayso.reading.figures.mentions import RIVAL, UNSAID_ENEMY, UNSAID_OWN, Mention

_UNSAID = {"enemy": UNSAID_ENEMY, "own": UNSAID_OWN}
_LIST = 10  # words from a toll to the last number of its list
_MARKS = frozenset(";:()")
_PEOPLE = frozenset((Use.ADJECTIVE, Use.PEOPLE))


def find_owners(line: Line, mentions: list[Mention]) -> None:
    """Fills `of`, `agent` and `cause` of each figure from its own line."""
    before: Found | None = None
    for found in line.figures:
        if found.weak:
            continue
        if found.again is not None:
            found.of, found.agent = found.again.of, found.again.agent
            continue
        found.of = found.of or _in_phrase(line, found, mentions)
        if found.measure is not None and found.trigger is not None:
            _find_owner(line, found, mentions, before)
            before = found
        elif not found.of and _is_had(line, found):
            force = _force_before(line, found.first - 1)
            if force and found.unit in ("man", "woman"):
                found.unit, found.who = "person", "soldiers"
            found.of = _as_tuple(_sufferer(line, found, mentions)) or ((UNSAID_OWN,) if force else ())
        if found.measure is not None and found.cause is None:
            found.cause = _cause(line, found)
    _share_owners(line)
    for found in line.figures:
        if not found.weak and not found.of and found.measure is not None and found.trigger is not None:
            found.of = unsaid_owner(line, found)


def _find_owner(line: Line, found: Found, mentions: list[Mention], before: Found | None) -> None:
    measure = line.pack.measures[found.measure or ""]
    found.of = found.of or _as_tuple(_suffering(line, found, mentions))
    joined = before is not None and before.doer is not None and _is_joined(line, before, found)
    # "we shot down four drones and burnt two trucks"
    found.doer = before.doer if before is not None and joined else find_doer(line, found, mentions, measure)
    if measure.owner:
        found.of = found.of or _as_tuple(found.doer or named_subject(line, found))
        return
    if found.doer is not None and found.of != (found.doer,):
        found.agent = found.agent or found.doer
    if not found.of and found.agent is not None:
        after = [m for m in mentions if m.first >= found.end and m.name != found.agent and m.use in _PEOPLE]
        found.of = (after[0].name,) if after else (RIVAL,) if measure.against else ()


def _as_tuple(name: str | None) -> tuple[str, ...]:
    return () if name is None else (name,)


def _is_joined(line: Line, before: Found, found: Found) -> bool:
    """Whether the verb of a figure only goes on from the one before: its subject is the same."""
    if found.trigger is None or not before.end <= found.trigger < found.first:
        return False
    between = line.low[before.end : found.trigger]
    return 0 < len(between) <= 3 and all(w in (",", "and", "then", "also", "have", "had") for w in between)


def _is_had(line: Line, found: Found) -> bool:
    """Whether forces are only told to be somebody's: "the navy has 22 submarines"."""
    forces = found.kind in ("equipment", "formation") or found.who == "soldiers" or found.unit in ("man", "woman")
    return forces and line.word(found.first - 1) in line.pack.grammar.lists["possessing"]


def _force_before(line: Line, at: int) -> bool:
    """Whether an armed force is named shortly before word `at`: "the brigades would have"."""
    for p in range(max(0, at - 4), at):
        match = line.pack.units.at(line.low, p)
        if line.low[p] in line.pack.grammar.lists["forces"] or (match is not None and match.value.kind == "formation"):
            return True
    return False


def unsaid_owner(line: Line, found: Found) -> tuple[str, ...]:
    """Whose it is by custom where nobody says: what was shot down was the enemy's, who died in a flood our own."""
    measure = line.pack.measures[found.measure or ""]
    unsaid = measure.unsaid.get(found.kind or "")
    active = found.trigger is not None and found.trigger < found.first
    fends = found.kind in ("equipment", "event") and set(measure.unsaid.values()) == {"enemy"}
    if unsaid is None or found.who in ("fighters", "prisoners") or (active and unsaid == "enemy" and not fends):
        return ()
    return (_UNSAID[unsaid],)


def _suffering(line: Line, found: Found, mentions: list[Mention]) -> str | None:
    """Whose losses a noun before the number counts: "the losses of the armed forces of X amounted to 30", "our losses",
    "the enemy left 60 dead"."""
    trigger = found.trigger if found.trigger is not None else found.end
    if trigger >= found.first:
        if line.word(found.first - 1) in line.pack.grammar.lists["suffering"]:
            return _sufferer(line, found, mentions)
        toll = _toll_before(line, found, mentions)
        return None if toll is None else _possessor(line, toll, mentions)
    if not _is_toll(line, trigger):
        return None
    for m in mentions:
        between = line.low[trigger : m.first]
        if trigger < m.first <= trigger + 8 and m.end <= found.first and "of" in between[1:4]:
            return m.name if all(w[0].isalpha() for w in between) else None
    return _possessor(line, trigger, mentions)


def _sufferer(line: Line, found: Found, mentions: list[Mention]) -> str | None:
    """Who "left 60 dead" on the field or "has 22 submarines"; whose strikes did so is the agent."""
    subject = subject_before(line, found.first - 1, mentions)
    if isinstance(subject, Mention) and is_strike(line, subject):
        found.agent = subject.name
        return None
    return subject.name if isinstance(subject, Mention) else subject


def _toll_before(line: Line, found: Found, mentions: list[Mention]) -> int | None:
    """The noun that a list of tolls stands under: "enemy casualties had reached 95 killed and 200 wounded"."""
    for p in range(found.first - 1, max(-1, found.first - _LIST), -1):
        if line.low[p] in _MARKS or any(m.first == p for m in mentions):
            return None
        match = line.pack.measure_words.at(line.low, p)
        if match is not None and match.value.of(Form.TOLL) is not None:
            return p
    return None


def _possessor(line: Line, at: int, mentions: list[Mention]) -> str | None:
    """The state or pronoun before a noun at word `at`, modifiers passed: "Merenia's total losses", "our losses"."""
    for p in range(at - 1, max(-1, at - 4), -1):
        named = next((m for m in mentions if m.end == p + 1), None)
        if named is not None:
            return named.name
        possessor = stand_in(line, p)
        if possessor is not None:
            other = taken_up(line, p, mentions)
            return other.name if other is not None else possessor
        if not (line.low[p][0].isalpha() or line.low[p] in ("'s", "’s")) or line.low[p] in line.pack.grammar.stops:
            return None
    return None


def _is_toll(line: Line, trigger: int) -> bool:
    """Whether the word of the measure is a noun that a number follows ("losses", "casualties", "the death toll")."""
    match = line.pack.measure_words.at(line.low, trigger)
    return match is not None and match.value.of(Form.TOLL, Form.NOUN) is not None


def _in_phrase(line: Line, found: Found, mentions: list[Mention]) -> tuple[str, ...]:
    """States and possessors in the counted phrase, before it, or after it with "of" or "from"."""
    if found.kind in ("money", "temperature"):
        return ()
    inside = [m.name for m in mentions if found.first <= m.first < found.end]
    if inside:
        return (inside[-1],)
    at = found.first - (line.word(found.first - 1) == "own")
    if line.word(at - 1) in ("'s", "’s"):
        for m in mentions:
            if at - 4 <= m.end < at and is_plain(line, m.end, at - 1):
                return (m.name,)
    by = found.kind == "event" and line.word(found.end) == "by"
    if (by or line.word(found.end) in ("of", "from")) and found.kind not in ("length", "time", "money", "share"):
        for m in mentions:
            if found.end < m.first <= found.end + 5 and is_plain(line, found.end + 1, m.first):
                return (m.name,)
    if found.kind in ("length", "time", "share") or found.kind not in line.pack.kinds_owned:
        return ()
    possessive = line.pack.grammar.possessives
    at_words = (p for p in (*range(found.number_end, found.end), found.first - 1) if line.word(p) in possessive)
    named = ((stand_in(line, p), taken_up(line, p, mentions)) for p in at_words)
    own = next((other.name if other is not None else name for name, other in named if name is not None), None)
    if own is None and line.word(found.end) == "of":
        own = stand_in(line, found.end + 1) if line.word(found.end + 1) not in ("them", "us") else None
    return (own,) if own is not None else ()


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
            b.of = a.of if b.of in ((), (RIVAL,)) else b.of
            b.agent = b.agent or a.agent
    for b, a in ((y, x) for x, y in reversed(list(pairwise(figures)))):
        if a.trigger == b.trigger:
            a.of = a.of or b.of
    for found in line.figures:
        for other in (*found.wholes[:1], *([found.twin] if found.twin is not None else [])):
            found.of = found.of or other.of
