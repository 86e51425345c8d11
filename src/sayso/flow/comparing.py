"""The ledger's comparison brought up to date: articles that have come are compared, and what follows is written.

Some articles at a time, in the order of days, each time one transaction: stopped, the next call goes on from there.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, delete, func, insert, select, text

from sayso.comparing import Tools
from sayso.comparing.assembling import joined_by_decision
from sayso.comparing.compare import LARGE
from sayso.comparing.comparer import Comparer
from sayso.comparing.pieces import pieces_of
from sayso.comparing.preparing import Preparer
from sayso.comparing.rulings import in_force
from sayso.ledger import comparison_tables as c
from sayso.ledger import rows as t
from sayso.ledger.compared import RowWriter, compared_articles, held_state, remove_comparison
from sayso.ledger.comparison_index import LedgerIndex
from sayso.ledger.decisions import decisions_in
from sayso.ledger.store import Store
from sayso.ledger.to_compare import (
    articles_behind,
    concerned_by,
    decisions_to_compare,
    lost_articles,
    seen_among,
    state_of,
    to_compare,
)  # fmt: skip
from sayso.ledger.untouched import Left
from sayso.records import Decision, DecisionKind, Member
from sayso.version import VERSION

# So many articles are one transaction: others who write wait for some seconds at most.
_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison holds. `changed` is how many articles were new to it or read anew; `large` names claims and
    stories that hold so many articles that somebody should look."""

    articles: int
    changed: int
    stories: int
    claims: int
    origins: int
    relations: int
    copies: int
    conflicts: int
    large: tuple[str, ...] = ()


def is_behind(store: Store, tools: Tools) -> bool:
    """Whether Readings or decisions have come that the comparison does not know of."""
    with store.reading() as connection:
        return held_state(connection) != state_of(connection, store.now(), _parts(tools))


def count_behind(store: Store, tools: Tools) -> int:
    """How many articles the comparison does not know as they are now; 1 where only decisions have come, 0 where it is
    up to date."""
    if not is_behind(store, tools):
        return 0
    s, a = c.seen_rows.c, t.article_rows.c
    with store.reading() as connection:
        known = connection.execute(select(c.comparisons.c.parts)).scalar()
        asked = select(func.count()).select_from(t.article_rows)
        if known == json.dumps(_parts(tools)):
            asked = asked.outerjoin(c.seen_rows, s.article == a.n).where(s.reading.is_distinct_from(a.reading))
        return max(1, int(connection.execute(asked).scalar_one()))


def bring_up_to_date(store: Store, tools: Tools) -> Compared:
    """Compares what is not compared yet; one look where nothing has changed."""
    changed, steps = 0, _Steps(store, tools)
    while is_behind(store, tools):
        with store.writing() as connection:
            changed += steps.take(connection)
    with store.reading() as connection:
        return _counted(connection, changed)


@dataclass(slots=True)
class _Next:
    """What the steps go by: the index, the decisions in force, the articles to take in, in order; and in the first step
    those to take out, those that decisions correct and those whose claims they bear on."""

    index: LedgerIndex
    decisions: tuple[Decision, ...]
    ids: frozenset[str]
    waiting: deque[int]
    gone: Sequence[int] = ()
    corrected: Sequence[int] = ()
    decided: Sequence[int] = ()


class _Steps:
    """Takes articles in, some at a time. What a step has read the next one uses, as long as nobody else writes."""

    def __init__(self, store: Store, tools: Tools) -> None:
        self.store, self.tools = store, tools
        self.parts = json.dumps(_parts(tools))
        self.preparer = Preparer(tools.words)
        self.next: _Next | None = None
        self.left: Left | None = None

    def take(self, connection: Connection) -> int:
        """Takes the next articles in; how many. The last step notes the state that it has reached."""
        now = self.store.now()
        known = connection.execute(select(c.comparisons)).first()
        if known is None or known.parts != self.parts:
            remove_comparison(connection)
            known = None
        before = frozenset(json.loads(known.decisions)) if known else frozenset()
        decisions = in_force(decisions_in(connection, now))
        held = self.next
        if held is None or held.ids != {d.id for d in decisions} or not self.left or not self.left.still(connection):
            held = self.next = self._look(connection, now, decisions, before)
        held.index.go_on(connection, now)
        some = [held.waiting.popleft() for _ in range(min(_AT_ONCE, len(held.waiting)))]
        come = sorted({*some, *held.corrected})
        self._update(held, come)
        joined = _joined(held.index, held.decisions)
        before_joined: dict[str, str] = json.loads(known.joined) if known else {}
        held.index.dirty.claims |= {id for pair in joined.items() ^ before_joined.items() for id in pair}
        RowWriter(held.index, joined).write()
        state = "" if held.waiting else state_of(connection, now, _parts(self.tools))
        connection.execute(delete(c.comparisons))
        connection.execute(
            insert(c.comparisons).values(
                n=1, state=state, at=now, parts=self.parts, decisions=json.dumps(sorted(held.ids)),
                joined=json.dumps(joined),
            )
        )  # fmt: skip
        self.left = Left.by(connection)
        return len(come)

    def _look(self, connection: Connection, now: str, decisions: Sequence[Decision], before: frozenset[str]) -> _Next:
        """Looks anew at what is to be done."""
        ids = frozenset(d.id for d in decisions)
        corrected, decided = concerned_by(connection, before ^ ids)
        waiting = deque(n for n in articles_behind(connection) if n not in set(corrected))
        return _Next(
            LedgerIndex(connection, self.store.folding, now), decisions_to_compare(connection, decisions), ids,
            waiting, lost_articles(connection), corrected, decided,
        )  # fmt: skip

    def _update(self, held: _Next, come: Sequence[int]) -> None:
        index = held.index
        pieces = pieces_of([one.reading for one in to_compare(index.connection, come, index.now)], self.store.folding)
        gone = {*held.gone, *seen_among(index.connection, come)}
        seen = seen_among(index.connection, held.decided)
        anew = [index.key(n) for n in sorted(seen - gone - set(come))]
        keys = [index.key(n) for n in sorted(gone)]
        index.give(pieces)
        Comparer(index, self.tools, held.decisions, self.preparer).update(pieces, keys, anew)
        held.gone = held.corrected = held.decided = ()


def _joined(index: LedgerIndex, decisions: Sequence[Decision]) -> dict[str, str]:
    """The claims that analysts held to be one though nothing in the articles brought them together."""
    same = [d for d in decisions if d.kind is DecisionKind.SAME]
    digests = sorted({a.text_digest for d in same for a in d.about})
    asked = text("SELECT r.n FROM article_rows AS r JOIN texts AS x ON x.n = r.text"
                 " WHERE x.digest IN (SELECT value FROM json_each(:digests)) ORDER BY r.n")  # fmt: skip
    numbers = list(index.connection.execute(asked, {"digests": json.dumps(digests)}).scalars()) if digests else []
    seen = seen_among(index.connection, numbers)
    keys = [index.key(n) for n in numbers if n in seen]
    claim_of = {Member(k, i): s.claim for k in keys for s in index.part(k).claims for i in s.items}
    return joined_by_decision(same, [index.piece(k) for k in keys], claim_of)


def _parts(tools: Tools) -> tuple[str, ...]:
    return (VERSION, *tools.names)


def _counted(connection: Connection, changed: int) -> Compared:
    def rows(table: Table) -> int:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())

    conflicts = connection.execute(select(func.coalesce(func.sum(c.story_rows.c.conflicts), 0))).scalar_one()
    large = [
        id
        for table in (c.claim_rows, c.story_rows)
        for id in connection.execute(select(table.c.id).where(table.c.articles > LARGE).order_by(table.c.n)).scalars()
    ]
    return Compared(
        compared_articles(connection), changed, rows(c.story_rows), rows(c.claim_rows), rows(c.origin_rows),
        rows(c.relation_rows), rows(c.copy_rows), int(conflicts), tuple(large),
    )  # fmt: skip
