"""What a copy changed: between two passages that both articles share, the words that one has and the other has not."""

from __future__ import annotations

import string
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sayso.desk.words import label
from sayso.ledger.found import Card
from sayso.ledger.kept import reading_of
from sayso.ledger.store import Store
from sayso.ledger.stories import CopyFound
from sayso.records import CopyKind

_GAP = 400  # characters between two passages up to which the words between them are a change, not another part
_SHOWN = 8
_EDGES = string.whitespace + string.punctuation + "“”‘’«»…–—"
_COPIES = 12


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A copy as an article's page shows it: how it stands to the other article, why, and what was changed."""

    direction: str
    other: Card
    reason: str
    changes: tuple[tuple[str, str], ...]


def copy_lines(store: Store, article: str, copies: list[CopyFound]) -> list[CopyLine]:
    """The copies of an article, those that it has words from first."""
    ordered = sorted(copies, key=lambda c: (c.kind is CopyKind.SHARED, c.taker.id != article))
    return [_line(store, article, one) for one in ordered[:_COPIES]]


def _line(store: Store, article: str, copy: CopyFound) -> CopyLine:
    takes = copy.taker.id == article
    other = copy.giver if takes else copy.taker
    if copy.kind is CopyKind.SHARED:
        direction = "Shares words from a common source with"
    else:
        direction = f"{'Is' if takes else 'Gave'} {_KINDS[copy.kind]} {'of' if takes else 'to'}"
    return CopyLine(direction, other, copy.reason, tuple(_changes(store, copy))[:_SHOWN])


_KINDS = {CopyKind.REPRINT: "a reprint", CopyKind.EXCERPT: "an excerpt", CopyKind.REWRITE: "a rewrite"}


def _changes(store: Store, copy: CopyFound) -> Iterator[tuple[str, str]]:
    """The giver's words and the taker's words, where they differ between passages; empty where there are none."""
    giver, taker = (reading_of(store, card.id).article.text for card in (copy.giver, copy.taker))
    for a, b in pairwise(sorted(copy.passages, key=lambda p: p.here)):
        if a.there.end > b.there.start:
            continue
        before, after = giver[a.here.end : b.here.start], taker[a.there.end : b.there.start]
        before, after = before.strip(_EDGES), after.strip(_EDGES)
        if before != after and len(before) <= _GAP and len(after) <= _GAP:
            yield label(before, 240), label(after, 240)
