"""Which year an expression names: in digits, in words, by another ("of the previous year"), or by none."""

from __future__ import annotations

from dataclasses import replace

from sayso.reading.times.clues import Clue, Sense
from sayso.reading.times.moments import Grain, Moment
from sayso.records import TimeType

# "'31" is of the century that puts it no more than this far after publication.
_AHEAD = 15
_BACK = {"last": -1, "past": -1, "previous": -1, "latest": -1, "next": 1, "following": 1, "coming": 1}
_FROM_FOCUS = frozenset({"same", "that", "that same", "previous", "following"})


def named_year(clue: Clue) -> int | None:
    """The year that the expression names, 1 BC being 0; None where it names none."""
    if clue.has("year"):
        said = "".join(c for c in clue.part("year") if c.isdecimal())
        if not said or len(said) > 4:
            return None
        year = int(said)
        if clue.part("era") in ("BC",):
            return 1 - year
        return full_year(clue, year) if len(said) == 2 and not clue.has("era") else year
    if clue.has("which"):
        return counted_year(clue, clue.part("which"))
    return None


def full_year(clue: Clue, two: int) -> int:
    """A year from its last two digits."""
    published = clue.setting.published
    latest = (published.year or 2030) + _AHEAD if published else 2030
    century = latest // 100 * 100
    return century + two if century + two <= latest else century - 100 + two


def counted_year(clue: Clue, side: str) -> int | None:
    """The year that "last", "this", "that", "the previous" year is; None without a year to count from."""
    setting = clue.setting
    held = setting.told if side in _FROM_FOCUS else setting.published or setting.focus
    if held is None or held.year is None:
        return None
    return held.year + _BACK.get(side, 0)


def whole_year(clue: Clue) -> Sense | None:
    """ "2031", "early 2031", "the year 2031", "fiscal 2031", "480 BC"."""
    year = named_year(clue)
    if year is None or not _is_year(clue) or (clue.kind == "year.after" and clue.part("era") != "AD"):
        return None
    quarter = clue.setting.quarter
    if clue.kind == "year.period" and quarter:  # the same quarter of that year
        return replace(clue.dated(replace(quarter, year=year)), moment=None)
    return clue.dated(Moment(Grain.YEAR, year), around=clue.has("around"))


def year_range(clue: Clue) -> tuple[Sense, ...]:
    """ "1999-2003", "2030-31": two years."""
    first = named_year(clue)
    said = clue.part("year2")
    if clue.part("era") == "BC":
        return _era_range(clue)
    if first is None or not said.isdecimal() or len(said) not in (2, 4):
        return ()
    last = int(said) if len(said) == 4 else first // 100 * 100 + int(said)
    if last <= first:
        return ()
    at = clue.match.start("year2")
    begin, end = clue.dated(Moment(Grain.YEAR, first)), clue.dated(Moment(Grain.YEAR, last))
    return replace(begin, first=clue.first, end=at - 1), replace(end, first=at, end=clue.end)


def _era_range(clue: Clue) -> tuple[Sense, ...]:
    """ "499-493 BC": the era stands once."""
    first, last = (int(clue.part(name)) if clue.part(name).isdecimal() else 0 for name in ("year", "year2"))
    if not 0 < last < first:
        return ()
    at = clue.match.start("year2")
    begin, end = clue.dated(Moment(Grain.YEAR, 1 - first)), clue.dated(Moment(Grain.YEAR, 1 - last))
    return replace(begin, first=clue.first, end=at - 1), replace(end, first=at, end=clue.end)


def spoken_year(clue: Clue) -> Sense | None:
    """ "nineteen ninety-seven", "two thousand" after "the year"."""
    numbers = [int(x) for x in clue.part("spoken").split() if x.isdecimal()]
    if len(numbers) < 2:
        return None
    if numbers[1] == 1000:
        # Without "the year" it is a count.
        return clue.dated(Moment(Grain.YEAR, 2000)) if clue.is_a(clue.first, "THE", "UNIT") else None
    year = numbers[0] * 100 + sum(numbers[1:])
    if numbers[0] < 17:
        return None
    if clue.has("month"):
        return clue.dated(Moment(Grain.MONTH, year, int(clue.part("month"))))
    return clue.dated(Moment(Grain.YEAR, year))


def decade(clue: Clue) -> Sense | None:
    """ "the 1990s", "the nineties", "the early '80s", "the 470s BC"."""
    said = clue.part("decade")
    digits = "".join(c for c in said if c.isdecimal())
    if clue.has("era") and clue.part("era") == "BC":
        return clue.dated(Moment(Grain.DECADE, -int(digits or 0) - 4))
    if len(digits) == 3:
        return None
    if len(digits) == 4:
        year = int(digits)
        return clue.dated(Moment(Grain.CENTURY if said[2:4] == "00" else Grain.DECADE, year))
    if not clue.is_a(clue.match.start("decade") - 1, "THE", "EDGE", "DASH") or clue.is_a(clue.first - 1, "ITS"):
        return None  # "in his mid 20s"
    ten = int(said) if said.isdecimal() else int(digits) // 10
    return clue.dated(Moment(Grain.DECADE, full_year(clue, ten * 10)))


def century(clue: Clue) -> Sense | None:
    """ "the 20th century", "the 4th century BC"."""
    number = sum(int("".join(c for c in x if c.isdecimal()) or 0) for x in clue.part("ord").split())
    if clue.part("unit") != "century" or not 1 <= number <= 30:
        return None
    if clue.part("era") == "BC":
        return clue.dated(Moment(Grain.CENTURY, 50 - number * 100))
    return clue.dated(Moment(Grain.CENTURY, (number - 1) * 100))


def year_end(clue: Clue) -> Sense | None:
    """ "year-end", "the year's end": the year of publication."""
    year = counted_year(clue, "this")
    return clue.dated(Moment(Grain.YEAR, year)) if year is not None else Sense(TimeType.DATE, "XXXX")


def _is_year(clue: Clue) -> bool:
    """Whether a bare four-digit number is a year and no count, amount or model."""
    if clue.kind != "year.bare":
        return True
    at = clue.match.start("year")
    before, after = clue.first - 1, clue.end
    if clue.has("around") and clue.part("around") == "less":
        return False
    if clue.is_a(before, "POSS") and clue.is_a(after, "NAME"):  # a car's model year
        return False
    if clue.is_a(before, "MONEY", "NUMBERED") or clue.is_a(after, "UNITS", "HUNDRED", "UNIT"):
        return False
    if clue.is_a(after, "COUNTED") and not (clue.is_a(before, "IN", "SINCE") and not clue.part("year").endswith("00")):
        return False
    if clue.is_a(after, "DASH") and clue.is_a(after + 1, "UNIT", "WORD", "COUNTED"):
        return clue.is_a(before, "THE") or clue.said(after + 1)[:3] in ("era", "bas")
    begin = clue.words.starts[clue.first]
    glued = clue.frame.text[begin - 1] if begin > 0 else ""
    if glued and (glued.isalnum() or glued in "-/.#_@&=+") and not _is_range(clue, at):
        return False
    year = int("".join(c for c in clue.part("year") if c.isdecimal()))
    if clue.has("year") and len(clue.part("year")) < 4:
        return not clue.is_a(before, "NAME")
    plausible = 1700 <= year <= 2100 or clue.is_a(before, "IN", "SINCE", "UNTIL", "BY")
    return plausible and not (clue.has("around") and clue.part("around") != "approx")


def _is_range(clue: Clue, at: int) -> bool:
    """Whether the number ends a range ("1999-2003", "May-2003") or a slash date."""
    return clue.is_a(at - 1, "DASH") and clue.is_a(at - 2, "YEAR", "MONTH", "WORD", "DAY")
