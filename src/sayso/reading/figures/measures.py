"""Measures: what became of what is counted, from verbs in active, passive and reduced form, and from nominals."""

from __future__ import annotations

from sayso.packs.measures import Form
from sayso.reading.figures.arguments import object_of, subject_of
from sayso.reading.figures.giving import give, take
from sayso.reading.figures.lines import Found, Line
from sayso.reading.figures.nominals import apply_adjective, apply_noun, apply_of, apply_toll
from sayso.reading.figures.persons import Person, person_before
from sayso.reading.figures.triggers import Trigger, voice_of


def apply_triggers(line: Line, triggers: list[Trigger]) -> None:
    """Gives figures the measures that words beside them say, and adds one person for each single victim."""
    for trigger in triggers:
        apply_noun(line, trigger, people=False)
    for trigger in triggers:
        word = trigger.word
        if _is_modifier(line, trigger):
            continue
        taking = word.of(Form.TAKING)
        if taking is not None and _takes_lives(line, trigger, taking):
            continue
        name = word.of(Form.PAST, Form.ACTIVE, Form.PARTICIPLE)
        if name is not None:
            _apply_verb(line, trigger, _joined_measure(line, triggers, trigger, name))
        died = word.of(Form.DIES)
        if died is not None:
            take(line, subject_of(line, trigger.first), died, trigger.first)
        adjective = word.of(Form.ADJECTIVE)
        if adjective is not None:
            apply_adjective(line, trigger, adjective)
    for trigger in triggers:
        toll = trigger.word.of(Form.TOLL)
        if toll is not None:
            apply_toll(line, trigger, toll)
        of = trigger.word.of(Form.OF)
        if of is not None:
            apply_of(line, trigger, of)
    for trigger in triggers:
        apply_noun(line, trigger, people=True)


def _takes_lives(line: Line, trigger: Trigger, name: str) -> bool:
    """ "Cost 600 lives": whether the verb's object is lives, which then has the measure."""
    taken = object_of(line, trigger.end)
    lives = isinstance(taken, Found) and line.low[taken.end - 1] in ("lives", "life")
    return lives and isinstance(taken, Found) and give(line, taken, name, trigger.first)


def _is_modifier(line: Line, trigger: Trigger) -> bool:
    """Whether the word stands inside a counted phrase ("seven infantry fighting vehicles")."""
    found = line.covering(trigger.first)
    return found is not None and trigger.word.of(Form.ADJECTIVE) is None and trigger.end <= found.end


def _joined_measure(line: Line, triggers: list[Trigger], trigger: Trigger, name: str) -> str:
    """What several joined verbs say together: "killed, injured or captured" is lost."""
    names, p = [name], trigger.first
    for other in reversed([t for t in triggers if t.end <= trigger.first]):
        if other.end != p - 1 or line.low[p - 1] not in ("or", ","):
            break
        said = other.word.of(Form.PAST, Form.PARTICIPLE, Form.ACTIVE)
        if said is None:
            break
        names.append(said)
        p = other.first
    return line.pack.common(names) if len(names) > 1 and "or" in line.low[p : trigger.first] else name


def _apply_verb(line: Line, trigger: Trigger, name: str) -> None:
    form = next(f for f, _ in trigger.word.forms if f in (Form.PAST, Form.ACTIVE, Form.PARTICIPLE))
    voice = voice_of(line, trigger.first)
    by = line.word(trigger.end) == "by"
    if form is not Form.ACTIVE and (voice == "passive" or by):
        subject = subject_of(line, trigger.first)
        lives = isinstance(subject, Found) and line.low[subject.end - 1] in ("life", "lives")
        take(line, subject, (trigger.word.of(Form.TAKING) if lives else None) or name, trigger.first)
        return
    taken = object_of(line, trigger.end)
    if form is Form.PARTICIPLE and voice != "perfect":
        taken = None
    follows = line.word(trigger.end) in line.pack.grammar.lists["after_participles"] or trigger.end >= len(line.low)
    if taken is not None and not (isinstance(taken, Found) and follows and _adjacent(line, trigger.first) is not None):
        take(line, taken, name, trigger.first)
    elif (
        form is not Form.ACTIVE
        and voice != "perfect"
        and (follows or form is Form.PARTICIPLE or _opens_no_object(line, trigger.end))
    ):
        take(line, _adjacent(line, trigger.first), name, trigger.first)


def _opens_no_object(line: Line, i: int) -> bool:
    """Whether word i begins no object, so that the verb before it may be passive ("Teen shot twice")."""
    said = line.word(i)
    if said in line.pack.grammar.adverbs or said in line.pack.grammar.prepositions:
        return True
    grammar = line.pack.grammar
    return said[:1].isalpha() and said not in grammar.stops and not line.capital(i) and grammar.singular(said) is None


def _adjacent(line: Line, i: int) -> Found | Person | None:
    """The figure or person directly before word i, adverbs passed: "20 people [reportedly] killed in"."""
    p = i
    while (
        p > 0
        and (line.low[p - 1] in line.pack.grammar.adverbs or line.low[p - 1].endswith("ly"))
        and line.covering(p - 1) is None
    ):
        p -= 1
    if line.word(p - 1) in ("and", "or") and (line.word(p - 2).endswith("ed") or line.word(p - 2) == "shot"):
        return _adjacent(line, p - 2)
    if line.word(p - 1) in ("been", "being", "were", "was"):
        return None
    return (line.covering(p - 1) if p > 0 else None) or person_before(line, p)
