"""Claims without figures that cannot both be so: holds and seized, did and denies, will and will not.

Two statements of one story and day conflict where they speak of one thing and one negates what the other affirms, where
their predicates exclude each other (the pack lists which), where two sides claim what only one can have, or where one
harm is put down to two causes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.comparing.grouping import pairs_with_new
from sayso.comparing.statements.said import PUT_FORWARD, Said
from sayso.comparing.statements.speakers import may_be_one_mouth
from sayso.comparing.statements.stands import Stand, stand_of
from sayso.comparing.statements.wording import overlap
from sayso.packs.comparing import ComparingPack
from sayso.packs.inflection import stem
from sayso.records import Act, Modality, RelationKind

# What two statements of one thing share: so much of the shorter and of both, a word that weighs as a name among it.
_NAME = 0.3
_SHORTER = 0.5
_BOTH = 0.28
_DENIED = 0.38
# Both go on about other things: each has so much of its words for itself.
_OTHER = 0.4
# Statements of so few telling words may share their names alone.
_FEW = 4
# A land and its people have so many letters in common.
_ROOT = 4
# What is told of one day: a village held on Monday may be lost on Wednesday.
_ONE_DAY = 1
# More statements of one story on one word than this are a war's, and their pairs are found by their other words.
_CROWD = 40
# Outside a story a word leads to others of its days where it tells so much.
_LEADS = 0.4
_OWN_WORD = PUT_FORWARD | {Act.DENY, Act.ACCUSE}
_MODALITIES = frozenset({Modality.ASSERTED, Modality.PLANNED})


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements (numbers) that exclude each other: how, how sure, and a sentence."""

    kind: RelationKind
    a: int
    b: int
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Sides:
    """Two statements with their stands, and the pack."""

    a: Said
    b: Said
    stands: tuple[Stand, Stand]
    pack: ComparingPack


@dataclass(frozen=True, slots=True)
class Ruling:
    """How two statements exclude each other."""

    kind: RelationKind
    score: float
    reason: str


def find_conflicts(
    said: Sequence[Said], story: Mapping[str, str], pack: ComparingPack, old: Sequence[bool]
) -> list[Conflict]:
    """Every conflict between statements of one story of which one at least is not `old`, in order."""
    stands: dict[int, Stand] = {}
    found = []
    for a, b in _candidates(said, story, old):
        for at in (a, b):
            if at not in stands:
                stands[at] = stand_of(said[at], pack)
        ruling = exclude(Sides(said[a], said[b], (stands[a], stands[b]), pack))
        if ruling is not None:
            found.append(Conflict(ruling.kind, a, b, ruling.score, ruling.reason))
    return found


def _candidates(said: Sequence[Said], story: Mapping[str, str], old: Sequence[bool]) -> Iterator[tuple[int, int]]:
    index: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(said):
        for key in keys_of(one, story.get(one.member.key)):
            index[key].append(at)
    pairs: set[tuple[int, int]] = set()
    for held in index.values():
        if 1 < len(held) <= _CROWD:
            pairs.update((a, b) for a, b in pairs_with_new(held, old) if _may_meet(said[a], said[b]))
    yield from sorted(pairs)


def _may_meet(a: Said, b: Said) -> bool:
    """Whether two statements are held against each other: of two articles, or of two sides in one."""
    if a.member.key != b.member.key:
        return True
    sides = [{v.side for v in one.voices} for one in (a, b)]
    return bool(sides[0] and sides[1]) and None not in sides[0] | sides[1] and not sides[0] & sides[1]


def keys_of(one: Said, story: str | None) -> Iterator[tuple[object, ...]]:
    """What leads to a statement that can be in conflict: its telling words within its story, or on its days."""
    if one.frame or one.is_narrated or one.statement.modality not in _MODALITIES:
        return
    if not one.is_clause and one.statement.act is not Act.ACCUSE:
        return
    if one.statement.within and one.statement.act not in _OWN_WORD:
        return  # what somebody did in another's words stands under that one's negation
    for word, weight in one.weights.items():
        if weight >= _NAME and story is not None:
            yield "story", story, word
        if weight >= _LEADS and one.when is not None:
            yield "days", one.when // 2 * 2, word
            yield "days", (one.when + 1) // 2 * 2 - 1, word


def exclude(sides: Sides) -> Ruling | None:
    """How the two exclude each other; None where they do not."""
    a, b = sides.a, sides.b
    if a.when is not None and b.when is not None and abs(a.when - b.when) > _ONE_DAY:
        return None
    if a.statement.modality is not b.statement.modality:
        return None
    for rule in (_denied, _opposed, _exclusive, _two_causes):
        ruling = rule(sides)
        if ruling is not None:
            return ruling
    return None


def _denied(s: Sides) -> Ruling | None:
    """One negates what the other affirms: what is negated in one stands free in the other."""
    one, other = s.stands
    turned = one.heads & (set(s.b.weights) - other.negated) | other.heads & (set(s.a.weights) - one.negated)
    if not turned or not _is_of_one_thing(s, frozenset(), _DENIED):
        return None
    shared = sorted(set(s.a.weights) & set(s.b.weights), key=lambda w: (-s.a.weights[w], w))
    told = f"one says what the other says is not so: {', '.join(s.a.as_said(shared[:5]))}"
    return Ruling(RelationKind.DENIES, 0.8, told)


def _opposed(s: Sides) -> Ruling | None:
    one, other = s.stands
    for (pair, group), words in one.predicates.items():
        against = other.predicates.get((pair, 1 - group))
        if against is None or (pair, 1 - group) in one.predicates or (pair, group) in other.predicates:
            continue
        if words & against and not words & (one.negated ^ other.negated):
            continue
        if _is_of_one_thing(s, words | against, _BOTH):
            told = " against ".join((_words(s.a, words), _words(s.b, against)))
            told = f"{told}: both can't be so"
            return Ruling(RelationKind.CONTRADICTS, 0.7, told)
    return None


def _words(said: Said, stems: frozenset[str]) -> str:
    return " ".join(said.as_said(sorted(stems)))


def _exclusive(s: Sides) -> Ruling | None:
    """Two sides, each of its own people, claim what only one can have."""
    if may_be_one_mouth(s.a, s.b) or not _speak_of_their_own(s.a, s.b):
        return None
    for word, stems in s.pack.exclusive.items():
        shared = stems.intersection(s.a.weights), stems.intersection(s.b.weights)
        if all(shared) and _is_of_one_thing(s, frozenset().union(*shared), _BOTH):
            return Ruling(RelationKind.CONTRADICTS, 0.6, f"two sides claim what only one can {word}")
    return None


def _speak_of_their_own(a: Said, b: Said) -> bool:
    sides = [{v.side or v.id for v in s.voices if v.official} for s in (a, b)]
    official = bool(sides[0] and sides[1]) and not sides[0] & sides[1]
    return official or (a.is_of_itself and b.is_of_itself)


def _two_causes(s: Sides) -> Ruling | None:
    """One harm put down to two whose names differ, or to an accident and an attack."""
    one, other = s.stands
    if not one.harm or not other.harm or not one.cause or not other.cause:
        return None
    if one.negated & one.harm or other.negated & other.harm:
        return None
    names = [_named(one, s.a), _named(other, s.b)]
    culprits = bool(names[0] and names[1]) and not any(_kin(x, y) for x in names[0] for y in names[1])
    accident = [bool(stand.cause & s.pack.accidents) for stand in s.stands]
    attack = [bool(stand.cause & s.pack.weapons or n) for stand, n in zip(s.stands, names, strict=True)]
    sorts = [a and not w for a, w in zip(accident, attack, strict=True)]
    if (
        not culprits
        and not (sorts[0] and attack[1] and not accident[1])
        and not (sorts[1] and attack[0] and not accident[0])
    ):
        return None
    if not _is_of_one_thing(s, one.harm | other.harm | one.cause | other.cause, _BOTH):
        return None
    causes = " against ".join((_words(s.a, one.cause), _words(s.b, other.cause)))
    return Ruling(RelationKind.CONTRADICTS, 0.6, f"one harm, two causes: {causes}")


def _named(stand: Stand, said: Said) -> set[str]:
    own = {stem(part) for v in said.voices for part in v.id.split("-")}
    return {w for w in stand.cause if w in said.names or w in own}


def _kin(a: str, b: str) -> bool:
    """A land and its people: "Merenia", "Merenian"."""
    return a[:_ROOT] == b[:_ROOT]


def _is_of_one_thing(s: Sides, predicates: frozenset[str], both: float) -> bool:
    """Whether what is left of both without their predicates is mostly the same, with more in it than names where they
    say much; and neither speaks of its own people alone."""
    exclusive = bool(predicates & _exclusive_roots(s.pack))
    if s.a.is_of_itself and s.b.is_of_itself and not s.a.ids & s.b.ids and not exclusive:
        return False
    rests = [{w: x for w, x in one.weights.items() if w not in predicates} for one in (s.a, s.b)]
    rest = overlap(*rests)
    if rest.shorter < _SHORTER or rest.both < both:
        return False
    if not any(min(rests[0][w], rests[1][w]) >= _NAME for w in rest.shared):
        return False
    if _count_apart(s):
        return False
    names = s.a.names | s.b.names
    if min(len(r) for r in rests) > _FEW and not set(rest.shared) - names:
        return False
    own = s.pack.parties - set(rest.shared) if exclusive else frozenset()  # "its forces" here, "its troops" there
    plain = [{w: x for w, x in r.items() if w not in names | own} for r in rests]
    alone = [sum(x for w, x in p.items() if w not in rest.shared) / (sum(p.values()) or 1.0) for p in plain]
    return min(alone) < _OTHER


def _count_apart(s: Sides) -> bool:
    """Whether both count or number something, and not alike: four of them and three, the first and the second."""
    counts = [{w for w in one.words if w in s.pack.numbers or w[:1].isdigit()} for one in (s.a, s.b)]
    return bool(counts[0] and counts[1]) and not counts[0] & counts[1]


def _exclusive_roots(pack: ComparingPack) -> frozenset[str]:
    return frozenset().union(*pack.exclusive.values())
