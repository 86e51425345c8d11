"""Reads our own example reports and tables of cases with the real parts, and scores them."""

from __future__ import annotations

import json
from typing import Any

from sayso.errors import InputError
from sayso.flow.reader import Reader
from sayso.records.shape import to_line
from sayso.settings import Settings
from sayso.sources import Given, article_from_text, read_inputs
from tests.conftest import ROOT
from tests.gate.examples import load_golds, score
from tests.gate.tables import Verdict, judge_tables

CASES = ROOT / "tests" / "cases"


def read_examples(reader: Reader) -> dict[str, Any]:
    """The JSON Readings of the example reports, by file name."""
    found: dict[str, Any] = {}
    for gold in load_golds(CASES / "examples"):
        for article in read_inputs([str(ROOT / "examples" / gold["report"])], reader.rules):
            if isinstance(article, InputError):
                raise article
            found[gold["report"]] = json.loads(to_line(reader.read(article)))
    return found


def score_examples() -> dict[str, tuple[int, int]]:
    """How many of how many, by measure, over the example reports, read with their own roster."""
    reader = Reader(Settings(roster=ROOT / "docs" / "roster-example.toml"))
    return score(load_golds(CASES / "examples"), read_examples(reader))


def judge_cases(reader: Reader) -> list[Verdict]:
    """Every expectation of the tables of cases."""
    english = Given(language="en")
    return judge_tables(
        CASES, lambda text: json.loads(to_line(reader.read(article_from_text(text, reader.rules, english))))
    )
