"""Alignment: the passages that two texts have in common, in whatever order, in time linear in the shared runs.

Runs of four words that both texts hold are extended to maximal runs, the longest taken first; runs that follow each
other in both texts with a few other words between are one passage (seed, extend and chain, as genome aligners do).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_SEED = 4
# A seed that stands more often than this in the first text is a refrain, and starts no run.
_REFRAIN = 4
# Words that may differ between two runs of one passage, on either side, and the words a passage must share.
_GAP = 8
_LEAST = 8


@dataclass(frozen=True, slots=True)
class Aligned:
    """A passage: word positions [i, i_end) of the first text, [j, j_end) of the second, and how many words agree."""

    i: int
    i_end: int
    j: int
    j_end: int
    words: int


def align(first: Sequence[str], second: Sequence[str]) -> list[Aligned]:
    """The passages in common, in the order of the first text; none overlaps another in either text."""
    taken = _untangled(_runs(first, second), len(first), len(second))
    return [p for p in _chained(taken) if p.words >= _LEAST]


def _runs(first: Sequence[str], second: Sequence[str]) -> list[Aligned]:
    seeds: dict[tuple[str, ...], list[int]] = {}
    for i in range(len(first) - _SEED + 1):
        seeds.setdefault(tuple(first[i : i + _SEED]), []).append(i)
    runs: list[Aligned] = []
    open_until: dict[int, int] = {}  # by diagonal: up to where in the second text it is matched already
    for j in range(len(second) - _SEED + 1):
        starts = seeds.get(tuple(second[j : j + _SEED]), ())
        for i in starts if len(starts) <= _REFRAIN else ():
            if open_until.get(i - j, 0) > j:
                continue
            length = _SEED
            while i + length < len(first) and j + length < len(second) and first[i + length] == second[j + length]:
                length += 1
            open_until[i - j] = j + length
            runs.append(Aligned(i, i + length, j, j + length, length))
    return runs


def _untangled(runs: list[Aligned], first: int, second: int) -> list[Aligned]:
    """The longest runs first, each word of either text used once; what is left of an overlapped run still counts."""
    used_i, used_j = bytearray(first), bytearray(second)
    kept: list[Aligned] = []
    for run in sorted(runs, key=lambda r: (-r.words, r.i, r.j)):
        at = 0
        while at < run.words:
            if used_i[run.i + at] or used_j[run.j + at]:
                at += 1
                continue
            end = at
            while end < run.words and not used_i[run.i + end] and not used_j[run.j + end]:
                end += 1
            if end - at >= _SEED:
                kept.append(Aligned(run.i + at, run.i + end, run.j + at, run.j + end, end - at))
                used_i[run.i + at : run.i + end] = b"\1" * (end - at)
                used_j[run.j + at : run.j + end] = b"\1" * (end - at)
            at = end
    return kept


def _chained(runs: list[Aligned]) -> list[Aligned]:
    chained: list[Aligned] = []
    for run in sorted(runs, key=lambda r: (r.i, r.j)):
        last = chained[-1] if chained else None
        if last and run.i - last.i_end <= _GAP and 0 <= run.j - last.j_end <= _GAP:
            chained[-1] = Aligned(last.i, run.i_end, last.j, run.j_end, last.words + run.words)
        else:
            chained.append(run)
    return chained
