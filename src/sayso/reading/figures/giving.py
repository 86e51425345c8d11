"""Giving: a figure takes a measure where the two go together; one person without a number becomes a figure of one."""

from __future__ import annotations

from sayso.reading.figures.lines import Found, Line
from sayso.reading.figures.persons import Person

_COUNTABLE = frozenset(("people", "equipment", "building", "formation", "event", "land", "share", None))
_LANDS = frozenset(("captured", "seized", "held", "liberated", "lost"))


def take(line: Line, taken: Found | Person | None, name: str, trigger: int) -> None:
    """Gives what was found as argument the measure; a single person becomes a figure where the pack counts such."""
    if isinstance(taken, Person):
        if not is_single(line, name) or (line.covering(taken.first) is not None and not _only_ages(line, taken)):
            return
        taken = _victim(line, taken)
    elif taken is not None:
        part = next(
            (f for f in line.figures if f.fraction and f.end <= taken.first and any(w is taken for w in f.wholes)), None
        )
        if part is not None and taken.first - part.end <= 4:
            if line.word(taken.end) in ("who", "that", "which"):
                give(line, taken, name, trigger)  # "one of the two people who died": both did
            taken = part
    if taken is not None:
        give(line, taken, name, trigger)


def is_single(line: Line, name: str) -> bool:
    """Whether one person without a number counts under the measure."""
    return name in line.pack.singly and line.pack.measures[name].counts == "people"


def _only_ages(line: Line, person: Person) -> bool:
    """Whether all figures inside the phrase are ages ("a 17-year-old boy")."""
    inside = [f for f in line.figures if f.first < person.end and person.first < f.end]
    return all(f.measure == "age" for f in inside)


def _victim(line: Line, person: Person) -> Found:
    for found in line.figures:
        if found.number == person.first and found.definite == person.definite and found.end == person.end:
            return found
    found = Found(person.first, person.end, person.first, person.first + 1, 1.0, 1.0, unit="person", kind="people")
    found.who, found.definite, found.victim = person.who, person.definite, True
    line.figures.append(found)
    line.figures.sort(key=lambda f: (f.first, f.end))
    return found


def give(line: Line, found: Found, name: str, trigger: int) -> bool:
    """Gives a figure a measure where the two go together; whether it did."""
    measure = line.pack.measures[name]
    if found.measure is not None and (found.measure != "shot" or name == "shot"):
        return False
    if found.kind not in _COUNTABLE and not (found.kind == "area" and name in _LANDS):
        return False
    if measure.counts == "people" and found.kind in ("equipment", "building", "land", "event"):
        return False
    if found.attributive and found.kind is None:
        return False
    people = found.kind == "people"
    if people and measure.people is not None and found.who == "soldiers":
        name = measure.people
    elif people and measure.counts == "things" and (found.single or not line.pack.is_within(name, "lost")):
        return False
    if found.kind == "share" and not (found.partitive or line.word(found.end) == "of"):
        return False
    found.measure, found.trigger, found.trigger_end, found.weak = name, trigger, trigger + 1, False
    if found.role or (measure.counts == "people" and found.bare):
        found.unit, found.kind, found.bare = "person", "people", False
    return True
