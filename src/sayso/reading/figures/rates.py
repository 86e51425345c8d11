"""Rates: what a number counts, and over what it counts ("$52 a barrel", "hours a week", "km/h")."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reading.figures.lines import Line

HYPHENS = frozenset("-–‑")
_MEASURED = frozenset(("volume", "mass", "energy", "time", "power"))


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: unit and kind of measurement, the words [first, end) that say it with the number."""

    first: int
    end: int
    unit: str | None = None
    kind: str | None = None
    who: str | None = None
    role: bool = False
    side: str | None = None
    age: bool = False
    attributive: bool = False
    partitive: bool = False


def rated(line: Line, counted: Counted) -> Counted:
    """The unit with its rate: "$52 a barrel", "hours a week", "per day", "km/h"."""
    j = counted.end
    if counted.unit is None or counted.age:
        return counted
    said = line.word(j)
    if said == "/" and line.glued(j) and line.glued(j + 1) and line.low[j + 1][0].isalpha():
        over = line.pack.units.at(line.low, j + 1)
        return _with_rate(counted, over.value.name if over else line.low[j + 1], j + 2)
    if said == "of" and counted.kind in _MEASURED:
        return _rated_after_stuff(line, counted)
    if said not in line.pack.grammar.rates:
        return counted
    if said == "a" and line.word(j + 1) == "quarter" and line.word(j + 2) != "of":
        return _with_rate(counted, "quarter", j + 2)
    over = line.pack.units.at(line.low, j + 1)
    if said == "per" and j + 1 < len(line.low) and line.low[j + 1][0].isalpha():
        name = over.value.name if over is not None and not over.value.plural else line.low[j + 1]
        return _with_rate(counted, name, j + 1 + (over.length if over is not None else 1))
    if said in ("a", "an") and counted.kind == "money" and line.word(j + 1) in line.pack.grammar.rated:
        return _with_rate(counted, line.low[j + 1], j + 2)
    timed = over is not None and over.value.kind in ("time", "volume", "mass", "length", "area", "energy")
    if over is not None and timed and not over.value.plural and line.word(j + 1 + over.length) not in HYPHENS:
        if said == "a" and over.value.name == "day" and line.word(j + 2) in ("before", "after", "earlier", "later"):
            return counted
        if said in ("a", "an") and line.word(j + 2) in ("ago", "later", "earlier", "before", "after"):
            return counted
        if line.word(j + 1) == "second" and line.word(j + 2)[:1].isalpha():
            return counted  # "hit two people a second time"
        return _with_rate(counted, over.value.name, j + 1 + over.length)
    return counted


def _rated_after_stuff(line: Line, counted: Counted) -> Counted:
    """The rate after what is measured: "12,000 cubic feet of gas a day", "150 minutes of exercise a week"."""
    k = counted.end + 1
    while k < counted.end + 4 and line.word(k)[:1].isalpha() and line.word(k) not in line.pack.grammar.stops:
        k += 1
    over = line.pack.units.at(line.low, k + 1) if line.word(k) in ("a", "an", "per", "each", "every") else None
    if over is None or k == counted.end + 1 or over.value.kind != "time" or over.value.plural:
        return counted
    if line.word(k + 2) in ("ago", "later", "earlier", "before", "after"):
        return counted
    return _with_rate(counted, over.value.name, k + 2)


def _with_rate(counted: Counted, over: str, end: int) -> Counted:
    kind = "speed" if counted.kind == "length" and over in ("hour", "second", "minute") else counted.kind
    return Counted(
        counted.first,
        end,
        f"{counted.unit} per {over}",
        kind,
        counted.who,
        counted.role,
        counted.side,
        partitive=counted.partitive,
    )
