"""Dates, months, seasons, quarters, halves and holidays, with and without a year."""

from __future__ import annotations

from datetime import date

from sayso.reading.times.clues import Clue, Sense
from sayso.reading.times.moments import Grain, Moment, month_length
from sayso.reading.times.years import counted_year, full_year, named_year

_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def iso_date(clue: Clue) -> Sense | None:
    """ "2031-05-04", with or without a time of day."""
    said = clue.part("value")
    year, month, day = int(said[:4]), int(said[5:7]), int(said[8:10])
    if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month) or year == 0:
        return None
    clock = "T" + said[11:16] if len(said) >= 16 else ""
    return clue.dated(Moment(Grain.DAY, year, month, day, clock=clock))


def numeric_date(clue: Clue) -> Sense | None:
    """ "31/12/2030", "4.5.31": where either order would do, the one nearer to publication, else day first."""
    first, second, last = (int(x) for x in clue.part("value").replace(".", "/").split("/"))
    year = full_year(clue, last) if last < 100 else last
    if year < 1:
        return None
    orders = [(m, d) for d, m in ((first, second), (second, first)) if 1 <= m <= 12 and 1 <= d <= month_length(year, m)]
    if not orders:
        return None
    today = clue.setting.today
    if today:
        orders.sort(key=lambda x: abs((date(year, *x) - today).days))
    return clue.dated(Moment(Grain.DAY, year, *orders[0]), chosen=len(set(orders)) > 1)


def day_of_month(clue: Clue) -> Sense | None:
    """ "May 4", "4 May 2031", "Sunday, May 4", "the fourth of May of last year"."""
    month = int(clue.part("month"))
    day = number_in(clue.part("day"))
    return _day(clue, month, day, named_year(clue) or year_after(clue, month))


def _day(clue: Clue, month: int, day: int, year: int | None) -> Sense | None:
    if not 1 <= day <= month_length(year, month):
        return None
    chosen = year is None
    if year is None:
        year = _year_of_day(clue, month, day)
    moment = Moment(Grain.DAY, year, month, day)
    if year is None:
        return clue.unresolved(moment)
    return clue.dated(moment, chosen=chosen, around=clue.has("around")) if _exists(moment) else None


def _year_of_day(clue: Clue, month: int, day: int) -> int | None:
    if clue.has("side"):
        return year_beside(clue, clue.part("side"), month, 1)
    year = clue.setting.year_of_month(month, day, clue.direction())
    if year is None or (month, day) != (2, 29):
        return year
    return next((y for y in (year, year - 1, year + 1, year - 2, year + 2) if month_length(y, 2) == 29), year)


def _exists(moment: Moment) -> bool:
    return moment.date is not None or not 1 <= (moment.year or 0) <= 9999


def day_range(clue: Clue) -> tuple[Sense, ...]:
    """ "May 4-6", "4 to 6 May": two days."""
    month, at = int(clue.part("month")), clue.match.start("day2")
    days = number_in(clue.part("day")), number_in(clue.part("day2"))
    if days[0] >= days[1] or (clue.is_a(at - 1, "AND") and _is_counting(clue)):
        return ()
    year = named_year(clue)
    first, last = (_day(clue, month, day, year) for day in days)
    if first is None or last is None:
        return ()
    begin = Sense(first.type, first.value, first.edtf, first.chosen, first.moment, clue.first, at - 1)
    return begin, Sense(last.type, last.value, last.edtf, last.chosen, last.moment, at, clue.end)


def _is_counting(clue: Clue) -> bool:
    """Whether the number after "and" counts what follows: "on May 4 and 15 villages"."""
    return clue.is_a(clue.end, "COUNTED", "UNITS", "NAME") or clue.said(clue.end).endswith("s")


def month(clue: Clue) -> Sense | None:
    """ "May", "early May", "last May", "May of the previous year", "May 2031"."""
    number = int(clue.part("month"))
    side = clue.part("side")
    year = named_year(clue) or (None if side else year_after(clue, number))
    if year is None and side == "1":
        return clue.repeated(f"XXXX-{number:02}")
    if year is None and not side and not _is_month(clue):
        return None
    chosen = year is None and not side
    if year is None:
        year = year_beside(clue, side, number, 1)
    moment = Moment(Grain.MONTH, year, number)
    return clue.unresolved(moment) if year is None else clue.dated(moment, chosen=chosen, around=clue.has("around"))


def year_after(clue: Clue, month: int) -> int | None:
    """The year that a month shares with the one right after it: "in April and June 2030", "May 4 to June 8, 2030"."""
    at = clue.end
    joins = clue.is_a(at, "TO", "UNTIL", "DASH", "AND", "OR") or clue.said(at) == "through"
    if not joins or clue.has("which") or not clue.is_a(at + 1, "MONTH"):
        return None
    at += 2
    if clue.is_a(at, "DAY", "ORDDIGIT"):
        at += 1
    if clue.is_a(at, "COMMA", "OF"):
        at += 1
    if not clue.is_a(at, "YEAR") or clue.is_a(at + 1, "COUNTED"):
        return None
    later = int(clue.words.said[clue.end + 1])
    return int(clue.words.said[at]) - (1 if month > later else 0)


def year_beside(clue: Clue, side: str, month: int, length: int) -> int | None:
    """The year of a month, or of a season beginning in it, after "last", "this", "next", "that" or nothing."""
    setting = clue.setting
    if side in ("that", "same", "that same", "previous", "following") and setting.told:
        return counted_year(clue, "that")
    told = setting.here
    if not side and told and told.year is not None and told.days and clue.ends_range("MONTH"):
        return told.year + (1 if month < told.days.first.month else 0)
    if not side or setting.published is None or setting.published.days is None:
        return setting.year_of_month(month, None, clue.direction())
    year = setting.published.days.first.year
    here = setting.published.days.first.month
    if side in ("last", "past", "this past", "this last"):
        return year if month + length - 1 < here else year - 1
    if side in ("next", "this next", "this coming"):
        return year if month > here else year + 1
    return year


def _is_month(clue: Clue) -> bool:
    """Whether a month's name without a day or year is no person's and, at a sentence's head, no verb."""
    at = clue.match.start("month")
    if clue.first < at:
        return True
    said, before = clue.said(at).lower().rstrip("."), at - 1
    if len(said) == 3 and said != "may":
        return clue.is_a(before, "IN", "SINCE", "UNTIL", "BY", "FROM", "OF", "TO", "LAST", "NEXT")
    if clue.is_a(before, "NAME") and not clue.is_a(before - 1, "STOP") and before > 0:
        return False
    if said in ("may", "march"):
        if clue.is_a(clue.end, "NAME") and clue.is_a(before, "ON", "A", "THE"):
            return False
        return clue.is_a(before, "IN", "SINCE", "UNTIL", "BY", "FROM", "OF", "AND", "TO", "DASH", "BEFORE", "AFTER",
                         "FOR", "LPAR", "ON", "AROUND", "OVER", "EACH", "A", "THE")  # fmt: skip
    return not clue.is_a(at + 1, "NAME") or clue.is_a(before, "IN", "SINCE", "UNTIL", "BY", "FROM", "OF", "TO")


def season(clue: Clue) -> Sense | None:
    """ "last summer", "this past summer", "the spring of 2031", "winter": winters count by the year they begin in."""
    code = clue.part("season")
    side = clue.part("side")
    year = named_year(clue)
    if year is None and side == "1":
        return clue.repeated(f"XXXX-{code}")
    if clue.kind == "season.bare" and clue.is_a(clue.end, "DASH", "NAME"):
        return None
    if clue.kind == "season.bare" and clue.is_a(clue.first - 1, "NAME"):
        return None
    chosen = year is None and not side
    if year is None:
        year = year_beside(clue, side, _STARTS[code], 3)
    moment = Moment(Grain.SEASON, year, season=code)
    return clue.unresolved(moment) if year is None else clue.dated(moment, chosen=chosen)


def several_seasons(clue: Clue) -> Sense | None:
    """ "the past three summers"."""
    return clue.repeated(f"XXXX-{clue.part('season')}")


def number_in(said: str) -> int:
    """A number from digits, an ordinal, or a word's value; 0 where there is none."""
    return int("".join(c for c in said if c.isdecimal()) or 0)
