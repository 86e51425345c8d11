"""A Comparison into the ledger's rows, and out of them again when it no longer holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, text

from sayso.ledger import comparison_tables as c
from sayso.ledger import rows as t
from sayso.ledger.derive import dump, make_storable
from sayso.records import Claim, Comparison, RelationKind
from sayso.records.shape import to_json

Row = dict[str, Any]
CONFLICTS = (RelationKind.CONTRADICTS.value, RelationKind.DENIES.value)


def held_state(connection: Connection) -> str | None:
    """Of which state of the ledger the comparison is; None where there is none."""
    return connection.execute(select(c.comparisons.c.state)).scalar()


def remove_comparison(connection: Connection) -> None:
    """Empties all that was compared; it can be made again."""
    for table in c.COMPARED:
        connection.execute(delete(table))


def write_comparison(
    connection: Connection, comparison: Comparison, numbers: Mapping[str, int], state: str, at: str
) -> None:
    """Writes a whole Comparison in place of the one before. `numbers` has the article of each key."""
    remove_comparison(connection)
    stories = {s.id: n for n, s in enumerate(comparison.stories, 1)}
    claims = {claim.id: n for n, claim in enumerate(comparison.claims, 1)}
    days = _days(connection)
    _put(connection, c.story_rows, _story_rows(comparison, stories, numbers, days))
    _put(
        connection, c.story_articles,
        [{"article": numbers[key], "story": stories[s.id], "day": days[numbers[key]]}
         for s in comparison.stories for key in s.articles],
    )  # fmt: skip
    conflicts = _conflicts(comparison)
    rows = [_claim_row(claim, claims[claim.id], stories, conflicts, (numbers, days)) for claim in comparison.claims]
    _put(connection, c.claim_rows, rows)
    members = [
        {"claim": claims[claim.id], "rank": rank, "article": numbers[m.key], "item": m.id}
        for claim in comparison.claims
        for rank, m in enumerate(claim.members)
    ]
    _put(connection, c.claim_members, members)
    _put(connection, c.origin_rows, list(_origin_rows(comparison.claims, claims, numbers)))
    _put(connection, c.relation_rows, [_relation_row(r, claims) for r in comparison.relations])
    _put(
        connection, c.copy_rows,
        [{"giver": numbers[x.from_], "taker": numbers[x.to], "kind": x.kind.value, "reason": x.reason,
          "passages": dump(to_json(x.passages))} for x in comparison.copies],
    )  # fmt: skip
    for statement in _SUMMED:
        connection.execute(text(statement))
    connection.execute(insert(c.comparisons).values(n=1, state=state, at=at))


def _put(connection: Connection, table: Any, rows: Sequence[Row]) -> None:
    if rows:
        make_storable(rows)
        connection.execute(insert(table), rows)


def _days(connection: Connection) -> dict[int, str]:
    return dict(connection.execute(select(t.article_rows.c.n, t.article_rows.c.day)).all())


def _story_rows(
    comparison: Comparison, stories: Mapping[str, int], numbers: Mapping[str, int], days: Mapping[int, str]
) -> list[Row]:
    found = []
    for story in comparison.stories:
        articles = [numbers[key] for key in story.articles]
        known = sorted(days[n] for n in articles if days[n]) or [""]
        found.append(
            {"n": stories[story.id], "id": story.id, "article": articles[0], "first": known[0], "last": known[-1],
             "articles": len(articles), "outlets": 0, "voices": 0, "claims": 0, "origins": 0, "conflicts": 0}
        )  # fmt: skip
    return found


def _conflicts(comparison: Comparison) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for relation in comparison.relations:
        if relation.kind.value in CONFLICTS:
            found[relation.a] += 1
            found[relation.b] += 1
    return found


def _claim_row(
    claim: Claim,
    n: int,
    stories: Mapping[str, int],
    conflicts: Mapping[str, int],
    known: tuple[Mapping[str, int], Mapping[int, str]],
) -> Row:
    numbers, days = known
    about: Row = to_json(claim.about)
    articles = {numbers[m.key] for m in claim.members}
    told = sorted(days[a] for a in articles if days[a])
    return about | {
        "n": n, "id": claim.id, "kind": claim.kind.value, "story": stories.get(claim.story or ""),
        "low": claim.independent.low, "high": claim.independent.high, "side": "", "day": told[0] if told else "",
        "articles": len(articles), "conflicts": conflicts.get(claim.id, 0),
        "weight": min(conflicts.get(claim.id, 0), 1) * 1_000_000 + len(articles),
    }  # fmt: skip


def _origin_rows(claims: Iterable[Claim], places: Mapping[str, int], numbers: Mapping[str, int]) -> Iterable[Row]:
    for claim in claims:
        for origin in claim.origins:
            members = [[numbers[m.key], m.id] for m in origin.members]
            yield {"claim": places[claim.id], "root": origin.root, "kind": origin.kind.value, "reason": origin.reason,
                   "members": dump(members)}  # fmt: skip


def _relation_row(relation: Any, claims: Mapping[str, int]) -> Row:
    return {"kind": relation.kind.value, "a": claims[relation.a], "b": claims[relation.b], "score": relation.score,
            "compared": dump(list(relation.compared)), "reason": relation.reason}  # fmt: skip


def compared_articles(connection: Connection) -> int:
    """How many articles the comparison holds."""
    return int(connection.execute(select(func.count()).select_from(c.story_articles)).scalar_one())


_SUMMED = (
    # the voices behind a claim: of its statements, and of the statements that assert its figures
    """INSERT INTO claim_voices (claim, voice, side)
    SELECT m.claim, v.id, min(v.side) FROM claim_members AS m
    LEFT JOIN figure_rows AS f ON f.article = m.article AND f.id = m.item
    JOIN statement_rows AS s ON s.article = m.article AND (s.n = f.statement OR s.id = m.item)
    JOIN statement_voices AS sv ON sv.statement = s.n JOIN voice_rows AS v ON v.n = sv.voice
    WHERE s.mode <> 'narrated' OR v.kind IN ('body', 'state') GROUP BY m.claim, v.id""",
    """UPDATE claim_rows SET side = coalesce((SELECT CASE WHEN count(DISTINCT coalesce(v.side, '')) = 1
        THEN max(v.side) END FROM claim_voices AS v WHERE v.claim = claim_rows.n), '')""",
    """UPDATE story_rows SET
        outlets = (SELECT count(DISTINCT r.outlet) FROM story_articles AS a JOIN article_rows AS r ON r.n = a.article
                   WHERE a.story = story_rows.n),
        claims = (SELECT count(*) FROM claim_rows AS k WHERE k.story = story_rows.n),
        voices = (SELECT count(DISTINCT v.voice) FROM claim_rows AS k JOIN claim_voices AS v ON v.claim = k.n
                  WHERE k.story = story_rows.n),
        origins = (SELECT count(DISTINCT o.root || '/' || o.kind) FROM claim_rows AS k
                   JOIN origin_rows AS o ON o.claim = k.n WHERE k.story = story_rows.n),
        conflicts = (SELECT count(*) FROM relation_rows AS x JOIN claim_rows AS k ON k.n = x.a
                     WHERE k.story = story_rows.n AND x.kind IN ('contradicts', 'denies'))""",
)
