"""What analysts have decided in an article, by item."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import text

from sayso.ledger.attaching import IN_FORCE
from sayso.ledger.store import Store


@dataclass(frozen=True, slots=True)
class DecidedOn:
    """A decision in force on a statement or figure."""

    decision: str
    kind: str
    who: str
    when: str
    why: str
    field: str | None
    value: str | None


def decided_in(store: Store, article: str) -> dict[str, list[DecidedOn]]:
    """The decisions in force in the article with this id, by item, in the order in which they were made."""
    asked = text(f"""
        SELECT h.item, d.id, d.kind, d.who, d."when", d.why, d.field, d.value FROM articles AS a
        JOIN attachments AS h ON h.article = a.n JOIN anchors AS c ON c.n = h.anchor
        JOIN decisions AS d ON d.n = c.decision
        WHERE a.id = :article AND h.item IS NOT NULL AND {IN_FORCE} ORDER BY d.n""")
    found: dict[str, list[DecidedOn]] = {}
    with store.reading() as connection:
        for row in connection.execute(asked, {"article": article, "now": store.now()}):
            found.setdefault(row.item, []).append(DecidedOn(*row[1:]))
    return found
