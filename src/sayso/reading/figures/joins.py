"""Joins: two numbers that make one range, and one figure given twice in different units."""

from __future__ import annotations

from itertools import pairwise

from sayso.packs.measures import Form
from sayso.reading.figures.lines import Found, Line

_HYPHENS = frozenset("-–—‑")
_MEASURED = frozenset(
    ("length", "area", "volume", "mass", "money", "temperature", "speed", "power", "energy", "information", "share")
)


def join_ranges(line: Line) -> None:
    """Makes one figure of the two ends of a range: "10 to 15 people", "between $5 and $7 million", "5-10W"."""
    kept: list[Found] = []
    for found in line.figures:
        if kept and _is_range(line, kept[-1], found):
            kept[-1] = _merged(line, kept[-1], found)
        else:
            kept.append(found)
    line.figures = kept


def _is_range(line: Line, a: Found, b: Found) -> bool:
    between = line.low[a.end : b.first]
    if (a.low is None and b.low is None) or a.share or b.share or a.vague != b.vague:
        return False
    if not (
        a.bare
        or a.unit == b.unit
        or (a.measure == "age" and b.bare)
        or (a.unit and b.unit and b.unit.startswith(a.unit + " per"))
        or (b.bare and a.kind == "money")
    ):
        return False
    if between == ["and"]:
        ages = line.low[max(0, a.first - 4) : a.first] == ["between", "the", "ages", "of"]
        opens = ages or "between" in line.low[max(0, a.first - 2) : a.number]
        return opens and _first(a) < _first(b)
    if between == ["or"]:
        return a.bare and not b.bare and 0 < _first(b) - _first(a) <= max(2, _first(a)) and a.number_end - a.number == 1
    if _moves(line, a, b) or (a.kind == b.kind == "share" and _first(a) > _first(b)):
        return False
    if between == ["/"]:
        return a.kind == b.kind == "money"
    dashed = between[:1] != [] and all(w in _HYPHENS for w in between) and len(between) == 1
    if not dashed and between not in (["to"], ["to", "-"], ["-", "to", "-"], ["up", "to"]):
        return False
    if b.low is None and between:
        return False
    scaled_once = a.kind == b.kind == "money" and _scaled(line, b) and not _scaled(line, a) and _first(a) < 1000
    if scaled_once:
        return True  # "down from the $89 to $93 billion": one scale for both
    if not dashed and (_is_change(line, a) or (line.word(a.first - 1) == "by" and not a.bare)):
        return False
    if a.bare and b.bare and (a.weak or _first(a) >= _first(b)):
        return dashed and _first(a) < _first(b) and not a.weak
    if a.bare and a.number_end - a.number == 1 and _scaled(line, b) and not _scaled(line, a):
        return True
    return _first(a) < _first(b) or (not a.bare and not b.bare)


def _moves(line: Line, a: Found, b: Found) -> bool:
    """Whether the first number says by how much something moved to the second: "fell 5 to 286"."""
    moved = line.low[a.end : b.first] == ["to"] and line.word(a.first - 1) in line.pack.grammar.lists["changes"]
    return moved and a.bare == b.bare and not _scaled(line, b)


def join_ratios(line: Line) -> None:
    """Makes a share of "one in five people" and "1 in 4 children"."""
    kept: list[Found] = []
    for found in line.figures:
        last = kept[-1] if kept else None
        if last is not None and line.low[last.end : found.first] == ["in"] and _is_ratio(last, found):
            last.low = None if last.low is None else round(last.low / _first(found), 6)
            last.high = None if last.high is None else round(last.high / _first(found), 6)
            last.end, last.unit, last.kind, last.who = found.end, "share", "share", found.who
            last.share, last.partitive, last.bare, last.weak = True, True, False, False
        else:
            kept.append(found)
    line.figures = kept


def _is_ratio(a: Found, b: Found) -> bool:
    small = a.bare and a.end == a.number_end and 1 <= _first(a) < _first(b) <= 10000
    return small and b.first == b.number and b.low == b.high and b.kind not in ("time", *_MEASURED) and not b.vague


def _is_change(line: Line, a: Found) -> bool:
    """Whether the two numbers are before and after of a change: "rose from 10 to 15"."""
    before = line.low[max(0, a.first - 5) : a.first]
    return "from" in before[-2:] and any(w in line.pack.grammar.lists["changes"] for w in before)


def _first(found: Found) -> float:
    return found.low if found.low is not None else found.high or 0.0


def _scaled(line: Line, found: Found) -> bool:
    numbers = line.pack.numbers
    return any(w in numbers.scales or w in numbers.short_scales for w in line.low[found.number + 1 : found.number_end])


def _scale(line: Line, found: Found) -> float:
    numbers, factor = line.pack.numbers, 1.0
    for said in line.low[found.number + 1 : found.number_end]:
        factor *= numbers.scales.get(said) or numbers.short_scales.get(said) or 1.0
    return factor


def _merged(line: Line, a: Found, b: Found) -> Found:
    low, high = _first(a), b.high if b.high is not None else _first(b)
    if (a.bare or a.kind == "money") and not _scaled(line, a) and _scaled(line, b) and low < 1000:
        low *= _scale(line, b)
    low, high = min(low, high), max(low, high)
    b.first, b.number = a.first, a.number
    b.low, b.high = (None if a.low is None else low), high
    b.approximate = a.approximate or b.approximate
    if b.bare and not a.bare:
        b.unit, b.kind, b.bare = a.unit, a.kind, False
    opened = "between" in line.low[max(0, a.first - 2) : a.number]
    b.weak, b.measure = b.weak and a.weak and not opened, b.measure or a.measure
    return b


def pass_on_units(line: Line) -> None:
    """Gives a bare number the unit of the one beside it: "four- and six-cylinder", "3 million, up from 2"."""
    figures = line.figures
    for i in range(len(figures) - 2, -1, -1):
        a, b = figures[i], figures[i + 1]
        hyphen = line.word(a.end) in _HYPHENS and line.glued(a.end)
        if a.bare and hyphen and not b.bare and b.first - a.end <= 3:
            a.unit, a.kind, a.who, a.bare, a.weak, a.end = b.unit, b.kind, b.who, False, False, a.end + 1
    for i, (a, b) in enumerate(pairwise(figures)):
        if i and a.kind == "time" and line.low[b.number_end : b.number_end + 2] == ["of", "them"]:
            a = figures[i - 1]  # "90 patients in 48 hours, 12 of them"
        if a.measure == "age" and b.weak and line.low[a.end : b.first] in ([","], ["and"], ["or"], [",", "and"]):
            ends = line.word(b.end) in (",", "and", "or", ".", ")", ";", "")
            if ends and 0 < _first(b) < 115 and a.end == a.number_end:
                b.unit, b.kind, b.measure, b.bare, b.weak = a.unit, a.kind, "age", False, False
            continue
        if a.bare and b.kind in ("share", "money") and line.low[a.end : b.first] in (["from"], ["to"]):
            a.unit, a.kind, a.bare, a.weak = b.unit, b.kind, False, False  # "3.6 from 3.8 percent"
        if not b.bare or a.bare or a.unit is None or a.kind == "time" or a.share:
            continue
        between = line.low[a.end : b.first]
        if line.low[b.end : b.end + 2] in (["more", "than"], ["fewer", "than"], ["less", "than"]) and len(between) <= 6:
            b.unit, b.kind, b.who, b.role, b.bare, b.weak = a.unit, a.kind, a.who, a.role, False, False
            continue
        if between == ["from"] and a.kind in _MEASURED and not b.vague:
            b.unit, b.kind, b.bare, b.weak = a.unit, a.kind, False, False  # "1.2 billion euros from 1.6 billion"
            continue
        moved = line.word(a.first - 1) in line.pack.grammar.lists["changes"]
        score = a.unit == "percent" and between in (["to"], ["-"], ["–"]) and not moved
        if score or (between == ["to"] and a.kind not in (*_MEASURED, "time")):  # "214 votes to 198"
            b.unit, b.kind, b.bare, b.weak = a.unit, a.kind, False, False
        elif _is_parallel(line, a, b) or (
            a.kind != "share" and 0 < len(between) <= 8 and _compares(between) and (not b.weak or "from" in between)
        ):
            b.unit, b.kind, b.who, b.role, b.bare, b.weak = a.unit, a.kind, a.who, a.role, False, False


def _is_parallel(line: Line, a: Found, b: Found) -> bool:
    """Whether a bare number leaves out the unit that a parallel phrase before it has: "84 cents, while the lowest is
    74", "1.2 million users in 2031 and 4.5 million in 2032"."""
    between = line.low[a.end : b.first]
    if line.low[b.number_end : b.number_end + 2] == ["of", "them"] and len(between) <= 12:
        measured = line.pack.measure_words.at(line.low, a.end - 1)
        return measured is None or measured.value.of(Form.NOUN) is None
    if not between or len(between) > 10 or b.vague or line.word(b.number_end)[:1] == "-":
        return False
    following = line.word(b.end)
    if following[:1].isalpha() and following not in line.pack.grammar.prepositions:
        return False
    if _scaled(line, b):
        return _scaled(line, a) and len(between) <= 6 and ("and" in between or "," in between)
    if between[-1] in ("against", "versus", "vs", "than"):
        return a.kind in _MEASURED
    if between[0] == following == "in" and between[-1] == "and" and a.measure is None:
        return True  # "five games in 2029 and seven in 2030"
    if between[-1] == "and" and "in" in between and following in ("last", "this", "in", "a", "next"):
        return a.kind in _MEASURED or a.kind == "angle"  # "1.4 degrees in 2028 and 2.1 last year"
    contrast = any(w in ("while", "but", "whereas") for w in between)
    return a.kind in _MEASURED and contrast and between[-1] in line.pack.grammar.lists["before_bare"]


def take_parts(line: Line) -> None:
    """ "22 of the 71 patients": the first counts the same as the second, and is a part of it."""
    for a, b in pairwise(line.figures):
        between = line.low[a.end : b.first]
        out_of = line.pack.grammar.lists["out_of"] | line.pack.grammar.possessives
        if 0 < len(between) <= 4 and "of" in between and all(w in out_of for w in between):
            if a.bare or a.unit is None:
                a.unit, a.kind, a.who, a.role, a.bare, a.weak = b.unit, b.kind, b.who, b.role, False, False
            if b.kind not in ("time", "money") and a.measure != "age":
                a.wholes.append(b)
                a.fraction = True
        elif between == [","] and line.low[max(0, a.first - 2) : a.first][:1] in (["of"], ["out"]) and b.bare:
            b.unit, b.kind, b.who, b.role, b.bare, b.weak = a.unit, a.kind, a.who, a.role, False, False
            b.wholes.append(a)
            b.fraction = True


def _compares(between: list[str]) -> bool:
    """Whether the words between two figures compare them or take one out of the other."""
    if between[-1] in ("including", "from") or between[-2:] in (
        ["compared", "with"],
        ["compared", "to"],
        ["than", "the"],
    ):
        return (
            between[-1] == "including"
            or between[-2:-1] in (["up"], ["down"], ["compared"], [","])
            or "compared" in between
        )
    if between[-1] in ("versus", "against", "vs"):
        return len(between) <= 3
    return between[-1] == "and" and 2 <= len(between) <= 4 and "in" in between


def join_twins(line: Line) -> None:
    """Marks a figure that says the one before it again: "18 miles (30km)", "10 km, or 6 miles,"."""
    for a, b in pairwise(line.figures):
        between = line.low[a.end : b.first]
        bracket = (between == ["("] and line.word(b.end) in (")", ",", ";", "in")) or between == ["/"]
        other = between in ([",", "or"], ["or"], ["(", "or"], ["(", "about"]) and a.kind == b.kind and a.unit != b.unit
        if not (bracket or other) or a.kind != b.kind or a.kind not in _MEASURED or a.unit == b.unit:
            continue
        b.twin = a
        b.approximate = b.approximate or a.approximate
        if b.low == b.high and a.low is None:
            b.low = None
        elif b.low == b.high and a.high is None:
            b.high = None
        b.exclusive = b.exclusive or a.exclusive
