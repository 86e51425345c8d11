"""What an article costs that is compared with a ledger of 1,000, of 100,000, and within one story of 5,000.

    sayso read --json ARTICLES > readings.jsonl
    python bench/comparing.py readings.jsonl --sizes 1000 100000

The ledger's index is filled with facts of the Readings given: in copies whose words are others (every hash moved), a
week apart, so that each article has as many relatives as in the set itself. A story has copies of one article of
middling length with the same leading words and a fifth of its keys, fifty a day. Then the last Readings are added one
by one, and so many of the story's kind to it: the processor's time for each, everything included (facts, copies, story,
claims, rows).
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median

import sayso.comparing.comparer as stream
from sayso.comparing.comparer import Comparer
from sayso.comparing.facts import Facts, facts_of
from sayso.comparing.index import Posting
from sayso.comparing.pieces import Piece, pieces_of
from sayso.flow.api import comparing_tools
from sayso.ledger.append import append
from sayso.ledger.compared import RowWriter
from sayso.ledger.comparison_index import LedgerIndex
from sayso.ledger.packed_facts import packed_facts
from sayso.ledger.store import Store
from sayso.records import Reading
from sayso.records.shape import from_json

_ADDED = 40
_WEEK = 7
_A_DAY = 50
_MASK = 2**63 - 1
_ROWS = 400_000


class Filled(LedgerIndex):
    """An index whose filled articles have the piece that they were made from."""

    made_from: dict[str, Piece]

    def piece(self, key: str) -> Piece:
        if key not in self.made_from:
            return super().piece(key)
        return replace(self.made_from[key], key=key, day=self.facts(key).day)


def moved(facts: Facts, key: str, day: int, salt: int) -> Facts:
    """The facts of another article: the same numbers of everything, other words, another day."""
    here = facts.came._replace(day=day, key=key, tie=(facts.came.tie ^ salt) % 2**48)
    return replace(
        facts, key=key, came=here, order=here, day=day, prints=tuple(sorted(h ^ salt for h in facts.prints)),
        leads=tuple(w ^ (salt & 0xFFFFFFFF) for w in facts.leads), keys=tuple(sorted(h ^ salt for h in facts.keys)),
        totals=tuple(h ^ salt for h in facts.totals), stems=facts.stems ^ (salt & 0xFFFFFFFF),
        host=f"{facts.host}{salt}",
    )  # fmt: skip


def of_the_story(facts: Facts, number: int, chance: random.Random, first: int) -> Facts:
    """Another article of one story: its leading words, a fifth of its keys, words of its own besides."""
    own = chance.getrandbits(62)
    one = moved(facts, f"story-{number}", first + number // _A_DAY, own)
    kept = {h for h in facts.keys if chance.random() < 0.2}
    keys = tuple(sorted(kept | {h for h in one.keys if chance.random() < 0.8}))
    return replace(one, leads=facts.leads, stems=facts.stems, keys=keys)


def fill(index: Filled, every: Iterator[tuple[Facts, Piece]]) -> None:
    """Writes facts and postings as they would be had these articles been compared, each in a story of its own."""
    n = index.raw.execute("SELECT coalesce(max(n), 0) FROM articles").fetchone()[0]
    posts: list[tuple[int, int, int, int, int]] = []
    for facts, piece in every:
        n += 1
        index.made_from[facts.key] = piece
        index.raw.execute("INSERT INTO articles (n, id, digest, at) VALUES (?, ?, '', '')", (n, facts.key))
        row = (n, 0, facts.came.day, facts.day, facts.came.tie, facts.host, packed_facts(facts))
        index.raw.execute("INSERT INTO seen_rows VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        index.raw.execute("INSERT INTO placed_rows VALUES (?, ?, ?, ?)", (n, n, facts.came.day, facts.came.tie))
        for posting, hashes in ((Posting.PRINT, facts.prints), (Posting.LEAD, facts.leads), (Posting.KEY, facts.keys),
                                (Posting.TOTAL, facts.totals)):  # fmt: skip
            posts += [(int(posting), h & _MASK, facts.came.day, facts.came.tie, n) for h in hashes]
        if len(posts) > _ROWS:
            _write(index, posts)
    _write(index, posts)


def _write(index: Filled, posts: list[tuple[int, int, int, int, int]]) -> None:
    posts.sort()
    index.raw.executemany("INSERT OR IGNORE INTO posting_rows VALUES (?, ?, ?, ?, ?)", posts)
    posts.clear()


def clones(known: Sequence[tuple[Facts, Piece]], size: int) -> Iterator[tuple[Facts, Piece]]:
    """So many articles out of these, the given ones last."""
    chance = random.Random(size)
    last = max(facts.came.day for facts, _ in known)
    for number in range(size // len(known), 0, -1):
        salt = chance.getrandbits(62)
        for facts, piece in known:
            yield moved(facts, f"{facts.key}/{number}", last - number * _WEEK, salt), piece
    yield from known


def added(store: Store, index_of: dict[str, Piece], given: Sequence[Reading]) -> list[float]:
    """Seconds of processor time for each Reading that is added."""
    tools, took = comparing_tools(), []
    for reading in given:
        append(store, [reading])
        with store.writing() as connection:
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            began = time.process_time()
            index = Filled(connection, store.folding, store.now())
            index.made_from = index_of
            pieces = pieces_of(
                [replace(reading, article=replace(reading.article, key=reading.article.id))], store.folding
            )
            index.give(pieces)
            Comparer(index, tools).update(pieces)
            RowWriter(index, {}).write()
            took.append(time.process_time() - began)
    return took


def measure(readings: Sequence[Reading], size: int, story: int) -> list[float]:
    """The cost of each of the last Readings in a ledger of so many articles, or in one with a story of so many."""
    tools = comparing_tools()
    pieces = sorted(pieces_of(readings, tools.words.folding), key=lambda p: p.order)
    known = [(facts_of(p, tools.words), p) for p in pieces[: len(pieces) - _ADDED]]
    last = [p.reading for p in pieces[len(pieces) - _ADDED :]]
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "bench.db")
        made: dict[str, Piece] = {}
        with store.raw() as raw:
            raw.execute("PRAGMA foreign_keys = OFF")
        with store.writing() as connection:
            index = Filled(connection, store.folding, store.now())
            index.made_from = made
            fill(index, clones(known, size))
            if story:
                chance = random.Random(1)
                base, piece = sorted(known, key=lambda one: len(one[0].keys))[len(known) // 2]
                first = last_day(known) - story // _A_DAY
                fill(index, ((of_the_story(base, i, chance, first), piece) for i in range(story)))
                last = [on_day(reading, last_day(known)) for reading in last]
                stream.facts_of = lambda piece, pack: of_its_story(facts_of(piece, pack), base, chance)
        took = added(store, made, last)
        stream.facts_of = facts_of
        store.close()
    return took


def last_day(known: Sequence[tuple[Facts, Piece]]) -> int:
    """The latest day of these."""
    return max(facts.came.day for facts, _ in known)


def on_day(reading: Reading, day: int) -> Reading:
    """The report as if published on that day."""
    article = replace(reading.article, published=date.fromordinal(day).isoformat())
    return replace(reading, article=article)


def of_its_story(facts: Facts, base: Facts, chance: random.Random) -> Facts:
    """The facts of an article, its leading words those of the story, and with a fifth of the story's keys."""
    keys = tuple(sorted({*facts.keys, *(h for h in base.keys if chance.random() < 0.2)}))
    return replace(facts, leads=base.leads, stems=base.stems, weights=base.weights, keys=keys)


def main() -> None:
    """Prints one line per size, and one for the story."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readings", type=Path)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 10_000, 100_000])
    parser.add_argument("--stories", type=int, nargs="*", default=[50, 5000])
    given = parser.parse_args()
    lines = given.readings.read_text(encoding="utf-8").splitlines()
    readings = [from_json(Reading, json.loads(line)) for line in lines if line.strip()]
    for runs in (
        [(f"{size:,} articles", size, 0) for size in given.sizes],
        [(f"{story:,} in one story", 1000, story) for story in given.stories],
    ):
        first = None
        for name, size, story in runs:
            took = measure(readings, size, story)
            mean, middle = 1000 * sum(took) / len(took), 1000 * median(took)
            first = first or mean
            times = f"{mean / first:5.2f} times the first"
            print(f"{name:24s} mean {mean:7.1f} ms  median {middle:7.1f} ms  {times}", flush=True)


if __name__ == "__main__":
    main()
