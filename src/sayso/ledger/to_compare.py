"""What comparing takes from a ledger: the current Readings with corrections set, the decisions where they hang now."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select, text

from sayso.comparing.pieces import day_of, order_of
from sayso.ledger import comparison_tables as c
from sayso.ledger import rows as t
from sayso.ledger import tables as k
from sayso.ledger.anchoring import items_of
from sayso.ledger.attaching import IN_FORCE, VERDICTS
from sayso.ledger.stored import shown_value, unpacked
from sayso.ledger.verdict import Verdict, apply_verdicts
from sayso.records import Anchor, Decision, DecisionKind, Reading
from sayso.records.identity import joined
from sayso.records.shape import from_json

# A decision on words that stand in several texts is handed on once for each; of more than these only the first.
_MANY = 64


@dataclass(frozen=True, slots=True)
class ToCompare:
    """An article's current Reading with the corrections in force, under the article's id as its key."""

    article: int
    reading: Reading


def state_of(connection: Connection, now: str, parts: Sequence[str]) -> str:
    """A digest over all that a comparison follows from: Readings, decisions in force, and these parts."""
    turn = connection.execute(select(func.max(k.turns.c.n))).scalar()
    gone = connection.execute(select(func.max(k.tombstones.c.n))).scalar()
    asked = text(f"SELECT d.id FROM decisions AS d WHERE d.kind <> 'revoke' AND {IN_FORCE} ORDER BY d.n")
    return joined(str(turn), str(gone), *parts, "", *connection.execute(asked, {"now": now}).scalars())


def to_compare(connection: Connection, articles: Sequence[int], now: str) -> Iterator[ToCompare]:
    """The current Readings of these articles."""
    g, x, r = k.readings.c, k.texts.c, t.article_rows.c
    asked = select(r.n, g.body, x.text).join(k.readings, g.n == r.reading).join(k.texts, x.n == r.text)
    decided = connection.execute(select(t.attachments.c.anchor).limit(1)).first() is not None
    for row in connection.execute(asked.where(r.n.in_(articles)).order_by(r.n)):
        value = unpacked(row.body)
        if decided:
            _correct(connection, row.n, value, now)
        value = shown_value(value)  # what comparing derives goes into rows, which hold no lone surrogates
        article = {**value["article"], "text": row.text}
        article["key"] = article["id"]
        yield ToCompare(row.n, from_json(Reading, {**value, "article": article}))


def articles_behind(connection: Connection) -> list[int]:
    """The articles that the comparison does not know as they are now, in the order in which they are compared: each
    then meets those before it as they stay."""
    s, a = c.seen_rows.c, t.article_rows.c
    asked = select(a.n, k.articles.c.id, a.published).join(k.articles, k.articles.c.n == a.n)
    asked = asked.outerjoin(c.seen_rows, s.article == a.n).where(s.reading.is_distinct_from(a.reading))
    rows = connection.execute(asked).all()
    return [n for _, n in sorted((order_of(row.id, row.id, day_of(row.published)), row.n) for row in rows)]


def lost_articles(connection: Connection) -> list[int]:
    """The articles that the comparison has and the ledger has no longer."""
    s, a = c.seen_rows.c, t.article_rows.c
    asked = select(s.article).outerjoin(t.article_rows, a.n == s.article).where(a.n.is_(None))
    return list(connection.execute(asked.order_by(s.article)).scalars())


def seen_among(connection: Connection, articles: Sequence[int]) -> set[int]:
    """Which of these articles the comparison has."""
    asked = text("SELECT article FROM seen_rows WHERE article IN (SELECT value FROM json_each(:articles))")
    return set(connection.execute(asked, {"articles": json.dumps(list(articles))}).scalars())


def _correct(connection: Connection, article: int, value: dict[str, list[dict[str, object]]], now: str) -> None:
    verdicts: dict[object, list[Verdict]] = {}
    for row in connection.execute(VERDICTS, {"article": article, "now": now}):
        verdicts.setdefault(row.item, []).append(Verdict(row.id, DecisionKind(row.kind), row.field, row.value))
    for name in ("statements", "figures") if verdicts else ():
        value[name] = [apply_verdicts(one, verdicts.get(one["id"], ())) for one in value[name]]


def decisions_to_compare(connection: Connection, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions with their anchors on the words as they are read now; what hangs on nothing says nothing."""
    found: list[Decision] = []
    for decision in decisions:
        if not decision.about:
            found.append(decision)
            continue
        hung = _hung(connection, decision.id)
        ends = [hung.get(rank, ()) for rank in range(len(decision.about))]
        for about in itertools.islice(itertools.product(*ends), _MANY):
            found.append(replace(decision, about=about))
    return tuple(found)


def _hung(connection: Connection, decision: str) -> dict[int, tuple[Anchor, ...]]:
    """By rank, where a decision's anchors hang: one for each text in which the words stand."""
    asked = text("""
        SELECT c.rank, h.item, g.body, x.digest FROM attachments AS h
        JOIN anchors AS c ON c.n = h.anchor JOIN decisions AS d ON d.n = c.decision
        JOIN article_rows AS r ON r.n = h.article JOIN readings AS g ON g.n = r.reading JOIN texts AS x ON x.n = r.text
        WHERE d.id = :decision AND h.item IS NOT NULL ORDER BY c.rank, h.article""")
    found: dict[int, dict[str, Anchor]] = {}
    for row in connection.execute(asked, {"decision": decision}):
        spans = next((i.spans for i in items_of(unpacked(row.body)) if i.id == row.item), None)
        if spans is not None:
            anchor = Anchor(row.digest, spans, "")
            found.setdefault(row.rank, {})[json.dumps([row.digest, spans])] = anchor
    return {rank: tuple(anchors.values()) for rank, anchors in found.items()}


def concerned_by(connection: Connection, decisions: Iterable[str]) -> tuple[list[int], list[int]]:
    """The articles whose Readings these decisions correct, and those whose claims they bear on."""
    given = {"ids": json.dumps(sorted(decisions))}
    anchored = """
        SELECT DISTINCT g.article FROM decisions AS d JOIN anchors AS c ON c.decision = d.n
        JOIN texts AS x ON x.digest = c.text_digest JOIN readings AS g ON g.text = x.n
        JOIN article_rows AS r ON r.n = g.article
        WHERE d.id IN (SELECT value FROM json_each(:ids)) AND (d.kind = 'correct') = :corrects"""
    voiced = """
        SELECT DISTINCT s.article FROM decisions AS d, json_each(d.voices) AS named
        JOIN voice_rows AS v ON v.id = named.value JOIN statement_voices AS sv ON sv.voice = v.n
        JOIN statement_rows AS s ON s.n = sv.statement
        WHERE d.id IN (SELECT value FROM json_each(:ids)) AND d.kind = 'merge voices'"""
    corrected = connection.execute(text(anchored), given | {"corrects": True}).scalars().all()
    decided = connection.execute(text(anchored), given | {"corrects": False}).scalars().all()
    merged = connection.execute(text(voiced), given).scalars().all()
    return sorted(corrected), sorted({*decided, *merged})
