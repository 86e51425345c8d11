"""Bounds: the words around a number that open it below or above, or make it approximate."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reading.figures.digits import Number
from sayso.reading.figures.lines import Line

_NO_BOUND_BEFORE = frozenset(("over", "under", "about", "above", "below", "around", "the"))


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the words around a number make of it, and where they begin and end."""

    low: float | None
    high: float | None
    exclusive: bool
    approximate: bool
    first: int
    end: int
    bounded: bool


def read_bounds(line: Line, number: Number, first: int, after: tuple[int, ...]) -> Bounds:
    """The bounds of a number whose words, with a sign of money, begin at `first`; `after`: where words may follow."""
    kinds: list[str] = []
    begin = first
    for _ in range(0 if number.exclusive else 3):
        match = line.pack.before.ending(line.low, begin)
        if match is None or _is_else(line, begin - match.length, match.length):
            break
        begin -= match.length
        kinds.append(match.value)
    end = number.end
    for at in after:
        follows = line.pack.after.at(line.low, at)
        if follows is not None and _belongs(line, at, follows.length):
            kinds.append(follows.value)
            end = max(end, at + follows.length)
            break
    low, high = number.low, number.high
    kind = next((k for k in kinds if k.startswith(("floor", "ceiling"))), None)
    bounded = bool(kinds)
    if kind is not None and kind.startswith("floor"):
        high = None
    elif kind is not None:
        low = number.high if number.high is not None else number.low
        return Bounds(None, low, kind.endswith("exclusive"), False, begin, end, bounded)
    exclusive = number.exclusive or (kind is not None and kind.endswith("exclusive"))
    return Bounds(low, high, exclusive, kind is None and "about" in kinds, begin, end, bounded)


def _is_else(line: Line, at: int, length: int) -> bool:
    """Whether the word is no bound here: "over the", "about" after a verb of speech, a letter c alone."""
    said = line.low[at]
    if length == 1 and said in ("c", "ca"):
        return line.word(at - 1) not in ("(", ",")
    if said == "over" and length == 1:
        return line.word(at - 1) in line.pack.grammar.lists["no_bound_over"]
    if said == "the" or (said == "up" and line.word(at - 1) in line.pack.grammar.lists["restating"]):
        return True  # "which add up to 40"
    return said in ("above", "below", "under") and line.word(at - 1) in ("points", "degrees", "from", "percent", "%")


def _belongs(line: Line, at: int, length: int) -> bool:
    """Whether words after the number bound it, rather than the next number ("and at least 5")."""
    said = line.low[at]
    if said in ("+", "-"):
        return line.glued(at)
    if line.word(at + length) == "than":
        return False  # "3,000 tonnes and more than 450": the next number's
    if said in ("plus", "approximately", "odd", "at"):
        following = line.word(at + length)
        return not (
            following[:1].isdecimal() or following in line.pack.numbers.first or following in ("a", "an", "the")
        )
    return True
