"""Days out of EDTF dates (ISO 8601-2), as far as ordering and limiting by day needs them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

_PART = re.compile(r"[~?%]?(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?")
# EDTF's seasons, as the months they customarily span on the northern half of the Earth; quarters and halves after them.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
_HALVES = {40: (1, 6), 41: (7, 12)}


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day of a date or interval, YYYY-MM-DD; None where open or unknown."""

    first: str | None = None
    last: str | None = None


def days_of(edtf: str | None) -> Days:
    """The days that an EDTF date or interval spans; both None for what is no date."""
    if not edtf:
        return Days()
    start, slash, end = edtf.partition("/")
    first = _bounds(start)
    last = _bounds(end) if slash else first
    return Days(first.first, last.last)


def day_of(*edtfs: str | None) -> str:
    """The first day of the first of them that has one; the empty string where none has."""
    for edtf in edtfs:
        days = days_of(edtf)
        if days.first or days.last:
            return days.first or days.last or ""
    return ""


def _bounds(part: str) -> Days:
    match = _PART.match(part)
    if match is None:
        return Days()
    year, month, day = match.groups()
    first_year, last_year = year.replace("X", "0"), year.replace("X", "9")
    if month in (None, "XX"):
        return Days(f"{first_year}-01-01", f"{last_year}-12-31")
    first, last = _SEASONS.get(int(month)) or _HALVES.get(int(month)) or (int(month), int(month))
    if not 1 <= first <= 12 or int(first_year) < 1:
        return Days()
    if day in (None, "XX"):
        return Days(f"{first_year}-{first:02}-01", f"{last_year}-{last:02}-{monthrange(int(last_year), last)[1]:02}")
    return Days(f"{first_year}-{month}-{day}", f"{last_year}-{month}-{day}")
