"""Whether two voices may be one person in two spellings, or speak for one body or state: then no voice has changed."""

from __future__ import annotations

from difflib import SequenceMatcher

from sayso.comparing.statements.said import Said
from sayso.comparing.voices import Known

# Spellings of one surname in two transliterations agree so far, those of a given name less ("Anthony", "Antony").
_SURNAME = 0.75
_GIVEN = 0.6


def may_be_one_mouth(one: Said, other: Said) -> bool:
    """Whether a voice of one may be a voice of the other, or speak for the same."""
    return any(_may_be_one(v, w) or _speak_for_one(v, w) for v in one.voices for w in other.voices)


def _may_be_one(v: Known, w: Known) -> bool:
    mine, theirs = v.id.split("-"), w.id.split("-")
    if v.official or w.official:
        return set(mine) <= set(theirs) or set(theirs) <= set(mine)
    if any(_alike(a, b, _SURNAME) for a in mine[1:] or mine for b in theirs[1:] or theirs):
        return len(mine) == 1 or len(theirs) == 1 or _alike(mine[0], theirs[0], _GIVEN)
    return False


def _alike(a: str, b: str, share: float) -> bool:
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= share


def _speak_for_one(v: Known, w: Known) -> bool:
    """One side's officials, one body's people; a body or state and a person whose side is not told may be, too."""
    if v.body and v.body == w.body:
        return True
    if v.side and w.side:
        return v.side == w.side and (v.official or w.official)
    return v.official != w.official
