"""Intervals: periods from times, and the days that they span."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.reading.times import bounds_of, interval_between, interval_of
from sayso.records import Span, Time, TimeType


def when(edtf: str | None) -> Time:
    return Time(Span(0, 1), TimeType.DATE, "X", edtf)


@pytest.mark.parametrize(
    ("edtf", "published", "period"),
    [
        ("2030-08/..", "2031-03-06", "2030-08/2031-03-06"),
        ("2030-08/..", "2031-03", "2030-08/2031-03"),
        ("2030-08/..", None, "2030-08/.."),
        ("2032-08/..", "2031-03-06", "2032-08/.."),  # begins after publication: stays open
        ("../2031-03-07", "2031-03-06", "../2031-03-07"),
        ("2030-22", "2031-03-06", "2030-22"),
        (None, "2031-03-06", None),
    ],
)
def test_an_open_interval_closes_with_publication(edtf: str | None, published: str | None, period: str | None) -> None:
    assert interval_of(when(edtf), published) == period


@pytest.mark.parametrize(
    ("first", "last", "period"),
    [
        ("2030-05", "2030-07", "2030-05/2030-07"),
        ("2030-22", "2031", "2030-06-01/2031"),
        ("2030-05-04~", "2030-W2", None),
        ("2031", "2030", None),
        (None, "2030", None),
    ],
)
def test_a_range_goes_from_the_first_to_the_last(first: str | None, last: str | None, period: str | None) -> None:
    assert interval_between(when(first), when(last)) == period


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2030", date(2030, 1, 1), date(2030, 12, 31)),
        ("2032-02", date(2032, 2, 1), date(2032, 2, 29)),
        ("2030-24", date(2030, 12, 1), date(2031, 2, 28)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("2031-03-04T09:00:00+03:00", date(2031, 3, 4), date(2031, 3, 4)),
        ("2030-12-14/2030-12-15", date(2030, 12, 14), date(2030, 12, 15)),
        ("2014~", date(2014, 1, 1), date(2014, 12, 31)),
    ],
)
def test_bounds(edtf: str, first: date, last: date) -> None:
    assert bounds_of(edtf) == (first, last)


@pytest.mark.parametrize("edtf", [None, "", "soon", "2030-08/..", "-0479", "XXXX", "2030-13", "2030-02-30"])
def test_what_has_no_days_has_no_bounds(edtf: str | None) -> None:
    assert bounds_of(edtf) is None
