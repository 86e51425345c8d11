"""What comparing costs as the number of articles grows: time per article at each size.

    python bench/comparing.py 250 500 1000      (sizes; $SAYSO_DATA names the data)

The articles are those of the incidents, read as text alone (no model is needed): copies and stories are what is timed.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from sayso.comparing import Tools, compare
from sayso.packs.comparing import load_comparing
from sayso.packs.figures import load_figure_pack
from sayso.records import Article, MadeBy, Reading
from sayso.records.identity import digest


def readings(count: int) -> list[Reading]:
    """The first articles, by date, as Readings that hold nothing but the text."""
    path = Path(os.environ["SAYSO_DATA"]) / "incidents" / "articles.jsonl"
    rows = sorted((json.loads(line) for line in path.open(encoding="utf-8")), key=lambda r: (r["dct"], r["id"]))
    made = MadeBy("bench")
    return [
        Reading(
            article=Article(
                id=f"{r['id']}:{i}", digest=digest(r["text"].encode()), text=r["text"], key=f"{r['id']}:{i}",
                title=r["title"], url=r["uri"], published=r["dct"],
            ),
            made_by=made,
        )
        for i, r in enumerate(rows[:count])
    ]  # fmt: skip


def main() -> None:
    """Prints one line per size."""
    tools = Tools(load_comparing(), load_figure_pack())
    for size in map(int, sys.argv[1:] or ("250", "500", "1000")):
        given = readings(size)
        began = time.process_time()
        found = compare(given, tools)
        took = time.process_time() - began
        print(
            f"{size:6d} articles  {took:6.1f} s  {1000 * took / size:6.1f} ms an article  {len(found.stories)} stories"
        )


if __name__ == "__main__":
    main()
