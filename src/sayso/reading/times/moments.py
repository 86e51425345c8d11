"""Stretches of the calendar, from a day to a century, written as TimeML values and as EDTF.

TimeML: TIMEX3 values after ISO 8601 (Saurí et al. 2006). EDTF: ISO 8601-2:2019, level 1 (seasons 21-24, unspecified
digits X); weeks, weekends, quarters and halves, which have no level 1 form, are intervals of days or months.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # meteorological, northern


class Grain(StrEnum):
    """How long a stretch is."""

    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Days(NamedTuple):
    """The first and the last day of a stretch."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of the calendar as far as it is known.

    `year` is None where unknown, and counts 1 BC as 0. `number` is the week, month, quarter or half; with the grain
    DAY it is the month, and `weekday` (1 Monday) stands where only that is known. `clock` is TimeML's time of day.
    """

    grain: Grain
    year: int | None
    number: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str = ""
    clock: str = ""

    @classmethod
    def of(cls, day: date) -> Moment:
        """One day."""
        return cls(Grain.DAY, day.year, day.month, day.day)

    @classmethod
    def week_of(cls, day: date, grain: Grain = Grain.WEEK) -> Moment:
        """The ISO week, or weekend, that holds the day."""
        iso = day.isocalendar()
        return cls(grain, iso.year, iso.week)

    @property
    def date(self) -> date | None:
        """The day itself, where the grain is a day and it is fully known."""
        if self.grain != Grain.DAY or self.year is None or self.number is None or self.day is None:
            return None
        return _date(self.year, self.number, self.day)

    @property
    def days(self) -> Days | None:
        """First and last day, where they are known and within the years 1 to 9999."""
        if self.year is None:
            return None
        if self.grain == Grain.DAY:
            return Days(self.date, self.date) if self.date else None
        if self.grain in (Grain.WEEK, Grain.WEEKEND):
            return self._week()
        if self.grain in (Grain.DECADE, Grain.CENTURY):
            length = 10 if self.grain == Grain.DECADE else 100
            first = self.year // length * length
            return _months(max(first, 1), 1, (first + length - max(first, 1)) * 12)
        return self._part_of_year(self.year)

    def _part_of_year(self, year: int) -> Days | None:
        number = self.number or 1
        match self.grain:
            case Grain.MONTH:
                return _months(year, number, 1)
            case Grain.SEASON:
                return _months(year, _FIRST_MONTH.get(self.season, 3), 3)
            case Grain.QUARTER:
                return _months(year, 3 * number - 2, 3)
            case Grain.HALF:
                return _months(year, 6 * number - 5, 6)
        return _months(year, 1, 12)

    def _week(self) -> Days | None:
        if self.year is None or self.number is None:
            return None
        try:
            monday = date.fromisocalendar(self.year, self.number, 1)
            skip = 5 if self.grain == Grain.WEEKEND else 0
            return Days(monday + timedelta(skip), monday + timedelta(6))
        except (ValueError, OverflowError):
            return None

    @property
    def timeml(self) -> str:
        """The TIMEX3 value."""
        year = _digits(self.year, "BC")
        match self.grain:
            case Grain.DAY:
                if self.weekday is not None and self.day is None:
                    return f"XXXX-WXX-{self.weekday}{self.clock}"
                return f"{year}-{_two(self.number)}-{_two(self.day)}{self.clock}"
            case Grain.WEEK:
                return f"{year}-W{_two(self.number)}"
            case Grain.WEEKEND:
                return f"{year}-W{_two(self.number)}-WE"
            case Grain.MONTH:
                return f"{year}-{_two(self.number)}"
            case Grain.SEASON:
                return f"{year}-{self.season}"
            case Grain.QUARTER:
                return f"{year}-Q{self.number or 'X'}"
            case Grain.HALF:
                return f"{year}-H{self.number or 'X'}"
        return year[: len(year) - {Grain.YEAR: 0, Grain.DECADE: 1, Grain.CENTURY: 2}[self.grain]]

    @property
    def edtf(self) -> str | None:
        """The EDTF form; None where the year is unknown."""
        if self.year is None:
            return None
        year = _digits(self.year, "-")
        match self.grain:
            case Grain.DAY:
                return f"{year}-{self.number:02}-{self.day:02}" if self.number and self.day else None
            case Grain.MONTH:
                return f"{year}-{self.number:02}" if self.number else None
            case Grain.SEASON:
                return f"{year}-{SEASONS[self.season]}"
            case Grain.YEAR:
                return year
            case Grain.DECADE:
                return year[:-1] + "X"
            case Grain.CENTURY:
                return year[:-2] + "XX"
        days = self.days
        if days is None:
            return None
        if self.grain in (Grain.QUARTER, Grain.HALF):
            return f"{days.first:%Y-%m}/{days.last:%Y-%m}" if days.first.year > 999 else None
        return f"{days.first.isoformat()}/{days.last.isoformat()}"

    def at(self, clock: str) -> Moment:
        """The same day at a time of day."""
        return replace(self, clock=clock)

    def shifted(self, unit: str, by: int) -> Moment | None:
        """This stretch moved by so many units, as precise as the unit is; None where it leaves the calendar."""
        if self.year is None:
            return None
        match unit:
            case "year" | "decade" | "century" | "millennium":
                years = by * {"year": 1, "decade": 10, "century": 100, "millennium": 1000}[unit]
                grain = {"year": Grain.YEAR, "decade": Grain.DECADE}.get(unit, Grain.CENTURY)
                return _within(Moment(grain, self.year + years))
            case "month" | "quarter":
                if self.days is None:
                    return None
                per = 12 if unit == "month" else 4
                now = self.days.first.month if unit == "month" else (self.days.first.month + 2) // 3
                year, number = divmod(self.days.first.year * per + now - 1 + by, per)
                return _within(Moment(Grain.MONTH if unit == "month" else Grain.QUARTER, year, number + 1))
        return self._shifted_days(unit, by)

    def _shifted_days(self, unit: str, by: int) -> Moment | None:
        length = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}.get(unit)
        if length is None or self.days is None:
            return None
        try:
            day = self.days.first + timedelta(length * by)
        except OverflowError:
            return None
        if unit == "day" or (self.grain == Grain.DAY and unit in ("week", "fortnight")):
            return Moment.of(day)
        return Moment.week_of(day, Grain.WEEKEND if unit == "weekend" else Grain.WEEK)


def month_length(year: int | None, month: int) -> int:
    """How many days the month has; in an unknown year, the most it can have."""
    return 29 if month == 2 and year is None else monthrange(year if year and 0 < year < 9999 else 2001, month)[1]


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _months(year: int, month: int, length: int) -> Days | None:
    """The days of so many months from one."""
    last, after = divmod(year * 12 + month - 1 + length, 12)
    first, end = _date(year, month, 1), _date(last, after + 1, 1)
    return Days(first, end - timedelta(1)) if first and end else None


def _within(moment: Moment) -> Moment | None:
    return moment if moment.year is not None and -9998 <= moment.year <= 9999 else None


def _digits(year: int | None, before: str) -> str:
    """Four digits, with what marks a year before 1 AD: "BC0480" or EDTF's astronomical "-0479"."""
    if year is None:
        return "XXXX"
    if year > 0 or (year == 0 and before == "-"):
        return f"{year:04}"
    return f"{before}{-year if before == '-' else 1 - year:04}"


def _two(number: int | None) -> str:
    return "XX" if number is None else f"{number:02}"
