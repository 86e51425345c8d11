"""Lengths of time and repeated times: "three days", "the past 24 hours", "every week"."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.reading.times.clues import Clue, Sense
from sayso.reading.times.dates import number_in
from sayso.reading.times.relative import beside, counted
from sayso.reading.times.setting import moved
from sayso.records import TimeType

_LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y", "quarter": "Q"}
_CLOCK = {"hour": "H", "minute": "M", "second": "S"}
_TENS = {"decade": 10, "century": 100, "millennium": 1000}
_REFERENCES = {"current": "PRESENT_REF", "past": "PAST_REF"}
_BACK = frozenset({"last", "past", "recent", "latest", "previous", "PAST_REF"})
_AHEAD = frozenset({"next", "coming"})
_IN_A_ROW = frozenset({"straight", "consecutive", "successive"})
_SENTENCE = 40  # words: few sentences are longer
# The longest length that still has a place on the calendar.
_LONGEST_YEARS = 5000


def value_of(number: str, unit: str) -> str:
    """The TIMEX3 value of so many units; X where the number is vague."""
    if unit == "fortnight":
        return f"P{'X' if number == 'X' else _plain(float(number) * 2)}W"
    if unit in _TENS:
        if number == "X":
            return {"decade": "PXDE", "century": "PXCE"}.get(unit, "PXML")
        return f"P{_plain(float(number) * _TENS[unit])}Y"
    if number == "0.5" and unit in ("hour", "year"):
        return "PT30M" if unit == "hour" else "P6M"
    if unit in _CLOCK:
        return f"PT{number}{_CLOCK[unit]}"
    if unit == "weekend":
        return f"P{number}WE"
    parts = {"night": "TNI", "morning": "TMO", "afternoon": "TAF", "evening": "TEV"}
    return f"P{number}{_LETTERS.get(unit) or parts.get(unit, 'X')}"


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:g}"


def amount(said: str) -> str:
    """A number in digits or words, already as values ("20 5", "2 100", "1,200", "X"), as digits; X where vague."""
    total = 0.0
    parts = [p.replace(",", "") for p in said.split()]
    for part in parts:
        if "X" in part:
            return "X"
        if not part or not part[0].isdecimal():
            continue
        number = float(part)
        total = total * number if total and number in (100, 1000, 12, 1_000_000) else total + number
    return _plain(total) if total else "X"


def length(clue: Clue) -> Sense | None:
    """ "three days", "more than two years ago", "a week later", "five months since", "three days in a row"."""
    number = (
        amount(clue.part("num"))
        if clue.has("num")
        else "1"
        if clue.kind == "span.long" and clue.is_a(clue.first, "UNIT")
        else "X"
    )
    unit = clue.part("unit") or ""
    if clue.kind in ("span.half", "span.ahalf"):
        number = _plain(float(number) + 0.5) if number != "X" else "X"
    if not _is_length(clue, unit):
        return None
    tail = clue.part("tail")
    if unit == "weekend" and clue.kind == "span.many":
        return clue.repeated("XXXX-WXX-WE")
    if tail == "after" and (number == "X" or unit in _CLOCK):  # "days later" counts from what is told
        return Sense(TimeType.DURATION, value_of(number, unit))
    if tail in ("ago", "before", "after", "from now"):
        return counted(clue, number, unit, tail)
    if clue.kind == "span.a" and _is_rate(clue):
        return clue.repeated(value_of(number, unit))
    if clue.said(clue.first) == "one" and unit == "day" and _may_be(clue):  # "will one day be free"
        return Sense(TimeType.DATE, "FUTURE_REF")
    edtf = _until(clue.setting.today, number, unit) if clue.is_a(clue.end, "SINCE") else None
    return Sense(TimeType.DURATION, value_of(number, unit), edtf)


def _may_be(clue: Clue) -> bool:
    """Whether an auxiliary that looks ahead stands right before."""
    tense = clue.frame.pack.tense
    return clue.before(1) in tense.future & tense.bare and clue.before(1) != "to"


def _is_length(clue: Clue, unit: str) -> bool:
    """Whether it is a length of time, and no age, count of coins or rank."""
    if clue.is_a(clue.end, "OLD") or (clue.is_a(clue.end, "DASH") and clue.is_a(clue.end + 1, "OLD")):
        return False
    if clue.kind == "span.a" and clue.is_named():  # "a Century speedboat"
        return False
    if clue.is_a(clue.first - 1, "MONEY") or (clue.said(clue.end) == "of" and clue.said(clue.end + 1) == "age"):
        return False
    if clue.is_title():
        return False
    if unit == "2":  # "a second" is mostly a rank
        return False
    if unit == "quarter":  # "a quarter of", "three quarters"
        return False
    if clue.kind == "span.many":
        if unit == "second":
            return False
        return not clue.is_a(clue.first - 1, "NAME", "POSS") or clue.part("unit") in ("year", "month", "week")
    return True


def _is_rate(clue: Clue) -> bool:
    """Whether "a day" says how often ("20 sorties a day") and not how long ("for a day")."""
    if clue.part("unit") not in ("day", "week", "month", "year", "hour", "minute") or clue.has("tail"):
        return False
    before = clue.first - 1
    return clue.is_a(before, "WORD", "UNITS", "ONCE", "COUNTED", "HUNDRED") and (
        clue.is_a(before - 1, "DAY", "BIG", "YEAR", "ONES", "TEENS", "TENS", "HUNDRED", "COUNTED", "VAGUE", "AFEW")
        or clue.is_a(before, "ONCE")
    )


def anchored(clue: Clue) -> Sense | None:
    """ "the past 24 hours", "the next three weeks", "recent years", "the first nine months"."""
    side, unit = clue.part("side"), clue.part("unit")
    number = amount(clue.part("num")) if clue.has("num") else "X"
    if clue.has("half") and number != "X":
        number = _plain(float(number) + 0.5)
    if unit in ("2", "second") or (side == "start" and unit in _CLOCK):
        return None
    if clue.has("num2"):
        number = "X"
    setting = clue.setting
    end = _end_of_past(clue)
    if side in _BACK:
        edtf = _until(end, number, unit)
    elif side in _AHEAD:
        edtf = _from(setting.today, number, unit)
    else:
        edtf = None
    return Sense(TimeType.DURATION, value_of(number, unit), edtf)


def vague_while(clue: Clue) -> Sense | None:
    """ "a while", "some time", "weeklong"."""
    return None if clue.is_a(clue.end, "AGO", "SHIFT") else Sense(TimeType.DURATION, clue.part("word"))


def ordinal_unit(clue: Clue) -> Sense | None:
    """ "the second day", "the first year of the war": a day, or a length, that an event counts; "the third day in a
    row": so many days up to now."""
    unit = clue.part("unit")
    if clue.has("row") or clue.part("adj") in _IN_A_ROW:
        number = number_in(clue.part("ord"))
        edtf = _until(_end_of_past(clue), str(number - 1), unit)
        return Sense(TimeType.DURATION, value_of(str(number), unit), edtf)
    if clue.has("adj") or clue.is_a(clue.first, "A"):
        return None
    if clue.is_a(clue.end, "DASH", "UNIT", "UNITS", "QUARTER") or unit in _CLOCK:
        return None
    return Sense(TimeType.DATE, "XXXX-XX-XX") if unit == "day" else Sense(TimeType.DURATION, value_of("1", unit))


def past_unit(clue: Clue) -> Sense | None:
    """ "the past day", "the last hour": one unit up to now."""
    end = _end_of_past(clue)
    unit = clue.part("unit")
    ahead = clue.part("side") in ("next", "this next")
    edtf = _from(end, "1", unit) if ahead else _until(end, "1", unit)
    published = clue.setting.published
    if unit == "year" and not ahead and published and published.year is not None and not clue.setting.narrative:
        # TimeBank's practice: "the past year" is the year before, as "last year" is.
        return Sense(TimeType.DATE, f"{published.year - 1:04}", edtf)
    return Sense(TimeType.DURATION, value_of("1", unit), edtf)


def beside_or_past(clue: Clue) -> Sense | None:
    """ "last month" is a stretch of the calendar; "the past month", "the last hour" are lengths up to now."""
    side, unit = clue.part("side"), clue.part("unit")
    if clue.is_title():
        return None
    rolling = unit in ("hour", "minute", "decade", "fortnight") and side in ("last", "next", "past")
    if rolling or (side in ("past", "this past") and unit not in ("weekend", "quarter", "period")):
        return past_unit(clue)
    return beside(clue)


def _end_of_past(clue: Clue) -> date | None:
    """The day up to which "the past 24 hours" run: the day that the report tells of, before it or in its sentence
    ("… said on Monday"), else that of publication; in a narrative the day spoken of."""
    setting = clue.setting
    if setting.narrative and setting.focus:
        return setting.focus.date
    if setting.report_day is None:
        for index in range(clue.end, min(len(clue.words.said), clue.end + _SENTENCE)):
            if clue.is_a(index, "STOP"):
                break
            if clue.is_a(index, "WEEKDAY") and clue.is_a(index - 1, "ON", "WORD"):
                return setting.day_of_week(int(clue.words.said[index]), -1)
    return setting.report_day or setting.today


def _until(end: date | None, number: str, unit: str) -> str | None:
    """The interval of so many units that ends with a day."""
    if end is None or not _is_placeable(number, unit):
        return None
    first = back_from(end, unit, float(number))
    return f"{first.isoformat()}/{end.isoformat()}" if first else None


def _from(start: date | None, number: str, unit: str) -> str | None:
    if start is None or not _is_placeable(number, unit):
        return None
    last = back_from(start, unit, -float(number))
    return f"{start.isoformat()}/{last.isoformat()}" if last else None


def _is_placeable(number: str, unit: str) -> bool:
    return number != "X" and float(number) * _TENS.get(unit, 1) <= _LONGEST_YEARS


def repeated(clue: Clue) -> Sense | None:
    """ "every day", "each of two weeks", "per month", "daily", "annually"."""
    if clue.has("word"):
        if clue.is_a(clue.end, "NAME") or clue.is_named():  # "the daily Gazette", "the Weekly Standard"
            return None
        plain = clue.is_a(clue.end, "WORD")
        if plain and (clue.said(clue.first) == "everyday" or clue.said(clue.first - 1) == "average"):
            return None  # "an everyday matter"; "the average daily volume" is a rate
        return clue.repeated(clue.part("word"))
    unit = clue.part("unit")
    if unit in ("2", "period"):
        return None
    number = amount(clue.part("num")) if clue.has("num") and clue.kind != "set.a" else "1"
    return clue.repeated(value_of(number, unit))


def reference(clue: Clue) -> Sense | None:
    """ "now", "recently", "the future": present, past and future as such."""
    word = clue.part("word")
    return Sense(TimeType.DATE, _REFERENCES.get(word, word))


def back_from(day: date, unit: str, number: float) -> date | None:
    """The day so many units before a day (negative: after)."""
    days = {"second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "fortnight": 14.0}
    if unit in days:
        length = number * days[unit]
        whole = int(length) if length == int(length) else int(length) + (1 if length > 0 else -1)
        return moved(day, -whole)
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months is None:
        return None
    at = day.year * 12 + day.month - 1 - round(number * months)
    try:
        first = date(at // 12, at % 12 + 1, 1)
        following = date((at + 1) // 12, (at + 1) % 12 + 1, 1)
    except ValueError:
        return None
    return min(first + timedelta(day.day - 1), following - timedelta(1))
