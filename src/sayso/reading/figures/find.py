"""Figures: every number asserted of something, with its bounds, its unit, and what became of what is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.reading.draft import Draft
from sayso.reading.figures.bounds import read_bounds
from sayso.reading.figures.dates import Dates
from sayso.reading.figures.digits import Number
from sayso.reading.figures.joins import join_ranges, join_ratios, join_twins, pass_on_units, take_parts
from sayso.reading.figures.lengths import name_lengths
from sayso.reading.figures.levels import name_levels
from sayso.reading.figures.lines import Found, Line, read_line
from sayso.reading.figures.lists import share_measures
from sayso.reading.figures.measures import apply_triggers
from sayso.reading.figures.mentions import find_mentions
from sayso.reading.figures.names import is_in_a_name
from sayso.reading.figures.nouns import read_noun
from sayso.reading.figures.numbers import read_number
from sayso.reading.figures.owners import find_owners
from sayso.reading.figures.restated import fits, restate
from sayso.reading.figures.sentences import join_sentences
from sayso.reading.figures.sides import local_sides
from sayso.reading.figures.standing import stands
from sayso.reading.figures.triggers import find_triggers
from sayso.reading.figures.units import read_unit
from sayso.reading.figures.ways import find_ways
from sayso.records import Figure, Span

_COUNTABLE = frozenset(("people", "equipment", "building", "formation", "land", None))
_LONGEST = 3000  # characters: what is longer is no sentence, and figures far apart have no part in one another


def find_figures(draft: Draft) -> None:
    """Fills `figures`: spans, bounds, units, measures, whose they are, polarity and modality."""
    lines = read_lines(draft)
    dates = Dates(draft.times)
    sides = local_sides(draft.text, draft.parts.packs.world)
    for line in lines:
        line.figures = [f for f in find_numbers(line) if _is_length(line, f) or not dates.holds(line.start[f.number])]
        if line.figures:
            join_ranges(line)
            join_ratios(line)
            name_levels(line)
            pass_on_units(line)
            take_parts(line)
            join_twins(line)
        find_measures(line)
        restate(line)
        drop_periods(line)
        name_lengths(line)
        if any(not f.weak for f in line.figures):
            find_ways(line)
            find_owners(line, find_mentions(line, sides))
    join_sentences(lines)
    draft.figures = tuple(as_records(lines))


def _is_length(line: Line, found: Found) -> bool:
    """Whether a time is a length and no date: so much a time ("60 hours a week"), so long after ("two years later")."""
    return " per " in (found.unit or "") or (found.kind == "time" and line.word(found.end) in ("later", "earlier"))


def drop_periods(line: Line) -> None:
    """Of "lost 40 men in the past 24 hours" the hours are the men's period; where nothing has a measure they stand."""
    if any(f.trigger is not None for f in line.figures):
        line.figures = [f for f in line.figures if not _is_period(line, f)]


def _is_period(line: Line, found: Found) -> bool:
    words, i = line.pack.grammar.lists["period_words"], found.first
    said = line.word(i - 2) if line.word(i - 1) == "the" else line.word(i - 1)
    return found.kind == "time" and found.measure != "age" and said in words


def find_measures(line: Line) -> None:
    """What became of what a line counts; single victims and things of a list become figures of one."""
    triggers = find_triggers(line)
    if triggers:
        _add_singles(line)
        apply_triggers(line, triggers)
        share_measures(line, triggers)
        _drop_singles(line)
        _fill_units(line)


def _add_singles(line: Line) -> None:
    """Adds "a tank", "an artillery gun", "a child" as weak figures of one: a list's measure may take them up."""
    added: list[Found] = []
    for i, said in enumerate(line.low):
        if said not in ("a", "an") or line.covering(i) is not None:
            continue
        noun = read_noun(line, i + 1, one=True)
        if noun is None or noun.unit is None or noun.unit.kind not in ("people", "equipment", "building"):
            continue
        if line.covering(noun.end - 1) is not None:
            continue
        unit = noun.unit
        one = Found(
            i, noun.end, i, i + 1, 1.0, 1.0, unit=unit.name, kind=unit.kind, who=unit.who, weak=True, single=True
        )
        one.role = unit.kind == "people" and not unit.person
        added.append(one)
    if added:
        line.figures = sorted((*line.figures, *added), key=lambda f: (f.first, f.end))


def _fill_units(line: Line) -> None:
    """ "400 homes were destroyed and 1,100 damaged": a bare number with a measure counts what the one before counts."""
    before: Found | None = None
    for found in line.figures:
        if found.bare and found.measure is not None and before is not None and found.unit is None:
            if not fits(line, before, found):
                continue
            found.unit, found.kind, found.who, found.bare = before.unit, before.kind, before.who, False
        if not found.weak and not found.bare and found.kind in _COUNTABLE:
            before = found


def _drop_singles(line: Line) -> None:
    """A single thing stands under a measure that counts such, or in a list with a number."""
    for found in line.figures:
        if found.single and not found.weak and found.measure not in line.pack.singly:
            found.weak = not any(f.trigger == found.trigger and not f.single and not f.weak for f in line.figures)


def read_lines(draft: Draft) -> list[Line]:
    """The sentences of the article's own words, cut for lookups."""
    packs = draft.parts.packs
    pieces = (piece for s in draft.sentences for piece in _pieces(draft.text, s))
    return [read_line(draft.text, piece, packs.figures, packs.world) for piece in pieces]


def _pieces(text: str, sentence: Span) -> Iterator[Span]:
    """A sentence, or its pieces where it is too long to be one: tables, lists, texts without stops."""
    start = sentence.start
    while sentence.end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = cut if cut > 0 else start + _LONGEST
        yield Span(start, cut)
        start = cut
    yield Span(start, sentence.end)


def find_numbers(line: Line) -> Iterator[Found]:
    """The numbers of a line that count or measure, from left to right."""
    i, last = 0, 0
    opens, scales = line.pack.numbers.first, line.pack.numbers.scales
    while i < len(line.low):
        said = line.low[i]
        if not (
            said[0].isdecimal()
            or said[0] == "."
            or said in opens
            or (said in ("a", "an", "the") and (line.word(i + 1) in opens or line.word(i + 1) in scales))
        ):
            i += 1
            continue
        number = read_number(line, i)
        if number is None or is_in_a_name(line, number):
            i = i + 1 if number is None else number.end
            continue
        found = _figure(line, number, last)
        if found is not None:
            yield found
            last = found.end
        i = max(number.end, found.end if found is not None and found.unit and not found.partitive else number.end)


def _figure(line: Line, number: Number, last: int) -> Found | None:
    counted = read_unit(line, number)
    bounds = read_bounds(line, number, counted.first, (number.end, counted.end))
    first, end = max(last, bounds.first), max(counted.end, bounds.end)
    if first > number.first:
        return None
    low, high = bounds.low, bounds.high
    found = Found(
        first, end, number.first, number.end, low, high,
        exclusive=bounds.exclusive, approximate=bounds.approximate, vague=number.vague,
        unit=counted.unit, kind=counted.kind, who=counted.who, role=counted.role,
        share=number.share, partitive=counted.partitive, bare=counted.unit is None, attributive=counted.attributive,
    )  # fmt: skip
    if counted.side is not None:
        found.of = (counted.side,)
    if counted.age:
        found.measure = "age"
    if line.word(number.end) == "of" and line.word(number.end + 1) in ("them", "these", "those", "us", "whom", "which"):
        found.end, found.partitive = max(found.end, number.end + 2), True
    if number.share:
        found.unit, found.kind, found.partitive, found.bare = "share", "share", True, False
    return found if stands(line, number, found, counted, bounds.bounded) else None


def as_records(lines: Sequence[Line]) -> Iterator[Figure]:
    """The figures as records, with ids in the order of the text."""
    kept = [(line, f) for line in lines for f in sorted(line.figures, key=lambda f: (f.first, f.end)) if not f.weak]
    for number, (_, found) in enumerate(kept, 1):
        found.place = number
    for line, found in kept:
        yield _record(line, found)


def _record(line: Line, found: Found) -> Figure:
    kind = line.pack.kinds.get(found.kind or "")
    return Figure(
        id=f"f{found.place}",
        span=Span(line.start[found.first], line.end[found.end - 1]),
        low=found.low,
        high=found.high,
        exclusive=found.exclusive,
        approximate=found.approximate,
        vague=found.vague,
        unit=found.unit,
        measure=found.measure or kind,
        of=found.of,
        who=found.who,
        agent=found.agent,
        cause=found.cause,
        polarity=found.polarity,
        modality=found.modality,
        part_of=tuple(f"f{w.place}" for w in found.wholes if w.place),
        same_as=f"f{found.twin.place}" if found.twin is not None and found.twin.place else None,
    )
