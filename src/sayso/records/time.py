"""A time expression, after TimeML's TIMEX3, with an EDTF interval beside it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.span import Span


class TimeType(StrEnum):
    """TIMEX3's four types."""

    DATE = "date"  # a day, month, year, season …
    TIME = "time"  # a time of day
    DURATION = "duration"  # a length of time
    SET = "set"  # a repeated time


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: its TimeML value, its EDTF interval where it can be anchored, and whether its direction
    (before or after publication) was a choice."""

    span: Span
    type: TimeType
    value: str | None = None
    edtf: str | None = None
    chosen: bool = False
