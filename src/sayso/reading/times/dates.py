"""Dates, months, seasons, quarters, halves and holidays, with and without a year."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.reading.times.clues import Clue, Sense
from sayso.reading.times.moments import Grain, Moment, month_length
from sayso.reading.times.years import counted_year, full_year, named_year
from sayso.records import TimeType

_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# (month, weekday, which one of the month; -1 the last)
_FLOATING = {
    "thanksgiving": (11, 4, 4),
    "labor": (9, 1, 1),
    "memorial": (5, 1, -1),
    "columbus": (10, 1, 2),
    "presidents": (2, 1, 3),
}


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
    orders = [(m, d) for d, m in ((first, second), (second, first)) if 1 <= m <= 12 and 1 <= d <= month_length(year, m)]
    if not orders or year == 0:
        return None
    today = clue.setting.today
    if today:
        orders.sort(key=lambda x: abs((date(year, *x) - today).days))
    return clue.dated(Moment(Grain.DAY, year, *orders[0]), chosen=len(set(orders)) > 1)


def day_of_month(clue: Clue) -> Sense | None:
    """ "May 4", "4 May 2031", "Sunday, May 4", "the fourth of May of last year"."""
    month = int(clue.part("month"))
    day = _number(clue.part("day"))
    return _day(clue, month, day, named_year(clue))


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
    days = _number(clue.part("day")), _number(clue.part("day2"))
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
    year = named_year(clue)
    side = clue.part("side")
    if year is None and side == "1":
        return clue.repeated(f"XXXX-{number:02}")
    if year is None and not side and not _is_month(clue):
        return None
    chosen = year is None and not side
    if year is None:
        year = year_beside(clue, side, number, 1)
    moment = Moment(Grain.MONTH, year, number)
    return clue.unresolved(moment) if year is None else clue.dated(moment, chosen=chosen, around=clue.has("around"))


def year_beside(clue: Clue, side: str, month: int, length: int) -> int | None:
    """The year of a month, or of a season beginning in it, after "last", "this", "next", "that" or nothing."""
    setting = clue.setting
    if side in ("that", "same", "that same", "previous", "following") and setting.told:
        return counted_year(clue, "that")
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


def quarter(clue: Clue) -> Sense | None:
    """ "the third quarter", "this year's third quarter", "the year-ago quarter", "Q3 2031"."""
    setting = clue.setting
    number = int(clue.part("q")[1]) if clue.has("q") else _number(clue.part("ord"))
    year = named_year(clue)
    if not 0 <= number <= 4:
        return None
    held = setting.quarter or _last_quarter(setting.today)
    if year is None and clue.has("side"):
        year = counted_year(clue, clue.part("side"))
    back = clue.kind in ("quarter.ago", "quarter.like") or clue.has("back")
    if back and year is None and held and held.year is not None:
        year = held.year - 1
    number = number or (held.number if held and held.number else 0)
    chosen = year is None
    if year is None:
        year = _year_of_quarter(clue, number)
    moment = Moment(Grain.QUARTER, year, number or None)
    if year is None:
        return clue.unresolved(moment)
    sense = clue.dated(moment, chosen=chosen)
    return Sense(sense.type, sense.value, sense.edtf, chosen) if back else sense


def _last_quarter(day: date | None) -> Moment | None:
    now = Moment.of(day).shifted("quarter", 0) if day else None
    return now.shifted("quarter", -1) if now else None


def _year_of_quarter(clue: Clue, number: int) -> int | None:
    """The last such quarter that has begun; with a verb that looks ahead, the next that has not ended."""
    base = clue.setting.base
    if base is None or base.days is None:
        return base.year if base else None
    now = (base.days.first.month + 2) // 3
    if clue.setting.base is not clue.setting.published or base.grain == Grain.YEAR or not number:
        return base.days.first.year
    ahead = clue.direction() > 0 and number < now - 1
    return base.days.first.year + (1 if ahead else -1 if number > now else 0)


def half(clue: Clue) -> Sense | None:
    """ "the first half of 2031", "the latter half of last year"."""
    said = clue.part("ord")
    number = 1 if said in ("1", "start") else 2 if said in ("2", "end", "latest") else 0
    year = named_year(clue)
    if year is None and clue.part("whichunit2") == "year":
        year = counted_year(clue, "that" if clue.setting.narrative else "this")
    if year is None or not number or (clue.has("whichunit") and clue.part("whichunit") != "year"):
        return None
    return clue.dated(Moment(Grain.HALF, year, number))


def two_quarters(clue: Clue) -> Sense | None:
    """ "the first two quarters of 2031"."""
    year = named_year(clue)
    if year is None or clue.part("num") != "2":
        return None
    return clue.dated(Moment(Grain.HALF, year, 1 if clue.part("ord") == "1" else 2))


def holiday(clue: Clue) -> Sense | None:
    """ "Christmas", "last Easter", "Thanksgiving 2031"."""
    said, side = clue.part("holiday"), clue.part("side")
    year = named_year(clue)
    if clue.is_a(clue.first - 1, "NAME") and clue.first > 1 and not clue.is_a(clue.first - 2, "STOP"):
        return None
    if year is None and clue.is_a(clue.first - 1, "THE", "A") and not said[:1].isdecimal():
        return Sense(TimeType.DATE, "XXXX-XX-XX")
    chosen = year is None and not side
    if year is None:
        near = _holiday(said, 2001) or (12, 25)
        year = (
            year_beside(clue, side, near[0], 1)
            if side
            else clue.setting.year_of_month(near[0], near[1], clue.direction())
        )
    found = _holiday(said, year) if year is not None else None
    if found is None or year is None:
        fixed = said.split("-") if said[:1].isdecimal() else ["XX", "XX"]
        return Sense(TimeType.DATE, f"XXXX-{fixed[0]}-{fixed[1]}")
    moment = Moment(Grain.DAY, year, *found)
    if clue.part("unit") in ("week", "weekend") and moment.date:
        moment = Moment.week_of(moment.date, Grain.WEEK if clue.part("unit") == "week" else Grain.WEEKEND)
    return clue.dated(moment, chosen=chosen)


def _holiday(said: str, year: int) -> tuple[int, int] | None:
    """Month and day of a holiday in a year, by its name in the pack: a fixed day, or a rule."""
    if not 1 < year < 9999:
        return None
    if said[:1].isdecimal():
        return int(said[:2]), int(said[3:5])
    if said.startswith("easter"):
        day = _easter(year) + timedelta(int(said[6:] or 0))
        return day.month, day.day
    if said == "election":
        return 11, next(d for d in range(2, 9) if date(year, 11, d).isoweekday() == 2)
    if said not in _FLOATING:
        return None
    month, weekday, which = _FLOATING[said]
    days = [d for d in range(1, month_length(year, month) + 1) if date(year, month, d).isoweekday() == weekday]
    return month, days[which - 1 if which > 0 else which]


def _easter(year: int) -> date:
    """Western Easter (the anonymous Gregorian algorithm, Meeus 1991)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _number(said: str) -> int:
    """A number from digits, an ordinal, or a word's value; 0 where there is none."""
    return int("".join(c for c in said if c.isdecimal()) or 0)
