"""Times of day: "9am Moscow time", "Sunday morning", "tonight", "the night of 4 May"."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.reading.times.clues import Clue, Sense
from sayso.reading.times.moments import Grain, Moment
from sayso.reading.times.setting import moved
from sayso.records import TimeType

_CLOCK = re.compile(r"(\d{1,2})(?:[:.]?(\d\d))?(?::\d\d)?\D*$")
_UNKNOWN = Moment(Grain.DAY, None)


def part_beside(clue: Clue) -> Sense | None:
    """ "this morning", "last night", "that evening", "the next morning"."""
    side, part = clue.part("side"), clue.part("part")
    setting = clue.setting
    if side == "1":
        return clue.repeated(f"XXXX-XX-XX{part}")
    held = setting.told.date if setting.told else None
    if side in ("this", "last", "past", "current", "this past", "next"):
        held = setting.today if not setting.narrative else held or setting.today
    steps = {"last": -1, "past": -1, "this past": -1, "previous": -1, "next": 1, "following": 1, "this next": 1}
    day = moved(held, steps.get(side, 0)) if held else None
    if day is None:
        return clue.unresolved(_UNKNOWN.at(part))
    return clue.dated(Moment.of(day).at(part))


def early_hours(clue: Clue) -> None:
    """ "the early hours of": a time only together with a day."""


def hours_part(clue: Clue) -> str:
    """The part of the day that "the early hours", "the late hours" are; empty where it is none."""
    words = clue.words.said[clue.first : clue.end]
    if "hour" not in words:
        return ""
    return "TMO" if "start" in words else "TEV" if "end" in words else ""


def tonight(clue: Clue) -> Sense | None:
    """ "tonight", "overnight"."""
    part = clue.part("part")
    if clue.is_a(clue.first, "OVERNIGHT") and clue.said(clue.first)[:1].isupper() and clue.is_a(clue.end, "NAME"):
        return None
    today = clue.setting.today
    if today is None:
        return clue.unresolved(_UNKNOWN.at(part))
    return clue.dated(Moment.of(today).at(part))


def part_of_day(clue: Clue) -> Sense | None:
    """ "in the morning", "at night", "midnight": of the day spoken of, where one is."""
    part = clue.part("part")
    at = clue.match.start("part")
    if clue.first == at and clue.is_a(at, "PART") and not clue.is_a(at - 1, "AT", "ON", "BY", "IN", "EACH", "ALL"):
        return None
    if clue.is_a(at, "DAWN") and clue.first == at and not clue.is_a(at - 1, "AT", "BY", "BEFORE", "AFTER", "SINCE"):
        return None
    if clue.is_a(at, "DAWN") and clue.is_a(clue.end, "OF"):
        return None
    if clue.is_a(clue.end, "NAME") or (clue.is_a(clue.end, "DASH") and not clue.is_a(at, "NOON")):
        return None
    if clue.first == at and clue.is_a(at, "PART") and clue.is_a(at - 1, "AT"):
        return clue.unresolved(_UNKNOWN.at(part))
    return _on_day_told(clue, part)


def _on_day_told(clue: Clue, clock: str) -> Sense:
    day = clue.setting.day_told
    if day is None:
        return clue.unresolved(_UNKNOWN.at(clock))
    sense = on_day(clue.dated(Moment.of(day), chosen=True), clock, zone_of(clue))
    return replace(sense, moment=None)


def clock(clue: Clue) -> Sense | None:
    """ "9am", "9:30 p.m. EST", "21:30 Moscow time": of the day spoken of, where one is."""
    said = read_clock(clue)
    return _on_day_told(clue, said) if said else None


def read_clock(clue: Clue, *, beside_day: bool = False) -> str:
    """The time of day as TimeML writes it ("T21:30"); empty where it is none, such as a score."""
    said = clue.part("time")
    m = _CLOCK.match(said.replace("\u00a0", " "))
    if not m:
        return ""
    hour, minute = int(m[1]), int(m[2] or 0)
    mark = said.lower().lstrip("0123456789:. \u00a0\u202f")
    if mark[:1] == "p" and hour < 12:
        hour += 12
    elif mark[:1] == "a" and hour == 12:
        hour = 0
    if hour > 24 or minute > 59:
        return ""
    if mark[:1] not in ("a", "p") and not beside_day and not _is_clock(clue):
        return ""
    return f"T{hour:02}:{minute:02}"


def _is_clock(clue: Clue) -> bool:
    """Whether "21:30" is a time of day: "at 21:30", "21:30 GMT", "4 May, 21:30"; "won 3:16" is not."""
    bare = clue.end - clue.first == 1
    before = clue.first - 1
    return not bare or clue.is_a(before, "AT", "BY", "SINCE", "UNTIL", "FROM", "AROUND", "APPROX", "YEAR", "DASH")


def zone_of(clue: Clue) -> str:
    """The offset of the clock named ("+03:00"); empty where none is, or where it changes with the season."""
    for name in ("zone", "zone2", "zone3", "zone4"):
        found = [x for x in clue.part(name).split() if x[:1] in "+-"]
        if found:
            return "Z" if found[0] == "+00:00" else found[0]
    return ""


def on_day(day: Sense, clock: str, zone: str) -> Sense:
    """A day with its time of day: "9am" joined with "Tuesday"."""
    moment = day.moment
    if moment is None or moment.grain != Grain.DAY:
        plain = day.type == TimeType.DATE and not day.value.endswith("_REF")
        value = day.value + clock if plain else day.value
        return Sense(TimeType.TIME, value, day.edtf, day.chosen, moment)
    timed = moment.at(clock)
    edtf = timed.edtf
    if edtf and clock[1:2].isdecimal() and clock != "T24:00":
        edtf += f"{clock}:00{zone}"
    return Sense(TimeType.TIME, timed.timeml, edtf, day.chosen, timed)
