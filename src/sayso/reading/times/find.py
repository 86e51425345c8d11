"""Finds time expressions in an article's own words and says what they mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.packs.times import TimeWords
from sayso.reading.draft import Draft
from sayso.reading.times import clocks, dates, durations, relative, years
from sayso.reading.times.clues import Clue, Sense
from sayso.reading.times.moments import Grain
from sayso.reading.times.setting import Setting, read_setting
from sayso.reading.times.words import Classifier, Words
from sayso.records import Span, Time, TimeType

# By the part of the expression's name before the dot; a full name comes first.
_ONE: Mapping[str, Callable[[Clue], Sense | None]] = {
    "iso": dates.iso_date,
    "numeric": dates.numeric_date,
    "date": dates.day_of_month,
    "month": dates.month,
    "season": dates.season,
    "seasons": dates.several_seasons,
    "quarter": dates.quarter,
    "quarter.half": dates.two_quarters,
    "half": dates.half,
    "holiday": dates.holiday,
    "century": years.century,
    "decade": years.decade,
    "year": years.whole_year,
    "year.spoken": years.spoken_year,
    "yearend": years.year_end,
    "weekday": relative.weekday,
    "weekdays": relative.weekdays,
    "deictic": relative.deictic,
    "rel": durations.beside_or_past,
    "rel.off": relative.beside,
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
# The most words before the core of an expression ("the latter part of the first two and a half").
_LEAD = 9
# A longer stretch without a paragraph's end is read in pieces, so that memory stays bounded.
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Found:
    """An expression resolved, with the words it takes."""

    first: int
    end: int
    sense: Sense


def find_times(draft: Draft) -> None:
    """Fills `times`, in text order."""
    pack = draft.parts.packs.times
    draft.times = read_times(draft.text, [p.span for p in draft.paragraphs], draft.article.published, pack)


def read_times(text: str, stretches: Sequence[Span], published: str | None, pack: TimeWords) -> tuple[Time, ...]:
    """The time expressions in these stretches of a text, read against the date of publication (EDTF, any precision)."""
    setting = read_setting(text, stretches, published, pack.daily)
    classifier = Classifier(pack)
    times: list[Time] = []
    for piece in _pieces(text, stretches):
        setting.here = None
        words = classifier.read(text, piece)
        times += (
            Time(words.span(f.first, f.end), f.sense.type, f.sense.value, f.sense.edtf, f.sense.chosen)
            for f in _resolved(words, text, setting, pack)
        )
    return tuple(times)


def _pieces(text: str, stretches: Sequence[Span]) -> Iterator[Span]:
    for stretch in stretches:
        start = stretch.start
        while stretch.end - start > _LONGEST:
            cut = max(text.rfind(" ", start, start + _LONGEST), text.rfind("\n", start, start + _LONGEST))
            cut = cut if cut > start else start + _LONGEST
            yield Span(start, cut)
            start = cut
        yield Span(start, stretch.end)


def _resolved(words: Words, text: str, setting: Setting, pack: TimeWords) -> Iterator[Found]:
    """Expressions with their senses; where one means nothing, the next that could begin there is tried."""
    at = 0
    while clue := _next_clue(Clue("", None, words, text, setting, pack), at):
        at = clue.first + 1
        trial: Clue | None = clue
        while trial:
            found = _joined(trial) or _single(trial)
            if found:
                at = max(at, found[-1].end)
                break
            trial = _other_reading(trial)
        for each in found:
            setting.note(each.sense.moment)
            yield replace(each, sense=_opened(trial or clue, each))


def _next_clue(frame: Clue, at: int) -> Clue | None:
    """The next expression by its looks, from a word on: one begins at most a few words before its core."""
    classes, pack = frame.words.classes, frame.pack
    while core := pack.core.search(classes, at):
        for first in range(max(at, core.start() - _LEAD), core.end()):
            if classes[first] in pack.inner:
                continue
            m = pack.scan.match(classes, first)
            match = pack.expressions[m.lastgroup].match(classes, first) if m and m.lastgroup else None
            if m and m.lastgroup and match:
                return replace(frame, kind=pack.kinds[m.lastgroup], match=match)
        at = core.end()
    return None


def _other_reading(clue: Clue) -> Clue | None:
    """The expression of next lower rank that can begin at the same word."""
    passed = False
    for key, kind in clue.pack.kinds.items():
        if passed:
            match = clue.pack.expressions[key].match(clue.words.classes, clue.first)
            if match:
                return replace(clue, kind=kind, match=match)
        passed = passed or kind == clue.kind
    return None


def _base(clue: Clue) -> str:
    return clue.kind.partition(".")[0]


def _single(clue: Clue) -> tuple[Found, ...]:
    several = _TWO.get(_base(clue))
    if several:
        senses = several(clue)
    else:
        resolve = _ONE.get(clue.kind) or _ONE[_base(clue)]
        sense = resolve(clue)
        senses = (sense,) if sense else ()
    return tuple(
        Found(clue.first if s.first is None else s.first, clue.end if s.end is None else s.end, s) for s in senses
    )


def _joined(clue: Clue) -> tuple[Found, ...]:
    """A day and a time of day beside each other, as one: "Sunday morning", "9 a.m. on Tuesday"."""
    day_first = _base(clue) in _DAYS or clue.kind == "part.side"
    if not day_first and clue.kind not in _TIMES:
        return ()
    following = _next_clue(clue, clue.end)
    if following is None or following.first - clue.end > 2:
        return ()
    between = clue.words.classes[clue.end : following.first]
    symbol = clue.pack.symbols
    comma, on, of, at = (symbol[x] for x in ("COMMA", "ON", "OF", "AT"))
    if day_first:
        gaps = {"clock": ("", comma, at, comma + at), "part.bare": ("", at)}.get(following.kind, ())
        day, time = clue, following
    else:
        fits = _base(following) in _DAYS or following.kind == "part.side"
        gaps = ("", comma, on, of, comma + on) if fits else ()
        day, time = following, clue
    if between not in gaps or (day.kind == "part.side" and time.kind != "clock"):
        return ()
    return _timed(day, time, Span(clue.first, following.end))


def _timed(day: Clue, time: Clue, words: Span) -> tuple[Found, ...]:
    said = clocks.read_clock(time) if time.kind == "clock" else time.part("part") or clocks.hours_part(time)
    senses = _single(day)
    if not said or len(senses) != 1 or senses[0].sense.type == TimeType.SET:
        return ()
    zone = clocks.zone_of(time) if time.kind == "clock" else ""
    return (Found(words.start, words.end, clocks.on_day(senses[0].sense, said, zone)),)


def _opened(clue: Clue, found: Found) -> Sense:
    """The sense as an open interval after "since" or "after", before "until" or "before"."""
    sense, before = found.sense, found.first - 1
    moment = sense.moment
    if moment is None or sense.edtf is None or not clue.is_a(before, "SINCE", "UNTIL", "BEFORE", "AFTER"):
        return sense
    opens = clue.is_a(before, "SINCE", "AFTER")
    edge = sense.edtf
    if moment.grain not in _PLAIN and moment.days:
        day = moment.days.first if opens else moment.days.last
        edge = day.isoformat()[: _DIGITS.get(moment.grain, 10)]
    return replace(sense, edtf=f"{edge}/.." if opens else f"../{edge}")
