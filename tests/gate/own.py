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
from tests.gate.counted import PUBLISHED, judge_owners, judge_quantities
from tests.gate.examples import load_golds, score
from tests.gate.short_reports import judge_short_reports
from tests.gate.tables import Read, Verdict, judge_tables

CASES = ROOT / "tests" / "cases"
ROSTER = ROOT / "docs" / "roster-example.toml"


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
    reader = Reader(Settings(roster=ROSTER))
    return score(load_golds(CASES / "examples"), read_examples(reader))


def judge_cases(reader: Reader) -> list[Verdict]:
    """Every expectation of the tables of cases."""
    return judge_tables(CASES, _reads(reader, Given(language="en")))


def judge_counted(reader: Reader) -> list[Verdict]:
    """What is counted, and whose, in sentences with a roster of their own."""
    own = Reader(Settings(roster=CASES / "owners-roster.toml"))
    quantities = judge_quantities(CASES, _reads(reader, Given(language="en")))
    return [*quantities, *judge_owners(CASES, _reads(own, Given(language="en", published=PUBLISHED)))]


def judge_shorts() -> list[Verdict]:
    """Every expectation of the short reports, read with the examples' roster as of one day."""
    reader = Reader(Settings(roster=ROSTER))
    return judge_short_reports(CASES, _reads(reader, Given(language="en", published="2031-03-05")))


def _reads(reader: Reader, given: Given) -> Read:
    return lambda text: json.loads(to_line(reader.read(article_from_text(text, reader.rules, given))))
