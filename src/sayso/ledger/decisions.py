"""An analyst's decisions: append-only, each with who, when, why, until when, and what it hangs on.

A later Reading never loses or overrules one. What does not hang on anything any more is on the review list.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, insert, select, text

from sayso.errors import StaleError, UsageError
from sayso.ledger import rows as t
from sayso.ledger import tables as k
from sayso.ledger.anchoring import anchor_at, items_of
from sayso.ledger.attaching import HOLDS_HERE, IN_FORCE, concerned, current, derive_again
from sayso.ledger.derive import dump
from sayso.ledger.store import Store
from sayso.ledger.stored import shown_text, text_from, unpacked
from sayso.ledger.verdict import corrected, spans_of
from sayso.records import Anchor, Decision, DecisionKind, Figure, Span, Statement
from sayso.records.identity import joined

_ON_ITEMS = (DecisionKind.ACCEPT, DecisionKind.REJECT, DecisionKind.CORRECT)
_ON_PAIRS = (DecisionKind.SAME, DecisionKind.NOT_SAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What an analyst wants decided. `who` and `why` are never empty; `until` is ISO 8601."""

    kind: DecisionKind
    who: str
    why: str
    about: tuple[Anchor, ...] = ()
    voices: tuple[str, ...] = ()
    field: str | None = None
    value: str | None = None
    until: str | None = None
    revokes: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """A decision that hangs on nothing in the current Readings, and why; `article` is an article's id, if known."""

    decision: str
    kind: DecisionKind
    quotation: str
    article: str | None
    reason: str


def decide(store: Store, act: Act, *, seen: int | None = None) -> Decision:
    """Writes a decision, and what follows from it. Raises UsageError where it makes no sense.

    `seen` is the number of the last decision that its maker knew of (`last_decision`): where another has been made on
    the same since, StaleError says whose, and nothing is written.
    """
    _check_act(act)
    act = replace(act, who=shown_text(act.who), why=shown_text(act.why), value=act.value and shown_text(act.value))
    with store.writing() as connection:
        now = store.now()
        _check_references(connection, act)
        _check_within(connection, act)
        if seen is not None:
            _check_unseen(connection, act, seen)
        n = (connection.execute(select(k.decisions.c.n).order_by(k.decisions.c.n.desc()).limit(1)).scalar() or 0) + 1
        id_ = joined(str(n), act.kind.value, act.who, now, act.why, *(a.quotation for a in act.about), *act.voices)[:24]
        decision = Decision(
            id_, act.kind, act.who, now, act.why, act.about, act.voices, act.field, act.value, act.until, act.revokes
        )
        _write(connection, n, decision)
        digests = [a.text_digest for a in act.about]
        if act.revokes:
            digests += connection.execute(
                select(k.anchors.c.text_digest).join(k.decisions).where(k.decisions.c.id == act.revokes)
            ).scalars()
        derive_again(connection, concerned(connection, digests), store.folding, now)
    return decision


def last_decision(store: Store) -> int:
    """The number of the last decision; 0 where there is none."""
    with store.reading() as connection:
        return connection.execute(select(func.max(k.decisions.c.n))).scalar() or 0


def anchor_of(store: Store, article: int, item: str) -> Anchor:
    """The anchor of a statement or figure in an article's current Reading. Raises UsageError where it is not there."""
    with store.reading() as connection:
        row = current(connection, article)
    if row is not None:
        for one in items_of(unpacked(row.body)):
            if one.id == item:
                return anchor_at(one.spans, text_from(row.text, row.exact))
    raise UsageError(item, "no statement or figure of this article")


def decisions(store: Store, *, in_force: bool = True) -> list[Decision]:
    """The decisions in the order in which they were made; those in force now, or all."""
    with store.reading() as connection:
        return decisions_in(connection, store.now(), in_force=in_force)


def decisions_in(connection: Connection, now: str, *, in_force: bool = True) -> list[Decision]:
    """The decisions as they are in one state of the ledger."""
    where = f"WHERE {IN_FORCE} AND d.kind <> 'revoke'" if in_force else "WHERE :now IS NOT NULL"
    found = connection.execute(text(f"SELECT * FROM decisions AS d {where} ORDER BY n"), {"now": now}).all()
    about: dict[int, list[Anchor]] = {}
    for row in connection.execute(select(k.anchors).order_by(k.anchors.c.decision, k.anchors.c.rank)):
        spans = tuple(Span(*s) for s in json.loads(row.spans))
        about.setdefault(row.decision, []).append(Anchor(row.text_digest, spans, row.quotation))
    return [
        Decision(
            d.id, DecisionKind(d.kind), d.who, d.when, d.why, tuple(about.get(d.n, ())), tuple(json.loads(d.voices)),
            d.field, d.value, d.until, d.revokes,
        )
        for d in found
    ]  # fmt: skip


def review(store: Store) -> list[Review]:
    """The decisions in force that hang on nothing any more: for a person to look at."""
    asked = text(f"""
        SELECT d.id AS decision, d.kind, c.quotation, a.id AS article,
            coalesce(h.reason, iif(h.item IS NULL, 'no article here has its text', 'its spans are of another text')
            ) AS reason
        FROM anchors AS c JOIN decisions AS d ON d.n = c.decision
        LEFT JOIN attachments AS h ON h.anchor = c.n LEFT JOIN articles AS a ON a.n = h.article
        WHERE (h.anchor IS NULL OR h.item IS NULL OR NOT {HOLDS_HERE}) AND c.quotation <> ''
            AND {IN_FORCE} ORDER BY c.n, h.article""")
    with store.reading() as connection:
        return [
            Review(row.decision, DecisionKind(row.kind), row.quotation, row.article, row.reason)
            for row in connection.execute(asked, {"now": store.now()})
        ]


def settle_expired(store: Store) -> None:
    """Undoes in the rows what decisions past their day had done. One look where there is nothing to do."""
    asked = text(f"""
        SELECT DISTINCT h.article FROM attachments AS h JOIN anchors AS c ON c.n = h.anchor
        JOIN decisions AS d ON d.n = c.decision WHERE h.applied AND NOT ({IN_FORCE})""")
    with store.reading() as connection:
        stale = connection.execute(asked, {"now": store.now()}).scalars().all()
    if stale:
        with store.writing() as connection:
            derive_again(connection, stale, store.folding, store.now())


def merged_voices(connection: Connection, now: str) -> list[frozenset[str]]:
    """Groups of voices' ids that are one voice by decision."""
    asked = text(f"SELECT d.voices FROM decisions AS d WHERE d.kind = 'merge voices' AND {IN_FORCE} ORDER BY d.n")
    groups: list[frozenset[str]] = []
    for row in connection.execute(asked, {"now": now}):
        group = frozenset(json.loads(row.voices))
        groups = [g for g in groups if not g & group] + [group.union(*(g for g in groups if g & group))]
    return groups


def _check_act(act: Act) -> None:
    if not act.who.strip() or not act.why.strip():
        raise UsageError(act.kind.value, "a decision names who decides and why")
    if act.kind in _ON_ITEMS and not act.about:
        raise UsageError(act.kind.value, "says of nothing: name a statement or figure")
    if act.kind in _ON_PAIRS and len(act.about) < 2:
        raise UsageError(act.kind.value, "takes two or more statements or figures")
    if act.kind is DecisionKind.MERGE_VOICES and len(set(act.voices)) < 2:
        raise UsageError(act.kind.value, "takes two or more voices")
    if (act.kind is DecisionKind.REVOKE) != (act.revokes is not None):
        raise UsageError(act.kind.value, "a revocation, and nothing else, names the decision that it takes back")
    if act.kind is DecisionKind.CORRECT:
        _check_correction(act)


def _check_correction(act: Act) -> None:
    reasons = []
    for kind in (Statement, Figure):
        try:
            corrected(kind, act.field or "", act.value)
            return
        except ValueError as error:
            reasons.append(str(error))
    raise UsageError(act.field or "correct", "; ".join(dict.fromkeys(reasons)))


def _check_references(connection: Connection, act: Act) -> None:
    if act.revokes:
        row = connection.execute(select(k.decisions.c.kind).where(k.decisions.c.id == act.revokes)).first()
        if row is None or row.kind == DecisionKind.REVOKE:
            raise UsageError(act.revokes, "no such decision, or itself a revocation")
    for voice in act.voices:
        if connection.execute(select(t.voice_rows.c.n).where(t.voice_rows.c.id == voice).limit(1)).first() is None:
            raise UsageError(voice, "no voice here has this id")


def _check_within(connection: Connection, act: Act) -> None:
    """That corrected spans stand within the text that they count in."""
    for start, end in spans_of(act.field or "", act.value):
        for anchor in act.about:
            asked = select(func.length(k.texts.c.text)).where(k.texts.c.digest == anchor.text_digest)
            if end > (connection.execute(asked).scalar() or 0):
                raise UsageError(f"[{start}, {end})", "is outside the text")


def _check_unseen(connection: Connection, act: Act, seen: int) -> None:
    """That nobody has decided on the same since."""
    d, a = k.decisions.c, k.anchors.c
    wanted = {(one.text_digest, dump(one.spans)) for one in act.about}
    later = connection.execute(select(d.n, d.who, d.kind, d.voices, d.revokes).where(d.n > seen).order_by(d.n)).all()
    for row in later:
        about = connection.execute(select(a.text_digest, a.spans).where(a.decision == row.n)).all()
        same = wanted & {(one.text_digest, one.spans) for one in about}
        if same or set(act.voices) & set(json.loads(row.voices)) or (act.revokes and row.revokes == act.revokes):
            raise StaleError(row.kind, f"{row.who} has decided on this meanwhile; look again before you decide")


def _write(connection: Connection, n: int, decision: Decision) -> None:
    row = {name: getattr(decision, name) for name in ("id", "who", "when", "why", "field", "value", "until", "revokes")}
    connection.execute(
        insert(k.decisions).values(row | {"n": n, "kind": decision.kind.value, "voices": dump(decision.voices)})
    )
    anchors: Iterable[Anchor] = decision.about
    for rank, anchor in enumerate(anchors):
        connection.execute(
            insert(k.anchors).values(
                decision=n,
                rank=rank,
                text_digest=anchor.text_digest,
                spans=dump(anchor.spans),
                quotation=shown_text(anchor.quotation),
            )
        )
