"""Standing: whether a number is a figure at all, or a date, an address or a mere two that a measure must take up."""

from __future__ import annotations

from sayso.reading.figures.digits import Number
from sayso.reading.figures.lines import Found, Line
from sayso.reading.figures.names import is_year
from sayso.reading.figures.rates import Counted


def stands(line: Line, number: Number, found: Found, counted: Counted, bounded: bool) -> bool:
    """Whether a number is a figure at all; small bare ones stand only where a measure or a whole takes them up."""
    before, after = line.word(found.first - 1), line.word(found.end)
    if counted.kind == "time" and not counted.age:
        return after != "ago" and not _is_anniversary(line, found)
    if not found.bare:
        return True
    if (
        line.capital(number.end)
        and line.word(number.end)[:1].isalpha()
        and line.low[number.first].isdecimal()
        and not number.scaled
    ):
        return False  # a house number: "4290 Melwood Road"
    if before in ("is", "was") and "number" in line.low[max(0, found.first - 4) : found.first]:
        return False
    age = _bare_age(line, found)
    if age:
        found.unit, found.kind, found.measure, found.bare = "year", "time", "age", False
        return True
    totalled = before == "of" and line.word(found.first - 2) in line.pack.grammar.lists["totalled"]
    if is_year(line, number) and not (bounded or totalled):
        return False
    found.weak = number.vague or not (
        number.digits and (number.scaled or "," in line.low[number.first] or "." in line.low[number.first] or bounded)
    )
    if found.weak and found.partitive and not number.vague:
        found.weak = False  # "eight of them"
    elif found.weak and number.digits:
        found.weak = not _is_complement(line, found)
    return True


def _is_complement(line: Line, found: Found) -> bool:
    """Whether a bare number ends what a verb or preposition opens: "fell 5 to 286", "an average of 12."."""
    before, after = line.word(found.first - 1), line.word(found.end)
    if before in line.pack.grammar.lists["before_bare"]:
        return True
    if after[:1].isalpha() and after not in line.pack.grammar.stops:
        return False
    return before in line.pack.grammar.lists["changes"]


def _is_anniversary(line: Line, found: Found) -> bool:
    return line.word(found.end) in ("anniversary", "birthday")


def _bare_age(line: Line, found: Found) -> bool:
    """ "Roe, 24," "aged 24", "who was 10", "turned 30"."""
    i, j = found.number, found.number_end
    if found.low is None or found.low != found.high or not 0 < found.low < 115 or j != i + 1:
        return False
    before, after = line.word(i - 1), line.word(j)
    if before in ("aged", "age", "ages") or (before == "of" and line.word(i - 2) == "age"):
        return True
    ends = after in (",", ";", ".", ")", "") or (after in ("who", "by", "when"))
    if before == "," and after in (",", ";", ".", ")", "and", "") and line.low[i][0].isdecimal():
        return (
            line.capital(i - 2)
            or line.low[i - 3 : i - 1] in (["jr", "."], ["sr", "."])
            or line.word(i - 2) in line.pack.grammar.lists["aged"]
        )
    if before == "turned" and ends:
        return True
    return before in ("was", "is", "be") and ends and line.word(i - 2) in ("who", "he", "she", "will", "i")
