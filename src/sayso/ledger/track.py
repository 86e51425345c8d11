"""A voice's track record, as far as the ledger tells: what it revised, what others contradict, what others say too.

It says nothing of who is right: each line names two claims and why they stand together.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text

from sayso.ledger.store import Store
from sayso.records import RelationKind

_REVISED = (RelationKind.UPDATES, RelationKind.SUPERSEDES)
_AGAINST = (RelationKind.CONTRADICTS, RelationKind.DENIES)
_CLAIMS = 5000  # claims of a voice that are looked through, the latest first


@dataclass(frozen=True, slots=True)
class Turn:
    """Two claims, by id, that stand against or after each other, and why."""

    kind: RelationKind
    own: str
    other: str
    day: str
    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """How often a voice revised what it said, was contradicted, and said what others say on words of their own; with
    some of each, the latest first. `claims` is how many claims were looked through."""

    claims: int
    revised: tuple[Turn, ...]
    contradicted: tuple[Turn, ...]
    shared: tuple[str, ...]
    counts: tuple[int, int, int]


def track_record(store: Store, ids: Sequence[str], limit: int = 12) -> Record:
    """The record of a voice, given by its id and those merged with it."""
    own = (
        "SELECT DISTINCT v.claim AS n, c.id, c.day, c.high FROM claim_voices AS v JOIN claim_rows AS c ON c.n = v.claim"
        " WHERE v.voice IN (SELECT value FROM json_each(:ids)) ORDER BY c.day DESC, c.n DESC LIMIT :most"
    )
    with store.reading() as connection:
        claims = connection.execute(text(own), {"ids": json.dumps(list(ids)), "most": _CLAIMS}).all()
        listed = json.dumps([row.n for row in claims])
        asked = text(f"""
            WITH own AS (SELECT value AS n FROM json_each(:own))
            SELECT r.kind, r.a, r.b, r.reason, a.id AS a_id, b.id AS b_id, max(a.day, b.day) AS day
            FROM (SELECT * FROM relation_rows WHERE a IN own UNION SELECT * FROM relation_rows WHERE b IN own) AS r
            JOIN claim_rows AS a ON a.n = r.a JOIN claim_rows AS b ON b.n = r.b
            WHERE r.kind IN ({", ".join(f"'{kind.value}'" for kind in (*_REVISED, *_AGAINST))})
            ORDER BY day DESC, r.n""")
        rows = connection.execute(asked, {"own": listed}).all()
    numbers = {row.n for row in claims}
    revised = [_turn(r, numbers) for r in rows if RelationKind(r.kind) in _REVISED and {r.a, r.b} <= numbers]
    against = [_turn(r, numbers) for r in rows if RelationKind(r.kind) in _AGAINST and len({r.a, r.b} & numbers) == 1]
    shared = [row.id for row in claims if row.high > 1]
    return Record(
        len(claims), tuple(revised[:limit]), tuple(against[:limit]), tuple(shared[:limit]),
        (len(revised), len(against), len(shared)),
    )  # fmt: skip


def _turn(row: Any, own: set[int]) -> Turn:
    mine, other = (row.a_id, row.b_id) if row.a in own else (row.b_id, row.a_id)
    return Turn(RelationKind(row.kind), mine, other, row.day, row.reason)
