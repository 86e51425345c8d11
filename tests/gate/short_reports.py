"""Scores readings of the short reports in tests/cases (see tests/cases/README.md)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.gate.examples import folded
from tests.gate.tables import Read, Verdict, rows_of, words_in
from tests.reading.marked import read_marks

TABLES = ("short_reports", "short_reports_more")
Record = Mapping[str, Any]


def judge_short_reports(folder: Path, read: Read) -> list[Verdict]:
    """Every expectation of the short reports; `read` gives the JSON Reading of a text."""
    return [v for name in TABLES for row in rows_of(folder / f"{name}.tsv") for v in _row(row, read)]


def _row(row: Mapping[str, str], read: Read) -> Iterable[Verdict]:
    text, roles, _ = read_marks(row["text"])
    wanted = words_in(text, roles["1"]["content"])
    reading = read(text)
    got, overlap = _nearest(text, wanted, reading["statements"])
    yield Verdict("short reports, found", row["id"], got is not None, row["text"])
    yield Verdict("short reports, content overlap .8", row["id"], overlap >= 0.8, f"{overlap:.2f} {_shown(text, got)}")
    for field, right, shown in _fields(row, got):
        yield Verdict(f"short reports, {field}", row["id"], right, f"want {row[field]}, got {shown} | {row['text']}")


def _nearest(text: str, wanted: set[int], statements: Sequence[Record]) -> tuple[Record | None, float]:
    """The statement most like the wanted words: it holds half of them, and they are a good third of its own."""
    best, share = None, 0.0
    for statement in statements:
        mine = words_in(text, statement["content"])
        both = len(wanted & mine)
        overlap = both / max(1, len(wanted | mine))
        if both >= 0.5 * len(wanted) and both >= 0.35 * len(mine) and overlap > share:
            best, share = statement, overlap
    return (None, 0.0) if best is None or best["mode"] == "narrated" else (best, share)


def _fields(row: Mapping[str, str], got: Record | None) -> Iterable[tuple[str, bool, object]]:
    if row["voices"]:
        names = [v["name"] for v in got["voices"]] if got else []
        yield "voices", _same(row["voices"], names), names
    for field in ("act", "polarity", "modality", "said_on"):
        if row[field]:
            value = got[field] if got else None
            yield field, (value or "-") in row[field].split("|"), value
    if row["medium"]:
        words = ((got or {}).get("medium") or {}).get("words")
        yield "medium", words is not None and any(w.lower() in words.lower() for w in row["medium"].split("|")), words
    if row["chain"]:
        links = [link["voice"] for link in got["chain"]] if got else None
        yield "chain", links is not None and _same_order(row["chain"].removeprefix("-"), links), links
    if row["verification"]:
        status = ((got or {}).get("verification") or {}).get("status")
        yield "verification", (status or "-") == row["verification"], status
    if row["hedge"]:
        yield "hedge", bool(got and got["hedges"]), got and got["hedges"]


def _same(wanted: str, names: Sequence[str]) -> bool:
    listed = wanted.split("; ")
    return len(listed) == len(names) and all(any(_is(one, name) for name in names) for one in listed)


def _same_order(wanted: str, names: Sequence[str]) -> bool:
    listed = [w for w in wanted.split("; ") if w]
    return len(listed) == len(names) and all(map(_is, listed, names))


def _is(wanted: str, name: str) -> bool:
    return any(set(folded(w)) <= set(folded(name)) for w in wanted.split("|"))


def _shown(text: str, got: Record | None) -> str:
    return json.dumps([text[s:e] for s, e in got["content"]] if got else None, ensure_ascii=False)
