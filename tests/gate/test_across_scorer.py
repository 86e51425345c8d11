"""The scorer of comparisons tells joined from kept apart, and credits nothing to an empty Comparison."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.gate.across import Compared, judge_across
from tests.gate.tables import totals
from tests.test_cases_valid import GOLDS, example_text, load

GOLD = json.loads((ROOT / "tests" / "cases" / "examples" / "across.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def readings() -> dict[str, Any]:
    """The gold records as Readings."""
    made = {}
    for path in GOLDS:
        gold = load(path)
        article = {"key": path.stem, "text": example_text(gold["report"])}
        records = {
            field: [{**record, "id": f"{field[0]}{number}"} for number, record in enumerate(gold[field])]
            for field in ("statements", "figures")
        }
        made[path.stem[:2]] = {"article": article, **records}
    return made


def alone(readings: dict[str, Any]) -> list[dict[str, Any]]:
    """Every statement and figure as a claim of its own."""
    members = [
        {"key": reading["article"]["key"], "id": record["id"]}
        for reading in readings.values()
        for field in ("statements", "figures")
        for record in reading[field]
    ]
    return [
        {"id": f"c{number}", "members": [member], "origins": [], "independent": [0, 0]}
        for number, member in enumerate(members)
    ]


def test_a_comparison_that_joins_nothing_scores_only_for_keeping_apart(readings: dict[str, Any]) -> None:
    nothing = {"copies": [], "claims": alone(readings), "relations": [], "stories": []}
    scores = totals(judge_across(GOLD, Compared(readings, nothing)))
    whole = {measure for measure, (right, total) in scores.items() if right == total}
    assert whole == {"across, not_same_statement", "across, not to be compared", "across, no copies"}
    assert all(right == 0 for measure, (right, _) in scores.items() if measure not in whole)


def test_a_comparison_that_joins_everything_fails_at_keeping_apart(readings: dict[str, Any]) -> None:
    members = [member for claim in alone(readings) for member in claim["members"]]
    one = {"id": "c", "members": members, "origins": [], "independent": [0, 0]}
    scores = totals(judge_across(GOLD, Compared(readings, {"copies": [], "claims": [one], "relations": []})))
    assert scores["across, same_statement"][0] == scores["across, same_statement"][1]
    assert scores["across, not_same_statement"][0] == 0
    assert scores["across, not to be compared"][0] == 0


def test_the_relation_wanted_counts_and_another_does_not(readings: dict[str, Any]) -> None:
    claims = alone(readings)
    compared = Compared(readings, {"copies": [], "claims": claims, "relations": []})
    relations = []
    for a, b, kind, _ in GOLD["comparable_figures"]:
        ends = [sorted(compared.claims(end, "figures")) for end in (a, b)]
        relations += [{"kind": kind, "a": x, "b": y} for x in ends[0] for y in ends[1] if x != y]
    given = Compared(readings, {"copies": [], "claims": claims, "relations": relations})
    scores = totals(judge_across(GOLD, given))
    assert scores["across, kind of relation"][0] == scores["across, kind of relation"][1]
    wrong = [{**relation, "kind": "denies"} for relation in relations]
    scores = totals(judge_across(GOLD, Compared(readings, {"copies": [], "claims": claims, "relations": wrong})))
    assert scores["across, comparable figures"][0] == 0
