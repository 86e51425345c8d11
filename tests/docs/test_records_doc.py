"""docs/records.md lists every field and every word of the closed lists, and nothing else."""

from __future__ import annotations

import dataclasses
import re
from enum import Enum
from pathlib import Path

import pytest

import sayso.records as records

_SECTION = re.compile(r"^## (\w+)\n(.*?)(?=^#|\Z)", re.MULTILINE | re.DOTALL)
_ROW = re.compile(r"^\| ([^|]+?) \| .*?([^|]+?) \|$", re.MULTILINE)
DOC = (Path(__file__).parents[2] / "docs" / "records.md").read_text(encoding="utf-8")
SECTIONS = {m[1]: [r[1] for r in _ROW.finditer(m[2])][1:] for m in _SECTION.finditer(DOC)}
CLASSES = [getattr(records, n) for n in records.__all__ if isinstance(getattr(records, n), type) and n != "Span"]


@pytest.mark.parametrize("cls", CLASSES, ids=lambda c: c.__name__)
def test_the_table_of_a_record_is_the_record(cls: type) -> None:
    words = [m.value for m in cls] if issubclass(cls, Enum) else [f.name.rstrip("_") for f in dataclasses.fields(cls)]
    assert SECTIONS.get(cls.__name__) == words


def test_no_table_is_of_anything_else() -> None:
    assert set(SECTIONS) == {c.__name__ for c in CLASSES}


def test_every_row_says_what_it_means() -> None:
    assert not [m[0] for m in _ROW.finditer(DOC) if not m[2].strip()]
