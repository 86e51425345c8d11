"""Voices as identities: who speaks in this ledger and how often, and all that is known of one of them.

What one id names in several articles, and what analysts have merged with it, is one voice.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select, text

from sayso.errors import UsageError
from sayso.ledger import rows as t
from sayso.ledger.cursor import Hit, hit_before
from sayso.ledger.decisions import merged_voices
from sayso.ledger.found import Found
from sayso.ledger.showing import show_statements
from sayso.ledger.store import Store

_LATEST = 2000  # of a voice's statements, the newest that its carriers are counted from


@dataclass(frozen=True, slots=True)
class VoiceCount:
    """A voice in a list: its fullest name, and how many statements it has."""

    id: str
    name: str
    role: str | None
    body: str | None
    side: str | None
    kind: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class Carrying:
    """An outlet that carries a voice, and in how many articles."""

    outlet: str
    articles: int


@dataclass(frozen=True, slots=True)
class VoiceProfile:
    """All that is known of a voice: every name, role and body it was given, the most frequent first; `ids` has those
    that were merged with it."""

    id: str
    ids: tuple[str, ...]
    names: tuple[str, ...]
    roles: tuple[str, ...]
    bodies: tuple[str, ...]
    sides: tuple[str, ...]
    kinds: tuple[str, ...]
    statements: int
    carriers: tuple[Carrying, ...]

    @property
    def name(self) -> str:
        """The fullest of its most frequent names."""
        return self.names[0] if self.names else self.id


def count_voices(store: Store) -> list[VoiceCount]:
    """Every voice that speaks in the ledger, those with most statements first."""
    asked = text(
        "SELECT v.id, v.name, v.role, v.body, v.side, v.kind, c.n AS statements FROM voice_rows AS v"
        " JOIN (SELECT voice, count(*) AS n FROM statement_voices GROUP BY voice) AS c ON c.voice = v.n"
        " ORDER BY c.n DESC, v.n"
    )
    with store.reading() as connection:
        merged = merged_voices(connection, store.now())
        rows = connection.execute(asked).all()
    first = {id_: min(group) for group in merged for id_ in group}
    found: dict[str, VoiceCount] = {}
    for row in rows:
        id_ = first.get(row.id, row.id)
        known = found.get(id_)
        if known is None:
            found[id_] = VoiceCount(id_, row.name, row.role, row.body, row.side, row.kind, row.statements)
        else:
            found[id_] = VoiceCount(
                id_, known.name, known.role or row.role, known.body or row.body, known.side or row.side,
                known.kind or row.kind, known.statements + row.statements,
            )  # fmt: skip
    return sorted(found.values(), key=lambda v: (-v.statements, v.name, v.id))


def voice_profile(store: Store, id_: str) -> VoiceProfile:
    """What is known of the voice with this id. Raises UsageError where no voice here has it."""
    with store.reading() as connection:
        ids = _merged(connection, id_, store.now())
        v = t.voice_rows.c
        rows = connection.execute(select(t.voice_rows).where(v.id.in_(ids)).order_by(v.n)).all()
        if not rows:
            raise UsageError(id_, "no voice here has this id")
        counted = text(
            "SELECT voice, count(*) FROM statement_voices"
            f" WHERE voice IN ({_listed([r.n for r in rows])}) GROUP BY voice"
        )
        counts: dict[int, int] = dict(connection.execute(counted).all())
        carriers = _carriers(connection, [r.n for r in rows])
    weighed: dict[str, Counter[str]] = {name: Counter() for name in ("name", "role", "body", "side", "kind")}
    aliases: Counter[str] = Counter()
    for row in rows:
        for name, counter in weighed.items():
            if getattr(row, name):
                counter[getattr(row, name)] += counts.get(row.n, 0)
        aliases.update(dict.fromkeys(json.loads(row.aliases), 0))
    names = [name for name, _ in weighed["name"].most_common()]
    names += [alias for alias in aliases if alias not in weighed["name"]]
    roles, bodies, sides, kinds = (
        tuple(w for w, _ in weighed[n].most_common()) for n in ("role", "body", "side", "kind")
    )
    return VoiceProfile(
        id_, tuple(sorted(ids)), tuple(names), roles, bodies, sides, kinds, sum(counts.values()), tuple(carriers)
    )


def statements_of_voice(store: Store, id_: str, limit: int = 50, after: str | None = None) -> list[Found]:
    """What the voice with this id states, the newest first; `after` is the cursor of the last one seen."""
    with store.reading() as connection:
        numbers = _numbers(connection, _merged(connection, id_, store.now()))
        if not numbers:
            return []
        last = None if after is None else hit_before(after, scored=False)
        older = " AND day <= :day AND (day, statement) < (:day, :n)" if last else ""
        asked = text(
            f"SELECT DISTINCT statement, day FROM statement_voices WHERE voice IN ({_listed(numbers)}){older}"
            " ORDER BY day DESC, statement DESC LIMIT :limit"
        )
        given = {"limit": limit} | ({"day": last.key, "n": last.n} if last else {})
        found = [Hit(row.statement, row.day) for row in connection.execute(asked, given)]
        return show_statements(connection, found, None, store.now())


def _merged(connection: Connection, id_: str, now: str) -> list[str]:
    ids = {id_}
    for group in merged_voices(connection, now):
        if ids & group:
            ids |= group
    return sorted(ids)


def _numbers(connection: Connection, ids: Sequence[str]) -> list[int]:
    v = t.voice_rows.c
    return list(connection.execute(select(v.n).where(v.id.in_(ids))).scalars())


def _carriers(connection: Connection, numbers: Sequence[int]) -> list[Carrying]:
    asked = text(
        "SELECT o.name, count(DISTINCT s.article) AS articles FROM (SELECT statement FROM statement_voices"
        f" WHERE voice IN ({_listed(numbers)}) ORDER BY day DESC LIMIT {_LATEST}) AS l"
        " JOIN statement_rows AS s ON s.n = l.statement JOIN outlet_rows AS o ON o.n = s.outlet"
        " GROUP BY o.n ORDER BY articles DESC, o.name LIMIT 12"
    )
    return [Carrying(row.name, row.articles) for row in connection.execute(asked)]


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(str(int(n)) for n in numbers)
