"""How well comparing finds what a copy changes: true reports of a war beside versions with facts altered (FA-KES).

    python bench/conflicting.py [even|odd|all] [READINGS]      ($SAYSO_DATA names the data)

Each row of `conflicting/synthetic_fake_news.csv` has an original, a version with two slots altered (between) and one
with a third (changed), and names the slots: actor, place, date, cause, casualty. Printed are, over the pairs original
and between, between and changed, original and changed: how many altered slots a conflict names, and in how many slots
that were not altered none is claimed; then the pairs of two original articles between which no conflict is claimed.
READINGS are Readings made before of the texts under the keys that are printed first, to save reading them again.
"""

from __future__ import annotations

import csv
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from sayso.flow.api import compare, read_article
from sayso.records import Reading, RelationKind
from sayso.records.shape import from_json

SLOTS = {
    "Place of death": "place", "Date of death": "time", "Cause of death": "cause", "Actor": "actor",
    "Name of casualty or group": "casualty",
}  # fmt: skip
TOPICS = ("first_topic_changed", "second_topic_changed", "third_topic_changed")
# Two versions of an article, and which of the topics lie between them.
PAIRS = (
    ("Original", "Between", slice(0, 2)),
    ("Between", "Changed", slice(2, 3)),
    ("Original", "Changed", slice(0, 3)),
)
CONFLICTS = frozenset({RelationKind.CONTRADICTS, RelationKind.DENIES})


def read_rows(which: str) -> list[tuple[int, dict[str, str]]]:
    """The rows with even, odd or all numbers."""
    path = Path(os.environ["SAYSO_DATA"]) / "conflicting" / "synthetic_fake_news.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(enumerate(csv.DictReader(file)))
    return [(n, row) for n, row in rows if which == "all" or n % 2 == (which == "odd")]


def reasons(pair: Iterable[Reading]) -> list[str]:
    """The sentences of all conflicts between two articles."""
    return [r.reason for r in compare(pair).relations if r.kind in CONFLICTS]


def named(found: list[str]) -> set[str]:
    """The slots that the conflicts name."""
    return {slot for slot in SLOTS.values() for reason in found if f"{slot}: " in reason}


def main() -> None:
    """Reads, compares and prints."""
    rows = read_rows(sys.argv[1] if len(sys.argv) > 1 else "all")
    held = {}
    if len(sys.argv) > 2:
        lines = Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()
        held = {r.article.key: r for r in (from_json(Reading, json.loads(line)) for line in lines)}
    readings = {}
    for number, row in rows:
        for version in ("Original", "Between", "Changed"):
            key = f"{number:02d}{version[0]}"
            readings[number, version] = held.get(key) or read_article(row[f"{version}_article"])
    counts: Counter[str] = Counter()
    for number, row in rows:
        for one, other, topics in PAIRS:
            got = named(reasons([readings[number, one], readings[number, other]]))
            altered = {SLOTS[row[t]] for t in TOPICS[topics]}
            label = f"{one.lower()} and {other.lower()}"
            counts[f"{label}: altered slots named"] += len(altered & got)
            counts[f"{label}: altered slots named of"] += len(altered)
            counts[f"{label}: unaltered slots left alone"] += len(set(SLOTS.values()) - altered - got)
            counts[f"{label}: unaltered slots left alone of"] += len(set(SLOTS.values()) - altered)
    for a, b in combinations([n for n, _ in rows], 2):
        counts["two originals: no conflict claimed"] += not reasons([readings[a, "Original"], readings[b, "Original"]])
        counts["two originals: no conflict claimed of"] += 1
    for measure in [m for m in counts if not m.endswith(" of")]:
        right, total = counts[measure], counts[f"{measure} of"]
        print(f"  {measure:56s} {right:4d} / {total:4d}  {100 * right / total:5.1f} %")


if __name__ == "__main__":
    main()
