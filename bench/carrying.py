"""A large compared ledger out of a small one that was really compared, for measuring what reads it.

    python -m bench.carrying COMPARED.db LARGE.db [--articles 100000]

Writes the articles of COMPARED.db again and again, each time some days later and with other names for the voices (the
same name for the same voice within a round, as long as the one before, so that no span moves), and carries what was
found of them over: stories, claims, members, origins, relations, copies. So lists are as long, indexes as deep and
stories as large as they would be; nothing is claimed of what a comparison of these articles would find.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from bench.recombining import name_like, renamed, shifted, voice_id
from sayso.ledger import comparison_tables as c
from sayso.ledger import rows as t
from sayso.ledger.append import append
from sayso.ledger.kept import all_readings
from sayso.ledger.store import Store
from sayso.ledger.to_compare import state_of
from sayso.records import Reading
from sayso.records.identity import joined

_DAYS_APART = 8
_HEAD = "Round {:06}\n\n"
_BATCH = 64
_AT_ONCE = 5_000
_UNDATED = "2024-01-01"

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Round:
    """One writing of all articles: its number, the articles' numbers by those that they had, other names and ids of
    voices by their own, and what is added to the numbers of stories and claims."""

    number: int
    articles: Mapping[int, int]
    names: Mapping[str, str]
    voices: Mapping[str, str]
    stories: int
    claims: int

    def later(self, day: str) -> str:
        """The day in place of this one."""
        return (date.fromisoformat(day) + timedelta(days=_DAYS_APART * self.number)).isoformat() if day else day

    def id(self, id: str) -> str:
        """The id in place of this one."""
        return joined(str(self.number), id)[:16]


def main() -> None:
    """Writes the large ledger."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("compared", type=Path)
    parser.add_argument("large", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    given = parser.parse_args()
    source, large = Store(given.compared, create=False), Store(given.large)
    with source.reading() as connection:
        numbers = dict(connection.execute(select(t.article_rows.c.key, t.article_rows.c.n)).all())  # type: ignore[arg-type]
        rows = {table: [dict(row) for row in connection.execute(select(table)).mappings()] for table in _CARRIED}
        parts = json.loads(connection.execute(select(c.comparisons.c.parts)).scalar_one())
    read = list(all_readings(source))
    for number in range(-(-given.articles // len(read))):
        one = _write_round(large, read, number, numbers, rows)
        with large.writing() as connection:
            for table, carried in _CARRIED.items():
                _put(connection, table, [carried(one, values) for values in rows[table]])
        print(f"{(number + 1) * len(read):,} articles", flush=True)
    with large.writing() as connection:
        state = state_of(connection, large.now(), parts)
        held = {
            "n": 1,
            "state": state,
            "at": large.now(),
            "parts": json.dumps(parts),
            "decisions": "[]",
            "joined": "{}",
        }
        connection.execute(insert(c.comparisons).values(held))


def _write_round(
    large: Store, read: Sequence[Reading], number: int, numbers: Mapping[str, int], rows: Mapping[Table, list[Values]]
) -> Round:
    chance = random.Random(number)
    voices = [v for r in read for s in r.statements for v in s.voices]
    names = {name: name_like(name, chance) for name in dict.fromkeys(v.name for v in voices)}
    ids = {v.id: voice_id(v.id, names[v.name]) for v in voices}
    first = {table: number * (max(row["n"] for row in rows[table]) + 1) for table in (c.story_rows, c.claim_rows)}
    one = Round(number, {}, names, ids, first[c.story_rows], first[c.claim_rows])
    made = [_again(reading, one) for reading in read]
    for start in range(0, len(made), _BATCH):
        append(large, made[start : start + _BATCH])
    with large.reading() as connection:
        asked = select(t.article_rows.c.key, t.article_rows.c.n).where(t.article_rows.c.key.startswith(f"{number}:"))
        there = dict(connection.execute(asked).all())  # type: ignore[arg-type]
    before = {f"{number}:{r.article.key}": numbers[r.article.key] for r in read}
    return Round(number, {before[key]: n for key, n in there.items()}, names, ids, one.stories, one.claims)


def _again(reading: Reading, one: Round) -> Reading:
    article = reading.article
    day = one.later((article.published or _UNDATED)[:10])
    made = renamed(reading, one.names)
    return shifted(made, _HEAD.format(one.number), f"{one.number}:{article.key}", article.outlet or "", day)


def _put(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    for start in range(0, len(rows), _AT_ONCE):
        connection.execute(insert(table), rows[start : start + _AT_ONCE])


def _story(one: Round, row: Values) -> Values:
    return row | {
        "n": row["n"] + one.stories, "id": one.id(row["id"]), "article": one.articles[row["article"]],
        "first": one.later(row["first"]), "last": one.later(row["last"]),
    }  # fmt: skip


def _place(one: Round, row: Values) -> Values:
    article = one.articles[row["article"]]
    return row | {"article": article, "story": row["story"] + one.stories, "day": one.later(row["day"])}


def _claim(one: Round, row: Values) -> Values:
    return row | {
        "n": row["n"] + one.claims, "id": one.id(row["id"]), "day": one.later(row["day"]),
        "story": None if row["story"] is None else row["story"] + one.stories,
        "agent": one.names.get(row["agent"], row["agent"]),
    }  # fmt: skip


def _member(one: Round, row: Values) -> Values:
    return row | {"claim": row["claim"] + one.claims, "article": one.articles[row["article"]]}


def _voice(one: Round, row: Values) -> Values:
    return row | {"claim": row["claim"] + one.claims, "voice": one.voices.get(row["voice"], row["voice"])}


def _origin(one: Round, row: Values) -> Values:
    members = json.dumps([[one.articles[n], item] for n, item in json.loads(row["members"])], separators=(",", ":"))
    root = one.names.get(row["root"], row["root"])
    return _unnumbered(row) | {"claim": row["claim"] + one.claims, "members": members, "root": root}


def _relation(one: Round, row: Values) -> Values:
    return _unnumbered(row) | {"a": row["a"] + one.claims, "b": row["b"] + one.claims}


def _copy(one: Round, row: Values) -> Values:
    by = len(_HEAD.format(one.number))
    passages = [[[place + by for place in span] for span in pair] for pair in json.loads(row["passages"])]
    ends = {end: one.articles[row[end]] for end in ("giver", "taker")}
    return _unnumbered(row) | ends | {"passages": json.dumps(passages, separators=(",", ":"))}


def _unnumbered(row: Values) -> Values:
    return {name: value for name, value in row.items() if name != "n"}


_CARRIED: dict[Table, Callable[[Round, Values], Values]] = {
    c.story_rows: _story, c.story_articles: _place, c.claim_rows: _claim, c.claim_members: _member,
    c.claim_voices: _voice, c.origin_rows: _origin, c.relation_rows: _relation, c.copy_rows: _copy,
}  # fmt: skip

if __name__ == "__main__":
    main()
