"""Days told by other days: weekdays, "yesterday", "the day after tomorrow"."""

from __future__ import annotations

from datetime import date

from sayso.reading.times.clues import Clue, Sense
from sayso.reading.times.moments import Grain, Moment
from sayso.reading.times.relative import FROM_FOCUS, STEP
from sayso.reading.times.setting import moved
from sayso.records import TimeType


def weekday(clue: Clue) -> Sense | None:
    """ "Tuesday", "last Tuesday", "Tuesday of last week", "every Tuesday"."""
    number = int(clue.part("weekday"))
    side = clue.part("side")
    if side == "following" and clue.is_a(clue.first, "FOLLOWING"):
        return None  # after it: "following Tuesday's talks"
    if clue.said(clue.end).lower() in clue.frame.pack.titles and clue.said(clue.end)[:1].isupper():
        return None
    if side == "1":
        return clue.repeated(f"XXXX-WXX-{number}")
    if clue.has("week"):
        day = _in_week(clue, number, side)
    elif side:
        day = _beside(clue, number, side)
    elif clue.ends_range("WEEKDAY") and clue.setting.here and clue.setting.here.date:
        start = clue.setting.here.date
        day = moved(start, (number - start.isoweekday()) % 7)
    else:
        day = _nearest(clue, number)
    if day is None:
        return clue.unresolved(Moment(Grain.DAY, None, weekday=number))
    return clue.dated(Moment.of(day), chosen=side in ("", "next") and day != clue.setting.today)


def _nearest(clue: Clue, number: int) -> date | None:
    """By tense; "Tuesday's attack" has been, what comes "before Tuesday's vote" is of the days around it."""
    if not clue.is_a(clue.end, "POSS"):
        return clue.setting.day_of_week(number, clue.direction())
    today = clue.setting.today
    ahead = (number - today.isoweekday()) % 7 if today else 0
    upcoming = ahead < 4 and (clue.is_a(clue.first - 1, "BEFORE") or clue.before(2) == "ahead of")
    return clue.setting.day_of_week(number, 1 if upcoming else -1)


def _in_week(clue: Clue, number: int, side: str) -> date | None:
    today = clue.setting.told.date if side == "that" and clue.setting.told else clue.setting.today
    return moved(today, number - today.isoweekday() + 7 * STEP.get(side, 0)) if today else None


def _beside(clue: Clue, number: int, side: str) -> date | None:
    setting = clue.setting
    told = setting.told.date if side in FROM_FOCUS and setting.told else None
    today = told or setting.today or (setting.base.date if setting.base else None)
    if today is None:
        return None
    gap = (number - today.isoweekday()) % 7
    if STEP.get(side, 0) < 0:
        return moved(today, (gap or 7) - 7 if gap else -7)
    if side in ("next", "following", "this next"):
        return moved(today, gap or 7)
    if side in ("that", "same", "that same"):
        return moved(today, gap if gap < 4 else gap - 7)
    return moved(today, gap if clue.direction() >= 0 or gap == 0 else gap - 7)


def weekdays(clue: Clue) -> Sense | None:
    """ "Tuesdays": each of them."""
    return clue.repeated(f"XXXX-WXX-{clue.part('weekday')}")


def deictic(clue: Clue) -> Sense | None:
    """ "today", "late yesterday", "the day after tomorrow"."""
    by = int(clue.part("deictic"))
    if clue.has("off"):
        by += 1 if clue.part("off") == "after" else -1
    setting = clue.setting
    if clue.first > 0 and clue.said(clue.first)[:1].isupper() and _is_title(clue):
        return None  # a paper's or a programme's name
    if setting.today is None or (setting.narrative and by == 0):
        return Sense(TimeType.DATE, "XXXX-XX-XX" if by else "PRESENT_REF")
    day = moved(setting.today, by)
    return clue.dated(Moment.of(day)) if day else None


def _is_title(clue: Clue) -> bool:
    before = clue.first - 1
    return clue.is_a(before, "THE") or (clue.said(before)[:1].isupper() and not clue.is_a(before, "DAY"))
