"""Holidays, fixed and movable."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.reading.times.clues import Clue, Sense
from sayso.reading.times.dates import year_beside
from sayso.reading.times.moments import Grain, Moment, month_length
from sayso.reading.times.years import named_year
from sayso.records import TimeType

# (month, weekday, which one of the month; -1 the last)
_FLOATING = {
    "thanksgiving": (11, 4, 4),
    "labor": (9, 1, 1),
    "memorial": (5, 1, -1),
    "columbus": (10, 1, 2),
    "presidents": (2, 1, 3),
}


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
