"""Statements that are one utterance though they share hardly a word, by the likeness of their sentences.

Likeness alone tells the topic: on real reports half of the likest pairs of one voice and day are two utterances. So it
is asked last, of whole assertions of one day in two articles, and whatever tells them apart goes before it. What it
finds stands as a relation between two claims and never makes them one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.comparing.grouping import Edge, pairs_with_new
from sayso.comparing.statements.policy import Likeness, Two, may_be_one_utterance
from sayso.comparing.statements.said import Said
from sayso.comparing.statements.wording import overlap
from sayso.packs.comparing import ComparingPack
from sayso.records import Mode, RelationKind

# Chosen with both halves of our own translations and look-alikes in sight, and held against real reports. The score is
# below that from which two wordings are one claim.
_ALIKE = 0.7
_SCORE = 0.55
# One of fewer telling words tells too little, one of more words is alike to all of its topic.
_FEWEST, _MOST = 3, 40
# A voice's statements of two days, beyond which they are a conference's.
_CROWD = 60
# A land and its people have so many letters in common.
_ROOT = 4


class Alike(Protocol):
    """How alike two sentences are, a function of the two; its name and version."""

    @property
    def name(self) -> str: ...

    def __call__(self, one: str, other: str, /) -> float: ...


@dataclass(frozen=True, slots=True)
class Meaning:
    """How alike two sentences are, and the words that turn or count."""

    alike: Alike
    pack: ComparingPack


def of_one_day(first: Sequence[Said], old: Sequence[bool]) -> Iterator[Edge]:
    """Pairs of statements of different articles, not both old, that share a voice and the day or the next."""
    index: dict[tuple[str, int], list[int]] = defaultdict(list)
    for at, one in enumerate(first):
        if one.when is None or one.is_narrated or not _is_assertion(one):
            continue
        for voice in sorted(one.ids):
            index[(voice, one.when // 2 * 2)].append(at)
            index[(voice, (one.when + 1) // 2 * 2 - 1)].append(at)
    pairs: set[Edge] = set()
    for held in index.values():
        if len(held) <= _CROWD:
            pairs.update(pairs_with_new(held, old))
    yield from sorted((a, b) for a, b in pairs if first[a].member.key != first[b].member.key)


def in_other_words(a: Said, b: Said, meaning: Meaning) -> Likeness | None:
    """The likeness of two statements of one voice and day; None where they are not alike or something sets them
    apart: a negation, what is yet to come, another number, other names."""
    if not may_be_one_utterance(a, b) or not Two(a, b, overlap(a.weights, b.weights)).one_day:
        return None
    if a.statement.mode is Mode.DIRECT and b.statement.mode is Mode.DIRECT:
        return None  # two quotations in other words are mostly two sentences of one speech
    if _are_turned(a, b, meaning.pack) or _count_apart(a, b, meaning.pack) or _name_apart(a, b):
        return None
    alike = meaning.alike(a.content, b.content)
    if alike < _ALIKE:
        return None
    who = next(v.name for v in a.voices if v.id in b.ids)
    return Likeness(RelationKind.SAME, _SCORE, f"{who}, one utterance in other words: likeness {alike:.2f}")


def _is_assertion(one: Said) -> bool:
    return one.is_clause and not one.frame and len(one.weights) >= _FEWEST and len(one.words) <= _MOST


def _are_turned(a: Said, b: Said, pack: ComparingPack) -> bool:
    """Whether only one of them holds a negation, or speaks of what is yet to come."""
    mine, theirs = (any(w in pack.negators or w.endswith("n't") for w in one.words) for one in (a, b))
    return mine != theirs or a.is_ahead != b.is_ahead


def _count_apart(a: Said, b: Said, pack: ComparingPack) -> bool:
    """Whether both count or number something, and not alike."""
    mine, theirs = ({w for w in one.words if w in pack.numbers or w[:1].isdigit()} for one in (a, b))
    return bool(mine and theirs) and not mine & theirs


def _name_apart(a: Said, b: Said) -> bool:
    """Whether both name somebody or something, and not the same."""
    mine, theirs = ({name[:_ROOT] for name in one.names} for one in (a, b))
    return bool(mine and theirs) and not mine & theirs
