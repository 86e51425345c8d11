"""What an article takes back: a correction's note says that an earlier version had another number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.comparing.figures.bounds import are_equal
from sayso.comparing.figures.counted import Counted
from sayso.comparing.pieces import Piece
from sayso.packs.comparing import ComparingPack

_STOP = re.compile(r"[.!?;:]\s")


@dataclass(frozen=True, slots=True)
class Correction:
    """Two figures of one article, by number: what holds now, and what it takes the place of."""

    now: int
    before: int
    reason: str


def find_corrections(
    figures: Sequence[Counted], pieces: Mapping[str, Piece], pack: ComparingPack, old: Sequence[bool]
) -> Iterator[Correction]:
    """Every figure that its article takes back, with each that the article gives for the same instead; not of
    articles that are `old`."""
    for before, one in enumerate(figures):
        piece = pieces[one.member.key]
        if old[before] or not _is_taken_back(one, piece, pack):
            continue
        for now, other in enumerate(figures):
            if (
                other.member.key == one.member.key
                and _stands_for(other, one)
                and not _is_taken_back(other, piece, pack)
            ):
                yield Correction(now, before, f"a correction: {piece.outlet} takes back “{one.words}”")


def _is_taken_back(one: Counted, piece: Piece, pack: ComparingPack) -> bool:
    """Whether the figure stands in the note of a correction, behind words like "an earlier version said"."""
    note = next((c for c in piece.article.corrections if c.holds(one.figure.span)), None)
    if note is None:
        return False
    before = piece.article.text[note.start : one.figure.span.start]
    sentence = " ".join(_STOP.split(before)[-1].casefold().split())
    return any(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", sentence) for phrase in pack.taken_back)


def _stands_for(now: Counted, before: Counted) -> bool:
    """Whether two figures of an article count the same thing, and differ."""
    one, other = now.figure, before.figure
    if not now.is_asserted or now.is_part or other.measure is None or are_equal(one, other):
        return False
    if (one.unit, one.measure, one.who or other.who) != (other.unit, other.measure, other.who or one.who):
        return False
    return not now.of or not before.of or bool(now.of & before.of)
