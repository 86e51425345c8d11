"""EDTF intervals for other steps: a time as a period, a range of two times, the days that an interval spans."""

from __future__ import annotations

import re
from datetime import date

from sayso.reading.times.moments import SEASONS, Days, Grain, Moment
from sayso.reading.times.setting import read_published
from sayso.records import Time

_POINT = re.compile(r"(-?[\dX]{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?[~?%]?")
_CODES = {number: code for code, number in SEASONS.items()}


def interval_of(time: Time, published: str | None) -> str | None:
    """A time as an EDTF period: an open interval ("since August") closes with the day of publication.

    None where the time has no place on the calendar ("three days").
    """
    edtf = time.edtf
    if edtf is None or not edtf.endswith("/.."):
        return edtf
    today = read_published(published)
    last = bounds_of(edtf.removesuffix("/.."))
    if today is None or today.edtf is None or last is None or today.days is None or today.days.last < last.first:
        return edtf
    return f"{edtf.removesuffix('..')}{today.edtf}"


def interval_between(first: Time, last: Time) -> str | None:
    """The EDTF period from one time to another ("between May and July"); None where either has no place."""
    begin, end = bounds_of(first.edtf), bounds_of(last.edtf)
    if begin is None or end is None or first.edtf is None or last.edtf is None or begin.first > end.last:
        return None
    return f"{_edge(first.edtf, begin.first)}/{_edge(last.edtf, end.last)}"


def _edge(edtf: str, day: date) -> str:
    """A year, month or day as it stands, anything else as its first or last day."""
    plain = re.fullmatch(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?", edtf)
    return edtf if plain else day.isoformat()


def bounds_of(edtf: str | None) -> Days | None:
    """The first and the last day of an EDTF date or interval; None where it is open, unknown or before 1 AD."""
    if edtf is None:
        return None
    first, _, last = edtf.partition("/")
    begin, end = _days(first), _days(last or first)
    return Days(begin.first, end.last) if begin and end and begin.first <= end.last else None


def _days(point: str) -> Days | None:
    m = _POINT.fullmatch(point)
    if m is None or m[1].startswith("-"):
        return None
    unknown = m[1].count("X")
    year = int(m[1].replace("X", "0")) if unknown < 3 else None
    if year is None or m[1] != m[1][: 4 - unknown] + "X" * unknown:
        return None
    if unknown:
        return Moment(Grain.DECADE if unknown == 1 else Grain.CENTURY, year).days
    number = int(m[2]) if m[2] else None
    if number in _CODES:
        return Moment(Grain.SEASON, year, season=_CODES[number]).days
    if number is not None and not 1 <= number <= 12:
        return None
    if m[3]:
        try:
            day = date(year, number or 1, int(m[3]))
        except ValueError:
            return None
        return Days(day, day)
    return Moment(Grain.MONTH if number else Grain.YEAR, year, number).days
