"""Derived rows held against what they are derived from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, func, select

from sayso.ledger import rows as t
from sayso.ledger import tables as k
from sayso.ledger.anchoring import hang, items_of
from sayso.ledger.attaching import ANCHORS, VERDICTS
from sayso.ledger.derive import Rows, derive
from sayso.ledger.stored import text_from, unpacked
from sayso.ledger.verdict import Verdict
from sayso.packs.folding import Folding
from sayso.records import Anchor, DecisionKind, Span

_AT_ONCE = 100


class Difference(NamedTuple):
    """Where a derived row is not what it should be, and what is wrong."""

    where: str
    what: str


def check_rows(connection: Connection, folding: Folding, now: str) -> Iterator[Difference]:
    """What differs between the derived rows and those that the Readings and decisions give."""
    last = select(func.max(k.turns.c.n)).group_by(k.turns.c.article)
    g, x, a, u = k.readings.c, k.texts.c, k.articles.c, k.turns.c
    asked = (
        select(a.n, a.id, g.n.label("reading"), g.body, x.n.label("text_n"), x.text, x.exact)
        .join(k.turns, u.article == a.n)
        .join(k.readings, g.n == u.reading)
        .join(k.texts, x.n == g.text)
        .where(u.n.in_(last))
        .order_by(a.n)
    )
    count = 0
    for row in connection.execute(asked).yield_per(_AT_ONCE):
        count += 1
        try:
            value = unpacked(row.body)
            text = text_from(row.text, row.exact)
            value["article"]["text"] = text
            rows = derive(value, text, _verdicts(connection, row.n, now), folding)
        except (ValueError, KeyError, TypeError):
            continue  # named already, as a Reading that is damaged
        for what in _differences(connection, row.n, rows, (row.reading, row.text_n)):
            yield Difference(f"article {row.id}", what)
        yield from _attachments(connection, row.n, row.id, value, text)
    if count != connection.execute(select(func.count()).select_from(t.article_rows)).scalar_one():
        yield Difference("article_rows", "there are rows without a Reading, or Readings without rows")


def _differences(connection: Connection, article: int, rows: Rows, placed: tuple[int, int]) -> Iterator[str]:
    row = connection.execute(select(t.article_rows).where(t.article_rows.c.n == article)).mappings().first()
    if row is None:
        yield "it has no rows"
        return
    if (row["reading"], row["text"]) != placed or any(row[name] != value for name, value in rows.article.items()):
        yield "its row is not what its current Reading says"
    for table, made in (
        (t.statement_rows, rows.statements),
        (t.figure_rows, [{**r, "statement": None} for r in rows.figures]),
        (t.time_rows, rows.times),
        (t.place_rows, [{**r, "spot": None} for r in rows.places]),
    ):
        if _of_article(connection, table, article, made) != [_plain(r) for r in made]:
            yield f"its {table.name} are not what its current Reading says"
    if _voices(connection, article) != _wanted_voices(rows):
        yield "the voices of its statements are not what its current Reading says"
    if _spots(connection, article) != sorted(
        (rows.statements[r["statement"]]["id"], r["spot"]) for r in rows.statement_spots
    ):
        yield "the places of its statements are not what its current Reading says"


def _of_article(connection: Connection, table: Table, article: int, made: Sequence[Any]) -> list[dict[str, Any]]:
    """The table's rows of an article, in the columns that the derived rows have."""
    found = connection.execute(select(table).where(table.c.article == article).order_by(table.c.n)).mappings().all()
    if not made:
        return [dict(row) for row in found]
    names = [name for name in made[0] if name not in ("statement", "spot")]
    return [{name: row[name] for name in names} for row in found]


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("statement", "spot")}


def _voices(connection: Connection, article: int) -> list[tuple[Any, ...]]:
    s, sv, v = t.statement_rows.c, t.statement_voices.c, t.voice_rows.c
    asked = select(s.id, sv.rank, v.digest, v.name, v.folded, sv.side, sv.day).select_from(
        t.statement_voices.join(t.statement_rows, s.n == sv.statement).join(t.voice_rows, v.n == sv.voice)
    )
    return sorted(tuple(row) for row in connection.execute(asked.where(s.article == article)))


def _wanted_voices(rows: Rows) -> list[tuple[Any, ...]]:
    return sorted(
        (rows.statements[r["statement"]]["id"], r["rank"], r["voice"], rows.voices[r["voice"]]["name"],
         rows.voices[r["voice"]]["folded"], r["side"], r["day"])
        for r in rows.statement_voices
    )  # fmt: skip


def _spots(connection: Connection, article: int) -> list[tuple[str, str]]:
    s, ss, p = t.statement_rows.c, t.statement_spots.c, t.spots.c
    asked = select(s.id, p.digest).select_from(
        t.statement_spots.join(t.statement_rows, s.n == ss.statement).join(t.spots, p.n == ss.spot)
    )
    return sorted((row.id, row.digest) for row in connection.execute(asked.where(s.article == article)))


def _verdicts(connection: Connection, article: int, now: str) -> dict[str, list[Verdict]]:
    found: dict[str, list[Verdict]] = {}
    for row in connection.execute(VERDICTS, {"article": article, "now": now}):
        if row.applied:
            found.setdefault(row.item, []).append(Verdict(row.id, DecisionKind(row.kind), row.field, row.value))
    return found


def _attachments(
    connection: Connection, article: int, article_id: str, value: dict[str, Any], text: str
) -> Iterator[Difference]:
    for row in connection.execute(ANCHORS, {"article": article}).all():
        before = connection.execute(
            select(k.texts.c.text, k.texts.c.exact).where(k.texts.c.digest == row.text_digest)
        ).one()
        anchor = Anchor(row.text_digest, tuple(Span(*s) for s in json.loads(row.spans)), row.quotation)
        wanted = hang(anchor, items_of(value), text, text_from(before.text, before.exact))
        at = (t.attachments.c.anchor == row.n) & (t.attachments.c.article == article)
        kept = connection.execute(select(t.attachments).where(at)).first()
        if kept is None or (kept.how, kept.item) != (wanted.how, wanted.item):
            yield Difference(f"article {article_id}", "a decision does not hang where it belongs")
