"""Statements that are one utterance: candidates through indexes, edges through the policy, groups by agreement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.comparing.grouping import Edge, pairs_with_new
from sayso.comparing.statements.meaning import Meaning, in_other_words, of_one_day
from sayso.comparing.statements.policy import Likeness, compare_statements
from sayso.comparing.statements.said import Said

# Stems that weigh at least this much lead to candidates; one figure does too.
_LEADS = 0.35
# A stem that one voice uses in more statements of one fortnight than this leads nowhere by itself: its other stems and
# figures do. Both neighbours of a statement know the same number, whichever came first.
_CROWD = 60
_FORTNIGHT = 14


@dataclass(frozen=True, slots=True)
class Joined:
    """Statements by distinct wording: `kinds` has for each wording its statements, `edges` what the policy says of
    two wordings (numbers of wordings, the lower first)."""

    kinds: tuple[tuple[int, ...], ...]
    edges: dict[Edge, Likeness]


def join_statements(said: Sequence[Said], old: Sequence[bool], meaning: Meaning | None = None) -> Joined:
    """The distinct wordings of the statements, and every edge between two of them of which one at least is not `old`.
    `said` come in a fixed order; what their words leave undecided the meaning of their sentences may tell."""
    kinds = _wordings(said)
    first = [said[members[0]] for members in kinds]
    edges: dict[Edge, Likeness] = {}
    settled = [all(old[m] for m in members) for members in kinds]
    for a, b in _candidates(first, settled):
        found = compare_statements(first[a], first[b])
        if found is not None:
            edges[(a, b)] = found
    for a, b in of_one_day(first, settled) if meaning is not None else ():
        found = in_other_words(first[a], first[b], meaning) if (a, b) not in edges and meaning is not None else None
        if found is not None:
            edges[(a, b)] = found
    return Joined(kinds, edges)


def _wordings(said: Sequence[Said]) -> tuple[tuple[int, ...], ...]:
    """Statements of one voice in exactly the same words within a fortnight, as one; all of an article's narration by
    itself."""
    found: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(said):
        slot = None if one.when is None else one.when // _FORTNIGHT
        key = (tuple(sorted(one.ids)), one.words, slot) if one.ids and not one.is_narrated else (one.member,)
        found[key].append(at)
    return tuple(tuple(members) for members in found.values())


def _candidates(first: Sequence[Said], old: Sequence[bool]) -> Iterator[Edge]:
    """Pairs of wordings that share a voice, a fortnight or its neighbour, and a telling stem or a figure."""
    index: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(first):
        if one.is_narrated:
            continue
        for each in _keys(one):
            index[each].append(at)
    _meet_undated(first, index)
    yield from sorted({p for held in index.values() if len(held) <= _CROWD for p in pairs_with_new(held, old)})


def _meet_undated(first: Sequence[Said], index: dict[tuple[object, ...], list[int]]) -> None:
    """Statements of no known day meet those of any day."""
    undated = {key for key in index if key[1] is None}
    for at, one in enumerate(first):
        if one.is_narrated or one.when is None:
            continue
        for voice, each in {(voice, each) for voice, _, each in _keys(one)}:
            if (voice, None, each) in undated:
                index[(voice, None, each)].append(at)
    for key in undated:
        index[key].sort()


def _keys(one: Said) -> Iterator[tuple[str, int | None, object]]:
    """What leads to a statement: each voice with each telling stem or figure, in two fortnights that overlap."""
    day = one.when
    slots: tuple[int | None, ...] = (None,) if day is None else (day // _FORTNIGHT * 2, (day + 7) // _FORTNIGHT * 2 + 1)
    what: list[object] = [w for w, weight in one.weights.items() if weight >= _LEADS]
    what += sorted(one.counts, key=repr)
    for voice in sorted(one.ids):
        for slot in slots:
            for each in what:
                yield voice, slot, each
