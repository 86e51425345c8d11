"""The index that comparing asks for (`comparing.index.Index`), in the ledger's tables.

It works on the driver's own connection, inside the caller's transaction: an article asks some hundred small questions.
What it was told is noted in `dirty`, so that the rows that people ask for are made again for that alone.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

import numpy as np
from sqlalchemy import Connection

from sayso.comparing.facts import Facts
from sayso.comparing.index import Part, Posting
from sayso.comparing.pieces import UNDATED, Order, Piece, pieces_of
from sayso.ledger.derive import dump
from sayso.ledger.stored import shown_text
from sayso.ledger.to_compare import to_compare
from sayso.packs.folding import Folding
from sayso.records import Copy
from sayso.records.shape import from_json, to_json

_CACHED = 512  # pieces kept at hand: those that the next articles of the day meet
_LISTS = (("prints", np.int64), ("leads", np.uint32), ("keys", np.int64), ("totals", np.int64))


@dataclass(slots=True)
class Dirty:
    """Articles (by number) and claims (by id) whose rows have to be made again; stories by their first articles."""

    articles: set[int] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)
    roots: set[int] = field(default_factory=set)


class LedgerIndex:
    """Implements `Index` over a connection that is in a transaction. Keys are articles' ids."""

    def __init__(self, connection: Connection, folding: Folding, now: str) -> None:
        self.connection, self.folding, self.now = connection, folding, now
        self.raw = cast(sqlite3.Connection, connection.connection.driver_connection)
        self.dirty = Dirty()
        self._numbers: dict[str, int] = {}
        self._ids: dict[int, str] = {}
        self._facts: dict[str, Facts] = {}
        self._pieces: dict[str, Piece] = {}

    def number(self, key: str) -> int:
        """The number of an article. Raises KeyError where it is not in the ledger."""
        if key not in self._numbers:
            self._learn(self._one("SELECT n, id FROM articles WHERE id = ?", key))
        return self._numbers[key]

    def key(self, number: int) -> str:
        """The id of an article."""
        if number not in self._ids:
            self._learn(self._one("SELECT n, id FROM articles WHERE n = ?", number))
        return self._ids[number]

    def give(self, pieces: Iterable[Piece]) -> None:
        """Takes pieces that are at hand, so that they need not be read again."""
        self._pieces |= {p.key: p for p in pieces}

    def piece(self, key: str) -> Piece:
        if key not in self._pieces:
            if len(self._pieces) >= _CACHED:
                for old in list(self._pieces)[: _CACHED // 4]:
                    del self._pieces[old]
            (given,) = to_compare(self.connection, [self.number(key)], self.now)
            (self._pieces[key],) = pieces_of([given.reading], self.folding)
        piece, day = self._pieces[key], self.facts(key).day
        return piece if piece.day == day else replace(piece, day=day)

    def facts(self, key: str) -> Facts:
        if key not in self._facts:
            if len(self._facts) >= 8 * _CACHED:
                self._facts.clear()
            row = self._one("SELECT came, day, tie, host, facts FROM seen_rows WHERE article = ?", self.number(key))
            came = Order(row[0], row[2], key)
            order = came._replace(day=UNDATED if row[1] is None else row[1])
            self._facts[key] = Facts(key, came, order, row[1], row[3], **_unpacked(row[4]))
        return self._facts[key]

    def set_facts(self, facts: Facts) -> None:
        n = self.number(facts.key)
        self._facts[facts.key] = facts
        self.dirty.articles.add(n)
        self.raw.execute(
            "INSERT OR REPLACE INTO seen_rows (article, reading, came, day, tie, host, facts)"
            " VALUES (?, (SELECT reading FROM article_rows WHERE n = ?), ?, ?, ?, ?, ?)",
            (n, n, facts.came.day, facts.day, facts.came.tie, facts.host, packed(facts)),
        )

    def post(self, posting: Posting, hashes: Iterable[int], order: Order) -> None:
        n = self.number(order.key)
        rows = [(int(posting), h, order.day, order.tie, n) for h in hashes]
        self.raw.executemany("INSERT OR IGNORE INTO posting_rows VALUES (?, ?, ?, ?, ?)", rows)

    def unpost(self, posting: Posting, hashes: Iterable[int], order: Order) -> None:
        n = self.number(order.key)
        rows = [(int(posting), h, order.day, order.tie, n) for h in hashes]
        self.raw.executemany(
            "DELETE FROM posting_rows WHERE posting = ? AND hash = ? AND day = ? AND tie = ? AND article = ?", rows
        )

    def before(self, posting: Posting, hash: int, order: Order, limit: int) -> Sequence[Order]:
        rows = self.raw.execute(
            "SELECT day, tie, article FROM posting_rows WHERE posting = ? AND hash = ? AND (day, tie) < (?, ?)"
            " ORDER BY day DESC, tie DESC LIMIT ?", (int(posting), hash, order.day, order.tie, limit),
        ).fetchall()  # fmt: skip
        return self._orders(reversed(rows))

    def after(self, posting: Posting, hash: int, order: Order, limit: int | None) -> Sequence[Order]:
        rows = self.raw.execute(
            "SELECT day, tie, article FROM posting_rows WHERE posting = ? AND hash = ? AND (day, tie) > (?, ?)"
            " ORDER BY day, tie LIMIT ?", (int(posting), hash, order.day, order.tie, -1 if limit is None else limit),
        )  # fmt: skip
        return self._orders(rows)

    def first(self, posting: Posting, hash: int, limit: int, host: str | None = None) -> Sequence[Order]:
        if host is None:
            rows = self.raw.execute(
                "SELECT day, tie, article FROM posting_rows WHERE posting = ? AND hash = ? ORDER BY day, tie LIMIT ?",
                (int(posting), hash, limit),
            )
        else:
            rows = self.raw.execute(
                "SELECT p.day, p.tie, p.article FROM posting_rows AS p CROSS JOIN seen_rows AS s"
                " WHERE p.posting = ? AND p.hash = ? AND s.article = p.article AND s.host = ?"
                " ORDER BY p.day, p.tie LIMIT ?", (int(posting), hash, host, limit),
            )  # fmt: skip
        return self._orders(rows)

    def pages(self, host: str, hashes: Sequence[int]) -> frozenset[int]:
        held = self.raw.execute("SELECT hash FROM page_rows WHERE host = ? LIMIT 1", (host,)).fetchone()
        if held is None or not hashes:
            return frozenset()
        marks = json.dumps(list(hashes))
        asked = "SELECT hash FROM page_rows WHERE host = ? AND hash IN (SELECT value FROM json_each(?))"
        return frozenset(row[0] for row in self.raw.execute(asked, (host, marks)))

    def set_page(self, host: str, hash: int, is_page: bool) -> None:
        if is_page:
            self.raw.execute("INSERT OR IGNORE INTO page_rows VALUES (?, ?)", (host, hash))
        else:
            self.raw.execute("DELETE FROM page_rows WHERE host = ? AND hash = ?", (host, hash))

    def copies(self, key: str) -> Sequence[Copy]:
        n = self.number(key)
        rows = self.raw.execute(
            "SELECT giver, taker, kind, passages, reason FROM copy_rows WHERE giver = ?1 OR taker = ?1", (n,)
        )
        found = [
            from_json(Copy, {"from": self.key(g), "to": self.key(t), "kind": k, "passages": json.loads(p), "reason": r})
            for g, t, k, p, r in rows
        ]
        return sorted(found, key=lambda c: (c.from_, c.to))

    def set_copies(self, key: str, copies: Iterable[Copy]) -> None:
        n = self.number(key)
        ends = self.raw.execute("SELECT giver, taker FROM copy_rows WHERE giver = ?1 OR taker = ?1", (n,)).fetchall()
        self.raw.execute("DELETE FROM copy_rows WHERE giver = ?1 OR taker = ?1", (n,))
        rows = [
            (self.number(c.from_), self.number(c.to), c.kind.value, dump(to_json(c.passages)), shown_text(c.reason))
            for c in copies
        ]
        self.raw.executemany(
            "INSERT INTO copy_rows (giver, taker, kind, passages, reason) VALUES (?, ?, ?, ?, ?)", rows
        )
        self.dirty.articles |= {n for row in (*ends, *rows) for n in row[:2]}

    def story(self, key: str) -> str | None:
        row = self.raw.execute("SELECT root FROM placed_rows WHERE article = ?", (self.number(key),)).fetchone()
        return None if row is None else self.key(row[0])

    def set_story(self, key: str, root: str | None) -> None:
        n, order = self.number(key), self.facts(key).order
        before = self.raw.execute("SELECT root FROM placed_rows WHERE article = ?", (n,)).fetchone()
        self.dirty.articles.add(n)
        if before is not None:
            self.dirty.roots.add(before[0])
        self.raw.execute("DELETE FROM placed_rows WHERE article = ?", (n,))
        if root is not None:
            row = (n, self.number(root), order.day, order.tie)
            self.raw.execute("INSERT INTO placed_rows VALUES (?, ?, ?, ?)", row)
            self.dirty.roots.add(row[1])

    def story_members(self, root: str, limit: int | None) -> Sequence[str]:
        rows = self.raw.execute(
            "SELECT article FROM placed_rows WHERE root = ? ORDER BY day, tie LIMIT ?",
            (self.number(root), -1 if limit is None else limit),
        )
        return [self.key(row[0]) for row in rows.fetchall()]

    def likes(self, key: str) -> Mapping[str, float]:
        rows = self.raw.execute("SELECT earlier, likeness FROM like_rows WHERE later = ?", (self.number(key),))
        return {self.key(n): likeness for n, likeness in rows.fetchall()}

    def liked_by(self, key: str) -> Sequence[str]:
        rows = self.raw.execute("SELECT later FROM like_rows WHERE earlier = ?", (self.number(key),))
        return [self.key(row[0]) for row in rows.fetchall()]

    def set_likes(self, key: str, likes: Mapping[str, float]) -> None:
        n = self.number(key)
        self.raw.execute("DELETE FROM like_rows WHERE later = ?", (n,))
        rows = [(n, self.number(other), likeness) for other, likeness in likes.items()]
        self.raw.executemany("INSERT INTO like_rows VALUES (?, ?, ?)", rows)

    def part(self, key: str) -> Part:
        row = self.raw.execute("SELECT body FROM part_rows WHERE article = ?", (self.number(key),)).fetchone()
        return Part() if row is None else from_json(Part, json.loads(zlib.decompress(row[0])))

    def met_by(self, key: str) -> Sequence[str]:
        rows = self.raw.execute("SELECT later FROM near_rows WHERE earlier = ?", (self.number(key),))
        return [self.key(row[0]) for row in rows.fetchall()]

    def set_part(self, key: str, part: Part | None) -> None:
        n = self.number(key)
        for table in ("share_rows", "bond_rows"):
            rows = self.raw.execute(f"SELECT claim FROM {table} WHERE article = ?", (n,))
            self.dirty.claims |= {row[0] for row in rows}
            self.raw.execute(f"DELETE FROM {table} WHERE article = ?", (n,))
        self.raw.execute("DELETE FROM near_rows WHERE later = ?", (n,))
        self.raw.execute("DELETE FROM part_rows WHERE article = ?", (n,))
        if part is None:
            return
        shared = {s.claim for s in part.claims}
        bound = {id for r in part.relations for id in (r.a, r.b)}
        self.dirty.claims |= shared | bound
        body = json.dumps(to_json(part), ensure_ascii=True, separators=(",", ":")).encode()
        self.raw.execute("INSERT INTO part_rows VALUES (?, ?)", (n, zlib.compress(body, 1)))
        self.raw.executemany("INSERT INTO near_rows VALUES (?, ?)", [(n, self.number(k)) for k in part.near])
        self.raw.executemany("INSERT INTO share_rows VALUES (?, ?)", [(id, n) for id in sorted(shared)])
        self.raw.executemany("INSERT INTO bond_rows VALUES (?, ?)", [(id, n) for id in sorted(bound)])

    def remove(self, key: str) -> None:
        n = self.number(key)
        self.raw.execute("DELETE FROM seen_rows WHERE article = ?", (n,))
        self._facts.pop(key, None)
        self._pieces.pop(key, None)

    def _orders(self, rows: Iterable[Any]) -> list[Order]:
        return [Order(day, tie, self.key(n)) for day, tie, n in list(rows)]

    def _one(self, asked: str, value: Any) -> Any:
        row = self.raw.execute(asked, (value,)).fetchone()
        if row is None:
            raise KeyError(value)
        return row

    def _learn(self, row: tuple[int, str]) -> None:
        self._numbers[row[1]], self._ids[row[0]] = row[0], row[1]


def packed(facts: Facts) -> bytes:
    """The lists of an article's facts as bytes: five lengths, then the numbers (little endian)."""
    lists = [np.array(getattr(facts, name), kind) for name, kind in _LISTS]
    lists += [facts.stems, facts.weights]
    head = np.array([len(x) for x in lists], np.uint32)
    return b"".join(x.tobytes() for x in (head, *lists))


def _unpacked(packed: bytes) -> dict[str, Any]:
    kinds = [*_LISTS, ("stems", np.uint32), ("weights", np.float32)]
    lengths = np.frombuffer(packed, np.uint32, len(kinds))
    at, found = 4 * len(kinds), {}
    for (name, kind), length in zip(kinds, lengths.tolist(), strict=True):
        values = np.frombuffer(packed, kind, length, at)
        at += values.nbytes
        found[name] = values if name in ("stems", "weights") else tuple(values.tolist())
    return found
