"""What comparing says of two texts at a time is as right as the floors say."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from sayso.comparing import Tools
from sayso.flow.reader import Reader
from sayso.packs.comparing import load_comparing
from sayso.packs.figures import load_figure_pack
from sayso.reading.likeness import SentenceLikeness
from tests.gate.pairs import judge_pairs, read_with
from tests.gate.tables import totals

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["pairs"]


@pytest.fixture(scope="module")
def scores(reader: Reader) -> dict[str, tuple[int, int]]:
    return totals(judge_pairs(read_with(reader), Tools(load_comparing(), load_figure_pack(), SentenceLikeness.load())))


@pytest.mark.parametrize("measure", FLOORS)
def test_two_texts_are_compared_as_well_as_the_floor(measure: str, scores: dict[str, tuple[int, int]]) -> None:
    right, total = scores[measure]
    assert 100 * right >= FLOORS[measure] * total, f"{measure}: {right} of {total}, floor {FLOORS[measure]} %"
