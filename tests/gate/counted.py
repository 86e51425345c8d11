"""Scores figures of sentences in tests/cases: what they count (quantities.tsv), whose and by whom (owners.tsv)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path

from tests.gate.examples import folded, same_voices
from tests.gate.tables import Read, Record, Verdict, rows_of

PUBLISHED = "2031-05-04"  # when the sentences of owners.tsv were published


def judge_quantities(folder: Path, read: Read) -> list[Verdict]:
    """Every quantity of quantities.tsv: its value, and its unit where the value is found; and what is beside them."""
    return [v for row in rows_of(folder / "quantities.tsv") for v in _quantities(row, read(row["text"]))]


def judge_owners(folder: Path, read: Read) -> list[Verdict]:
    """Every figure of owners.tsv: whose, on whose word, for which period, and whether it is a total."""
    return [v for row in rows_of(folder / "owners.tsv") for v in _owners(row, read(row["text"]))]


def _quantities(row: Record, reading: Record) -> Iterable[Verdict]:
    left = list(reading["figures"])
    for said in row["quantities"].split("; "):
        value, _, unit = said.partition(" ")
        wanted = sorted(float(v) for v in value.split(".."))
        alike = [f for f in left if _is_close(wanted, f)]
        got = next((f for f in alike if folded(f["unit"]) == folded(unit)), alike[0] if alike else None)
        detail = f"{said}, got {[(f['low'], f['high'], f['unit']) for f in left]} | {row['text']}"
        yield Verdict("quantities, value", row["id"], got is not None, detail)
        yield Verdict("quantities, unit", row["id"], got is not None and folded(got["unit"]) == folded(unit), detail)
        if got is not None:
            left.remove(got)
    for figure in left:
        start, end = figure["span"]
        yield Verdict("quantities, nothing beside", row["id"], False, f"{row['text'][start:end]} | {row['text']}")
    if not left:
        yield Verdict("quantities, nothing beside", row["id"], True, row["text"])


def _is_close(wanted: list[float], figure: Record) -> bool:
    ends = sorted({v for v in (figure["low"], figure["high"]) if v is not None})
    return len(ends) == len(wanted) and all(math.isclose(a, b, rel_tol=1e-3) for a, b in zip(ends, wanted, strict=True))


def _owners(row: Record, reading: Record) -> Iterable[Verdict]:
    start = row["text"].index(row["figure"])
    end = start + len(row["figure"])
    got = next((f for f in reading["figures"] if f["span"][0] < end and start < f["span"][1]), None)
    detail = f"{row['figure']}: got {got and [got[k] for k in ('of', 'by', 'period', 'cumulative')]} | {row['text']}"
    if row["of"]:
        right = got is not None and any(folded(row["of"]) == folded(o) for o in got["of"])
        yield Verdict("owners, whose", row["id"], right, f"{row['of']}, {detail}")
    if row["by"]:
        right = got is not None and same_voices(row["by"], got["by"])
        yield Verdict("owners, by whom", row["id"], right, f"{row['by']}, {detail}")
    if row["period"]:
        yield Verdict("owners, period", row["id"], got is not None and got["period"] == row["period"], detail)
    if row["cumulative"]:
        wanted = row["cumulative"] == "yes"
        yield Verdict("owners, total", row["id"], got is not None and got["cumulative"] is wanted, detail)
