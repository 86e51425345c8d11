"""A program that writes into a ledger until it is killed, and says on standard output what is written for good.

    python -m tests.ledger.writing LEDGER SEED [READINGS]

Readings come from a file of JSON Lines, or are made by hand. It reads articles in random order and in batches of random
size, reads them anew by ever newer parts, and decides. It says "written ID" only after the call has returned.
"""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from pathlib import Path

from sayso.ledger.append import append
from sayso.ledger.conditions import article_number
from sayso.ledger.decisions import Act, anchor_of, decide
from sayso.ledger.store import Store
from sayso.records import DecisionKind, Reading
from sayso.records.shape import from_json
from tests.ledger.readings import many


def load(path: str | None) -> list[Reading]:
    """The Readings to write."""
    if path is None:
        return list(many(40))
    import json

    return [from_json(Reading, json.loads(line)) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def write_on(ledger: Path, readings: list[Reading], seed: int, said: int = 1, rounds: int = 1000) -> None:
    """Writes and says so on this file descriptor."""
    import os

    chance = random.Random(seed)
    store = Store(ledger)
    for turn in range(rounds):
        some = chance.sample(readings, chance.randint(1, min(8, len(readings))))
        version = f"newsreader {chance.randint(1, 3)}"
        appended = append(store, [replace(r, made_by=replace(r.made_by, model=version)) for r in some])
        os.write(said, "".join(f"written {one.reading.article.id}\n" for one in appended).encode())
        one = chance.choice(some)
        if turn % 3 == 2 and one.statements:
            with store.reading() as connection:
                number = article_number(connection, one.article.id)
            about = anchor_of(store, number, chance.choice(one.statements).id)
            made = decide(store, Act(kind=DecisionKind.ACCEPT, who="ann", why=f"turn {turn} of {seed}", about=(about,)))
            os.write(said, f"decided {made.id}\n".encode())


if __name__ == "__main__":
    write_on(Path(sys.argv[1]), load(sys.argv[3] if len(sys.argv) > 3 else None), int(sys.argv[2]))
