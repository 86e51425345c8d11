"""Stories against the archive's incidents, beside single-pass TF-IDF, each at the threshold that the other half chose.

    python bench/stories.py      ($SAYSO_DATA names the data)

Incidents are halved by their numbers, even and odd. The baseline is single-pass clustering in the order of days (Allan
et al. 1998): TF-IDF over the half's own articles, cosine to a cluster's centroid. B-cubed precision, recall and F1.
"""

from __future__ import annotations

import json
import math
import os
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sayso.comparing import compare
from sayso.flow.api import comparing_tools
from sayso.records import Article, MadeBy, Reading
from sayso.records.identity import digest

_WORDS = 60  # shorter ones are no articles but captions
_THRESHOLDS = [round(0.1 + 0.03 * i, 2) for i in range(14)]
Row = dict[str, Any]
Vector = dict[str, float]


def rows() -> list[Row]:
    """The articles in the order of their days, each under a key of its own."""
    path = Path(os.environ["SAYSO_DATA"]) / "incidents" / "articles.jsonl"
    found = sorted((json.loads(line) for line in path.open(encoding="utf-8")), key=lambda r: r["dct"])
    return [r | {"key": f"{r['id']}:{i}"} for i, r in enumerate(found) if len(r["text"].split()) > _WORDS]


def ours(given: Sequence[Row]) -> dict[str, str]:
    """The story of each article as `sayso compare` has it; texts alone are compared."""
    made = MadeBy("bench")
    readings = [
        Reading(
            article=Article(
                id=r["key"], digest=digest(r["text"].encode()), text=r["text"], key=r["key"], title=r["title"],
                url=r["uri"], published=r["dct"],
            ),
            made_by=made,
        )
        for r in given
    ]  # fmt: skip
    return {key: story.id for story in compare(readings, comparing_tools()).stories for key in story.articles}


def single_pass(given: Sequence[Row], threshold: float, vectors: Mapping[str, Vector]) -> dict[str, str]:
    """The baseline: each article joins the cluster whose centroid it is nearest to, or begins one."""
    sums: dict[str, dict[int, float]] = defaultdict(dict)
    squares: list[float] = []
    found = {}
    for row in given:
        vector = vectors[row["key"]]
        dots: dict[int, float] = defaultdict(float)
        for word, x in vector.items():
            for cluster, held in sums[word].items():
                dots[cluster] += x * held
        best = max(dots, key=lambda c: (dots[c] / math.sqrt(squares[c]), -c), default=None)
        if best is None or dots[best] / math.sqrt(squares[best]) < threshold:
            best = len(squares)
            squares.append(0.0)
        squares[best] += 2 * dots.get(best, 0.0) + 1
        for word, x in vector.items():
            sums[word][best] = sums[word].get(best, 0.0) + x
        found[row["key"]] = str(best)
    return found


def tf_idf(given: Sequence[Row]) -> dict[str, Vector]:
    """The articles' vectors of length 1, words weighed by this set."""
    counted = {r["key"]: Counter(re.findall(r"[a-z]{2,}", f"{r['title']} {r['text']}".lower())) for r in given}
    held = Counter(word for counts in counted.values() for word in counts)
    found = {}
    for key, counts in counted.items():
        vector = {w: (1 + math.log(c)) * math.log(len(given) / held[w]) for w, c in counts.items()}
        length = math.sqrt(sum(x * x for x in vector.values())) or 1.0
        top = sorted(vector, key=lambda w: (-vector[w], w))[:80]
        found[key] = {w: vector[w] / length for w in top}
    return found


def b_cubed(given: Sequence[Row], found: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over articles."""
    wanted, made = defaultdict(set), defaultdict(set)
    for row in given:
        wanted[row["incident"]].add(row["key"])
        made[found[row["key"]]].add(row["key"])
    both = [(len(wanted[r["incident"]] & made[found[r["key"]]]), r) for r in given]
    precision = sum(n / len(made[found[r["key"]]]) for n, r in both) / len(given)
    recall = sum(n / len(wanted[r["incident"]]) for n, r in both) / len(given)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _told(name: str, scores: tuple[float, float, float]) -> None:
    told = f"precision {100 * scores[0]:5.1f}  recall {100 * scores[1]:5.1f}  F1 {100 * scores[2]:5.1f}"
    print(f"{name:44s} {told}", flush=True)


def main() -> None:
    """Prints both on each half."""
    every = rows()
    halves = {name: [r for r in every if int(r["incident"]) % 2 == odd] for name, odd in (("even", 0), ("odd", 1))}
    vectors = {name: tf_idf(half) for name, half in halves.items()}
    tried = {
        name: {t: b_cubed(half, single_pass(half, t, vectors[name])) for t in _THRESHOLDS}
        for name, half in halves.items()
    }
    for name, other in (("odd", "even"), ("even", "odd")):
        best = max(_THRESHOLDS, key=lambda t: (tried[other][t][2], -t))
        _told(f"{name}: single pass at {best}, chosen on {other}", tried[name][best])
        _told(f"{name}: ours", b_cubed(halves[name], ours(halves[name])))


if __name__ == "__main__":
    main()
