"""Periods: for when and where a figure holds, as far as its own sentence says."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from sayso.reading.draft import Draft
from sayso.reading.figures.dates import Dates
from sayso.records import Figure, Mode, Place, PlaceUse, Span, Statement, Time

_NEAR = 600  # characters: what stands farther off belongs to another clause
_SINCE = 60  # characters: "since the start of its offensive in August"
_PLACED = re.compile(r"\b(?:in|at|near|around|outside|inside|across|over|of|from|to|on|throughout)\s+(?:\w+\W+){0,3}$")
_TOTALS = (
    "so far",
    "to date",
    "in total",
    "a total of",
    "since ",
    "overall",
    "altogether",
    "to this day",
    "cumulative",
)
_STILL = frozenset(
    ("distance", "area", "age", "duration", "speed", "money", "share", "weight", "volume", "temperature")
)


class Periods:
    """Finds period, as-of date and place of an article's figures."""

    def __init__(self, draft: Draft) -> None:
        self._text = draft.text
        self._dates = Dates(draft.times)
        self._published = (draft.article.published or "")[:10] or None
        self._sentences = draft.sentences
        self._places = sorted((p for p in draft.places if p.use is PlaceUse.LITERAL), key=lambda p: p.span)
        self._place_starts = [p.span.start for p in self._places]

    def place(self, figure: Figure, statement: Statement | None, at: int) -> Figure:
        """The figure with its period, as-of date, place, and whether it is a total; `at` is its sentence's index."""
        whole = self._sentences[at] if 0 <= at < len(self._sentences) else figure.span
        sentence = Span(max(whole.start, figure.span.start - _NEAR), min(whole.end, figure.span.end + _NEAR))
        as_of = (statement.said_on if statement is not None else None) or self._published
        time = _nearest(figure.span, self._times(sentence, statement))
        period = _closed(self._opened(time), as_of) if time is not None else None
        place = _nearest_place(figure.span, self._literal(sentence, statement))
        counted = figure.measure is not None and figure.measure not in _STILL
        return replace(
            figure,
            period=period if figure.measure not in ("age",) else None,
            as_of=as_of,
            place=place.name if place is not None and counted else None,
            cumulative=self._is_total(figure, sentence, time) if counted else None,
        )

    def _opened(self, time: Time) -> str | None:
        """The time's interval, open at its end where "since" stands shortly before it ("since it began in May")."""
        before = self._text[max(0, time.span.start - _SINCE) : time.span.start].lower()
        start = (time.edtf or "").split("/")[0]
        since = max(before.rfind("since "), before.rfind("start of "), before.rfind("beginning of "))
        if since >= 0 and start and not any(mark in before[since:] for mark in ",;.:"):
            return f"{start}/.."
        return time.edtf

    def _times(self, sentence: Span, statement: Statement | None) -> list[Time]:
        """Anchored expressions of the sentence; beside others' words only those inside their content."""
        times = [t for t in self._dates.within(sentence) if t.edtf]
        return [t for t in times if _belongs(t.span, statement)]

    def _literal(self, sentence: Span, statement: Statement | None) -> list[Place]:
        first = bisect_left(self._place_starts, sentence.start)
        last = bisect_left(self._place_starts, sentence.end)
        return [p for p in self._places[first:last] if _belongs(p.span, statement) and self._is_placed(p.span)]

    def _is_placed(self, span: Span) -> bool:
        """Whether a preposition puts something at the place, so that it is not the one who acts."""
        return _PLACED.search(self._text[max(0, span.start - 40) : span.start].lower()) is not None

    def _is_total(self, figure: Figure, sentence: Span, time: Time | None) -> bool | None:
        if time is not None and (self._opened(time) or "").endswith("/.."):
            return True
        near_start = max(sentence.start, figure.span.start - 80)
        near = self._text[near_start : min(sentence.end, figure.span.end + 80)].lower()
        if any(w in near for w in _TOTALS) or "bringing " in self._text[near_start : figure.span.start].lower():
            return True  # "bringing its losses this year to 19"
        return False if time is not None else None


def _belongs(span: Span, statement: Statement | None) -> bool:
    if statement is None or statement.mode is Mode.NARRATED:
        return True
    return any(c.start <= span.start < c.end for c in statement.content)


def _nearest(span: Span, times: Iterable[Time]) -> Time | None:
    return min((t for t in times if not t.span.meets(span)), key=lambda t: (_gap(span, t.span), t.span), default=None)


def _nearest_place(span: Span, places: Iterable[Place]) -> Place | None:
    """The nearest place after the figure; before it where none follows."""
    return min(places, key=lambda p: (p.span.start < span.start, _gap(span, p.span), p.span), default=None)


def _gap(a: Span, b: Span) -> int:
    return max(b.start - a.end, a.start - b.end, 0)


def _closed(edtf: str | None, as_of: str | None) -> str | None:
    """An open interval ends when the figure was given."""
    if edtf is not None and edtf.endswith("/..") and as_of is not None:
        return edtf[:-2] + as_of
    return edtf
