"""Times told by other times: weekdays, "yesterday", "last month", "the following year", "two weeks ago"."""

from __future__ import annotations

from dataclasses import replace

from sayso.reading.times.clues import Clue, Sense
from sayso.reading.times.moments import Grain, Moment
from sayso.reading.times.quarters import is_compared, period_ended, year_ago
from sayso.reading.times.setting import moved
from sayso.records import TimeType

STEP = {
    "last": -1,
    "past": -1,
    "this past": -1,
    "previous": -1,
    "latest": -1,
    "next": 1,
    "this next": 1,
    "following": 1,
}
FROM_FOCUS = frozenset({"that", "same", "that same", "previous", "following"})
_CALENDAR = frozenset({"day", "week", "weekend", "month", "quarter", "year", "decade", "century"})
_GRAINS = {"month": Grain.MONTH, "quarter": Grain.QUARTER, "year": Grain.YEAR, "decade": Grain.DECADE}


def beside(clue: Clue) -> Sense | None:
    """ "last month", "this past week", "the following day", "the same year", "the latest quarter"."""
    side, unit = clue.part("side"), clue.part("unit")
    if clue.kind == "rel.off":
        side = {"before": "previous", "after": "following", "": "following"}.get(side, side)
    if unit == "period":
        return _period(clue, side)
    if side == "final" or unit not in _CALENDAR:
        return _moment_of_speech(unit)
    if side == "past" and unit not in ("weekend", "quarter"):
        return None  # "the past day": a duration
    if clue.is_a(clue.end, "OF") and side == "last" and clue.is_a(clue.first, "THE"):  # "the last week of May"
        return _moment_of_speech(unit)
    if side in ("next", "last") and unit == "day" and clue.is_a(clue.first, "THE"):
        side = "following" if side == "next" else "previous"
    if unit == "quarter":
        return _quarter(clue, side)
    if clue.is_a(clue.first, "THE") and side in ("next", "last") and clue.setting.narrative:
        side = "following" if side == "next" else "previous"
    if unit == "year" and side == "last" and clue.setting.quarter and is_compared(clue):
        return year_ago(clue.setting.quarter)
    told = side in FROM_FOCUS or (side == "this" and clue.setting.narrative)
    held = clue.setting.told if told else clue.setting.published
    if unit == "day" and side in ("previous", "following"):
        held = clue.setting.focus  # without a day spoken of, no day is next
    return _stepped(clue, held, unit, STEP.get(side, 0))


def two_off(clue: Clue) -> Sense | None:
    """ "the week before last", "the year after next"."""
    by = -2 if clue.part("side").endswith("last") else 2
    return _stepped(clue, clue.setting.published, clue.part("unit"), by)


def _moment_of_speech(unit: str) -> Sense | None:
    """ "this hour", "this minute"; what "the final hour" is, only the event tells."""
    if unit in ("hour", "minute"):
        return None
    if unit == "day":
        return Sense(TimeType.DATE, "XXXX-XX-XX")
    return Sense(TimeType.DURATION, {"week": "P1W", "month": "P1M", "year": "P1Y"}.get(unit, "P10Y"))


def _stepped(clue: Clue, held: Moment | None, unit: str, by: int) -> Sense:
    """So many units from a time; what is not known of it stays open."""
    if unit == "weekend":
        return _weekend(clue, held, by)
    if unit == "week" and by == -1 and held is not None and held is clue.setting.published and _is_sunday(held):
        by = 0  # on a Sunday the week that ends, ISO's this week, is already the last
    moment = held.shifted(unit, by) if held else None
    if moment is None and held is not None and unit == "day" and by == 0:
        moment = held
    if moment is not None and unit == "week" and moment.grain == Grain.DAY and moment.date:
        moment = Moment.week_of(moment.date)
    if moment is None or moment.year is None:
        return Sense(TimeType.DATE, _open(unit))
    return clue.dated(moment)


def _is_sunday(held: Moment) -> bool:
    return held.date is not None and held.date.isoweekday() == 7


def _weekend(clue: Clue, held: Moment | None, by: int) -> Sense:
    day = held.date if held else None
    if day is None:
        return Sense(TimeType.DATE, "XXXX-WXX-WE")
    on_it = day.isoweekday() >= 6
    if by == 0 and not on_it and clue.direction() <= 0 and clue.part("side") != "this":
        by = -1
    elif by == -1 and clue.part("side") == "this past" and on_it:
        by = 0
    week = moved(day, 7 * by)
    return clue.dated(Moment.week_of(week, Grain.WEEKEND), chosen=not clue.has("side")) if week else _nowhere()


def _nowhere() -> Sense:
    return Sense(TimeType.DATE, "XXXX-WXX-WE")


def _open(unit: str) -> str:
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX"}.get(unit, "XXXX")


def _quarter(clue: Clue, side: str) -> Sense | None:
    """ "this quarter" is the quarter spoken of, else the one at publication; "the latest", the last that ended."""
    setting = clue.setting
    now = setting.published.shifted("quarter", 0) if setting.published else None
    last = now.shifted("quarter", -1) if now else None
    ended = side != "latest" or last is None or setting.quarter is None or setting.quarter.timeml <= last.timeml
    if side in ("this", "that", "same", "latest", "that same") and setting.quarter and ended:
        return clue.dated(setting.quarter)
    held = now if side in ("current", "this") else last if STEP.get(side, 0) < 0 else None
    if side in ("next", "following") and now:
        held = now.shifted("quarter", 1)
    return clue.dated(held) if held else Sense(TimeType.DATE, "XXXX-QX")


def _period(clue: Clue, side: str) -> Sense | None:
    """ "the latest period", "that period": the quarter or other time spoken of."""
    setting = clue.setting
    if side in ("latest", "this", "that", "same", "current", "that same"):
        if side in ("latest", "same") and setting.quarter:
            return clue.dated(setting.quarter)
        if side == "latest":
            return _quarter(clue, "latest")
        return clue.dated(setting.told) if setting.told and setting.told.year is not None else None
    return None


def the_unit(clue: Clue) -> Sense | None:
    """ "the day", "the end of the month", "the year": the one spoken of, else the one of publication."""
    unit, setting = clue.part("unit"), clue.setting
    if clue.is_a(clue.first, "ITS") and not clue.is_a(clue.end - 2, "FISCAL"):
        return None
    if unit in ("hour", "minute", "fortnight") or clue.is_named():
        return None
    if clue.is_a(clue.end, "UNIT", "QUARTER", "DASH"):
        return None
    if unit == "year" and clue.said(clue.end) in ("ended", "ending", "to"):
        return Sense(TimeType.DURATION, "P1Y")
    ended = period_ended(clue, unit)
    if ended and (unit == "week" or not setting.quarter):  # a company's own count of quarters goes before
        return clue.dated(ended)
    if unit == "quarter":
        return _quarter(clue, "latest")
    if unit == "weekend":
        return _weekend(clue, setting.published or setting.focus, 0)
    alone = clue.first + 1 == clue.match.start("unit") and not clue.is_a(clue.first - 1, "IN", "OF")
    goes_on = clue.is_a(clue.end, "WORD", "THE", "NAME", "THAT", "ITS", "A", "BEFORE", "AFTER", "OF")
    if unit == "day" and alone and goes_on:
        return _apposed(clue) or Sense(TimeType.DATE, "XXXX-XX-XX")  # "the day the fighting stops"
    held = setting.told if setting.narrative or unit == "day" else setting.published or setting.told
    return _stepped(clue, held, unit, 0)


def _apposed(clue: Clue) -> Sense | None:
    """The day named right before: "on May 4, the day after the vote"."""
    named = clue.is_a(clue.first - 1, "COMMA", "DASH") and clue.is_a(
        clue.first - 2, "DAY", "ORDDIGIT", "WEEKDAY", "YEAR"
    )
    day = clue.setting.here if named and clue.is_a(clue.end, "BEFORE", "AFTER") else None
    return clue.dated(day) if day and day.date else None


def that_time(clue: Clue) -> Sense | None:
    """ "at that time", "during this time": the time spoken of, or the present."""
    if not clue.is_a(clue.first - 1, "AT", "IN", "BY", "SINCE", "UNTIL"):
        return None
    if clue.part("side") == "this":
        return Sense(TimeType.DATE, "PRESENT_REF")
    told = clue.setting.focus
    if told is None or told.year is None:
        return Sense(TimeType.DATE, "PAST_REF")
    return replace(clue.dated(told), moment=None)


def ago_compound(clue: Clue) -> Sense | None:
    """ "year-ago", "year-earlier"."""
    return counted(clue, "1", clue.part("unit") if clue.has("unit") else clue.words.said[clue.first], "ago")


def counted(clue: Clue, number: str, unit: str, tail: str) -> Sense | None:
    """ "two weeks ago", "three days later", "a month from now": so many units from a time."""
    ahead = tail in ("after", "from now")
    if "X" in number or unit in ("hour", "minute", "second"):
        return Sense(TimeType.DATE, "FUTURE_REF" if ahead else "PAST_REF")
    setting = clue.setting
    from_now = tail in ("ago", "from now")
    held = (setting.published or setting.focus) if from_now else setting.told
    times = float(number)
    if times != int(times):
        return _fraction(clue, held, times, unit, ahead)
    by = int(times) if ahead else -int(times)
    if abs(by) > 100_000:
        return None
    if by == -1 and unit == "year" and setting.quarter and setting.quarter.year is not None and not setting.narrative:
        return year_ago(setting.quarter)
    if held is None:
        return Sense(TimeType.DATE, _open(unit))
    decades = unit == "decade"
    moment = held.shifted("year", 10 * by) if decades else held.shifted(unit, by)
    if moment is None:
        return Sense(TimeType.DATE, _open(unit))
    sense = clue.dated(moment, around=decades or (unit in ("week", "fortnight") and moment.grain == Grain.DAY))
    # In news, a look back ("a year earlier") leaves the narrative where it was.
    stays = not ahead and not setting.narrative
    return Sense(sense.type, sense.value, sense.edtf, False, None) if stays else sense


def _fraction(clue: Clue, held: Moment | None, times: float, unit: str, ahead: bool) -> Sense:
    """ "two and a half years ago": by months."""
    months = {"year": 12, "decade": 120, "month": 1}.get(unit, 0) * times
    moment = held.shifted("month", int(months) * (1 if ahead else -1)) if held and months >= 1 else None
    if moment is None:
        return Sense(TimeType.DATE, "FUTURE_REF" if ahead else "PAST_REF")
    return clue.dated(moment)
