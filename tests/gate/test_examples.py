"""Our own example reports are read as well as the floors say."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import InputError
from sayso.flow.reader import Reader
from sayso.records.shape import to_line
from sayso.sources import read_inputs
from tests.conftest import ROOT
from tests.gate.examples import load_golds, score

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["examples"]


@pytest.fixture(scope="module")
def scores(reader: Reader) -> dict[str, tuple[int, int]]:
    golds = load_golds(ROOT / "tests" / "cases" / "examples")
    readings: dict[str, Any] = {}
    for gold in golds:
        for article in read_inputs([str(ROOT / "examples" / gold["report"])]):
            assert not isinstance(article, InputError), article
            readings[gold["report"]] = json.loads(to_line(reader.read(article)))
    return score(golds, readings)


@pytest.mark.parametrize("measure", FLOORS)
def test_the_examples_are_read_as_well_as_the_floor(measure: str, scores: dict[str, tuple[int, int]]) -> None:
    right, total = scores[measure]
    assert 100 * right >= FLOORS[measure] * total, f"{measure}: {right} of {total}, floor {FLOORS[measure]} %"
