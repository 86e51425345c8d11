"""What an analyst decided of one statement or figure, as it bears on the rows."""

from __future__ import annotations

import json
import typing
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from types import UnionType
from typing import Any

from sayso.records import DecisionKind, Figure, Statement

_FIXED = frozenset({"id", "within", "statement"})
# Corrections of where words stand: they count in one text, and hold on no other.
SPANS = ("content", "source", "cue", "span", "hedges")
_LISTS = ("content", "hedges")


@dataclass(frozen=True, slots=True)
class Verdict:
    """One decision in force on one item: its id, its kind, and what a correction sets."""

    decision: str
    kind: DecisionKind
    field: str | None = None
    value: str | None = None

    @property
    def rejects(self) -> bool:
        """Whether it says that the item is not there."""
        return self.kind is DecisionKind.REJECT


def apply_verdicts(record: dict[str, Any], verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """A statement's or figure's JSON with the corrections set, later ones last; unchanged where there are none."""
    kind = Figure if "span" in record else Statement
    for verdict in verdicts:
        if verdict.kind is DecisionKind.CORRECT and verdict.field in record:
            record = {**record, verdict.field: corrected(kind, verdict.field, verdict.value)}
    return record


def corrected(kind: type[Statement] | type[Figure], name: str, value: str | None) -> Any:
    """The JSON value that a correction sets: text and words of closed lists as they are, all else as JSON; None clears.

    Raises ValueError for a field that is not there or does not take this value.
    """
    hints = typing.get_type_hints(kind)
    if name not in hints or name in _FIXED:
        raise ValueError(f"{kind.__name__.lower()}s have no field {name!r} that can be corrected")
    origin = typing.get_origin(hints[name])
    inner = [a for a in typing.get_args(hints[name]) if a is not type(None)] if origin is UnionType else [hints[name]]
    if value is None:
        if origin is not UnionType:
            raise ValueError(f"{name} can't be empty")
        return None
    one = inner[0]
    if one is str:
        return value
    if isinstance(one, type) and issubclass(one, StrEnum):
        return one(value).value
    try:
        parsed = json.loads(value)
    except json.JSONDecodeError as error:
        raise ValueError(f"{name} takes JSON: {error.msg}") from error
    if one in (float, bool) and (not isinstance(parsed, float | int) or isinstance(parsed, bool) is not (one is bool)):
        raise ValueError(f"{name} takes {'a number' if one is float else 'true or false'}")
    if name in SPANS:
        _check_spans(name, parsed)
    return parsed


def spans_of(name: str, value: str | None) -> list[list[int]]:
    """The spans that a correction of a span field sets; none for other fields."""
    if name not in SPANS or value is None:
        return []
    parsed = json.loads(value)
    return parsed if name in _LISTS else [parsed]


def _check_spans(name: str, parsed: Any) -> None:
    """Raises ValueError for what is no span, or no list of spans in order."""
    spans = parsed if name in _LISTS else [parsed]
    if not isinstance(spans, list) or not all(_is_span(one) for one in spans) or (name == "content" and not spans):
        raise ValueError(f"{name} takes {'spans [[start, end], …]' if name in _LISTS else 'a span [start, end]'}")
    if any(a[1] > b[0] for a, b in pairwise(spans)):
        raise ValueError(f"{name} takes spans in the order of the text")


def _is_span(one: Any) -> bool:
    return isinstance(one, list) and len(one) == 2 and all(type(end) is int for end in one) and 0 <= one[0] < one[1]
