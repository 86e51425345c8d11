"""Quarters and halves of years, as companies count them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sayso.reading.times.clues import Clue, Sense
from sayso.reading.times.dates import number_in
from sayso.reading.times.moments import Grain, Moment
from sayso.reading.times.setting import moved
from sayso.reading.times.years import counted_year, named_year
from sayso.records import TimeType

# How many words before "last year" what it is compared by may stand.
_COMPARED = 8
_HALF_A_QUARTER = 45  # days


def quarter(clue: Clue) -> Sense | None:
    """ "the third quarter", "this year's third quarter", "the year-ago quarter", "Q3 2031"."""
    setting = clue.setting
    number = int(clue.part("q")[1]) if clue.has("q") else number_in(clue.part("ord"))
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
    return replace(sense, moment=None) if back or _is_foreseen(clue, moment) else sense


def _is_foreseen(clue: Clue, moment: Moment) -> bool:
    """Whether a quarter that has not ended is only looked ahead to; what is reported on stays the one before."""
    today, days = clue.setting.today, moment.days
    return bool(today and days and days.last >= today and clue.direction() > 0)


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
    if clue.kind == "half.dash":
        return _bare_half(clue, number)
    if year is None or not number or (clue.has("whichunit") and clue.part("whichunit") != "year"):
        return None
    return clue.dated(Moment(Grain.HALF, year, number))


def _bare_half(clue: Clue, number: int) -> Sense | None:
    """ "first-half profit": the last such half that has begun."""
    today = clue.setting.today
    if not number or today is None:
        return None
    year = today.year - (1 if number == 2 and today.month < 7 else 0)
    return clue.dated(Moment(Grain.HALF, year, number), chosen=True)


def two_quarters(clue: Clue) -> Sense | None:
    """ "the first two quarters of 2031"."""
    year = named_year(clue)
    if year is None or clue.part("num") != "2":
        return None
    return clue.dated(Moment(Grain.HALF, year, 1 if clue.part("ord") == "1" else 2))


def period_ended(clue: Clue, unit: str) -> Moment | None:
    """The week or quarter that "ended Sept. 30" ends: the quarter that its middle lies in, as the calendar counts."""
    at = clue.end + 1
    verb = clue.said(clue.end)
    verbs = ("ended", "ending", "of") if unit == "week" else ("ended", "ending")
    if unit not in ("week", "quarter") or verb not in verbs or not clue.is_a(at, "MONTH"):
        return None
    if not clue.is_a(at + 1, "DAY"):
        return None
    month, day = int(clue.words.said[at]), int(clue.words.said[at + 1])
    named = clue.is_a(at + 3, "YEAR") and clue.is_a(at + 2, "COMMA")
    year = int(clue.words.said[at + 3]) if named else None
    year = year or clue.setting.year_of_month(
        month, day, 1 if verb == "ending" else clue.direction() if verb == "of" else -1
    )
    last = Moment(Grain.DAY, year, month, day).date
    if last is None or unit == "week":
        return Moment.week_of(last) if last else None
    middle = moved(last, -_HALF_A_QUARTER)
    return Moment.of(middle).shifted("quarter", 0) if middle else None


def is_compared(clue: Clue) -> bool:
    """Whether a quarter is measured against "last year": "up from $1.2 million last year", "than last year's $3"."""
    if clue.setting.narrative:
        return False
    money = clue.is_a(clue.end, "POSS") and clue.is_a(clue.end + 1, "MONEY")
    for index in range(clue.first - 1, max(-1, clue.first - 1 - _COMPARED), -1):
        if clue.ends_sentence(index):
            return False
        if clue.said(index).lower() in clue.frame.pack.compared:
            return money
        money = money or clue.is_a(index, "MONEY")
    return False


def year_ago(quarter: Moment) -> Sense:
    """The same quarter of the year before; the narrative stays where it was."""
    back = Moment(Grain.QUARTER, (quarter.year or 0) - 1, quarter.number)
    return Sense(TimeType.DATE, back.timeml, back.edtf)
