"""Moving records within a text: every span in one, however deep, by so many code points."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from sayso.records.span import Span

R = TypeVar("R")


def moved(value: R, by: int) -> R:
    """The record, or tuple of records, with all its spans moved; itself where none is in it or they stay."""
    return value if by == 0 else _moved(value, by)


def _moved(value: Any, by: int) -> Any:
    if isinstance(value, Span):
        return Span(value.start + by, value.end + by)
    if isinstance(value, tuple):
        return tuple(_moved(one, by) for one in value) if value else value
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for one in fields(value):
        before = getattr(value, one.name)
        if isinstance(before, tuple) or is_dataclass(before):
            after = _moved(before, by)
            if after is not before:
                changed[one.name] = after
    return replace(value, **changed) if changed else value
