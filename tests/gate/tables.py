"""Scores readings of the sentences in tests/cases/*.tsv against what is expected there (see tests/cases/README.md)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.gate.examples import folded

_WORD = re.compile(r"[^\W_]+")

Record = Mapping[str, Any]
Read = Callable[[str], Record]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One expectation: its measure, the case's id, whether it was met, and what was wanted and got."""

    measure: str
    case: str
    right: bool
    detail: str


def judge_tables(folder: Path, read: Read) -> list[Verdict]:
    """Every expectation of the tables; `read` gives the JSON Reading of a text."""
    return [
        *(v for row in rows_of(folder / "nesting.tsv") for v in _nesting(row, read(row["text"]))),
        *(v for row in rows_of(folder / "voices.tsv") for v in _voices(row, read(row["text"]))),
        *(v for row in rows_of(folder / "modality.tsv") for v in _modality(row, read(row["text"]))),
        *(v for row in rows_of(folder / "figures_negated.tsv") for v in _figure(row, read(row["text"]))),
    ]


def totals(verdicts: Iterable[Verdict]) -> dict[str, tuple[int, int]]:
    """How many of how many, by measure."""
    counted: dict[str, tuple[int, int]] = {}
    for verdict in verdicts:
        right, total = counted.get(verdict.measure, (0, 0))
        counted[verdict.measure] = (right + verdict.right, total + 1)
    return counted


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a table, by column."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [dict(zip(lines[0].split("\t"), line.split("\t"), strict=True)) for line in lines[1:]]


def _nesting(row: Record, reading: Record) -> Iterable[Verdict]:
    text, found = row["text"], json.loads(row["attributions"])
    matched: list[set[str]] = [
        {s["id"] for s in reading["statements"] if _same_attribution(text, wanted, s)} for wanted in found
    ]
    for wanted, mine in zip(found, matched, strict=True):
        detail = f"{wanted['source']} | {wanted['cue']} | {' … '.join(wanted['content'])}"
        linked = bool(wanted.get("or_chain")) and any(
            set(folded(wanted["source"])) & set(folded(link["voice"]))
            for s in reading["statements"]
            for link in s["chain"]
        )
        yield Verdict(f"nesting, level {wanted['level']}", row["id"], bool(mine) or linked, detail)
        outer = wanted["within"]
        if outer is None or found[outer].get("or_chain"):
            continue
        stands = any(s["id"] in mine and s["within"] in matched[outer] for s in reading["statements"])
        yield Verdict("nesting, within", row["id"], stands, detail)


def _same_attribution(text: str, wanted: Record, got: Record) -> bool:
    """Contents share half of their words, cues meet, and so do sources where one is wanted."""
    content, mine = words_in(text, wanted["content_at"]), words_in(text, got["content"])
    if len(content & mine) < 0.5 * len(content | mine):
        return False
    if not words_in(text, [wanted["cue_at"]]) & words_in(text, [got["cue"]] if got["cue"] else []):
        return False
    if wanted["source_at"] is None:
        return True
    return bool(words_in(text, [wanted["source_at"]]) & words_in(text, [got["source"]] if got["source"] else []))


def _voices(row: Record, reading: Record) -> Iterable[Verdict]:
    got = _of_content(row, reading)
    names = [v["name"] or "" for v in got["voices"]] if got else []
    wanted = [v for v in row["voices"].split("; ") if v]
    detail = f"{row['kind']}: want {wanted}, got {names if got else None} | {row['text']}"
    if not wanted:
        own_words = set(folded(row["source"]))
        yield Verdict("voices, none to name", row["id"], all(set(folded(n)) <= own_words for n in names), detail)
        return
    each = all(any(set(folded(w)) <= set(folded(n)) for w in v.split("|") for n in names) for v in wanted)
    yield Verdict("voices out of the sentence", row["id"], each and len(names) == len(wanted), detail)


def _modality(row: Record, reading: Record) -> Iterable[Verdict]:
    got = _of_content(row, reading)
    yield Verdict("modality, statement found", row["id"], got is not None, row["text"])
    for field in ("act", "polarity", "modality", "certainty"):
        if row[field]:
            mine = got[field] if got else None
            yield Verdict(
                f"modality, {field}",
                row["id"],
                mine in row[field].split("|"),
                f"{row[field]}, got {mine} | {row['text']}",
            )


def _figure(row: Record, reading: Record) -> Iterable[Verdict]:
    start, end = map(int, row["figure_at"].split())
    near = [f for f in reading["figures"] if f["span"][0] < end and start < f["span"][1]]
    bounds = tuple(float(row[b]) if row[b] else None for b in ("low", "high"))
    got = next((f for f in near if (f["low"], f["high"]) == bounds), None)
    yield Verdict("negated figures, bounds", row["id"], got is not None, f"{row['figure']}: {bounds} | {row['text']}")
    wanted = (row["polarity"], row["modality"].split("|"))
    mine = (got["polarity"], got["modality"]) if got else (None, None)
    right = mine[0] == wanted[0] and mine[1] in wanted[1]
    yield Verdict("negated figures, stance", row["id"], right, f"{wanted}, got {mine} | {row['text']}")
    if row["unit"]:
        unit = got["unit"] if got else None
        yield Verdict(
            "negated figures, unit", row["id"], unit == row["unit"], f"{row['unit']}, got {unit} | {row['text']}"
        )
    if row["measure"]:
        measure = got["measure"] if got else None
        detail = f"{row['measure']}, got {measure} | {row['text']}"
        yield Verdict("negated figures, measure", row["id"], measure == row["measure"], detail)


def _of_content(row: Record, reading: Record) -> Record | None:
    """The statement whose content is most like the row's, where they share half of their words."""
    start, end = map(int, row["content_at"].split())
    words = words_in(row["text"], [[start, end]])
    best, share = None, 0.5
    for statement in reading["statements"]:
        mine = words_in(row["text"], statement["content"])
        overlap = len(words & mine) / max(1, len(words | mine))
        if overlap > share or (best is None and overlap == share):
            best, share = statement, overlap
    return best


def words_in(text: str, spans: Iterable[Sequence[int]]) -> set[int]:
    """Where the words start that stand in the spans."""
    return {m.start() for s, e in spans for m in _WORD.finditer(text, s, e)}
