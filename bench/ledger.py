"""The ledger's measures: Readings written a minute, and how long each named query takes on that many articles.

    python -m bench.ledger [--articles 100000] [--seconds 900] [--ledger FILE] [PATH …]

Reads the articles at PATH (a ledger's Readings where it is one; else the examples) once, recombines them, writes them
in batches as `sayso read` does, and asks each named query for different values. Stops writing after --seconds of the
processor, and says on how many articles it measured. Where the ledger at FILE holds them already, it only asks.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from bench.recombining import recombine
from sayso.errors import InputError
from sayso.flow.many import read_many
from sayso.flow.reader import Reader
from sayso.ledger import queries
from sayso.ledger.append import append
from sayso.ledger.ask import ask_statements
from sayso.ledger.kept import all_readings, counts
from sayso.ledger.question import Near, Question
from sayso.ledger.store import Store
from sayso.records import Act, Certainty, Place, Reading
from sayso.sources import read_inputs

_BATCH = 64
_ASKED = 40  # times each query is asked, each time for something else


@dataclass(frozen=True, slots=True)
class Written:
    """How many Readings were written, in how many seconds of writing and of the processor."""

    count: int
    seconds: float
    cpu_seconds: float


def main() -> None:
    """Runs the measures and prints them."""
    given = _arguments()
    read = list(_really_read(given.paths))
    print(f"really read: {len(read)} articles, {sum(len(r.statements) for r in read)} statements")
    with tempfile.TemporaryDirectory() as folder:
        store = Store(given.ledger or Path(folder) / "bench.db")
        there = counts(store).articles
        if there < given.articles:
            _print_written(_write(store, recombine(read, there, given.articles), given.seconds))
        held = counts(store)
        size = store.path.stat().st_size / 1e9
        print(
            f"held: {held.articles:,} articles, {held.statements:,} statements, {held.figures:,} figures, {size:.2f} GB"
        )
        for name, asked in _asked(store, read):
            _print_query(name, asked)
        store.close()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=["examples"])
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=900)
    parser.add_argument("--ledger", type=Path)
    return parser.parse_args()


def _really_read(paths: Sequence[str]) -> Iterator[Reading]:
    for path in paths:
        if path.endswith(".db"):
            held = Store(path, create=False)
            yield from (reading for reading in all_readings(held) if reading.statements)
            held.close()
    paths = [path for path in paths if not path.endswith(".db")]
    reader = Reader()
    for outcome in read_many(read_inputs(paths, reader.rules), reader):
        if not isinstance(outcome, InputError) and outcome.statements:
            yield outcome


def _write(store: Store, readings: Iterator[Reading], limit: float) -> Written:
    """Writes batches until there are no more or the time is over; the time of making them is not counted."""
    began = time.process_time()
    count, wall, cpu = 0, 0.0, 0.0
    while time.process_time() - began < limit and (batch := list(islice(readings, _BATCH))):
        wall_before, cpu_before = time.monotonic(), time.process_time()
        append(store, batch)
        wall += time.monotonic() - wall_before
        cpu += time.process_time() - cpu_before
        count += len(batch)
    return Written(count, wall, cpu)


def _print_written(done: Written) -> None:
    print(f"written: {done.count:,} Readings, {done.count / done.seconds * 60:,.0f} a minute", end="")
    print(f" ({done.count / done.cpu_seconds * 60:,.0f} a minute of processor time)")


def _asked(store: Store, read: Sequence[Reading]) -> Iterator[tuple[str, list[Callable[[], object]]]]:
    """Each named query with the values to ask it for, drawn from what is in the ledger."""
    chance = random.Random(1)
    sample = [f for f in queries.in_period(store, "2024-06", 2000) if f.statement]
    names = [v.name for f in sample if f.statement for v in f.statement.voices] or ["nobody"]
    sides = [v.side for r in read for s in r.statements for v in s.voices if v.side] or ["no side"]
    measures = sorted({f.measure for r in read for f in r.figures if f.measure}) or ["killed"]
    places = [p for r in read for p in r.places if p.lat is not None and p.lon is not None]
    words = [w for f in sample for w in f.words.split() if len(w) > 4 and w.isalpha()] or ["report"]
    days = [f"2024-{m:02}-{d:02}" for m in range(1, 13) for d in range(1, 29)]

    def each(ask: Callable[..., object], values: Sequence[object]) -> list[Callable[[], object]]:
        return [partial(ask, store, chance.choice(values)) for _ in range(_ASKED)]

    yield "by_voice", each(queries.by_voice, names)
    yield "by_side", each(queries.by_side, sides)
    yield "by_act", each(queries.by_act, list(Act))
    yield "hedged", [lambda: queries.hedged(store)] * _ASKED
    yield "by_certainty", each(queries.by_certainty, list(Certainty))
    yield "by_measure", each(queries.by_measure, measures)
    if places:
        yield "by_place", each(queries.by_place, [p.name for p in places])
        yield "around", each(queries.around, [Near(p.lat or 0, p.lon or 0, km) for p in places for km in (10, 50, 200)])
    yield "in_period", each(queries.in_period, [f"{a}/{b}" for a, b in zip(days, days[14:], strict=False)])
    yield "by_outlet", each(queries.by_outlet, [f"Outlet {n}" for n in range(240)])
    pairs = [f"{chance.choice(words)} {chance.choice(words)}" for _ in range(_ASKED)]
    yield "by_words, one word", each(queries.by_words, words)
    yield "by_words, two words", each(queries.by_words, pairs)
    yield "articles_by_words", each(queries.articles_by_words, words)
    yield "figures_by_words", each(queries.figures_by_words, measures)
    yield "as_of", each(queries.as_of, days)
    yield (
        "two conditions",
        [partial(ask_statements, store, question) for question in _both(sides, places, days, chance)],
    )


def _both(sides: Sequence[str], places: Sequence[Place], days: Sequence[str], chance: random.Random) -> list[Question]:
    """Questions that no index answers alone: a side in a month, a denial around a spot."""
    asked = []
    for _ in range(_ASKED // 2):
        spot = chance.choice(places)
        asked.append(Question(side=chance.choice(sides), period=chance.choice(days)[:7]))
        asked.append(Question(act=Act.DENY, near=Near(spot.lat or 0, spot.lon or 0, 200)))
    return asked


def _print_query(name: str, asked: Sequence[Callable[[], object]]) -> None:
    """What each asking takes on the clock and of the processor: on a machine that does other things the two differ."""
    wall, cpu = [], []
    for ask in asked:
        wall_before, cpu_before = time.perf_counter(), time.process_time()
        ask()
        wall.append((time.perf_counter() - wall_before) * 1000)
        cpu.append((time.process_time() - cpu_before) * 1000)
    ends = "   ".join(f"{kind} {_p50_p95(times)}" for kind, times in (("clock", wall), ("processor", cpu)))
    print(f"{name:20} {ends}", flush=True)


def _p50_p95(times: Sequence[float]) -> str:
    return f"median {statistics.median(times):6.1f} ms, p95 {statistics.quantiles(times, n=20)[18]:6.1f} ms"


if __name__ == "__main__":
    main()
