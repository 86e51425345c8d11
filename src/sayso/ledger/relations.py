"""Questions to the comparison over a whole story or ledger: how its claims stand together, on whose word they rest, and
what an analyst should look at first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import text

from sayso.ledger.attaching import IN_FORCE
from sayso.ledger.naming import namer
from sayso.ledger.store import Store
from sayso.records import RelationKind


@dataclass(frozen=True, slots=True)
class Between:
    """How two claims, by id, stand to each other, and a sentence why."""

    kind: RelationKind
    a: str
    b: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Resting:
    """How many of a story's figures there are, and how many of them go back to one origin alone."""

    figures: int
    on_one: int
    carried_on_one: int


@dataclass(frozen=True, slots=True)
class SideCount:
    """A side and how many claims of a story its voices make."""

    side: str
    claims: int


def relations_among(store: Store, claims: Sequence[str], kinds: Sequence[RelationKind]) -> list[Between]:
    """The relations of these kinds between claims that are both listed."""
    if not claims:
        return []
    ids = {f"c{n}": id_ for n, id_ in enumerate(claims)}
    among = f"({', '.join(f':{name}' for name in ids)})"
    wanted = {f"k{n}": kind.value for n, kind in enumerate(kinds)}
    asked = text(
        "SELECT r.kind, a.id AS a, b.id AS b, r.score, r.reason FROM claim_rows AS a"
        " JOIN relation_rows AS r ON r.a = a.n JOIN claim_rows AS b ON b.n = r.b"
        f" WHERE a.id IN {among} AND b.id IN {among} AND r.kind IN ({', '.join(f':{name}' for name in wanted)})"
        " ORDER BY r.n"
    )
    with store.reading() as connection:
        rows = connection.execute(asked, ids | wanted).all()
        name = namer(connection, [row.reason for row in rows])
    return [Between(RelationKind(row.kind), row.a, row.b, row.score, name(row.reason)) for row in rows]


def resting(store: Store, stories: Sequence[str]) -> dict[str, Resting]:
    """On how many origins the figures of these stories rest, by story."""
    if not stories:
        return {}
    ids = {f"s{n}": id_ for n, id_ in enumerate(stories)}
    asked = text(
        "SELECT s.id, count(*) AS figures, sum(c.high <= 1) AS on_one, sum(c.high <= 1 AND c.articles > 1) AS carried"
        " FROM story_rows AS s JOIN claim_rows AS c ON c.story = s.n"
        f" WHERE s.id IN ({', '.join(f':{name}' for name in ids)}) AND c.kind = 'figure' GROUP BY s.n"
    )
    with store.reading() as connection:
        return {row.id: Resting(row.figures, row.on_one, row.carried) for row in connection.execute(asked, ids)}


def story_sides(store: Store, story: str) -> list[SideCount]:
    """The sides that speak in a story, those that make most claims first."""
    asked = text(
        "SELECT c.side, count(*) AS claims FROM story_rows AS s JOIN claim_rows AS c ON c.story = s.n"
        " WHERE s.id = :story AND c.side <> '' GROUP BY c.side ORDER BY claims DESC, c.side"
    )
    with store.reading() as connection:
        return [SideCount(row.side, row.claims) for row in connection.execute(asked, {"story": story})]


@dataclass(frozen=True, slots=True)
class Suspect:
    """Two members (article id, item) that an analyst should look at, their claims, why, and how many articles carry
    these."""

    kind: RelationKind
    a: str
    b: str
    first: tuple[str, str]
    second: tuple[str, str]
    score: float
    reason: str
    reach: int


def suspects(store: Store, kinds: Sequence[RelationKind], below: float, limit: int = 500) -> list[Suspect]:
    """The relations of these kinds, and any between claims that was found with a score below this; in the order of the
    kinds, the most carried first, the least sure before the surer."""
    wanted = {f"k{n}": kind.value for n, kind in enumerate(kinds)}
    order = " ".join(f"WHEN :{name} THEN {n}" for n, name in enumerate(wanted))
    asked = text(f"""
        SELECT r.kind, a.id AS a, b.id AS b, r.score, r.reason, r.compared, a.articles + b.articles AS reach,
            x.id AS a_article, ma.item AS a_item, y.id AS b_article, mb.item AS b_item
        FROM relation_rows AS r JOIN claim_rows AS a ON a.n = r.a JOIN claim_rows AS b ON b.n = r.b
        JOIN claim_members AS ma ON ma.claim = a.n AND ma.rank = 0 JOIN articles AS x ON x.n = ma.article
        JOIN claim_members AS mb ON mb.claim = b.n AND mb.rank = 0 JOIN articles AS y ON y.n = mb.article
        WHERE r.kind IN ({", ".join(f":{name}" for name in wanted)})
            OR (r.score < :below AND r.kind NOT IN ('not comparable', 'next in series'))
        ORDER BY CASE r.kind {order} ELSE 99 END, reach DESC, r.score, r.n LIMIT :limit""")
    with store.reading() as connection:
        rows = connection.execute(asked, wanted | {"below": below, "limit": limit}).all()
        name = namer(connection, [row.reason for row in rows])
    return [replace(_suspect(row), reason=name(row.reason)) for row in rows]


def decided_items(store: Store) -> frozenset[tuple[str, str]]:
    """The statements and figures (article id, item) that a decision in force speaks of."""
    asked = text(f"""
        SELECT DISTINCT a.id, h.item FROM decisions AS d JOIN anchors AS c ON c.decision = d.n
        JOIN attachments AS h ON h.anchor = c.n JOIN articles AS a ON a.n = h.article
        WHERE h.item IS NOT NULL AND {IN_FORCE}""")
    with store.reading() as connection:
        return frozenset((row.id, row.item) for row in connection.execute(asked, {"now": store.now()}))


def _suspect(row: Any) -> Suspect:
    first, second = (row.a_article, row.a_item), (row.b_article, row.b_item)
    if row.a == row.b:  # within one claim: the two members that were compared
        pairs = [tuple(words.split(" ")) for words in json.loads(row.compared)]
        if len(pairs) == 2 and all(len(pair) == 2 for pair in pairs):
            first, second = (pairs[0][0], pairs[0][1]), (pairs[1][0], pairs[1][1])
    return Suspect(RelationKind(row.kind), row.a, row.b, first, second, row.score, row.reason, row.reach)


def carried(store: Store, claims: Sequence[str]) -> dict[str, int]:
    """How many articles carry each of these claims."""
    asked = text("SELECT id, articles FROM claim_rows WHERE id IN (SELECT value FROM json_each(:ids))")
    with store.reading() as connection:
        return {row.id: row.articles for row in connection.execute(asked, {"ids": json.dumps(list(claims))})}


@dataclass(frozen=True, slots=True)
class Taken:
    """That one article (id) has words from another, and how."""

    giver: str
    taker: str
    kind: str


def taken_among(store: Store, articles: Sequence[str]) -> list[Taken]:
    """Which of these articles have words from which others of them."""
    asked = text("""
        SELECT g.id AS giver, t.id AS taker, x.kind FROM articles AS g JOIN copy_rows AS x ON x.giver = g.n
        JOIN articles AS t ON t.n = x.taker WHERE g.id IN (SELECT value FROM json_each(:ids))
        AND t.id IN (SELECT value FROM json_each(:ids)) AND x.kind <> 'shared source' ORDER BY x.n""")
    with store.reading() as connection:
        rows = connection.execute(asked, {"ids": json.dumps(list(articles))})
        return [Taken(row.giver, row.taker, row.kind) for row in rows]
