"""`python -m tests.gate` prints how well the example reports are read; with a number, that many of the misses."""

from __future__ import annotations

import json

from sayso.errors import InputError
from sayso.flow.reader import Reader
from sayso.records.shape import to_line
from sayso.sources import read_inputs
from tests.conftest import ROOT
from tests.gate.examples import load_golds, score


def main() -> None:
    """Reads the examples and prints each measure."""
    golds = load_golds(ROOT / "tests" / "cases" / "examples")
    reader = Reader()
    readings = {}
    for gold in golds:
        for article in read_inputs([str(ROOT / "examples" / gold["report"])]):
            if isinstance(article, InputError):
                raise article
            readings[gold["report"]] = json.loads(to_line(reader.read(article)))
    for measure, (right, total) in score(golds, readings).items():
        print(f"{measure:30s} {right:4d} / {total:4d}  {100 * right / total:5.1f} %")


if __name__ == "__main__":
    main()
