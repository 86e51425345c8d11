"""Stretches of time from EDTF (ISO 8601-2): days, months, seasons, years, unspecified digits, intervals with open or
unknown ends, and the marks of uncertainty (?) and approximation (~)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sayso.desk.charts.scales import day_words

_DATE = re.compile(
    r"(?P<year>-?[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?"
    r"(?:T(?P<hour>\d{2})(?::(?P<minute>\d{2}))?[\d:.]*(?:Z|[+-]\d{2}(?::?\d{2})?)?)?[?~%]*\Z"
)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days since year 1, with fractions; `end` is the first moment after. `open_start`, `open_end` where it goes on
    unbounded there; `soft` where the date itself is uncertain or approximate."""

    start: float
    end: float
    open_start: bool = False
    open_end: bool = False
    soft: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it lies within one day, or is the 24 hours that two days share."""
        return self.end - self.start <= 2 and not self.open_start and not self.open_end


@lru_cache(maxsize=4096)
def stretch_of(edtf: str | None) -> Stretch | None:
    """The stretch that an EDTF date or interval covers; None where it names none that can be placed."""
    if not edtf:
        return None
    first, slash, last = edtf.strip().partition("/")
    head, tail = _one(first), _one(last if slash else first)
    soft = any(c in edtf for c in "?~%")
    if head and tail:
        return Stretch(min(head[0], tail[0]), max(head[1], tail[1]), soft=soft)
    if tail:
        return Stretch(tail[0], tail[1], open_start=True, soft=soft)
    if head:
        return Stretch(head[0], head[1], open_end=True, soft=soft)
    return None


def _one(words: str) -> tuple[float, float] | None:
    match = _DATE.match(words.strip().replace("?", "").replace("~", "").replace("%", ""))
    if match is None:
        return None
    year, month, day = match["year"], match["month"], match["day"]
    try:
        if "X" in year:
            return float(_first(int(year.replace("X", "0")))), float(_first(int(year.replace("X", "9")) + 1))
        if month is None or "X" in month:
            return float(_first(int(year))), float(_first(int(year) + 1))
        if int(month) in _SEASONS:
            return _season(int(year), int(month))
        if day is None or "X" in day:
            return _month(int(year), int(month))
        at = float(date(int(year), int(month), int(day)).toordinal())
    except (ValueError, calendar.IllegalMonthError):
        return None
    if match["hour"] is not None:
        at += int(match["hour"]) / 24 + int(match["minute"] or 0) / 1440
        return at, at
    return at, at + 1


def _first(year: int) -> int:
    return date(max(1, min(year, 9999)), 1, 1).toordinal()


def _month(year: int, month: int) -> tuple[float, float]:
    start = date(year, month, 1).toordinal()
    return float(start), float(start + calendar.monthrange(year, month)[1])


def _season(year: int, season: int) -> tuple[float, float]:
    first, last = _SEASONS[season]
    return _month(year, first)[0], _month(year + (last < first), last)[1]


def stretch_words(stretch: Stretch) -> str:
    """A stretch for a reader: "5 Jan 2031", "1 Sep 2030 to 5 Jan 2031", "until 5 Jan 2031", "about 5 Jan 2031"."""
    whole = _whole(stretch)
    first, last = day_words(stretch.start), day_words(max(stretch.start, stretch.end - 1e-6))
    if stretch.open_start:
        said = f"until {last}"
    elif stretch.open_end:
        said = f"from {first} on"
    else:
        said = whole or (first if first == last else f"{first} to {last}")
    return f"about {said}" if stretch.soft else said


def _whole(stretch: Stretch) -> str:
    """The name of a whole month or year; empty for any other stretch."""
    if stretch.start % 1 or stretch.end - stretch.start < 28:
        return ""
    at = date.fromordinal(int(stretch.start))
    if (stretch.start, stretch.end) == _month(at.year, at.month):
        return day_words(stretch.start).partition(" ")[2]
    return str(at.year) if (stretch.start, stretch.end) == (_first(at.year), _first(at.year + 1)) else ""
