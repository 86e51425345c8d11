"""The hand-made cases hold together: every span is its text, every word is of a closed list."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from sayso.records.article import CreditKind
from sayso.records.claim import CopyKind, RelationKind
from sayso.records.place import PlaceUse
from sayso.records.statement import Act, Certainty, Modality, Mode, Polarity, VerificationStatus
from tests.reading.marked import read_marks

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases"
GOLDS = sorted(p for p in (CASES / "examples").glob("*.json") if p.stem != "across")


def example_text(name: str) -> str:
    """The text of an example report as a reader sees it."""
    raw = (ROOT / "examples" / name).read_bytes().decode("utf-8")
    return str(json.loads(raw)["text"]) if name.endswith(".jsonl") else raw


def load(path: Path) -> dict[str, Any]:
    """One gold file."""
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize("path", GOLDS, ids=lambda p: p.stem)
def test_every_gold_span_is_its_text(path: Path) -> None:
    gold = load(path)
    text = example_text(gold["report"])
    for field in ("furniture", "corrections", "credits", "figures", "dates"):
        for row in gold[field]:
            assert text[slice(*row["span"])] == row["text"]
    for row in gold["statements"]:
        assert [text[s:e] for s, e in row["content"]] == row["text"]
        for role in ("source", "cue"):
            span = row[role]
            assert (text[slice(*span)] if span else None) == row[f"{role}_text"]
        if row.get("verification"):
            assert text[slice(*row["verification_span"])] == row["verification_text"]
        if row.get("hedge"):
            assert [text[s:e] for s, e in row["hedges"]] == [row["hedge"]]
    for place in gold["places"]:
        assert place["name"].lower() in text.lower()


@pytest.mark.parametrize("path", GOLDS, ids=lambda p: p.stem)
def test_every_gold_value_is_of_its_closed_list(path: Path) -> None:
    gold = load(path)
    for row in gold["statements"]:
        Mode(row["mode"])
        assert row["act"] in (None, *Act)
        assert row["polarity"] in (None, *Polarity)
        assert row["modality"] in (None, *Modality)
        if row.get("verification"):
            VerificationStatus(row["verification"])
    for row in gold["figures"]:
        Polarity(row["polarity"]), Modality(row["modality"])
        assert row["low"] is None or row["high"] is None or row["low"] <= row["high"]
        assert row["vague"] or row["low"] is not None or row["high"] is not None
    for row in gold["credits"]:
        CreditKind(row["kind"])
    for row in gold["places"]:
        PlaceUse(row["use"])


@pytest.mark.parametrize("path", GOLDS, ids=lambda p: p.stem)
def test_gold_statements_are_shaped_as_their_mode_says(path: Path) -> None:
    gold = load(path)
    opening = "\"“«‘'"
    for number, row in enumerate(gold["statements"]):
        first = row["text"][0]
        if row["mode"] == "direct":
            assert first[0] in opening
        elif row["mode"] == "mixed":
            assert any(mark in "".join(row["text"]) for mark in opening)
        elif row["mode"] == "indirect":
            assert not any(mark in "".join(row["text"]) for mark in '"“«')
        elif row["mode"] == "narrated":
            assert row["source"] is None
            assert row["cue"] is None
        outer = row["within"]
        if outer is not None:
            assert outer != number
            assert any(
                s <= row["content"][0][0] and row["content"][0][1] <= e for s, e in gold["statements"][outer]["content"]
            )
        spans = sorted(row["content"])
        assert spans == row["content"]
        assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_across_points_at_gold_statements_and_figures() -> None:
    golds = {path.stem[:2]: load(path) for path in GOLDS}
    texts = {key: example_text(gold["report"]) for key, gold in golds.items()}
    across = load(CASES / "examples" / "across.json")

    def points(end: list[str], field: str) -> bool:
        start = texts[end[0]].find(end[1])
        assert start >= 0, end
        stop = start + len(end[1])
        rows = golds[end[0]][field]
        spans = [s for row in rows for s in (row["content"] if field == "statements" else [row["span"]])]
        return any(s < stop and start < e for s, e in spans)

    for field, names in (
        ("statements", ("same_statement", "not_same_statement")),
        ("figures", ("comparable_figures", "must_not_compare")),
    ):
        for name in names:
            for row in across[name]:
                ends = [end for end in row if isinstance(end, list)]
                assert len(ends) >= 2, row
                assert all(points(end, field) for end in ends), row
    for row in across["comparable_figures"]:
        RelationKind(row[2])
    for name in ("attribution_dropped", "hedge_dropped", "voice_changed"):
        assert all(points(row[end], "statements") for row in across[name] for end in ("from", "to")), name
    for row in across["copies"]:
        CopyKind(row["kind"])
        assert all(p in texts[row["from"]] for p in row["passages"])
    for row in across["origins"]:
        assert points(row["claim"], "statements")
        assert row["independent"][0] <= row["independent"][1] <= max(1, len(row["roots"]))


def table(name: str) -> list[dict[str, str]]:
    """The rows of a case table; every row has every column."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    columns = lines[0].split("\t")
    rows = [line.split("\t") for line in lines[1:]]
    assert all(len(row) == len(columns) for row in rows)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def words_at(row: dict[str, str], column: str) -> str:
    """The words of the row's text that the column's span points at."""
    start, end = map(int, row[f"{column}_at"].split())
    return row["text"][start:end]


@pytest.mark.parametrize(
    ("name", "rows", "columns"),
    [
        ("voices.tsv", 100, ["content", "source"]),
        ("modality.tsv", 80, ["content"]),
        ("figures_negated.tsv", 60, ["figure"]),
    ],
)
def test_every_span_of_a_table_is_its_words(name: str, rows: int, columns: list[str]) -> None:
    cases = table(name)
    assert len(cases) == rows
    assert len({row["id"] for row in cases}) == rows
    assert len({row["text"] for row in cases}) > 0.9 * rows
    for row in cases:
        for column in columns:
            assert not row[column] if not row[f"{column}_at"] else words_at(row, column) == row[column]


def test_every_word_of_the_tables_is_of_its_closed_list() -> None:
    for row in table("modality.tsv"):
        assert set(row["act"].split("|")) <= set(Act)
        assert set(row["polarity"].split("|")) <= {"", *Polarity}
        Modality(row["modality"])
        assert row["certainty"] in ("", *Certainty)
    for row in table("figures_negated.tsv"):
        Polarity(row["polarity"])
        assert set(row["modality"].split("|")) <= set(Modality)
        low, high = row["low"], row["high"]
        assert low or high
        assert not (low and high) or float(low) <= float(high)


def test_every_short_report_marks_its_statement_in_closed_words() -> None:
    cases = [*table("short_reports.tsv"), *table("short_reports_more.tsv")]
    assert len({row["id"] for row in cases}) == len({row["text"] for row in cases}) == len(cases)
    for row in cases:
        _, roles, _ = read_marks(row["text"])
        assert roles["1"]["content"]
        assert set(row["act"].split("|")) <= {"", *Act}, row["id"]
        assert set(row["polarity"].split("|")) <= {"", *Polarity}, row["id"]
        assert set(row["modality"].split("|")) <= {"", *Modality}, row["id"]
        assert row["verification"] in ("", "-", *VerificationStatus), row["id"]
    assert sum(bool(row["chain"]) for row in cases) >= 20


def test_nested_attributions_stand_inside_one_another() -> None:
    cases = table("nesting.tsv")
    assert len(cases) == 120
    assert sum(row["levels"] == "3" for row in cases) >= 35
    for row in cases:
        text, found = row["text"], json.loads(row["attributions"])
        assert max(a["level"] for a in found) == int(row["levels"])
        for a in found:
            assert text[slice(*a["cue_at"])] == a["cue"]
            assert (text[slice(*a["source_at"])] if a["source_at"] else None) == a["source"]
            assert [text[s:e] for s, e in a["content_at"]] == a["content"]
            if a["level"] == 1:
                assert a["within"] is None
                continue
            outer = found[a["within"]]
            assert outer["level"] == a["level"] - 1
            assert all(any(s <= b and e <= f for s, f in outer["content_at"]) for b, e in a["content_at"])


def test_a_voice_that_can_be_resolved_is_named_in_its_passage() -> None:
    for row in table("voices.tsv"):
        for voice in filter(None, row["voices"].split("; ")):
            last = [name.split()[-1].rstrip("s").lower()[:6] for name in voice.split("|")]
            assert any(word in row["text"].lower() for word in last), row["id"]
        assert bool(row["voices"]) == (row["kind"] != "none"), row["id"]


def test_pairs_of_claims_have_a_relation_and_half_conflict() -> None:
    pairs = table("claims_pairs.tsv")
    assert len({(row["a"], row["b"]) for row in pairs}) == len(pairs) == 60
    relations = [RelationKind(row["relation"]) for row in pairs]
    conflicts = sum(kind in (RelationKind.CONTRADICTS, RelationKind.DENIES) for kind in relations)
    assert 25 <= conflicts <= 35


@pytest.mark.parametrize(("name", "rows"), [("claims_pairs_news", 100), ("claims_pairs_unseen", 40)])
def test_half_of_the_longer_pairs_conflict(name: str, rows: int) -> None:
    pairs = table(f"{name}.tsv")
    assert len({row["id"] for row in pairs}) == len(pairs) == rows
    kinds = [RelationKind(row["relation"]) for row in pairs]
    assert sum(kind in (RelationKind.CONTRADICTS, RelationKind.DENIES) for kind in kinds) == rows / 2


def test_alarms_and_translations_have_as_many_of_each_kind() -> None:
    alarms = table("alarms.tsv")
    assert len(alarms) == 72
    for kind in (RelationKind.VOICE_CHANGED, RelationKind.ATTRIBUTION_DROPPED, RelationKind.HEDGE_DROPPED):
        assert [sum(r["alarm"] == kind and r["rings"] == rings for r in alarms) for rings in ("yes", "no")] == [12, 12]
    translations = table("translations.tsv")
    assert [sum(r["same"] == same for r in translations) for same in ("yes", "no")] == [60, 60]
