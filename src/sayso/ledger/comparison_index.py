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
from typing import Any, TypeVar, cast

from sqlalchemy import Connection

from sayso.comparing.facts import Facts
from sayso.comparing.index import Part, Posting
from sayso.comparing.pieces import UNDATED, Order, Piece, pieces_of
from sayso.ledger.derive import dump
from sayso.ledger.packed_facts import packed_facts, unpacked_facts
from sayso.ledger.stored import shown_text
from sayso.ledger.to_compare import to_compare
from sayso.packs.folding import Folding
from sayso.records import Copy
from sayso.records.shape import from_json, to_json

# So many articles are kept at hand as pieces (some 100 kB each), parts and facts (some 30 kB): those that the next
# articles of the day meet; and so many by number.
_CACHED = 512
_CACHED_PARTS = 2048
_CACHED_FACTS = 4096
_CACHED_NUMBERS = 200_000
V = TypeVar("V")


@dataclass(slots=True)
class Dirty:
    """Articles (by number) and claims (by id) whose rows have to be made again; stories by their first articles."""

    articles: set[int] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)
    roots: set[int] = field(default_factory=set)


class LedgerIndex:
    """Implements `Index` over a connection that is in a transaction. Keys are articles' ids.

    It keeps what it has read. In a later transaction of the same connection it may go on (`go_on`) where nobody else
    has written since.
    """

    def __init__(self, connection: Connection, folding: Folding, now: str) -> None:
        self.connection, self.folding, self.now = connection, folding, now
        self.raw = cast(sqlite3.Connection, connection.connection.driver_connection)
        self.dirty = Dirty()
        self._numbers: dict[str, int] = {}
        self._ids: dict[int, str] = {}
        self._facts: dict[str, Facts] = {}
        self._pieces: dict[str, Piece] = {}
        self._parts: dict[str, Part] = {}
        self._copies: dict[str, tuple[Copy, ...]] = {}

    def go_on(self, connection: Connection, now: str) -> None:
        """Goes on in another transaction."""
        self.connection, self.now = connection, now

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
        for piece in pieces:
            _keep(self._pieces, piece.key, piece, _CACHED)

    def piece(self, key: str) -> Piece:
        piece = self._pieces.pop(key, None)
        if piece is None:
            (given,) = to_compare(self.connection, [self.number(key)], self.now)
            (piece,) = pieces_of([given.reading], self.folding)
        day = self.facts(key).day
        return _keep(self._pieces, key, piece if piece.day == day else replace(piece, day=day), _CACHED)

    def facts(self, key: str) -> Facts:
        facts = self._facts.get(key)
        if facts is None:
            row = self._one("SELECT came, day, tie, host, facts FROM seen_rows WHERE article = ?", self.number(key))
            came = Order(row[0], row[2], key)
            order = came._replace(day=UNDATED if row[1] is None else row[1])
            facts = Facts(key, came, order, row[1], row[3], **unpacked_facts(row[4]))
            _keep(self._facts, key, facts, _CACHED_FACTS)
        return facts

    def set_facts(self, facts: Facts) -> None:
        n = self.number(facts.key)
        _keep(self._facts, facts.key, facts, _CACHED_FACTS)
        self.dirty.articles.add(n)
        self.raw.execute(
            "INSERT OR REPLACE INTO seen_rows (article, reading, came, day, tie, host, facts)"
            " VALUES (?, (SELECT reading FROM article_rows WHERE n = ?), ?, ?, ?, ?, ?)",
            (n, n, facts.came.day, facts.day, facts.came.tie, facts.host, packed_facts(facts)),
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
        found = self._copies.get(key)
        if found is None:
            found = _keep(self._copies, key, self._read_copies(key), _CACHED_PARTS)
        return found

    def _read_copies(self, key: str) -> tuple[Copy, ...]:
        n = self.number(key)
        rows = self.raw.execute(
            "SELECT giver, taker, kind, passages, reason FROM copy_rows WHERE giver = ?1 OR taker = ?1", (n,)
        )
        found = [
            from_json(Copy, {"from": self.key(g), "to": self.key(t), "kind": k, "passages": json.loads(p), "reason": r})
            for g, t, k, p, r in rows
        ]
        return tuple(sorted(found, key=lambda c: (c.from_, c.to)))

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
        touched = {n for row in (*ends, *rows) for n in row[:2]}
        self.dirty.articles |= touched
        for end in touched | {n}:
            self._copies.pop(self.key(end), None)

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
        part = self._parts.pop(key, None)
        if part is None:
            row = self.raw.execute("SELECT body FROM part_rows WHERE article = ?", (self.number(key),)).fetchone()
            part = Part() if row is None else from_json(Part, json.loads(zlib.decompress(row[0])))
        return _keep(self._parts, key, part, _CACHED_PARTS)

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
        self._parts.pop(key, None)
        if part is None:
            return
        _keep(self._parts, key, part, _CACHED_PARTS)
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
        for held in (self._facts, self._pieces, self._parts, self._copies):
            held.pop(key, None)

    def _orders(self, rows: Iterable[Any]) -> list[Order]:
        return [Order(day, tie, self.key(n)) for day, tie, n in list(rows)]

    def _one(self, asked: str, value: Any) -> Any:
        row = self.raw.execute(asked, (value,)).fetchone()
        if row is None:
            raise KeyError(value)
        return row

    def _learn(self, row: tuple[int, str]) -> None:
        if len(self._numbers) >= _CACHED_NUMBERS:
            self._numbers.clear()
            self._ids.clear()
        self._numbers[row[1]], self._ids[row[0]] = row[0], row[1]


def _keep(held: dict[str, V], key: str, value: V, most: int) -> V:
    """Keeps a value at hand; of too many the longest kept go."""
    held[key] = value
    while len(held) > most:
        del held[next(iter(held))]
    return value
