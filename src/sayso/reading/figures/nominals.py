"""Nominals: measures that adjectives, nouns and tolls say."""

from __future__ import annotations

from sayso.packs.measures import Form
from sayso.reading.figures.arguments import subject_of
from sayso.reading.figures.giving import give, is_single, take
from sayso.reading.figures.lines import Found, Line
from sayso.reading.figures.persons import Person, person_before, read_person
from sayso.reading.figures.triggers import Trigger

# How many words behind a toll its number may stand: "losses of the armed forces of X in the Y direction came to 30".
_TOLL, _TOLL_OF = 12, 20


def apply_noun(line: Line, trigger: Trigger, people: bool) -> None:
    """ "40 deaths", "20 casualties": the noun is what is counted. Nouns for people ("hostages") yield to a verb."""
    name = trigger.word.of(Form.NOUN)
    if name is None:
        return
    found = line.covering(trigger.first)
    if found is None or (found.kind == "people") != people or found.measure is not None:
        return
    if found.number_end > trigger.first or trigger.end < found.end:
        return
    found.end = max(found.end, trigger.end)
    give(line, found, name, trigger.first)
    if line.pack.measures[name].counts == "people" or name in ("lost",):
        found.unit, found.kind = "person", "people"


def apply_adjective(line: Line, trigger: Trigger, name: str) -> None:
    """ "30 dead", "two people were dead", "left five injured"."""
    i = trigger.first
    found = line.covering(i)
    if found is not None:
        if found.number_end <= i and found.measure is None:
            give(line, found, name, i)
        return
    p = i
    while p > 0 and (
        line.low[p - 1] in line.pack.grammar.be
        or line.low[p - 1] in line.pack.grammar.adverbs
        or line.low[p - 1].endswith("ly")
        or line.low[p - 1] in ("more", "others", "left", "lay", "lying", "listed", "as")
    ):
        p -= 1
    taken = (line.covering(p - 1) if p > 0 else None) or (subject_of(line, i) if p < i else person_before(line, i))
    take(line, taken, name, trigger.first)


def apply_toll(line: Line, trigger: Trigger, name: str) -> None:
    """ "The death toll rose to 40", "losses: 300 men"."""
    reach = _TOLL_OF if line.word(trigger.end) == "of" else _TOLL
    for p in range(trigger.end, min(len(line.low), trigger.end + reach)):
        found = line.covering(p)
        if found is not None:
            if (
                found.low is not None
                and line.low[found.first - 1 : found.first] == ["from"]
                and line.word(found.end) == "to"
            ):
                continue
            if found.kind == "time" and p <= trigger.end + 4:
                continue  # "losses over 24 hours came to 410 people"
            if found.kind in (None, "people", "equipment") and not (
                found.kind is None and not found.bare and line.pack.measures[name].counts == "people"
            ):
                give(line, found, name, trigger.first)
            return
        if line.low[p] in (";", ".") or (line.low[p] == "," and p > trigger.end + 6):
            return


def apply_of(line: Line, trigger: Trigger, name: str) -> None:
    """ "The death of Ana Roe", "the loss of 20 tanks", "the man's murder"."""
    p = trigger.end
    if line.word(p) == "of":
        p += 1
        while (
            line.word(p) in ("all", "as", "many", "the")
            and line.covering(p) is None
            and line.covering(p + 1) is not None
        ):
            p += 1
        found = line.covering(p)
        taken: Found | Person | None = found if found is not None else read_person(line, p)
        if isinstance(taken, Found) and taken.kind in ("time", "money"):
            return
        take(line, taken, name, trigger.first)
        return
    if not is_single(line, name) or line.pack.grammar.singular(line.low[trigger.end - 1]) is not None:
        return
    i = trigger.first
    if line.word(i - 1) in ("his", "her"):
        take(line, Person(i - 1, i, None, True), name, trigger.first)
    elif line.word(i - 1) in ("'s", "’s", "’", "'"):
        take(line, person_before(line, i - 1), name, trigger.first)
