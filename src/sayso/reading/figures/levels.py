"""Levels: numbers whose unit the words around them leave out - where an index stands, a price given in two moneys."""

from __future__ import annotations

from sayso.reading.figures.lines import Found, Line

_MOVES = frozenset(("up", "down", "off"))


def name_levels(line: Line) -> None:
    """Gives points to bare numbers at which an index stands, and to a price the money of the one before it."""
    for i, found in enumerate(line.figures):
        if not found.bare or found.low is None or found.vague:
            continue
        if _is_level(line, found, i):
            found.unit, found.kind, found.bare, found.weak = "point", "count", False, False
            continue
        money = _money_before(line, i)
        if money is not None:
            found.unit, found.kind, found.bare, found.weak = money.unit, money.kind, False, False


def _is_level(line: Line, found: Found, i: int) -> bool:
    """ "The index fell 112 points to 8,214.5", "(16,369.03, up 58.06 points)"."""
    said = line.low[found.number]
    if "," not in said and "." not in said:
        return False
    after = line.figures[i + 1] if i + 1 < len(line.figures) else None
    if after is not None and after.unit == "point" and set(line.low[found.end : after.first]) <= _MOVES | {","}:
        return True
    before = line.word(found.first - 1)
    if before not in ("to", "at", "around", "near") and line.low[found.first - 2 : found.first] != ["of", "a"]:
        return False
    if line.word(found.end)[:1].isalpha() and line.word(found.end) not in line.pack.grammar.stops:
        return False
    points = any(f.unit == "point" for f in line.figures)
    return points or any(w in line.pack.grammar.lists["indices"] for w in line.low[: found.first])


def _money_before(line: Line, i: int) -> Found | None:
    """The price that a bare number goes on from: "2.4 million yen ($22,480) for one and 2.3 million ($21,972)"."""
    figures = line.figures
    if i < 2 or i + 1 >= len(figures) or not _is_bracketed(line, figures[i], figures[i + 1]):
        return None
    first, twin = figures[i - 2], figures[i - 1]
    same = first.kind == "money" and _is_bracketed(line, first, twin) and twin.unit == figures[i + 1].unit
    return first if same else None


def _is_bracketed(line: Line, a: Found, b: Found) -> bool:
    return b.kind == "money" and line.low[a.end : b.first] == ["("]
