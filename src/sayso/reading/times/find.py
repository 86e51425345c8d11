"""Finds time expressions in an article's own words and says what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.packs.times import TimeWords
from sayso.reading.draft import Draft
from sayso.reading.times.clues import Clue, Frame
from sayso.reading.times.senses import Found, join, may_join, opened, resolve
from sayso.reading.times.setting import read_setting
from sayso.reading.times.words import Classifier
from sayso.records import Span, Time

# The most words before the core of an expression ("the latter part of the first two and a half").
_LEAD = 9
# Periods that take over from a quarter: after "the nine months", "a year earlier" is no quarter any more.
_OTHER_PERIODS = frozenset({"span.the", "span.anchored", "rel.this"})
# The most words between a day and its time of day (", at").
_GAP = 2
# A longer stretch without a paragraph's end is read in pieces, so that memory stays bounded.
_LONGEST = 20_000


def find_times(draft: Draft) -> None:
    """Fills `times`, in text order."""
    pack = draft.parts.packs.times
    draft.times = read_times(draft.text, [p.span for p in draft.paragraphs], draft.article.published, pack)


def read_times(text: str, stretches: Sequence[Span], published: str | None, pack: TimeWords) -> tuple[Time, ...]:
    """The time expressions in these stretches of a text, read against the date of publication (EDTF, any precision).

    Types and values follow TimeML's TIMEX3 (Sauri et al. 2006), extents too: no preposition before, "ago" after.
    """
    setting = read_setting(text, stretches, published, pack)
    classifier = Classifier(pack)
    times: list[Time] = []
    for piece in _pieces(text, stretches):
        setting.here = None
        words = classifier.read(text, piece)
        for f in _expressions(Frame(words, text, setting, pack)):
            sense = f.sense
            times.append(Time(words.span(f.first, f.end), sense.type, sense.value, sense.edtf, sense.chosen))
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


def _expressions(frame: Frame) -> Iterator[Found]:
    """Expressions with their senses; where one means nothing, the next that could begin there is tried."""
    at = 0
    while clue := _next_clue(frame, at):
        at = clue.first + 1
        found: tuple[Found, ...] = ()
        trial: Clue | None = clue
        while trial and not found:
            found = _joined(trial) or resolve(trial)
            trial = None if found else _other_reading(trial)
        for each in found:
            frame.setting.note(each.sense.moment, with_year=clue.has("year") or clue.has("value"))
            if clue.kind in _OTHER_PERIODS and each.sense.value[-1] in "MY":
                frame.setting.quarter = None
            yield replace(each, sense=opened(clue, each))
            at = max(at, each.end)


def _next_clue(frame: Frame, at: int) -> Clue | None:
    """The next expression by its looks, from a word on: one begins at most a few words before its core."""
    classes, known = frame.words.classes, frame.pack.expressions
    while core := known.core.search(classes, at):
        for first in range(max(at, core.start() - _LEAD), core.end()):
            if classes[first] in known.inner:
                continue
            m = known.scan.match(classes, first)
            match = known.patterns[m.lastgroup].match(classes, first) if m and m.lastgroup else None
            if m and m.lastgroup and match:
                return Clue(known.kinds[m.lastgroup], match, frame)
        at = core.end()
    return None


def _other_reading(clue: Clue) -> Clue | None:
    """The expression of next lower rank that can begin at the same word."""
    known = clue.frame.pack.expressions
    passed = False
    for key, kind in known.kinds.items():
        match = known.patterns[key].match(clue.words.classes, clue.first) if passed else None
        if match:
            return Clue(kind, match, clue.frame)
        passed = passed or kind == clue.kind
    return None


def _joined(clue: Clue) -> tuple[Found, ...]:
    if not may_join(clue):
        return ()
    following = _next_clue(clue.frame, clue.end)
    return join(clue, following) if following and following.first - clue.end <= _GAP else ()
