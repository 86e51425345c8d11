"""The rows that people ask the comparison by, made from the index: again for what has changed, and for that alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from sayso.comparing.assembling import assembled, related, shares
from sayso.comparing.compare import story_id
from sayso.ledger import comparison_tables as c
from sayso.ledger import rows as t
from sayso.ledger import tables as k
from sayso.ledger.comparison_index import LedgerIndex
from sayso.ledger.derive import dump, make_storable
from sayso.records import Claim, Member, Relation, RelationKind
from sayso.records.shape import to_json

Row = dict[str, Any]
CONFLICTS = (RelationKind.CONTRADICTS.value, RelationKind.DENIES.value)
_GIVEN = "(SELECT value FROM json_each(?))"
_ID = re.compile(r"\b[0-9a-f]{64}\b")


def held_state(connection: Connection) -> str | None:
    """Of which state of the ledger the comparison is; None where there is none."""
    return connection.execute(select(c.comparisons.c.state)).scalar()


def remove_comparison(connection: Connection) -> None:
    """Empties all that was compared and what it is looked up by; it can be made again."""
    for table in c.COMPARED:
        connection.execute(delete(table))


def compared_articles(connection: Connection) -> int:
    """How many articles the comparison holds."""
    return int(connection.execute(select(func.count()).select_from(c.story_articles)).scalar_one())


class RowWriter:
    """Makes the rows of dirty stories and claims again. `joined` leads claims to those that analysts joined them to."""

    def __init__(self, index: LedgerIndex, joined: Mapping[str, str]) -> None:
        self.index, self.connection, self.joined = index, index.connection, joined

    def write(self) -> None:
        """Writes what is dirty in the index, and forgets that it was."""
        dirty = self.index.dirty
        claims = {self.joined.get(id, id) for id in dirty.claims | self._claims_of(dirty.articles)}
        gone = dirty.claims - claims
        roots = dirty.roots | self._roots(dirty.articles)
        stories = self._write_stories(roots)
        self._remove_claims(claims | gone)
        made = self._claims(sorted(claims))
        touched = stories | self._write_claims(made)
        self._write_relations({claim.id for claim in made})
        self._summed({claim.id for claim in made}, touched)
        self.index.dirty = type(dirty)()

    def _claims_of(self, articles: Iterable[int]) -> set[str]:
        return set(self._column(f"SELECT claim FROM share_rows WHERE article IN {_GIVEN}", articles))

    def _roots(self, articles: Iterable[int]) -> set[int]:
        return set(self._column(f"SELECT root FROM placed_rows WHERE article IN {_GIVEN}", articles))

    def _write_stories(self, roots: set[int]) -> set[int]:
        """The rows of these stories and of their articles, all but the counts; their numbers."""
        found = set()
        for root in sorted(roots):
            p, a = c.placed_rows.c, t.article_rows.c
            asked = select(p.article, a.day).join(t.article_rows, a.n == p.article).where(p.root == root)
            members = self.connection.execute(asked.order_by(p.day, p.tie)).all()
            id = story_id(self.index.key(root))
            n = self.connection.execute(select(c.story_rows.c.n).where(c.story_rows.c.id == id)).scalar()
            if not members:
                if n is not None:
                    self._remove_story(n)
                continue
            days = sorted(row.day for row in members if row.day) or [""]
            row = {"article": root, "first": days[0], "last": days[-1], "articles": len(members)}
            if n is None:
                row |= {"id": id, "outlets": 0, "voices": 0, "claims": 0, "origins": 0, "conflicts": 0}
                n = self.connection.execute(insert(c.story_rows).values(row)).inserted_primary_key[0]  # type: ignore[index]
            else:
                self.connection.execute(c.story_rows.update().where(c.story_rows.c.n == n).values(row))
            self._place(n, [(row.article, row.day) for row in members])
            found.add(n)
        return found

    def _place(self, story: int, members: Sequence[tuple[int, str]]) -> None:
        self.index.raw.executemany(
            "INSERT INTO story_articles (article, story, day) VALUES (?1, ?2, ?3) ON CONFLICT (article)"
            " DO UPDATE SET story = ?2, day = ?3 WHERE story <> ?2 OR day <> ?3",
            [(article, story, day) for article, day in members],
        )

    def _remove_story(self, n: int) -> None:
        self.connection.execute(c.claim_rows.update().where(c.claim_rows.c.story == n).values(story=None))
        self.connection.execute(delete(c.story_articles).where(c.story_articles.c.story == n))
        self.connection.execute(delete(c.story_rows).where(c.story_rows.c.n == n))

    def _remove_claims(self, ids: Iterable[str]) -> None:
        numbers = self._column(f"SELECT n FROM claim_rows WHERE id IN {_GIVEN}", ids)
        for table, column in _OF_CLAIMS:
            given = json.dumps(numbers)
            self.index.raw.execute(f"DELETE FROM {table} WHERE {column} IN {_GIVEN}", (given,))

    def _claims(self, ids: Sequence[str]) -> list[Claim]:
        """These claims, from what articles bring to them."""
        aliases: dict[str, set[str]] = {}
        for id, to in self.joined.items():
            aliases.setdefault(to, set()).add(id)
        every = sorted({alias for id in ids for alias in (id, *aliases.get(id, ()))})
        parts = [(key, self.index.part(key)) for key in self._articles("share_rows", every)]
        found = shares(parts, self.joined)
        return [assembled(id, found[id], self.index.copies, self._story(found[id][0][0])) for id in ids if id in found]

    def _articles(self, table: str, claims: Iterable[str]) -> list[str]:
        numbers = self._column(f"SELECT DISTINCT article FROM {table} WHERE claim IN {_GIVEN}", claims)
        return sorted(map(self.index.key, numbers), key=lambda key: self.index.facts(key).order)

    def _story(self, key: str) -> str | None:
        root = self.index.story(key)
        return None if root is None else story_id(root)

    def _write_claims(self, claims: Sequence[Claim]) -> set[int]:
        """Writes claims, the rows of which were removed; the numbers of their stories."""
        articles = [sorted({self.index.number(m.key) for m in claim.members}) for claim in claims]
        days = self._known(
            "SELECT n, day FROM article_rows WHERE day > ''", "n", {n for some in articles for n in some}
        )
        stories = self._known("SELECT id, n FROM story_rows WHERE true", "id", {claim.story for claim in claims})
        first = self.index.raw.execute("SELECT coalesce(max(n), 0) + 1 FROM claim_rows").fetchone()[0]
        rows, members, origins = [], [], []
        for n, (claim, numbers) in enumerate(zip(claims, articles, strict=True), first):
            rows.append(to_json(claim.about) | {
                "n": n, "id": claim.id, "kind": claim.kind.value, "story": stories.get(claim.story),
                "low": claim.independent.low, "high": claim.independent.high, "side": "",
                "day": min((days[a] for a in numbers if a in days), default=""), "articles": len(numbers),
                "conflicts": 0, "weight": len(numbers),
            })  # fmt: skip
            members += [
                {"claim": n, "rank": rank, "article": self.index.number(m.key), "item": m.id}
                for rank, m in enumerate(claim.members)
            ]
            origins += [
                {"claim": n, "root": self._shown(o.root), "kind": o.kind.value, "members": self._members(o.members),
                 "reason": self._shown(o.reason)}
                for o in claim.origins
            ]  # fmt: skip
        self._put("claim_rows", rows)
        self._put("claim_members", members)
        self._put("origin_rows", origins)
        return set(stories.values())

    def _known(self, asked: str, by: str, values: Iterable[Any]) -> dict[Any, Any]:
        """The rows of two columns, the first leading to the second, for these values of one."""
        given = json.dumps(sorted(v for v in values if v is not None))
        return dict(self.index.raw.execute(f"{asked} AND {by} IN (SELECT value FROM json_each(?))", (given,)))

    def _shown(self, words: str) -> str:
        """The words with an article's key in place of its id, which comparing names one without an outlet by."""

        def key(match: re.Match[str]) -> str:
            a = t.article_rows.c
            asked = select(a.key).join(k.articles, k.articles.c.n == a.n).where(k.articles.c.id == match.group())
            return self.connection.execute(asked).scalar() or match.group()[:12]

        return _ID.sub(key, words)

    def _members(self, members: Iterable[Member]) -> str:
        return dump([[self.index.number(m.key), m.id] for m in members])

    def _write_relations(self, ids: set[str]) -> None:
        """The relations in which these claims stand, the best of a kind between two."""
        aliases = sorted(ids | {id for id, to in self.joined.items() if to in ids})
        parts = [(key, self.index.part(key)) for key in self._articles("bond_rows", aliases)]
        among: list[Relation] = [r for r in related(parts, self.joined) if r.a in ids or r.b in ids]
        known = self._known("SELECT id, n FROM claim_rows WHERE true", "id", {id for x in among for id in (x.a, x.b)})
        self._put("relation_rows", [
            {"kind": x.kind.value, "a": known[x.a], "b": known[x.b], "score": x.score, "reason": self._shown(x.reason),
             "compared": dump(list(x.compared))}
            for x in among if x.a in known and x.b in known
        ])  # fmt: skip

    def _summed(self, claims: set[str], stories: set[int]) -> None:
        """Voices and sides of these claims, what excludes them and those beside them, the counts of these stories."""
        numbers = self._column(f"SELECT n FROM claim_rows WHERE id IN {_GIVEN}", claims)
        beside = {*numbers, *self._column(_BESIDE, numbers)}
        for n in numbers:
            self.index.raw.execute(_VOICES, (n,))
            self.index.raw.execute(_SIDE, (n,))
        for n in sorted(beside):
            self.index.raw.execute(_CONFLICTS, (n,))
        for n in sorted(stories):
            self.index.raw.execute(_COUNTS, (n,))

    def _put(self, table: str, rows: list[Row]) -> None:
        if rows:
            make_storable(rows)
            names = ", ".join(rows[0])
            marks = ", ".join(f":{name}" for name in rows[0])
            self.index.raw.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)

    def _column(self, asked: str, values: Iterable[Any]) -> list[Any]:
        """The first column of what is asked for these values, given as a list in JSON."""
        return [row[0] for row in self.index.raw.execute(asked, (json.dumps(sorted(values)),))]


# What hangs on claims, and by which column; the claims themselves last.
_OF_CLAIMS = (
    ("relation_rows", "a"), ("relation_rows", "b"), ("origin_rows", "claim"), ("claim_voices", "claim"),
    ("claim_members", "claim"), ("claim_rows", "n"),
)  # fmt: skip
_BESIDE = """
    SELECT a FROM relation_rows WHERE b IN (SELECT value FROM json_each(?1))
    UNION SELECT b FROM relation_rows WHERE a IN (SELECT value FROM json_each(?1))"""
# The voices behind a claim: of its statements, and of the statements that assert its figures.
_VOICES = """
    INSERT INTO claim_voices (claim, voice, side)
    SELECT m.claim, v.id, min(v.side) FROM claim_members AS m
    LEFT JOIN figure_rows AS f ON f.article = m.article AND f.id = m.item
    JOIN statement_rows AS s ON s.article = m.article AND (s.n = f.statement OR s.id = m.item)
    JOIN statement_voices AS sv ON sv.statement = s.n JOIN voice_rows AS v ON v.n = sv.voice
    WHERE m.claim = ? AND (s.mode <> 'narrated' OR v.kind IN ('body', 'state')) GROUP BY v.id"""
# The one side of a claim's voices. Who goes by the surname alone, of no known side, is the one whose full name another
# article of the claim has.
_SIDE = """
    UPDATE claim_rows SET side = coalesce((SELECT CASE WHEN count(DISTINCT coalesce(v.side, '')) = 1
        THEN max(v.side) END FROM claim_voices AS v WHERE v.claim = claim_rows.n AND NOT (v.side IS NULL AND EXISTS (
            SELECT 1 FROM claim_voices AS w WHERE w.claim = v.claim AND w.side IS NOT NULL
                AND substr(w.voice, -length(v.voice) - 1) = '-' || v.voice))), '') WHERE n = ?"""
_CONFLICTS = """
    UPDATE claim_rows SET conflicts = k.found, weight = articles + 1000000 * (k.found > 0)
    FROM (SELECT count(*) AS found FROM relation_rows AS x
          WHERE (x.a = ?1 OR x.b = ?1) AND x.kind IN ('contradicts', 'denies')) AS k WHERE n = ?1"""
_COUNTS = """
    UPDATE story_rows SET
        outlets = (SELECT count(DISTINCT r.outlet) FROM story_articles AS a JOIN article_rows AS r ON r.n = a.article
                   WHERE a.story = ?1),
        claims = (SELECT count(*) FROM claim_rows AS k WHERE k.story = ?1),
        voices = (SELECT count(DISTINCT v.voice) FROM claim_rows AS k JOIN claim_voices AS v ON v.claim = k.n
                  WHERE k.story = ?1),
        origins = (SELECT count(DISTINCT o.root || '/' || o.kind) FROM claim_rows AS k
                   JOIN origin_rows AS o ON o.claim = k.n WHERE k.story = ?1),
        conflicts = (SELECT count(*) FROM relation_rows AS x JOIN claim_rows AS k ON k.n = x.a
                     WHERE k.story = ?1 AND x.kind IN ('contradicts', 'denies'))
    WHERE n = ?1"""
