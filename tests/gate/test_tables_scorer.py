"""The scorer of the tables gives full marks to the answers themselves, and none to a reading that finds nothing."""

from __future__ import annotations

import json
from typing import Any

from tests.conftest import ROOT
from tests.gate.tables import judge_tables, rows_of, totals

CASES = ROOT / "tests" / "cases"


def answers() -> dict[str, dict[str, Any]]:
    """Readings made of the answers, by text."""
    readings: dict[str, dict[str, Any]] = {}

    def put(text: str, field: str, *records: dict[str, Any]) -> None:
        readings.setdefault(text, {"statements": [], "figures": []})[field].extend(records)

    for row in rows_of(CASES / "nesting.tsv"):
        for number, a in enumerate(json.loads(row["attributions"])):
            within = None if a["within"] is None else str(a["within"])
            spans = {"source": a["source_at"], "cue": a["cue_at"], "content": a["content_at"]}
            put(row["text"], "statements", {"id": str(number), "within": within, "chain": [], **spans})
    for row in rows_of(CASES / "voices.tsv"):
        voices = [{"name": voice.split("|")[0]} for voice in row["voices"].split("; ")]
        put(
            row["text"], "statements", {"content": [span(row["content_at"])], "voices": voices if row["voices"] else []}
        )
    for row in rows_of(CASES / "modality.tsv"):
        stance = {k: row[k].split("|")[0] for k in ("act", "polarity", "modality", "certainty")}
        put(row["text"], "statements", {"content": [span(row["content_at"])], **stance})
    for row in rows_of(CASES / "figures_negated.tsv"):
        bounds = {b: float(row[b]) if row[b] else None for b in ("low", "high")}
        stance = {"polarity": row["polarity"], "modality": row["modality"].split("|")[0]}
        kind = {"unit": row["unit"], "measure": row["measure"]}
        put(row["text"], "figures", {"span": span(row["figure_at"]), **bounds, **stance, **kind})
    return readings


def span(words: str) -> list[int]:
    """A span from its two numbers."""
    return [int(word) for word in words.split()]


def test_the_answers_themselves_get_full_marks() -> None:
    given = answers()
    verdicts = judge_tables(CASES, lambda text: given[text])
    assert [v for v in verdicts if not v.right] == []


def test_a_reading_that_finds_nothing_gets_none() -> None:
    nothing: dict[str, Any] = {"statements": [], "figures": []}
    scores = totals(judge_tables(CASES, lambda _text: nothing))
    assert {measure for measure, (right, _) in scores.items() if right} == {"voices, none to name"}
