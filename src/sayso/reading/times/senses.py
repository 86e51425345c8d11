"""What resolves which kind of expression: the literal table, and how a sense is joined and opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from sayso.reading.times import clocks, dates, days, durations, holidays, quarters, relative, years
from sayso.reading.times.clues import Clue, Sense
from sayso.reading.times.moments import Grain
from sayso.records import TimeType

# By the part of the expression's name before the dot; a full name comes first.
_ONE: Mapping[str, Callable[[Clue], Sense | None]] = {
    "iso": dates.iso_date,
    "numeric": dates.numeric_date,
    "date": dates.day_of_month,
    "month": dates.month,
    "month.spoken": years.spoken_year,
    "season": dates.season,
    "seasons": dates.several_seasons,
    "quarter": quarters.quarter,
    "quarter.half": quarters.two_quarters,
    "half": quarters.half,
    "holiday": holidays.holiday,
    "century": years.century,
    "decade": years.decade,
    "year": years.whole_year,
    "year.spoken": years.spoken_year,
    "yearend": years.year_end,
    "weekday": days.weekday,
    "weekdays": days.weekdays,
    "deictic": days.deictic,
    "rel": durations.beside_or_past,
    "rel.off": relative.beside,
    "rel.two": relative.two_off,
    "rel.this": relative.the_unit,
    "ago": relative.ago_compound,
    "part.side": clocks.part_beside,
    "part.tonight": clocks.tonight,
    "part.hours": clocks.early_hours,
    "part.bare": clocks.part_of_day,
    "clock": clocks.clock,
    "span": durations.length,
    "span.anchored": durations.anchored,
    "span.anchored2": durations.anchored,
    "set": durations.repeated,
    "awhile": durations.vague_while,
    "rel.ord": durations.ordinal_unit,
    "ref": durations.reference,
    "ref.time": relative.that_time,
}
_TWO: Mapping[str, Callable[[Clue], tuple[Sense, ...]]] = {"dates": dates.day_range, "years": years.year_range}
_PLAIN = frozenset({Grain.DAY, Grain.MONTH, Grain.YEAR})  # what EDTF lets stand in an interval
_DIGITS = {Grain.SEASON: 7, Grain.QUARTER: 7, Grain.HALF: 7, Grain.DECADE: 4, Grain.CENTURY: 4}
_DAYS = frozenset({"iso", "numeric", "date", "weekday", "deictic", "holiday"})
_TIMES = frozenset({"clock", "part.bare", "part.hours"})


@dataclass(frozen=True, slots=True)
class Found:
    """An expression resolved, with the words it takes."""

    first: int
    end: int
    sense: Sense


def resolve(clue: Clue) -> tuple[Found, ...]:
    """What an expression means by itself: nothing, one thing, or two ("May 4-6")."""
    base = clue.kind.partition(".")[0]
    several = _TWO.get(base)
    if several:
        senses = several(clue)
    else:
        sense = (_ONE.get(clue.kind) or _ONE[base])(clue)
        senses = (sense,) if sense else ()
    return tuple(
        Found(clue.first if s.first is None else s.first, clue.end if s.end is None else s.end, s) for s in senses
    )


def may_join(clue: Clue) -> bool:
    """Whether a day or a time of day beside the expression may belong to it."""
    return clue.kind in _TIMES or _is_day(clue)


def _is_day(clue: Clue) -> bool:
    return clue.kind.partition(".")[0] in _DAYS or clue.kind == "part.side"


def join(clue: Clue, following: Clue) -> tuple[Found, ...]:
    """A day and a time of day beside each other, as one: "Sunday morning", "9 a.m. on Tuesday"; else nothing."""
    between = clue.words.classes[clue.end : following.first]
    symbol = clue.frame.pack.symbols
    comma, on, of, at = (symbol[x] for x in ("COMMA", "ON", "OF", "AT"))
    if _is_day(clue):
        day, time = clue, following
        gaps = {"clock": ("", comma, at, comma + at), "part.bare": ("", at)}.get(following.kind, ())
    else:
        day, time = following, clue
        gaps = ("", comma, on, of, comma + on) if _is_day(following) else ()
    if between not in gaps or (day.kind == "part.side" and time.kind != "clock"):
        return ()
    said = (
        clocks.read_clock(time, beside_day=True)
        if time.kind == "clock"
        else time.part("part") or clocks.hours_part(time)
    )
    resolved = resolve(day)
    if not said or len(resolved) != 1 or resolved[0].sense.type == TimeType.SET:
        return ()
    zone = clocks.zone_of(time) if time.kind == "clock" else ""
    return (Found(clue.first, following.end, clocks.on_day(resolved[0].sense, said, zone)),)


def opened(clue: Clue, found: Found) -> Sense:
    """The sense as an open interval after "since" or "after", before "until" or "before"."""
    sense, before = found.sense, found.first - 1
    moment = sense.moment
    if moment is None or sense.edtf is None or not clue.is_a(before, "SINCE", "UNTIL", "BEFORE", "AFTER"):
        return sense
    opens = clue.is_a(before, "SINCE", "AFTER")
    edge = sense.edtf.partition("T")[0]  # intervals of EDTF are of days, without a time of day
    if moment.grain not in _PLAIN and moment.days:
        day = moment.days.first if opens else moment.days.last
        edge = day.isoformat()[: _DIGITS.get(moment.grain, 10)]
    return replace(sense, edtf=f"{edge}/.." if opens else f"../{edge}")
