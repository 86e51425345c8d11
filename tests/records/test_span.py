"""Spans count code points, [start, end)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.records import Span, hull, outside, trimmed

points = st.integers(0, 60)
some_spans = st.lists(st.tuples(points, points).map(lambda p: Span(min(p), max(p))), max_size=6)


@given(some_spans)
def test_outside_and_the_holes_cover_everything_once(holes: list[Span]) -> None:
    rest = [i for span in outside(60, holes) for i in range(*span)]
    covered = {i for hole in holes for i in range(*hole)}
    assert rest == [i for i in range(60) if i not in covered]


@given(st.text(max_size=20))
def test_a_trimmed_span_has_no_white_space_at_its_edges(text: str) -> None:
    span = trimmed(text, Span(0, len(text)))
    assert span.of(text) == text.strip()


def test_a_hull_is_over_all_spans() -> None:
    assert hull([Span(4, 6), Span(1, 2)]) == Span(1, 6)
