"""Questions to the comparison by claim: what is claimed, by whom, on how many origins, and how claims stand together.

What is answered is what the comparison holds: bring it up to date first (`Ledger.compare`). In lists each item has a
`cursor`; given as `after` it asks for those that follow.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, or_, select, tuple_

from sayso.errors import UsageError
from sayso.ledger import comparison_tables as c
from sayso.ledger import rows as t
from sayso.ledger import tables as k
from sayso.ledger.conditions import article_number, find_voices
from sayso.ledger.cursor import Hit, hit_before
from sayso.ledger.found import Found
from sayso.ledger.naming import namer
from sayso.ledger.showing import show_figures, show_statements
from sayso.ledger.store import Store
from sayso.ledger.stories import story_number
from sayso.records import About, Bounds, ClaimKind, Modality, OriginKind, Polarity, RelationKind


@dataclass(frozen=True, slots=True)
class OriginFound:
    """A root behind a claim, the members (article id, item) that go back to it, and a sentence."""

    root: str
    kind: OriginKind
    members: tuple[tuple[str, str], ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ClaimFound:
    """A claim with its members as findings: article, statement or figure, words and spans, the earliest first.

    `side` is the one side whose voices make it, "" for third parties, outlets and several sides; `day` that of its
    earliest article; `articles` how many carry it, also those beyond the members shown; `conflicts` how many claims
    exclude it.
    """

    id: str
    kind: ClaimKind
    about: About
    story: str | None
    side: str
    day: str
    articles: int
    independent: Bounds
    conflicts: int
    members: tuple[Found, ...]
    origins: tuple[OriginFound, ...]
    cursor: str = ""


@dataclass(frozen=True, slots=True)
class RelationFound:
    """How a claim stands to another: `first` where the relation goes from it to the other."""

    kind: RelationKind
    other: ClaimFound
    first: bool
    score: float
    compared: tuple[str, ...]
    reason: str


_MEMBERS = 40  # shown of each claim in a list


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which claims of a story are asked for. `side` "" means third parties, outlets and claims of several sides."""

    kind: ClaimKind | None = None
    side: str | None = None
    conflicting: bool = False


def story_claims(
    store: Store, story: str, narrowed: Narrowed | None = None, *, after: str | None = None, limit: int = 50
) -> list[ClaimFound]:
    """The claims of a story: those in conflict first, then those that most articles carry."""
    asked = narrowed or Narrowed()
    r = c.claim_rows.c
    with store.reading() as connection:
        conditions = [r.story == story_number(connection, story)]
        conditions += [] if asked.kind is None else [r.kind == asked.kind.value]
        conditions += [] if asked.side is None else [r.side == asked.side]
        conditions += [r.conflicts > 0] if asked.conflicting else []
        return _by_weight(connection, conditions, (after, limit), store.now())


def claims_of_voice(store: Store, name: str, *, after: str | None = None, limit: int = 50) -> list[ClaimFound]:
    """What a voice claims, by name, alias or id, merged voices as one; in the order of `story_claims`."""
    v = c.claim_voices.c
    with store.reading() as connection:
        numbers = find_voices(connection, name, store.folding, store.now())
        ids = connection.execute(select(t.voice_rows.c.id).where(t.voice_rows.c.n.in_(numbers)).distinct()).scalars()
        among = c.claim_rows.c.n.in_(select(v.claim).where(v.voice.in_(list(ids))))
        return _by_weight(connection, [among], (after, limit), store.now())


def claim(store: Store, id: str) -> ClaimFound:
    """One claim with all its members, by its id or the beginning of it. Raises UsageError if there is none."""
    with store.reading() as connection:
        return _claims(connection, [_claim_number(connection, id)], store.now(), None)[0]


def claims_by_id(store: Store, ids: Sequence[str]) -> list[ClaimFound]:
    """These claims, in the order of their ids, each with its first members; those that are not here are left out."""
    r = c.claim_rows.c
    with store.reading() as connection:
        numbers = connection.execute(select(r.n).where(r.id.in_(sorted(set(ids)))).order_by(r.id)).scalars().all()
        return _claims(connection, numbers, store.now(), _MEMBERS)


def claim_relations(store: Store, id: str, *, limit: int = 200) -> list[RelationFound]:
    """How a claim stands to others: conflicts and alarms first, what can't be compared last."""
    x = c.relation_rows.c
    with store.reading() as connection:
        n = _claim_number(connection, id)
        rows = connection.execute(select(c.relation_rows).where(or_(x.a == n, x.b == n))).all()
        rows = sorted(rows, key=lambda row: (_ORDER.index(row.kind), -row.score, row.n))[:limit]
        others = [row.b if row.a == n else row.a for row in rows]
        found = dict(zip(others, _claims(connection, others, store.now(), _MEMBERS), strict=True))
        name = namer(connection, [words for row in rows for words in (row.reason, row.compared)])
        return [
            RelationFound(
                RelationKind(row.kind),
                found[other],
                row.a == n,
                row.score,
                tuple(name(words) for words in json.loads(row.compared)),
                name(row.reason),
            )
            for row, other in zip(rows, others, strict=True)
        ]


def claims_of_article(store: Store, article: str) -> dict[str, str]:
    """The claim of each statement and figure of an article (its key or id), by the item's id."""
    m = c.claim_members.c
    with store.reading() as connection:
        asked = select(m.item, c.claim_rows.c.id).join(c.claim_rows, c.claim_rows.c.n == m.claim)
        rows = connection.execute(asked.where(m.article == article_number(connection, article)).order_by(m.item))
        return {row.item: row.id for row in rows}


# Relations in the order in which a reader wants them.
_ORDER = [
    RelationKind.CONTRADICTS, RelationKind.DENIES, RelationKind.VOICE_CHANGED, RelationKind.ATTRIBUTION_DROPPED,
    RelationKind.HEDGE_DROPPED, RelationKind.SUPERSEDES, RelationKind.UPDATES, RelationKind.NEXT, RelationKind.SAME,
    RelationKind.NARROWER, RelationKind.NOT_COMPARABLE,
]  # fmt: skip


def _claim_number(connection: Connection, id: str) -> int:
    r = c.claim_rows.c
    rows = connection.execute(select(r.n).where(r.id.between(id, id + "g")).limit(2)).scalars().all()
    if len(rows) == 1 and id:
        return int(rows[0])
    raise UsageError(id, "no claim of this id" if not rows else "several claims begin with this id")


def _by_weight(
    connection: Connection, conditions: Sequence[Any], page: tuple[str | None, int], now: str
) -> list[ClaimFound]:
    r = c.claim_rows.c
    after, limit = page
    asked = select(r.n).where(*conditions).order_by(r.weight.desc(), r.n.desc()).limit(limit)
    if after is not None:
        before = hit_before(after, scored=True)
        asked = asked.where(tuple_(r.weight, r.n) < tuple_(before.key, before.n))
    return _claims(connection, connection.execute(asked).scalars().all(), now, _MEMBERS)


def _claims(connection: Connection, numbers: Sequence[int], now: str, most: int | None) -> list[ClaimFound]:
    """These claims, in this order, each with at most so many members."""
    r, s = c.claim_rows.c, c.story_rows.c
    asked = select(c.claim_rows, s.id.label("story_id")).outerjoin(c.story_rows, s.n == r.story)
    rows = {row.n: row for row in connection.execute(asked.where(r.n.in_(numbers)))}
    members = _members(connection, numbers, now, most)
    origins = _origins(connection, numbers)
    return [_found(rows[n], members.get(n, ()), origins.get(n, ())) for n in numbers]


def _found(row: Any, members: Iterable[Found], origins: Iterable[OriginFound]) -> ClaimFound:
    about = About(
        row.predicate, row.agent, row.target, row.place, row.time, Polarity(row.polarity), Modality(row.modality)
    )
    return ClaimFound(
        row.id, ClaimKind(row.kind), about, row.story_id, row.side, row.day, row.articles, Bounds(row.low, row.high),
        row.conflicts, tuple(members), tuple(origins), Hit(row.n, row.weight).cursor,
    )  # fmt: skip


def _members(connection: Connection, claims: Sequence[int], now: str, most: int | None) -> dict[int, list[Found]]:
    """The members as findings; one whose article was read anew since the comparison was made is left out."""
    m = c.claim_members.c
    found: dict[int, list[Found]] = {}
    for table, show in ((t.statement_rows, show_statements), (t.figure_rows, show_figures)):
        x = table.c
        asked = select(m.claim, m.rank, x.n).join(table, (x.article == m.article) & (x.id == m.item))
        asked = asked.where(m.claim.in_(claims)).order_by(m.claim, m.rank)
        rows = connection.execute(asked if most is None else asked.where(m.rank < most)).all()
        for row, one in zip(rows, show(connection, [Hit(row.n, 0.0) for row in rows], None, now), strict=True):
            found.setdefault(row.claim, []).append(one)
    return found


def _origins(connection: Connection, claims: Sequence[int]) -> dict[int, list[OriginFound]]:
    o = c.origin_rows.c
    rows = connection.execute(select(c.origin_rows).where(o.claim.in_(claims)).order_by(o.claim, o.root, o.n)).all()
    listed = {row.n: json.loads(row.members) for row in rows}
    articles = {n for members in listed.values() for n, _ in members}
    asked = select(k.articles.c.n, k.articles.c.id).where(k.articles.c.n.in_(articles))
    ids = dict(connection.execute(asked).all())
    found: dict[int, list[OriginFound]] = {}
    name = namer(connection, [words for row in rows for words in (row.root, row.reason)])
    for row in rows:
        members = tuple((ids[n], item) for n, item in listed[row.n] if n in ids)
        origin = OriginFound(name(row.root), OriginKind(row.kind), members, name(row.reason))
        found.setdefault(row.claim, []).append(origin)
    return found
