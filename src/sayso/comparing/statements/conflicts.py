"""Claims without figures that cannot both be so: holds and seized, did and denies, will and will not.

Two statements of one story and day conflict where they speak of one thing and one negates the other, where their
predicates exclude each other (the pack lists which), or where two sides claim what only one can have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.comparing.pieces import stem
from sayso.comparing.statements.said import Said
from sayso.comparing.statements.wording import Overlap, overlap
from sayso.packs.comparing import ComparingPack
from sayso.records import Act, Modality, Polarity, RelationKind

# One thing: a word in common that weighs as a name does; and so much of the shorter statement besides its predicate.
_NAME = 0.3
_DENIED = 0.5
_WHOLLY = 0.4
_RARE = 0.75
_OPPOSED = 0.5
_ALIKE = 0.3
# What is told of one day: a village held on Monday may be lost on Wednesday.
_ONE_DAY = 1
# More statements of one story on one word than this are a war's, and their pairs are found by their other words.
_CROWD = 40


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements (numbers) that exclude each other: how, how sure, and a sentence."""

    kind: RelationKind
    a: int
    b: int
    score: float
    reason: str


def find_conflicts(said: Sequence[Said], story: Mapping[str, str], pack: ComparingPack) -> list[Conflict]:
    """Every conflict between statements of one story, in order."""
    stances = _stances(said, pack)
    found = []
    for a, b in _candidates(said, story):
        conflict = _conflict(said, (a, b), (stances[a], stances[b]), pack)
        if conflict is not None:
            found.append(conflict)
    return found


Stance = Mapping[tuple[int, int], str]


def _stances(said: Sequence[Said], pack: ComparingPack) -> list[Stance]:
    """For each statement which predicates of the pack it has: by pair and group (0 or 1), with the words."""
    phrases: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for pair, opposite in enumerate(pack.opposites):
        for group, listed in enumerate((opposite.one, opposite.other)):
            for phrase in listed:
                phrases[tuple(stem(w) for w in phrase)].append((pair, group))
    sizes = sorted({len(phrase) for phrase in phrases})
    found: list[Stance] = []
    for one in said:
        stems = tuple(stem(w) for w in one.words)
        runs = (stems[i : i + size] for size in sizes for i in range(len(stems) - size + 1))
        found.append({at: " ".join(run) for run in runs for at in phrases.get(run, ())})
    return found


def _opposed(a: Stance, b: Stance) -> Iterator[tuple[str, str]]:
    """The predicates of the first and the second that exclude each other; a statement with both sides says neither."""
    for (pair, group), words in a.items():
        other = (pair, 1 - group)
        if other in b and other not in a and (pair, group) not in b:
            yield words, b[other]


def _candidates(said: Sequence[Said], story: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    index: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    for at, one in enumerate(said):
        if one.frame or one.is_narrated or one.statement.modality not in (Modality.ASSERTED, Modality.PLANNED):
            continue
        for word, weight in one.weights.items():
            if weight >= _NAME:
                index[(story.get(one.member.key), word)].append(at)
    pairs: set[tuple[int, int]] = set()
    for held in index.values():
        if 1 < len(held) <= _CROWD:
            pairs.update((a, b) for a, b in combinations(held, 2) if said[a].member.key != said[b].member.key)
    yield from sorted(pairs)


def _conflict(
    said: Sequence[Said], pair: tuple[int, int], stances: tuple[Stance, Stance], pack: ComparingPack
) -> Conflict | None:
    a, b = said[pair[0]], said[pair[1]]
    if a.when is not None and b.when is not None and abs(a.when - b.when) > _ONE_DAY:
        return None
    if a.statement.modality is not b.statement.modality:
        return None
    if _name_different_things(a, b):
        return None
    shared = overlap(a.weights, b.weights)
    denied = _denied(a, b, shared)
    if denied is not None:
        return Conflict(denied, *pair, 0.8, f"one says what the other says is not so: {', '.join(shared.shared[:5])}")
    only = next((w for w in pack.exclusive if stem(w) in a.weights and stem(w) in b.weights), None)
    if only is not None and _are_of_two_sides(a, b) and _is_of_one_thing(a, b, (stem(only), stem(only))):
        return Conflict(RelationKind.CONTRADICTS, *pair, 0.6, f"two sides claim what only one can {only}")
    for words in _opposed(*stances):
        if _is_of_one_thing(a, b, words):
            return Conflict(RelationKind.CONTRADICTS, *pair, 0.7, f"{words[0]} against {words[1]}: both can't be so")
    return None


def _name_different_things(a: Said, b: Said) -> bool:
    """Whether each has a word as rare as a name that the other lacks: then they hardly speak of one thing."""
    rare = [{w for w, weight in s.weights.items() if weight >= _RARE} for s in (a, b)]
    lacks = [rare[0] - set(b.weights), rare[1] - set(a.weights)]
    return bool(lacks[0] and lacks[1]) and len(lacks[0] | lacks[1]) > len(rare[0] & rare[1]) + 1


def _denied(a: Said, b: Said, shared: Overlap) -> RelationKind | None:
    """Whether one of the two denies or negates what the other affirms."""
    if (
        shared.shorter < _DENIED
        or shared.both < _WHOLLY
        or not any(min(a.weights[w], b.weights[w]) >= _NAME for w in shared.shared)
    ):
        return None
    turned = [s.statement.act is Act.DENY or s.statement.polarity is Polarity.NEGATED for s in (a, b)]
    if turned[0] == turned[1]:
        return None
    return RelationKind.DENIES


def _are_of_two_sides(a: Said, b: Said) -> bool:
    """Whether two sides' official voices speak, each of its own people."""
    sides = [{v.side or v.id for v in s.voices if v.official} for s in (a, b)]
    return bool(sides[0] and sides[1]) and not sides[0] & sides[1]


def _is_of_one_thing(a: Said, b: Said, words: tuple[str, str]) -> bool:
    """Whether what is left of both without their predicates is mostly the same, a name among it."""
    if a.statement.polarity is not b.statement.polarity:
        return False
    predicates = {w for phrase in words for w in phrase.split()}
    rests = [{w: x for w, x in s.weights.items() if w not in predicates} for s in (a, b)]
    rest = overlap(*rests)
    named = any(min(rests[0][w], rests[1][w]) >= _NAME for w in rest.shared)
    return named and rest.shorter >= _OPPOSED and rest.both >= _ALIKE
