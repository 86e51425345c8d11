"""Our own example reports and tables of cases are read as well as the floors say."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from sayso.flow.reader import Reader
from tests.gate.own import judge_cases, judge_counted, judge_shorts, score_examples
from tests.gate.tables import totals

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def scores(reader: Reader) -> dict[str, tuple[int, int]]:
    return score_examples() | totals([*judge_cases(reader), *judge_shorts(), *judge_counted(reader)])


@pytest.mark.parametrize("measure", FLOORS["examples"])
def test_our_own_are_read_as_well_as_the_floor(measure: str, scores: dict[str, tuple[int, int]]) -> None:
    right, total = scores[measure]
    floor = FLOORS["examples"][measure]
    assert 100 * right >= floor * total, f"{measure}: {right} of {total}, floor {floor} %"
