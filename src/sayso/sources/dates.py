"""Full dates as news writes them, as EDTF (ISO 8601-2) days; a date that could be two days is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from sayso.packs.furniture import DateWords
from sayso.records import Span

_ISO = r"(?<!\d)(?P<y1>\d{4})(?P<sep>[-/.])(?P<m1>\d{1,2})(?P=sep)(?P<d1>\d{1,2})(?!\d)"
_NUMERIC = r"(?<![\d/.-])(?P<a4>\d{1,2})(?P<sep4>[/.])(?P<b4>\d{1,2})(?P=sep4)(?P<y4>(?:19|20)\d{2})(?![\d/])"
_CLOCK = re.compile(r"[T ](\d{2}:\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$", re.IGNORECASE)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A full date in a text: where, and as YYYY-MM-DD."""

    span: Span
    day: str


@dataclass(frozen=True, slots=True)
class DateFinder:
    """Finds full dates; built once per pack."""

    pattern: re.Pattern[str]
    words: DateWords

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[FoundDate]:
        """The full dates within text[start:end], in order; days that no calendar has are passed over."""
        for match in self.pattern.finditer(text, start, len(text) if end is None else end):
            day = self._day(match)
            if day is not None:
                yield FoundDate(Span(match.start(), match.end()), day)

    def _day(self, match: re.Match[str]) -> str | None:
        part = match.groupdict()
        if part["y1"]:
            return as_day(part["y1"], part["m1"], part["d1"])
        if part["month2"]:
            return as_day(part["y2"], self.words.months[part["month2"].casefold()], part["d2"])
        if part["month3"]:
            return as_day(part["y3"], self.words.months[part["month3"].casefold()], part["d3"])
        return _numeric_day(int(part["a4"]), int(part["b4"]), part["y4"])


def date_finder(words: DateWords) -> DateFinder:
    """The finder for a pack's months."""
    months = "|".join(sorted(words.months, key=lambda m: (-len(m), m)))
    day, year = r"\d{1,2})(?:st|nd|rd|th)?", r"(?:19|20)\d{2})(?!\d)"
    before = rf"\b(?P<month2>{months})\b\.?\s{{0,3}}(?P<d2>{day},?\s{{1,3}}(?P<y2>{year}"
    after = rf"(?<!\d)(?P<d3>{day}\s{{1,3}}(?:of\s)?(?P<month3>{months})\b\.?,?\s{{1,3}}(?P<y3>{year}"
    return DateFinder(re.compile(f"{_ISO}|{before}|{after}|{_NUMERIC}", re.IGNORECASE), words)


def as_day(year: str, month: str | int, day: str) -> str | None:
    """YYYY-MM-DD, or none where no calendar has that day."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def given_date(value: str, finder: DateFinder) -> str | None:
    """A date given with an article, as EDTF: with its time where one is told; none where it can't be understood.

    Understands ISO 8601, the dates of mail and feeds (RFC 5322), compact YYYYMMDD, and dates in words.
    """
    value = value.strip()
    if re.fullmatch(r"\d{4}(?:-\d{2})?", value):
        return value if len(value) == 4 or 1 <= int(value[5:]) <= 12 else None
    compact = _COMPACT.match(value)
    if compact:
        return as_day(*compact.groups())
    found = next(finder.find(value[:200]), None)
    if found is None:
        return None
    clock = _CLOCK.match(value[found.span.end :])
    return found.day if clock is None else found.day + _time_of(clock)


def _time_of(clock: re.Match[str]) -> str:
    """The time after a date, as EDTF writes it: to the second, no fractions; none where no clock shows it."""
    minutes, seconds, zone = clock.group(1), clock.group(2) or "00", (clock.group(3) or "").upper()
    if not (minutes[:2] < "24" and minutes[3:] < "60" and seconds < "60"):
        return ""
    if zone in ("UTC", "GMT"):
        zone = "Z"
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"T{minutes}:{seconds}{zone}"


def _numeric_day(first: int, second: int, year: str) -> str | None:
    """A date in figures, where only one reading is a day; 03/04/2031 is two, hence none."""
    readings = {(first, second), (second, first)}  # (month, day)
    days = {d for d in map(partial(_reading, year), sorted(readings)) if d is not None}
    return days.pop() if len(days) == 1 else None


def _reading(year: str, pair: tuple[int, int]) -> str | None:
    return as_day(year, pair[0], str(pair[1]))
