"""Sentences: figures that take up those of the sentence before - "most of them", "two of the wounded"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sayso.reading.figures.lines import Found, Line
from sayso.reading.figures.restated import fill_from

_TAKEN_UP = frozenset(("them", "these", "those"))
_COUNTABLE = frozenset(("people", "equipment", "building", "formation", "land", "event"))


def join_sentences(lines: Sequence[Line]) -> None:
    """Makes a share or number "of them" a part of what the sentence before counted."""
    for before, line in pairwise(lines):
        fill_from(before, line)
        for found in line.figures:
            if (
                (found.weak and found.measure is None)
                or found.wholes
                or not found.partitive
                or not _is_of_them(line, found)
            ):
                continue
            wholes = _counted(before)
            if not wholes:
                continue
            found.wholes = wholes
            found.of = found.of or wholes[0].of
            if not found.share and found.unit is None:
                found.unit, found.kind = wholes[0].unit, wholes[0].kind


def _is_of_them(line: Line, found: Found) -> bool:
    return line.low[found.end - 1] in _TAKEN_UP or (
        line.word(found.end) == "of" and line.word(found.end + 1) in _TAKEN_UP
    )


def _counted(line: Line) -> list[Found]:
    """The figures of the last list of a line: those of one verb, or the last alone."""
    counted = [f for f in line.figures if not f.weak and f.kind in _COUNTABLE]
    if not counted:
        return []
    last = counted[-1]
    return [f for f in counted if f.trigger is not None and f.trigger == last.trigger] or [last]
