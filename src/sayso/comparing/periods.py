"""Stretches of days: what an EDTF date or interval covers, and how two of them lie to each other."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?[?~%]*\Z")
_DAY_LONG = 2


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to `end`, both counted from year 1 and both in; None where open or unknown."""

    start: int | None
    end: int | None

    @property
    def is_daily(self) -> bool:
        """Whether it is a day, or the 24 hours that two days share."""
        return self.start is not None and self.end is not None and self.end - self.start < _DAY_LONG

    @property
    def days(self) -> int | None:
        """How many days; None where an end is open."""
        return None if self.start is None or self.end is None else self.end - self.start + 1


def period_of(edtf: str | None) -> Period | None:
    """The days that an EDTF date or interval covers; None where it names none that can be counted."""
    if not edtf:
        return None
    first, slash, last = edtf.partition("/")
    start, end = _ends(first), _ends(last if slash else first)
    found = Period(start.start if start else None, end.end if end else None)
    return None if found.start is None and found.end is None else found


def _ends(words: str) -> Period | None:
    match = _DATE.match(words.strip())
    if match is None:
        return None
    year, month, day = (int(g) if g else None for g in match.groups())
    try:
        if year is None or not 1 <= year <= 9999:
            return None
        if month is None:
            return Period(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
        if day is None:
            last = calendar.monthrange(year, month)[1]
            return Period(date(year, month, 1).toordinal(), date(year, month, last).toordinal())
        at = date(year, month, day).toordinal()
    except (ValueError, calendar.IllegalMonthError):
        return None
    return Period(at, at)


def told(period: Period | None) -> str:
    """A period in words for a reason."""
    if period is None:
        return "an unknown time"
    ends = [date.fromordinal(d).isoformat() if d else ".." for d in (period.start, period.end)]
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"
