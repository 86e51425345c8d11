"""Restated: a bare number that counts again what the sentence, or the one before it, has counted."""

from __future__ import annotations

from sayso.reading.figures.lines import Found, Line
from sayso.reading.figures.owners import unsaid_owner

_FARTHEST = 24  # words between what is counted and its other number
_NEAR = 4  # words from "puts" or "adds up" to the number
_COUNTABLE = frozenset(("people", "equipment", "building", "formation", "land", "event"))


def restate(line: Line) -> None:
    """ "38 schools had been damaged, a figure the ministry puts at 41"; "31,600 men, which add up to 24,000"."""
    counted: Found | None = None
    for found in line.figures:
        if found.bare and found.measure is None and counted is not None and _is_restated(line, counted, found):
            found.unit, found.kind, found.who, found.role = counted.unit, counted.kind, counted.who, counted.role
            found.measure, found.trigger, found.trigger_end = counted.measure, counted.trigger, counted.trigger_end
            found.bare, found.weak, found.again = False, False, counted
        elif not (found.weak or found.bare) and found.kind in _COUNTABLE:
            counted = found


def _is_restated(line: Line, counted: Found, found: Found) -> bool:
    if found.first - counted.end > _FARTHEST or line.word(found.first - 1) not in ("at", "to"):
        return False
    return any(w in line.pack.grammar.lists["restating"] for w in line.low[max(0, found.first - _NEAR) : found.first])


def fits(line: Line, counted: Found, found: Found) -> bool:
    """Whether a bare number with a measure may count what was counted before: people are not destroyed, and a name
    behind the number says what else it counts ("four Himar systems")."""
    measure = line.pack.measures[found.measure or ""]
    things = measure.counts == "things" and counted.kind == "people" and measure.people is None
    return not things and not (line.capital(found.end) and line.word(found.end)[:1].isalpha())


def fill_from(before: Line, line: Line) -> None:
    """ "The brigades got 8,000 men. He demanded that no more than 2,000 be sent": a measured number without a noun."""
    counted = [f for f in before.figures if not (f.weak or f.bare) and f.kind in _COUNTABLE and f.measure != "age"]
    if not counted:
        return
    for found in line.figures:
        if found.bare and found.measure is not None and not found.weak and found.unit is None:
            if not fits(line, counted[-1], found):
                continue
            found.unit, found.kind, found.who, found.bare = counted[-1].unit, counted[-1].kind, counted[-1].who, False
            if found.kind == "people":
                found.unit = "person"
                found.measure = line.pack.measures[found.measure].people or found.measure
            found.of = found.of or unsaid_owner(line, found)
