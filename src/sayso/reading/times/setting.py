"""What a time expression is read against: when the article was published, and where its narrative stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.packs.times import TimeWords
from sayso.reading.times.moments import Grain, Moment
from sayso.records import Span

_PUBLISHED = re.compile(r"(\d{4})(?:[-/](\d\d)(?:[-/](\d\d))?)?")
# A cue of tense outweighs nearness threefold: "payable Dec. 1" written in November is ahead, whatever verb is near.
_CUE, _SURE = 3.0, 30.0
# A verb in the past outweighs nearness more where only a month is named: few are told of before they begin.
_MONTH_TOLD = 6.0
_YEAR = re.compile(r"(?<![\d,.$-])(?:1[0-9]|20)\d\d(?![\d%]|,\d)")
_WORD = re.compile(r"[^\W\d_]+")
# News on an anniversary names three or four old years; a history one in every few lines, or many months after each.
_OLD_YEARS, _OLD_SHARE, _LETTERS_PER_OLD_YEAR = 4, 0.6, 600
_MANY_OLD_YEARS, _MANY_DATES = 8, 16
# News names a weekday or "today" in every other paragraph, a history next to never.
_DATES_PER_DAY = 10
# The days before publication in which a report's own day lies ("said on Monday").
_FRESH_DAYS = 7


def read_published(published: str | None) -> Moment | None:
    """The date of publication as far as it is known: year, month or day."""
    m = _PUBLISHED.match(published or "")
    if not m:
        return None
    year, month, day = (int(x) if x else None for x in m.groups())
    if month is None or not 1 <= month <= 12:
        return Moment(Grain.YEAR, year)
    moment = Moment(Grain.DAY, year, month, day)
    return moment if moment.date else Moment(Grain.MONTH, year, month)


def read_setting(text: str, stretches: Sequence[Span], published: str | None, pack: TimeWords) -> Setting:
    """The setting of an article. It is a narrative where most years that it names are well before its publication,
    many for its length or in all, with many months, and hardly a word of the day (weekdays, "today"): history."""
    at = read_published(published)
    if at is None or at.year is None:
        return Setting(at, narrative=at is None)
    years = [int(m.group()) for s in stretches for m in _YEAR.finditer(text, s.start, s.end)]
    era = sum(1 for s in stretches for _ in pack.ancient.finditer(text, s.start, s.end))
    old = era + sum(y < at.year - 1 for y in years)
    if old < _OLD_YEARS or old <= _OLD_SHARE * (len(years) + era):
        return Setting(at)
    words = Counter(m.group() for s in stretches for m in _WORD.finditer(text, s.start, s.end))
    days = sum(count for word, count in words.items() if word.lower() in pack.daily)
    months = sum(words[month] for month in pack.months)
    length = sum(s.end - s.start for s in stretches)
    dense = old * _LETTERS_PER_OLD_YEAR > length
    dated = old >= _MANY_OLD_YEARS and old + months >= _MANY_DATES
    return Setting(at, narrative=(dense or dated) and _DATES_PER_DAY * days <= old + months)


@dataclass(slots=True)
class Setting:
    """Publication, genre and focus. A `narrative` tells of times long before its publication, or has none: there a
    bare month or weekday belongs to the `focus`, the time last spoken of; in news it belongs near publication.
    `here` is the focus of the paragraph, `report_day` the day that a report tells of ("said on Monday")."""

    published: Moment | None
    narrative: bool = False
    focus: Moment | None = None
    quarter: Moment | None = None
    report_day: date | None = None
    here: Moment | None = None

    @property
    def today(self) -> date | None:
        """The day of publication, where it is known."""
        return self.published.date if self.published else None

    @property
    def base(self) -> Moment | None:
        """What bare dates are near to."""
        return self.focus or self.published if self.narrative else self.published or self.focus

    @property
    def told(self) -> Moment | None:
        """What "that year", "the next day", "a week later" count from."""
        return self.focus or self.published

    @property
    def day_told(self) -> date | None:
        """The day that a bare time of day belongs to: in news the paragraph's, else that of publication."""
        held = self.told if self.narrative else self.here
        return (held.date if held else None) or (None if self.narrative else self.today)

    def note(self, moment: Moment | None, *, with_year: bool = False) -> None:
        """Moves the focus to a time just spoken of; with its year, today may be a dateline, not what is told."""
        if moment is None or moment.year is None:
            return
        if moment.grain == Grain.QUARTER and not self._is_ahead(moment):
            self.quarter = moment
        self.focus = self.here = self._refined(moment)
        day, today = moment.date, self.today
        if (
            day
            and today
            and self.report_day is None
            and not (with_year and day == today)
            and 0 <= (today - day).days <= _FRESH_DAYS
        ):
            self.report_day = day

    def _is_ahead(self, moment: Moment) -> bool:
        days = moment.days
        return bool(self.today and days and days.first > self.today)

    def _refined(self, moment: Moment) -> Moment:
        """A bare year does not blur the month that the narrative stands in."""
        held = self.focus
        same = held is not None and held.year == moment.year
        return held if held and same and moment.grain == Grain.YEAR and held.grain == Grain.MONTH else moment

    def year_of_month(self, month: int, day: int | None, direction: int) -> int | None:
        """The year that a month, or a day of a month, without one belongs to; None without anything to go by."""
        base = self.base
        if base is None or base.year is None or base.days is None:
            return None
        if base is not self.published:
            held = base.days.first.month if base.grain != Grain.YEAR else month
            return base.year + (1 if held - month >= 8 else -1 if month - held >= 9 else 0)
        at = base.days.first
        if day is None:
            gap = (month - at.month) % 12  # months ahead
            if gap == 0:
                return at.year
            # Without a cue, months are looked back on.
            ahead = _is_ahead(12 - gap, gap, direction or -1, _MONTH_TOLD if direction < 0 else _CUE, _MONTH_TOLD)
            return at.year + (1 if month < at.month else 0) - (0 if ahead else 1)
        return self._year_of_day(at, month, day, direction)

    def _year_of_day(self, at: date, month: int, day: int, direction: int) -> int:
        place = (month - at.month) * 31 + day - at.day  # near enough to weigh distances
        if self.published is None or self.published.grain != Grain.DAY or place == 0:
            return at.year
        gap = place % 372
        ahead = _is_ahead(372 - gap, gap, direction)
        return at.year + (1 if place < 0 else 0) - (0 if ahead else 1)

    def day_of_week(self, weekday: int, direction: int) -> date | None:
        """The nearest such weekday before or after (direction 1) publication; the day itself where it is one."""
        at = self.base.date if self.base else None
        if at is None:
            return None
        gap = (weekday - at.isoweekday()) % 7
        if self.base is not self.published:  # a narrative moves on
            return moved(at, gap)
        # Yesterday by its name outweighs a verb that may look ahead: few name a day six days off so.
        ahead = direction > 1 or (direction > 0 and gap < 6)
        return moved(at, gap if ahead or gap == 0 else gap - 7)


def _is_ahead(back: int, ahead: int, direction: int, told: float = _CUE, sure: float = _SURE) -> bool:
    """Whether the later of two candidates is meant, by their distances and the tense."""
    weight = sure if direction > 1 else _CUE if direction else 1.0
    return ahead * told < back if direction < 0 else ahead < back * weight


def moved(day: date, by: int) -> date | None:
    """The day so many days on; None where it leaves the calendar."""
    try:
        return day + timedelta(by)
    except OverflowError:
        return None
