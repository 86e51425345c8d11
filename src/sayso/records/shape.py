"""Records to JSON values and back: spans as [start, end], enums as their words, tuples as lists.

A field whose name is a keyword in Python carries an underscore there (`from_`), none in JSON.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from sayso.records.claim import Bounds, Passage
from sayso.records.span import Span

R = TypeVar("R")
_PAIRS: tuple[type, ...] = (Bounds, Passage)
_PLAIN = frozenset({type(None), str, int, float, bool})


def to_json(value: Any) -> Any:
    """The JSON value of a record, span, enum, tuple or plain value."""
    kind = value.__class__
    if kind in _PLAIN:
        return value
    if kind is Span:
        return [value[0], value[1]]
    if kind is tuple or kind is list:
        return [x if x.__class__ in _PLAIN else to_json(x) for x in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [to_json(x) for x in value]
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, _PAIRS):
        return [to_json(getattr(value, f.name)) for f in fields(value)]  # type: ignore[arg-type]
    return {name: to_json(getattr(value, attribute)) for name, attribute in _names(kind)}


def to_line(record: Any) -> str:
    """A record as one line of JSON, without white space between parts."""
    line = json.dumps(to_json(record), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return line if line.isascii() else _printable_surrogates(line)


def from_json(cls: type[R], value: Any) -> R:
    """A record of the class from its JSON value. Unknown fields are passed over.

    Raises ValueError, naming the field, where a value does not fit.
    """
    build: Callable[[Any], R] = _builder(cls)  # type: ignore[arg-type]
    return build(value)


def _printable_surrogates(line: str) -> str:
    """Lone surrogates can't be written as UTF-8: escape them as JSON does."""
    return "".join(c if not "\ud800" <= c <= "\udfff" else f"\\u{ord(c):04x}" for c in line)


@cache
def _names(cls: Any) -> tuple[tuple[str, str], ...]:
    return tuple((f.name.rstrip("_"), f.name) for f in fields(cls))


@cache
def _builder(kind: Any) -> Callable[[Any], Any]:
    """How a JSON value becomes a value of this type; kept per type, since types do not change."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        inner = _builder(next(a for a in args if a is not type(None)))
        return lambda v: None if v is None else inner(v)
    if origin is tuple:
        inner = _builder(args[0])
        return lambda v: tuple(inner(x) for x in v or ())
    if kind is Span:
        return lambda v: Span(int(v[0]), int(v[1]))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind in _PAIRS:
        return _pair_builder(kind)
    if is_dataclass(kind):
        return _record_builder(typing.cast(type, kind))
    return lambda v: v


def _pair_builder(cls: type) -> Callable[[Any], Any]:
    inner = [_builder(hint) for hint in typing.get_type_hints(cls).values()]
    return lambda v: cls(*(build(x) for build, x in zip(inner, v, strict=True)))


def _record_builder(cls: type) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(cls)
    parts = [(name, attribute, _builder(hints[attribute])) for name, attribute in _names(cls)]

    def build(value: Any) -> Any:
        if not isinstance(value, Mapping):
            raise ValueError(f"{cls.__name__}: expected an object, got {type(value).__name__}")
        given = {}
        for name, attribute, inner in parts:
            if name in value:
                try:
                    given[attribute] = inner(value[name])
                except (TypeError, ValueError, IndexError, KeyError) as error:
                    raise ValueError(f"{cls.__name__}.{name}: {error}") from error
        try:
            return cls(**given)
        except TypeError as error:
            raise ValueError(f"{cls.__name__}: {error}") from error

    return build
