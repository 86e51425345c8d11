"""The desk's measures: how long each page and call takes on a large ledger, and how many queries it needs.

    python -m bench.desk LEDGER [--asked 40] [--as-is]

Asks the desk's application itself, without a socket, each page for different articles, stories, claims and voices drawn
from the ledger. Prints the median and the 95th percentile of the time by the clock and of the processor, and the most
queries of one request. Counts and the comparison are brought up to date first, as they are while a desk runs; with
`--as-is` nothing is: what the ledger holds is measured, as by a reader who comes while the comparison is behind.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import event
from starlette.testclient import TestClient

from sayso.desk.app import desk_of, make_app
from sayso.desk.charts.map_chart import get_ready

LIMIT_MS = 300.0


@dataclass(frozen=True, slots=True)
class Taken:
    """One request: milliseconds by the clock and of the processor, and how many queries it sent."""

    clock: float
    processor: float
    queries: int


def main() -> None:
    """Runs the measures and prints them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--asked", type=int, default=40, help="How often each page is asked.")
    parser.add_argument("--as-is", action="store_true", help="Don't wait for the comparison to be up to date.")
    given = parser.parse_args()
    app = make_app(given.ledger)
    desk = desk_of(app)
    get_ready(desk.ground)
    with TestClient(app, base_url="http://127.0.0.1") as client:
        _wait(desk, as_is=given.as_is)
        slow = [name for name, addresses in _pages(client, given.asked) if not _measure(client, desk, name, addresses)]
    print(f"95th percentile above {LIMIT_MS:.0f} ms of processor time: {', '.join(slow) or 'none'}")


def _wait(desk: Any, *, as_is: bool) -> None:
    """Waits until the comparison is up to date, unless the ledger is to be measured as it is; says what it holds."""
    before = time.monotonic()
    while not as_is and (desk.fresh.behind or desk.fresh.look() or desk.fresh.behind):
        time.sleep(0.5)
    held = desk.ledger.counts()
    print(f"held: {held.articles:,} articles, {held.statements:,} statements, {held.figures:,} figures")
    print("as is" if as_is else f"comparison and counts up to date in {time.monotonic() - before:.1f} s")


def _pages(client: TestClient, asked: int) -> Iterator[tuple[str, list[str]]]:
    """Each page and call with the addresses to ask it by."""
    chance = random.Random(1)

    def some(name: str, key: str = "id") -> list[str]:
        items = client.get(f"/api/v1/{name}?limit=500").json()["items"]
        return [chance.choice(items)[key] for _ in range(asked)] if items else []

    articles, stories, voices = some("articles"), some("stories"), some("voices")
    claims = [c["id"] for s in stories[:8] for c in client.get(f"/api/v1/stories/{s}/claims?limit=5").json()["items"]]
    statements = client.get("/api/v1/statements?limit=500").json()["items"]
    words = sorted({w for s in statements for w in s["words"].split() if len(w) > 4 and w.isalpha()}) or ["report"]
    searched = [chance.choice(words) for _ in range(asked)]
    items = [(s["article"]["id"], s["item"]) for s in (chance.choice(statements) for _ in range(asked))]
    yield "/stories", ["/stories"] * asked
    yield "/stories?q=", [f"/stories?q={w}" for w in searched]
    yield "/stories/{id}", [f"/stories/{s}" for s in stories]
    yield "/stories/{id}/map", [f"/stories/{s}/map" for s in stories]
    yield "/stories/{id}/brief", [f"/stories/{s}/brief" for s in stories]
    yield "/claims/{id}", [f"/claims/{c}" for c in claims]
    yield "/articles", [f"/articles?q={w}" if n % 2 else "/articles" for n, w in enumerate(searched)]
    yield "/articles/{id}", [f"/articles/{a}" for a in articles]
    yield "/voices", ["/voices"] * asked
    yield "/voices/{id}", [f"/voices/{v}" for v in voices]
    yield "/search?q=", [f"/search?q={w}" for w in searched]
    yield "/review", ["/review"] * asked
    yield "/review/{article}/{item}", [f"/review/{a}/{i}" for a, i in items]
    for name in ("articles", "statements", "figures", "voices", "stories"):
        yield f"/api/v1/{name}", [f"/api/v1/{name}"] * asked
    yield "/api/v1/statements?q=", [f"/api/v1/statements?q={w}" for w in searched]
    yield "/api/v1/claims/{id}", [f"/api/v1/claims/{c}" for c in claims]
    yield "/api/v1/stories/{id}/claims", [f"/api/v1/stories/{s}/claims" for s in stories]


def _measure(client: TestClient, desk: Any, name: str, addresses: Sequence[str]) -> bool:
    """Asks each address and prints what it took; whether the 95th percentile is below the limit."""
    if not addresses:
        print(f"{name:28} nothing to ask for")
        return True
    client.get(addresses[0])
    taken = [_ask(client, desk, address) for address in addresses]
    clock, processor = ([getattr(one, part) for one in taken] for part in ("clock", "processor"))
    print(
        f"{name:28} clock {statistics.median(clock):7.1f} / {_p95(clock):7.1f} ms"
        f"   processor {statistics.median(processor):7.1f} / {_p95(processor):7.1f} ms"
        f"   queries {max(one.queries for one in taken)}",
        flush=True,
    )
    return _p95(processor) <= LIMIT_MS


def _ask(client: TestClient, desk: Any, address: str) -> Taken:
    sent: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_more: object) -> None:
        if not statement.startswith("BEGIN"):
            sent.append(statement)

    engine = desk.ledger.store._engine
    event.listen(engine, "before_cursor_execute", note)
    clock, processor = time.perf_counter(), time.process_time()
    answer = client.get(address)
    taken = Taken((time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000, len(sent))
    event.remove(engine, "before_cursor_execute", note)
    if answer.status_code != 200:
        raise SystemExit(f"{address}: {answer.status_code}")
    return taken


def _p95(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20)[18] if len(values) > 1 else values[0]


if __name__ == "__main__":
    main()
