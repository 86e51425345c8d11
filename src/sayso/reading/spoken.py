"""The day a statement was made, and what a follow-up takes from the statement before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sayso.reading.attachment import Surroundings, distance, is_attached
from sayso.reading.draft import Draft
from sayso.records import Act, Mode, Span, Statement, Time, TimeType

_OPENING_MARKS = "“\"«„'‘"
# Lines such as a credit may stand between a statement and the quotation that goes on with it.
_PARAGRAPHS_BETWEEN = 2
# Statements of one sentence, and those nested in them.
_EARLIER = 12
_EVE = 24  # characters of "on the eve of the "
_BEFORE = 14  # characters of the word before a time expression
_SEASON = re.compile(r"\d{4}-(?:2[1-9]|[34]\d)")  # EDTF level 2: months beyond the twelfth are seasons and quarters
_SPOKEN = frozenset([Mode.DIRECT, Mode.MIXED])


def date_statements(draft: Draft, around: Mapping[str, Surroundings | None]) -> None:
    """Fills `said_on` from the time expressions beside the cue."""
    times = [t for t in draft.times if t.edtf is not None and t.type in (TimeType.DATE, TimeType.TIME)]
    starts = [t.span.start for t in times]
    found: list[Statement] = []
    latest: str | None = None
    for statement in draft.statements:
        here = around.get(statement.id)
        if here is None or statement.mode is Mode.NARRATED:
            found.append(statement)
            continue
        said_on = (
            _beside(draft, here, times, starts)
            or _same_day(draft, here, latest)
            or _days_apart(draft, here, found)
            or _when_asked(here, found)
        )
        said_on = None if said_on is not None and _is_ahead(draft, said_on) else said_on
        latest = said_on or latest
        found.append(statement if said_on is None else replace(statement, said_on=said_on))
    draft.statements = tuple(found)


def _beside(draft: Draft, around: Surroundings, times: Sequence[Time], starts: Sequence[int]) -> str | None:
    """The nearest day that belongs to the cue."""
    known = draft.parts.packs.media.words
    near = times[bisect_right(starts, around.sentence.start - 1) : bisect_right(starts, around.sentence.end)]
    fitting = [t for t in near if _may_date(draft, t) and is_attached(draft.text, around, t.span, known)]
    if not fitting:
        return None
    nearest = min(fitting, key=lambda t: (distance(around, t.span), t.span))
    return _eve(draft, nearest) or _day(nearest.edtf)


def _eve(draft: Draft, time: Time) -> str | None:
    """The day before one that "on the eve of" precedes; of weekdays the last whose eve is not after publication."""
    before = draft.text[max(0, time.span.start - _EVE) : time.span.start]
    if draft.parts.packs.media.dates.eve.search(before) is None:
        return None
    try:
        day = date.fromisoformat((time.edtf or "")[:10]) - timedelta(1)
        published = date.fromisoformat((draft.article.published or "")[:10])
    except (ValueError, OverflowError):
        return None
    weekday = draft.text[time.span.start : time.span.end].isalpha()
    return (day + timedelta((published - day).days // 7 * 7) if weekday and day < published else day).isoformat()


def _is_ahead(draft: Draft, said_on: str) -> bool:
    """Whether it is a month after that of publication: of plans ("next month"), not of speaking."""
    published, day = (draft.article.published or "")[:10], said_on.split("/")[0]
    plain = all(part.isdigit() for part in (*day.split("-"), *published.split("-")))
    return bool(published) and plain and len(day) == len("2031-05") and day > published[: len(day)]


def _may_date(draft: Draft, time: Time) -> bool:
    before = draft.text[max(0, time.span.start - _BEFORE) : time.span.start].lower().split()
    opening = time.span.of(draft.text)[:_BEFORE].lower().split()
    if not draft.parts.packs.media.dates.not_after.isdisjoint((*before[-1:], *opening[:1])):
        return False
    return _day(time.edtf) is not None


def _day(edtf: str | None) -> str | None:
    """A day, month or interval of days; a time of day is left out, a year, season or decade says too little."""
    if edtf is None or len(edtf) < 7 or _SEASON.match(edtf):
        return None
    return edtf[:10] if edtf[10:11] == "T" else edtf


def _same_day(draft: Draft, around: Surroundings, latest: str | None) -> str | None:
    """ "On the same day": the day last spoken of."""
    if latest is None:
        return None
    m = draft.parts.packs.media.dates.same.search(draft.text, around.sentence.start, around.sentence.end)
    if m is None or not is_attached(draft.text, around, Span(*m.span()), draft.parts.packs.media.words):
        return None
    return latest


def _when_asked(around: Surroundings, earlier: Sequence[Statement]) -> str | None:
    """ "Asked on Monday about the dam, the clerk said": the day of the question that opens the sentence."""
    before = earlier[-1] if earlier else None
    if before is None or before.act is not Act.ASK or before.source is not None or before.cue is None:
        return None
    return before.said_on if before.cue.start == around.sentence.start else None


def _days_apart(draft: Draft, around: Surroundings, earlier: Sequence[Statement]) -> str | None:
    """ "…, a day after the president said": counted from the statement in the same sentence, else from publication."""
    words = draft.parts.packs.media.dates
    m = words.apart.search(draft.text[max(around.sentence.start, around.anchor.start - 40) : around.anchor.start])
    if m is None:
        return None
    same = [s.said_on for s in earlier[-_EARLIER:] if s.said_on and s.cue is not None and around.sentence.holds(s.cue)]
    from_ = same[-1] if same else draft.article.published
    try:
        day = date.fromisoformat((from_ or "")[:10])
    except ValueError:
        return None
    days = words.numbers[m["number"].lower()] * words.units[m["unit"].lower()]
    try:
        return (day - timedelta(days) if m["direction"].lower() == "after" else day + timedelta(days)).isoformat()
    except OverflowError:
        return None


def take_up(draft: Draft) -> None:
    """A follow-up by the same voice takes medium and day from the statement before it: in the same paragraph, or as a
    quotation that opens one of the next."""
    found: list[Statement] = []
    before: Statement | None = None
    done: dict[str, Statement] = {}
    for statement in draft.statements:
        if statement.mode is not Mode.NARRATED and not statement.headline:
            outer = done.get(statement.within) if statement.within else None
            if outer is not None and _same_voice(draft, outer, statement):
                statement = _with_taken(statement, outer)
            elif statement.within is None:
                if before is not None and _goes_on(draft, before, statement):
                    statement = _with_taken(statement, before)
                before = statement
        done[statement.id] = statement
        found.append(statement)
    draft.statements = tuple(found)


def _with_taken(statement: Statement, from_: Statement) -> Statement:
    medium, said_on = statement.medium or from_.medium, statement.said_on or from_.said_on
    if (medium, said_on) == (statement.medium, statement.said_on):
        return statement
    return replace(statement, medium=medium, said_on=said_on)


def _goes_on(draft: Draft, before: Statement, statement: Statement) -> bool:
    if statement.act is Act.DECLINE or (statement.medium is not None and before.medium is not None):
        return False
    if not _same_voice(draft, before, statement):
        return False
    here, there = _paragraph(draft, statement.content[0].start), _paragraph(draft, before.content[-1].start)
    if here == there:
        return True
    opening = draft.text[draft.paragraphs[here].span.start : draft.paragraphs[here].span.start + 1] if here >= 0 else ""
    return (
        statement.mode in _SPOKEN
        and bool(opening)
        and opening in _OPENING_MARKS
        and 0 < here - there <= _PARAGRAPHS_BETWEEN
    )


def _same_voice(draft: Draft, a: Statement, b: Statement) -> bool:
    if a.voices or b.voices:
        return {v.id for v in a.voices} == {v.id for v in b.voices}
    return a.source is not None and b.source is not None and a.source.of(draft.text) == b.source.of(draft.text)


def _paragraph(draft: Draft, offset: int) -> int:
    return bisect_right(draft.paragraphs, offset, key=lambda p: p.span.start) - 1
