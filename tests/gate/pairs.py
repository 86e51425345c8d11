"""Scores what comparing says of two texts at a time: conflicts, alarms, translations (see tests/cases/README.md).

`python -m tests.gate.pairs [N]` prints each measure, and N misses of each.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import replace

from sayso.comparing import Tools, compare
from sayso.flow.reader import Reader
from sayso.packs.comparing import load_comparing
from sayso.packs.figures import load_figure_pack
from sayso.reading.likeness import SentenceLikeness
from sayso.records import Reading, RelationKind
from sayso.settings import from_environment
from sayso.sources import Given, article_from_text
from tests.comparing.making import one_statement, voice
from tests.conftest import ROOT
from tests.gate.tables import Verdict, rows_of, totals

CASES = ROOT / "tests" / "cases"
TABLES = ("claims_pairs", "claims_pairs_news", "claims_pairs_unseen")
CONFLICTS = frozenset({RelationKind.CONTRADICTS, RelationKind.DENIES})
ALARMS = frozenset({RelationKind.VOICE_CHANGED, RelationKind.ATTRIBUTION_DROPPED, RelationKind.HEDGE_DROPPED})
DAYS = ("2031-05-05", "2031-05-06")
OUTLETS = ("The Lantern", "The Hestvik Courier")

ReadText = Callable[[str, int], Reading]
Kinds = frozenset[RelationKind]


def read_with(reader: Reader) -> ReadText:
    """Reads a text as the first or second (0, 1) of two outlets, each on its day."""

    def read(text: str, place: int) -> Reading:
        given = Given(published=DAYS[place], outlet=OUTLETS[place], language="en")
        article = article_from_text(text, reader.rules, given)
        return reader.read(replace(article, key=OUTLETS[place]))

    return read


def judge_pairs(read: ReadText, tools: Tools) -> list[Verdict]:
    """Every expectation of the tables of pairs."""
    return [
        *(v for name in TABLES for row in rows_of(CASES / f"{name}.tsv") for v in _conflict(name, row, read, tools)),
        *(v for row in rows_of(CASES / "alarms.tsv") for v in _alarm(row, read, tools)),
        *(v for row in rows_of(CASES / "translations.tsv") for v in _translation(row, tools)),
    ]


def _conflict(name: str, row: dict[str, str], read: ReadText, tools: Tools) -> Iterable[Verdict]:
    wanted = RelationKind(row["relation"]) in CONFLICTS
    got = bool(_kinds(read, row, tools) & CONFLICTS)
    detail = f"{row['a']} | {row['b']} | {row['why']}"
    if wanted:
        yield Verdict(f"{name}, conflicts found", row["id"], got, detail)
    if got:
        yield Verdict(f"{name}, claimed conflicts right", row["id"], wanted, detail)


def _alarm(row: dict[str, str], read: ReadText, tools: Tools) -> Iterable[Verdict]:
    kinds = _kinds(read, row, tools) & ALARMS
    detail = f"{row['a']} | {row['b']} | {row['why']} | got {sorted(kinds)}"
    if row["rings"] == "yes":
        yield Verdict(f"alarms, {row['alarm']}", row["id"], row["alarm"] in kinds, detail)
    else:
        yield Verdict("alarms, silent where nothing is wrong", row["id"], not kinds, detail)


def _translation(row: dict[str, str], tools: Tools) -> Iterable[Verdict]:
    roe = voice("Ana Roe", "Merenia")
    given = [one_statement(x, row[x], roe, said_on=DAYS[0], day=DAYS[0]) for x in ("a", "b")]
    found = compare(given, tools)
    kinds = {r.kind for r in found.relations} & {RelationKind.SAME, RelationKind.NARROWER}
    joined = bool(kinds) or any(len({m.key for m in c.members}) > 1 for c in found.claims)
    measure = "translations, joined" if row["same"] == "yes" else "translations, look-alikes kept apart"
    yield Verdict(measure, row["id"], joined == (row["same"] == "yes"), f"{row['a']} | {row['b']}")


def _kinds(read: ReadText, row: dict[str, str], tools: Tools) -> Kinds:
    found = compare([read(row["a"], 0), read(row["b"], 1)], tools)
    return frozenset(r.kind for r in found.relations)


def main() -> None:
    """Reads the pairs, compares them, prints each measure."""
    verdicts = judge_pairs(
        read_with(Reader(from_environment())), Tools(load_comparing(), load_figure_pack(), SentenceLikeness.load())
    )
    for measure, (right, total) in totals(verdicts).items():
        print(f"  {measure:48s} {right:4d} / {total:4d}  {100 * right / total:5.1f} %")
    shown = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    for measure in totals(verdicts):
        for verdict in [v for v in verdicts if v.measure == measure and not v.right][:shown]:
            print(f"    {verdict.measure} | {verdict.case} | {verdict.detail}")


if __name__ == "__main__":
    main()
