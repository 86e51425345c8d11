"""`python -m tests.gate [N]` prints how well our own examples and cases are read, and N misses of each table."""

from __future__ import annotations

import sys
from itertools import groupby

from sayso.flow.reader import Reader
from sayso.settings import from_environment
from tests.gate.own import judge_cases, judge_counted, judge_shorts, score_examples
from tests.gate.tables import totals


def main() -> None:
    """Reads examples and cases and prints each measure."""
    print("example reports")
    for measure, (right, total) in score_examples().items():
        print(f"  {measure:32s} {right:4d} / {total:4d}  {100 * right / total:5.1f} %")
    print("tables of cases")
    reader = Reader(from_environment())
    verdicts = [*judge_cases(reader), *judge_shorts(), *judge_counted(reader)]
    for measure, (right, total) in totals(verdicts).items():
        print(f"  {measure:32s} {right:4d} / {total:4d}  {100 * right / total:5.1f} %")
    shown = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    for _, group in groupby(
        sorted((v for v in verdicts if not v.right), key=lambda v: v.measure), key=lambda v: v.measure
    ):
        for verdict in list(group)[:shown]:
            print(f"    {verdict.measure} | {verdict.case} | {verdict.detail}")


if __name__ == "__main__":
    main()
