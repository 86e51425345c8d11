"""The gazetteer's speed: opening, looking up, adding, and finding places in articles.

    python bench/gazetteer.py [FOLDER-OR-JSONL] [--rows 200000]

Prints the time to the first lookup in a fresh process, names looked up a second, rows added a second, and, with
articles, milliseconds of CPU time an article (without the reading model) and for texts of 10 kB to 10 MB.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sayso.errors import InputError
from sayso.packs.gazetteer import Gazetteer, open_gazetteer
from sayso.packs.gazetteer_build import Row, write_gazetteer
from sayso.reading.draft import Draft
from sayso.reading.places import find_places
from sayso.reading.sentences import find_sentences
from sayso.records import Article

_OPEN = """
import time; start = time.perf_counter()
from sayso.packs.gazetteer import open_gazetteer
loaded = time.perf_counter()
open_gazetteer().lookup(["kursk"])
print(f"import {1000 * (loaded - start):.0f} ms, open and look up {1000 * (time.perf_counter() - loaded):.1f} ms")
"""


def main() -> None:
    """Runs all parts and prints them."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("articles", nargs="?")
    arguments.add_argument("--rows", type=int, default=200_000)
    given = arguments.parse_args()
    subprocess.run([sys.executable, "-c", _OPEN], check=True)
    look_up(open_gazetteer())
    add(given.rows)
    if given.articles:
        read(given.articles)


def look_up(gazetteer: Gazetteer) -> None:
    """Names a second, asked for as an article asks: some eighty at once, most of them unknown."""
    known = sorted({e.name.lower() for e in gazetteer.regions.values()})
    chance = random.Random(1)
    asked = [[chance.choice(known) if i % 4 == 0 else f"name {chance.random()}" for i in range(80)] for _ in range(200)]
    started = time.process_time()
    for keys in asked:
        gazetteer.lookup(keys)
    print(f"lookups {200 * 80 / (time.process_time() - started):,.0f} names/s")


def add(count: int) -> None:
    """Rows a second into a user's own file."""
    rows = (Row(f"Village {i}", i % 170 - 85.0, i % 350 - 175.0, country="UA", ref=str(i)) for i in range(count))
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        write_gazetteer(Path(folder) / "own.sqlite", rows)
        print(f"adding {count / (time.perf_counter() - started):,.0f} rows/s")


def read(where: str) -> None:
    """The step alone on articles, and on texts that grow."""
    from sayso.flow.reader import Reader
    from sayso.sources import read_inputs

    reader = Reader()
    parts = reader.parts
    articles = [a for a in read_inputs([where], reader.rules) if not isinstance(a, InputError)][:300]
    drafts = [Draft(a, parts) for a in articles]
    words = sum(len(a.text.split()) for a in articles)
    print(f"places {1000 * seconds(drafts) / len(drafts):.2f} ms an article ({words / len(drafts):.0f} words)")
    text = "\n\n".join(a.text for a in articles)
    for size in (10_000, 100_000, 1_000_000, 10_000_000):
        long = (text * (size // len(text) + 1))[:size]
        print(f"{size:>10,} characters {seconds([Draft(Article('a', '', long), parts)]):8.2f} s")


def seconds(drafts: list[Draft]) -> float:
    """CPU time of the step on these drafts."""
    for draft in drafts:
        find_sentences(draft)
    started = time.process_time()
    for draft in drafts:
        find_places(draft)
    return time.process_time() - started


if __name__ == "__main__":
    main()
