"""Doers: the state or pronoun that a verb has as its subject, or that a passive names as the one who did it."""

from __future__ import annotations

from sayso.packs.measures import Form, Measure
from sayso.packs.world import Use
from sayso.reading.figures.lines import Found, Line
from sayso.reading.figures.mentions import SELF, THEY, Mention, is_located

_NEAR = 5  # words from a pronoun to the verb that it is the subject of: "its forces have already lost"
_BY = 8  # words from a passive verb to the state that did it
_OPENING = frozenset('"“«‘')
_MARKS = frozenset(",;:()")
_PEOPLE = frozenset((Use.ADJECTIVE, Use.PEOPLE))


def find_doer(line: Line, found: Found, mentions: list[Mention], measure: Measure) -> str | None:
    """The state or pronoun that stands as subject: the last before the verb; in a passive the one after "by", or whose
    strike it was."""
    trigger = found.trigger if found.trigger is not None else found.end
    if trigger > found.first:  # the counted is the subject
        return None if measure.owner else _passive_doer(line, trigger, mentions)
    if not measure.owner and is_noun(line, trigger):  # "the deaths of 24 children"
        return _passive_doer(line, found.end, mentions)
    subject = subject_before(line, trigger, mentions)
    if line.low[trigger].endswith("ing") and line.word(trigger - 1) == ",":  # "missiles struck the port, killing four"
        return next((m.name for m in mentions if m.end <= trigger and _is_actor(line, m)), None)
    if subject is None or measure.owner or not isinstance(subject, Mention):
        return subject.name if isinstance(subject, Mention) else subject
    return None if _is_clause_away(line, subject, trigger) else subject.name


def subject_before(line: Line, at: int, mentions: list[Mention]) -> Mention | str | None:
    """Who stands as subject of a verb at word `at`: a mention, or the stand-in of a pronoun nearer to the verb."""
    opened = max((p for p in range(at) if line.low[p] in _OPENING and not line.glued(p)), default=0)
    before = [m for m in mentions if opened <= m.first and m.end <= at]
    subject = _last_subject(line, at, before)
    for p in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if (subject is not None and p < subject.end) or line.low[p] in _MARKS:
            break
        pronoun = stand_in(line, p)
        if pronoun is None:
            continue
        if pronoun == THEY and subject is not None and line.word(subject.end) in line.pack.grammar.lists["saying"]:
            return subject  # "Kyiv said its forces killed": the speaker
        return taken_up(line, p, before) or pronoun
    return subject


def taken_up(line: Line, p: int, mentions: list[Mention]) -> Mention | None:
    """Whom a pronoun takes up in its own sentence, no speaker: "Merenia's army is short of men: it has"."""
    if stand_in(line, p) != THEY:
        return None
    for m in reversed([m for m in mentions if m.end <= p]):
        if any(w in line.pack.grammar.lists["saying"] for w in line.low[m.end : p]):
            return None
        if not is_located(line, m) and (m.use not in _PEOPLE or is_attacker(line, m)):
            return m
    return None


def _passive_doer(line: Line, trigger: int, mentions: list[Mention]) -> str | None:
    """Who did it, after the verb: "by Merenian guns", "in Merenian shelling", "when Merenian drones hit a market"."""
    for p in range(trigger, min(trigger + _BY, len(line.low))):
        said = line.low[p]
        if said == "by":
            named = next((m for m in mentions if p < m.first <= p + _BY and is_plain(line, p + 1, m.first)), None)
            return named.name if named is not None else stand_in(line, p + 1)
        if said in ("in", "during", "from", "after", "when") and p >= trigger:
            struck = next((m for m in mentions if p < m.first <= p + 3 and is_plain(line, p + 1, m.first)), None)
            opened = said in ("when", "after") and struck is not None and is_attacker(line, struck)
            if struck is not None and struck.use in _PEOPLE and (opened or is_strike(line, struck)):
                return struck.name
    return None


def _is_actor(line: Line, mention: Mention) -> bool:
    return not is_located(line, mention) and line.word(mention.end) not in line.pack.grammar.lists["lands"]


def _is_counted(line: Line, mention: Mention) -> bool:
    """Whether a state is only named in what is counted ("killed 30 Merenian soldiers and destroyed two tanks")."""
    found = line.covering(mention.first)
    return found is not None and not found.weak and not found.single


def is_strike(line: Line, mention: Mention) -> bool:
    """Whether a state is named for what it fires: "Merenian shelling"."""
    return any(line.pack.causes.at(line.low, k) is not None for k in range(mention.end, mention.end + 3))


def is_attacker(line: Line, mention: Mention) -> bool:
    """Whether a state is named for its forces or strikes ("Merenian shelling"), not as where or who is counted."""
    armed = any(w in line.pack.grammar.lists["belligerents"] for w in line.low[mention.end : mention.end + 2])
    return mention.use in _PEOPLE and (armed or is_strike(line, mention))


def is_noun(line: Line, trigger: int) -> bool:
    """Whether the word of a measure is only a noun ("losses", "the deaths of"), so that its subject is no doer."""
    match = line.pack.measure_words.at(line.low, trigger)
    if match is None or match.value.of(Form.NOUN, Form.TOLL, Form.OF) is None:
        return False
    return match.value.of(Form.PAST, Form.ACTIVE, Form.PARTICIPLE, Form.DIES) is None


def is_plain(line: Line, first: int, last: int) -> bool:
    """Whether nothing but articles and modifiers stands between."""
    return all(
        w in ("the", "its", "their", "all", "a", "an") or (w[0].isalpha() and w not in line.pack.grammar.stops)
        for w in line.low[first:last]
    )


def _last_subject(line: Line, trigger: int, before: list[Mention]) -> Mention | None:
    """The last state before a verb that is not only where it happens; between them at most an aside in commas."""
    before = [m for m in before if not _is_counted(line, m)]
    for commas in (0, 2):
        for m in reversed(before):
            if not is_located(line, m) and line.low[m.end : trigger].count(",") == commas:
                return m
    return before[0] if before else None


def _is_clause_away(line: Line, subject: Mention, trigger: int) -> bool:
    """Whether the state stands in another clause than the verb, so that it need not be who did it."""
    between = line.low[subject.end : trigger]
    return len(between) > 12 or any(w in (",", ";", "that", "when", "while", "after", "because") for w in between)


def named_subject(line: Line, found: Found) -> str | None:
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


def stand_in(line: Line, p: int) -> str | None:
    """Whom a pronoun at word p stands for: the speaker, or the one spoken of."""
    said, raw = line.word(p), line.raw(p) if p < len(line.low) else ""
    if said in line.pack.grammar.lists["first_persons"] and not (len(raw) > 1 and raw.isupper()):  # "US" is no "us"
        return SELF
    return THEY if said in line.pack.grammar.lists["third_persons"] and not raw.isupper() else None
