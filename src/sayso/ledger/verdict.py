"""What an analyst decided of one statement or figure, as it bears on the rows."""

from __future__ import annotations

import json
import typing
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import UnionType
from typing import Any

from sayso.records import DecisionKind, Figure, Statement

_FIXED = frozenset({"id", "within", "statement", "content", "span"})


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
    return parsed
