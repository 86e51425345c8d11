"""Decisions onto the current Readings: each anchor hung where it belongs, and what that says of each item."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, text

from sayso.ledger import rows as t
from sayso.ledger import tables as k
from sayso.ledger.anchoring import Item, hang, items_of
from sayso.ledger.derive import Rows, derive
from sayso.ledger.index import Placed, remove_rows, write_rows
from sayso.ledger.stored import text_from, unpacked
from sayso.ledger.verdict import SPANS, Verdict
from sayso.packs.folding import Folding
from sayso.records import Anchor, DecisionKind, Span

# What holds at a moment: neither past its day nor taken back. Moments are ISO 8601 in UTC, so that they order as text.
IN_FORCE = """(d.until IS NULL OR d.until > :now) AND NOT EXISTS (
    SELECT 1 FROM decisions AS r WHERE r.revokes = d.id AND (r.until IS NULL OR r.until > :now))"""

# A correction of spans counts in the text that it was made on, and sets nothing in another.
HOLDS_HERE = f"""(d.field IS NULL OR d.field NOT IN ({", ".join(f"'{name}'" for name in SPANS)}) OR c.text_digest = (
    SELECT x.digest FROM turns AS u JOIN readings AS g ON g.n = u.reading JOIN texts AS x ON x.n = g.text
    WHERE u.article = h.article ORDER BY u.n DESC LIMIT 1))"""

VERDICTS = text(f"""
    SELECT h.item, h.applied, d.id, d.kind, d.field, d.value FROM attachments AS h
    JOIN anchors AS c ON c.n = h.anchor JOIN decisions AS d ON d.n = c.decision
    WHERE h.article = :article AND h.item IS NOT NULL AND d.kind IN ('accept', 'reject', 'correct') AND {IN_FORCE}
        AND {HOLDS_HERE} ORDER BY d.n""")
_APPLIED = text(f"""
    UPDATE attachments SET applied = EXISTS (SELECT 1 FROM anchors AS c JOIN decisions AS d ON d.n = c.decision
        WHERE c.n = attachments.anchor AND {IN_FORCE}) WHERE article = :article""")
ANCHORS = text("""
    SELECT c.n, c.text_digest, c.spans, c.quotation FROM anchors AS c
    WHERE c.quotation <> '' AND c.text_digest IN (
        SELECT x.digest FROM readings AS g JOIN texts AS x ON x.n = g.text WHERE g.article = :article)""")

Verdicts = dict[str, list[Verdict]]


def attach(
    connection: Connection, articles: Iterable[tuple[int, dict[str, Any], str]], now: str
) -> dict[int, Verdicts]:
    """Hangs the anchors that concern these articles (number, Reading's JSON, text); what is decided of their items."""
    if connection.execute(select(k.anchors.c.n).limit(1)).first() is None:
        return {}
    found = {}
    for article, reading, words in articles:
        anchors = connection.execute(ANCHORS, {"article": article}).all()
        connection.execute(delete(t.attachments).where(t.attachments.c.article == article))
        if anchors:
            _hang_all(connection, article, anchors, items_of(reading), words)
            found[article] = verdicts_of(connection, article, now)
    return found


def verdicts_of(connection: Connection, article: int, now: str) -> Verdicts:
    """What is decided at this moment of an article's items; marks it as applied."""
    connection.execute(_APPLIED, {"article": article, "now": now})
    verdicts: Verdicts = {}
    for row in connection.execute(VERDICTS, {"article": article, "now": now}):
        verdicts.setdefault(row.item, []).append(Verdict(row.id, DecisionKind(row.kind), row.field, row.value))
    return verdicts


def derive_again(connection: Connection, articles: Sequence[int], folding: Folding, now: str) -> None:
    """Makes the rows of these articles again, from what is kept: decisions have changed."""
    whole: list[tuple[Placed, dict[str, Any], str]] = []
    for n in articles:
        row = current(connection, n)
        if row is not None:
            value, words = unpacked(row.body), text_from(row.text, row.exact)
            value["article"]["text"] = words
            whole.append((Placed(n, row.reading, row.text_n), value, words))
    remove_rows(connection, [placed.article for placed, _, _ in whole])
    verdicts = attach(connection, [(placed.article, value, words) for placed, value, words in whole], now)
    made: list[tuple[Placed, Rows]] = [
        (placed, derive(value, words, verdicts.get(placed.article, {}), folding)) for placed, value, words in whole
    ]
    if made:
        write_rows(connection, made)


def current(connection: Connection, article: int) -> Any:
    """The article's Reading by its last turn, as a row (reading, body, text_n, text, exact), or None."""
    asked = (
        select(
            k.readings.c.n.label("reading"),
            k.readings.c.body,
            k.texts.c.n.label("text_n"),
            k.texts.c.text,
            k.texts.c.exact,
        )
        .join(k.turns, k.turns.c.reading == k.readings.c.n)
        .join(k.texts, k.texts.c.n == k.readings.c.text)
        .where(k.turns.c.article == bindparam("article"))
        .order_by(k.turns.c.n.desc())
        .limit(1)
    )
    return connection.execute(asked, {"article": article}).first()


def concerned(connection: Connection, text_digests: Iterable[str]) -> list[int]:
    """The articles, by number, that have ever been read in one of these texts."""
    asked = (
        select(k.readings.c.article)
        .join(k.texts, k.texts.c.n == k.readings.c.text)
        .where(k.texts.c.digest.in_(sorted(set(text_digests))))
        .distinct()
    )
    return sorted(connection.execute(asked).scalars())


def _hang_all(
    connection: Connection, article: int, anchors: Sequence[Row[Any]], items: Sequence[Item], words: str
) -> None:
    before: Mapping[str, str] = {
        row.digest: text_from(row.text, row.exact)
        for row in connection.execute(
            select(k.texts.c.digest, k.texts.c.text, k.texts.c.exact).where(
                k.texts.c.digest.in_(sorted({a.text_digest for a in anchors}))
            )
        )
    }
    hung = []
    for row in anchors:
        anchor = Anchor(row.text_digest, tuple(Span(*s) for s in json.loads(row.spans)), row.quotation)
        at = hang(anchor, items, words, before.get(row.text_digest))
        hung.append({"anchor": row.n, "article": article, "how": at.how, "item": at.item, "reason": at.reason})
    connection.execute(insert(t.attachments), [row | {"applied": False} for row in hung])
