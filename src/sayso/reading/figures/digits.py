"""Digits: numbers written in figures, with their scales, fractions, groups and signs."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reading.figures.lines import Line

HYPHENS = ("-", "–", "—", "‑")
_LARGEST = 1e15  # longer runs of digits are identifiers


@dataclass(frozen=True, slots=True)
class Number:
    """A number at words [first, end): low and high differ only for vague words. `share` where it is a part of one."""

    first: int
    end: int
    low: float
    high: float | None
    digits: bool = False
    scaled: bool = False
    vague: bool = False
    share: bool = False
    exclusive: bool = False
    weak: bool = False


def read_digits(line: Line, i: int) -> Number | None:
    try:
        value = float(line.low[i].replace(",", ""))
    except ValueError:  # digits of a script that float does not read
        return None
    numbers, j, scaled = line.pack.numbers, i + 1, False
    while len(line.low[i]) <= 3 and line.low[i].isdecimal() and _is_group(line, j) and value > 0:
        value, j = value * 1000 + float(line.low[j]), j + 1  # "10 000"
    following = line.word(j)
    if line.glued(j) and following in numbers.short_scales and _is_scale(line, i, following):
        value *= numbers.short_scales[following]
        j, scaled = j + 1, True
    while line.word(j) in numbers.scales:
        value *= numbers.scales[line.low[j]]
        j, scaled = j + 1, True
    if (
        not scaled
        and line.word(j) in ("mil", "mn", "bn", "mln", "bln", "tn", "trn")
        and line.word(j) in numbers.short_scales
    ):
        value *= numbers.short_scales[line.low[j]]
        j, scaled = j + 1, True
    if not scaled and line.word(j) in HYPHENS and line.word(j + 1) in numbers.scales and line.glued(j):
        value *= numbers.scales[line.low[j + 1]]
        j, scaled = j + 2, True
    if value > _LARGEST:
        return None
    part = _mixed(line, i)
    if part and not scaled and (line.word(i + 3) == "of" or _is_unit_at(line, i + 3)):
        return Number(i, i + 3, part, part, digits=True)
    half = _mixed(line, j)
    if half and not scaled and value == int(value):
        value, j = value + half, j + 3
        while line.word(j) in numbers.scales:
            value *= numbers.scales[line.low[j]]
            j, scaled = j + 1, True
    value = float(f"{value:.12g}")  # 8.2 million, not 8199999.999999999
    if (line.word(i - 1) == "minus" and line.word(i - 2) != "or") or _sign_before(line, i):
        value = -value
    return Number(i, j, value, value, digits=True, scaled=scaled)


def _is_group(line: Line, j: int) -> bool:
    """Whether word j is three digits after one space: the next group of a number."""
    said = line.word(j)
    return (
        len(said) == 3 and said.isdecimal() and line.text[line.end[j - 1] : line.start[j]] in (" ", "\u00a0", "\u202f")
    )


def _is_unit_at(line: Line, j: int) -> bool:
    match = line.pack.units.at(line.low, j)
    return match is not None and match.value.kind in ("mass", "volume", "length", "area", "time", "money")


def _mixed(line: Line, j: int) -> float:
    """The value of a fraction in digits at word j ("1/2"), 0 where there is none."""
    if line.word(j + 1) != "/" or not (line.glued(j + 1) and line.glued(j + 2)):
        return 0.0
    over, under = line.word(j), line.word(j + 2)
    if (
        len(over) != 1
        or len(under) != 1
        or not over.isdecimal()
        or not under.isdecimal()
        or not 0 < int(over) < int(under)
    ):
        return 0.0
    return int(over) / int(under)


def _sign_before(line: Line, i: int) -> bool:
    """Whether a minus sign stands before word i ("minus-5", "-5", "$-5", "-$5")."""
    sign = line.pack.money_before.ending(line.low, i)
    if sign is not None and line.word(i - sign.length - 1) in ("-", "−") and line.glued(i):
        return line.glued(i - sign.length) and not line.glued(i - sign.length - 1)
    if line.word(i - 1) not in ("-", "−") or not line.glued(i):
        return False
    if line.glued(i - 1) and line.pack.money_before.ending(line.low, i - 1) is not None:
        return True
    if line.word(i - 2) == "minus":
        return True
    changed = "." in line.low[i] or line.word(i + 1) in ("%", "percent")  # "FTSE -0.6%"
    return not line.glued(i - 1) and (changed or not line.capital(i - 2))


def _is_scale(line: Line, i: int, letters: str) -> bool:
    """Whether letters glued to digits are a scale: "m" is metres where no noun follows and no money stands before."""
    if letters in ("bn", "mn", "mln", "bln", "tn", "trn", "mil"):
        return True
    first = i - 2 if line.word(i - 1) in HYPHENS and line.word(i - 2)[:1].isdecimal() else i  # "€5-6m"
    if line.pack.money_before.ending(line.low, first) is not None:
        return True
    if letters == "k":
        return line.raw(i + 1) == "k" or line.pack.grammar.singular(line.word(i + 2)) is not None
    grammar = line.pack.grammar
    if line.word(i + 2) == "+" or line.low[i + 2 : i + 4] == ["-", "plus"]:
        return letters == "m" and line.raw(i + 1) == "m"
    for said in line.low[i + 2 : i + 7]:
        if not said[0].isalpha() or said in grammar.lists["after_metres"] or (said in grammar.stops and said != "and"):
            return False
        if grammar.singular(said) is not None:
            return True
    return False
