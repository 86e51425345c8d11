"""The constants of an ONNX file by name, in place: what one graph holds already, another need not carry again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

# Fields of the messages ModelProto, GraphProto and TensorProto (onnx.proto), and the types of numbers that are ours.
_GRAPH, _CONSTANT = 7, 5
_DIMENSION, _TYPE, _NAME, _RAW = 1, 2, 8, 9
_TYPES: dict[int, np.dtype[Any]] = {1: np.dtype("<f4"), 2: np.dtype("u1"), 3: np.dtype("i1")}
_VARINT, _EIGHT, _BYTES, _FOUR = 0, 1, 2, 5  # how a field is written


def constants_of(path: Path, names: Sequence[str]) -> list[NDArray[Any]]:
    """The named constants in the order asked for, mapped and not copied. Raises ValueError where one is missing."""
    data = np.memmap(path, dtype=np.uint8, mode="r")
    found: dict[str, NDArray[Any]] = {}
    for graph in _messages(data, _GRAPH):
        for tensor in _messages(graph, _CONSTANT):
            name, array = _constant(tensor, names)
            if array is not None:
                found[name] = array
    missing = sorted(set(names) - set(found))
    if missing:
        raise ValueError(f"no constant {', '.join(missing)} in {path.name}")
    return [found[name] for name in names]


def _constant(tensor: NDArray[np.uint8], names: Collection[str]) -> tuple[str, NDArray[Any] | None]:
    fields = list(_fields(tensor))
    name = next((bytes(value).decode() for at, value in fields if at == _NAME and not isinstance(value, int)), "")
    if name not in names:
        return name, None
    shape: list[int] = []
    for at, value in fields:
        if at == _DIMENSION:
            shape += [value] if isinstance(value, int) else _packed(value)
    kind: np.dtype[Any] = next(_TYPES[value] for at, value in fields if at == _TYPE and isinstance(value, int))
    raw = next(value for at, value in fields if at == _RAW and not isinstance(value, int))
    return name, raw.view(kind).reshape(shape)


def _messages(data: NDArray[np.uint8], number: int) -> Iterator[NDArray[np.uint8]]:
    for at, value in _fields(data):
        if at == number and not isinstance(value, int):
            yield value


def _fields(data: NDArray[np.uint8]) -> Iterator[tuple[int, int | NDArray[np.uint8]]]:
    """The fields of a protobuf message: number and value, a whole number or a piece of the data."""
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        number, written = key >> 3, key & 7
        if written == _VARINT:
            value, at = _varint(data, at)
            yield number, value
        elif written in (_BYTES, _EIGHT, _FOUR):
            size, at = _varint(data, at) if written == _BYTES else ({_EIGHT: 8, _FOUR: 4}[written], at)
            yield number, data[at : at + size]
            at += size
        else:
            raise ValueError(f"not a protobuf message: a field of kind {written}")


def _varint(data: NDArray[np.uint8], at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = int(data[at])
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def _packed(data: NDArray[np.uint8]) -> list[int]:
    found, at = [], 0
    while at < len(data):
        value, at = _varint(data, at)
        found.append(value)
    return found
