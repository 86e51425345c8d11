"""Finding what a decision speaks of again: by position where the text is the same, by quotation where it is not.

What can't be told apart is left for a person: a decision never hangs on a look-alike.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sayso.ledger.derive import BREAK, words_of
from sayso.records import Anchor, Span
from sayso.records.identity import text_digest

_DIGITS = re.compile(r"\d")
# How much two lists of spans must share (characters in both over characters in either) to be one item whose edges
# moved. Of two readings of one sentence by neighbouring models the same statement shares 0.8 and more; a statement and
# another that is nested in it, or that follows it, share less.
_SHARED = 0.8
_CONTEXT = 40  # characters on both sides that tell one of several occurrences
_MANY = 50  # more occurrences than this are not told apart


@dataclass(frozen=True, slots=True)
class Item:
    """A statement or figure of a Reading, and where it stands."""

    id: str
    spans: tuple[Span, ...]
    figure: bool


@dataclass(frozen=True, slots=True)
class Hanging:
    """Where an anchor hangs: `how` is exact, moved or unattached; the item, or the reason why there is none."""

    how: str
    item: str | None = None
    reason: str | None = None


def items_of(reading: dict[str, Any]) -> list[Item]:
    """The statements and figures of a Reading's JSON value."""
    statements = [Item(s["id"], tuple(Span(*x) for x in s["content"]), False) for s in reading["statements"]]
    return statements + [Item(f["id"], (Span(*f["span"]),), True) for f in reading["figures"]]


def anchor_at(spans: Sequence[Span], text: str) -> Anchor:
    """The anchor of words that stand in a text."""
    return Anchor(text_digest(text), tuple(spans), words_of(spans, text))


def hang(anchor: Anchor, items: Sequence[Item], text: str, before: str | None) -> Hanging:
    """Where an anchor hangs among the items of a text. `before` is the text it was made on; None where that is gone."""
    if before == text:
        spans = anchor.spans
        if words_of(anchor.spans, text) != anchor.quotation:
            return Hanging("unattached", reason="other words stand at its spans")
    else:
        found = _found_again(anchor, text, before)
        if found is None:
            return Hanging("unattached", reason="its words stand no more, or several times, in the text as it is now")
        spans = found
    exact = [item for item in items if item.spans == spans]
    if len(exact) == 1:
        return Hanging("exact" if before == text else "moved", exact[0].id)
    near = exact or [i for i in items if _shared(i.spans, spans) >= _SHARED and _same_number(i, anchor, text)]
    if len(near) == 1:
        return Hanging("moved", near[0].id)
    said = "nothing is read there any more" if not near else f"{len(near)} items stand there"
    return Hanging("unattached", reason=said)


def _found_again(anchor: Anchor, text: str, before: str | None) -> tuple[Span, ...] | None:
    """The anchor's spans in another text; None where one of them is not there, or can't be told from its like."""
    found: list[Span] = []
    at = 0
    for span in anchor.spans:
        piece = anchor.quotation[at : at + span.end - span.start]
        at += len(piece) + len(BREAK)
        starts = _occurrences(text, piece)
        if len(starts) > 1 and before is not None:
            around = _around(before, span.start, span.end)
            starts = [s for s in starts if _around(text, s, s + len(piece)) == around]
        if len(starts) != 1 or (found and starts[0] < found[-1].end):
            return None
        found.append(Span(starts[0], starts[0] + len(piece)))
    return tuple(found)


def _occurrences(text: str, piece: str) -> list[int]:
    starts: list[int] = []
    at = text.find(piece) if piece else -1
    while at >= 0 and len(starts) <= _MANY:
        starts.append(at)
        at = text.find(piece, at + 1)
    return [] if len(starts) > _MANY else starts


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The words before and after, however they are spaced."""
    left = "".join(text[max(0, start - 2 * _CONTEXT) : start].split())[-_CONTEXT:]
    return left, "".join(text[end : end + 2 * _CONTEXT].split())[:_CONTEXT]


def _shared(a: Sequence[Span], b: Sequence[Span]) -> float:
    both = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)
    either = sum(x.end - x.start for x in (*a, *b)) - both
    return both / either if either else 0.0


def _same_number(item: Item, anchor: Anchor, text: str) -> bool:
    """A figure is the same only with the same digits."""
    return not item.figure or _DIGITS.findall(words_of(item.spans, text)) == _DIGITS.findall(anchor.quotation)
