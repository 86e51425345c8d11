"""Scores a Comparison of the example reports against tests/cases/examples/across.json (see tests/cases/README.md).

An end of a row is `[report, opening words]`: the claims of whatever statement or figure overlaps these words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

from tests.gate.examples import folded
from tests.gate.tables import Verdict

JOINING = ("same", "narrower")
RELATING = ("same", "narrower", "next in series", "updates", "contradicts", "supersedes")

Record = Mapping[str, Any]
End = Sequence[str]


class Compared:
    """A Comparison beside the Readings that it is of; `readings` by the first two figures of the reports' names."""

    def __init__(self, readings: Mapping[str, Record], comparison: Record) -> None:
        self.readings = readings
        self.comparison = comparison
        members = [(m["key"], m["id"], c) for c in comparison["claims"] for m in c["members"]]
        self.claim_of = {(key, found): claim for key, found, claim in members}

    def claims(self, end: End, field: str) -> dict[str, Record]:
        """The claims, by id, of the statements or figures that overlap the end's words."""
        article, (report, opening) = self.readings[end[0]]["article"], end
        start = article["text"].find(opening)
        assert start >= 0, f"{opening!r} does not stand in {report}"
        found = {}
        for record in self.readings[report][field]:
            spans = record["content"] if field == "statements" else [record["span"]]
            claim = self.claim_of.get((article["key"], record["id"]))
            if claim and any(s < start + len(opening) and start < e for s, e in spans):
                found[claim["id"]] = claim
        return found

    def kinds(self, a: Iterable[str], b: Iterable[str]) -> set[str]:
        """The kinds of relation between two groups of claims; "same" where they share one."""
        one, other = set(a), set(b)
        between = [
            r["kind"]
            for r in self.comparison["relations"]
            if (r["a"] in one and r["b"] in other) or (r["a"] in other and r["b"] in one)
        ]
        return {*between, *(["same"] if one & other else [])}

    def copied(self, a: str, b: str) -> bool:
        """Whether one of the reports is a copy of the other, or both of a third."""
        pair = {self.readings[a]["article"]["key"], self.readings[b]["article"]["key"]}
        return any({c["from"], c["to"]} == pair for c in self.comparison["copies"])


def judge_across(gold: Record, compared: Compared) -> list[Verdict]:
    """Every expectation of across.json."""
    return [*_joins(gold, compared), *_figures(gold, compared), *_copies(gold, compared), *_origins(gold, compared)]


def _joins(gold: Record, compared: Compared) -> Iterable[Verdict]:
    for name, wanted in (("same_statement", True), ("not_same_statement", False)):
        for row in gold[name]:
            for a, b in combinations([end for end in row if isinstance(end, list)], 2):
                kinds = compared.kinds(compared.claims(a, "statements"), compared.claims(b, "statements"))
                yield Verdict(f"across, {name}", a[0], bool(kinds & set(JOINING)) == wanted, f"{a} {b} {sorted(kinds)}")
    for name in ("voice_changed", "attribution_dropped", "hedge_dropped"):
        for row in gold[name]:
            ends = [compared.claims(row[end], "statements") for end in ("from", "to")]
            kinds = compared.kinds(*ends)
            yield Verdict(f"across, {name}", row["to"][0], name.replace("_", " ") in kinds, f"{row} {sorted(kinds)}")


def _figures(gold: Record, compared: Compared) -> Iterable[Verdict]:
    for a, b, kind, _ in gold["comparable_figures"]:
        kinds = compared.kinds(compared.claims(a, "figures"), compared.claims(b, "figures"))
        detail = f"{a} {b} want {kind}, got {sorted(kinds)}"
        yield Verdict("across, comparable figures", a[0], bool(kinds & set(RELATING)), detail)
        yield Verdict("across, kind of relation", a[0], kind in kinds, detail)
    for a, b, reason in gold["must_not_compare"]:
        kinds = compared.kinds(compared.claims(a, "figures"), compared.claims(b, "figures"))
        yield Verdict(
            "across, not to be compared", a[0], not kinds & set(RELATING), f"{a} {b} {reason} {sorted(kinds)}"
        )


def _copies(gold: Record, compared: Compared) -> Iterable[Verdict]:
    for row in gold["copies"]:
        yield Verdict("across, copies", row["to"], compared.copied(row["from"], row["to"]), str(row))
    for a, b in gold["not_copies"]:
        yield Verdict("across, no copies", a, not compared.copied(a, b), f"{a} {b}")


def _origins(gold: Record, compared: Compared) -> Iterable[Verdict]:
    for row in gold["origins"]:
        field = "figures" if row["claim"][1][0].isdigit() else "statements"
        claims = list(compared.claims(row["claim"], field).values())
        roots = [set(folded(o["root"])) for c in claims for o in c["origins"]]
        named = all(any(set(folded(root)) <= have for have in roots) for root in row["roots"])
        yield Verdict("across, roots named", row["claim"][0], named, f"{row['roots']}, got {roots}")
        bounds = [c["independent"] for c in claims]
        yield Verdict("across, independent", row["claim"][0], row["independent"] in bounds, f"{row}, got {bounds}")
