"""Periods: for when and where a figure holds, as far as its own sentence says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from sayso.reading.draft import Draft
from sayso.reading.figures.dates import Dates
from sayso.records import Figure, Mode, Place, PlaceUse, Span, Statement, Time

_TOTALS = ("so far", "to date", "in total", "a total of", "since ", "overall", "altogether", "to this day", "cumulative")
_STILL = frozenset(("distance", "area", "age", "duration", "speed", "money", "share", "weight", "volume", "temperature"))


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
        sentence = self._sentences[at] if 0 <= at < len(self._sentences) else figure.span
        as_of = (statement.said_on if statement is not None else None) or self._published
        time = _nearest(figure.span, self._times(sentence, statement))
        period = _closed(time.edtf, as_of) if time is not None else None
        place = _nearest_place(figure.span, self._literal(sentence, statement))
        counted = figure.measure is not None and figure.measure not in _STILL
        return replace(
            figure,
            period=period if figure.measure not in ("age",) else None,
            as_of=as_of,
            place=place.name if place is not None and counted else None,
            cumulative=self._is_total(figure, sentence, time) if counted else None,
        )

    def _times(self, sentence: Span, statement: Statement | None) -> list[Time]:
        """Anchored expressions of the sentence; beside others' words only those inside their content."""
        times = [t for t in self._dates.within(sentence) if t.edtf]
        return [t for t in times if _belongs(t.span, statement)]

    def _literal(self, sentence: Span, statement: Statement | None) -> list[Place]:
        first = bisect_left(self._place_starts, sentence.start)
        last = bisect_left(self._place_starts, sentence.end)
        return [p for p in self._places[first:last] if _belongs(p.span, statement)]

    def _is_total(self, figure: Figure, sentence: Span, time: Time | None) -> bool | None:
        if time is not None and time.edtf is not None and time.edtf.endswith("/.."):
            return True
        near = self._text[max(sentence.start, figure.span.start - 80) : min(sentence.end, figure.span.end + 80)].lower()
        if any(w in near for w in _TOTALS):
            return True
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
