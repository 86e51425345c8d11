"""Records become JSON and come back the same."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records import (
    Article,
    Bounds,
    Claim,
    Comparison,
    Copy,
    Decision,
    MadeBy,
    Place,
    Reading,
    Span,
    Statement,
    Time,
    shape,
)
from sayso.records.figure import Figure

spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda p: Span(min(p), max(p)))
st.register_type_strategy(Span, spans)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


@given(st.one_of(*(st.from_type(c) for c in (Article, Statement, Figure, Time, Place, Claim, Copy, Decision))))
def test_a_record_comes_back_from_its_line(record: object) -> None:
    line = shape.to_line(record)
    line.encode("utf-8")
    assert "\n" not in line
    assert shape.from_json(type(record), json.loads(line)) == record


def test_a_readings_fields_stand_in_the_designs_order() -> None:
    reading = Reading(article=Article("i", "d", "text"), made_by=MadeBy("1"))
    assert list(shape.to_json(reading)) == ["schema", "article", "statements", "figures", "times", "places", "made_by"]


def test_a_copy_is_written_from_and_to_and_bounds_as_a_pair() -> None:
    comparison = Comparison(copies=(Copy("a", "b", "reprint", (), "same words"),))  # type: ignore[arg-type]
    assert shape.to_json(comparison)["copies"][0]["from"] == "a"
    assert shape.to_json(Bounds(1, 3)) == [1, 3]


def test_a_value_that_does_not_fit_is_named_with_its_field() -> None:
    with pytest.raises(ValueError, match=r"Statement.content"):
        shape.from_json(Statement, {"id": "s1", "source": None, "cue": None, "content": [["x", 2]]})
    with pytest.raises(ValueError, match="Article"):
        shape.from_json(Article, {"id": "x"})
