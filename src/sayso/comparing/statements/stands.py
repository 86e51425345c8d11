"""What a statement says of its matter, as far as words show it: predicates that the pack knows, what it negates, whom
it holds to be the cause. The `about` from which conflicts are concluded; a function of one statement and the pack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.comparing.statements.said import Said
from sayso.packs.comparing import ComparingPack
from sayso.packs.inflection import stem
from sayso.records import Act

# A negation reaches so many words onward; "not", "never" stand before what they negate, "no" before its noun.
_SCOPE = 5
# So many words name a cause.
_CAUSE = 6
# The subject of an active verb stands before so many words.
_SUBJECT = 5
# A word that weighs so much is a name or as rare as one.
_NAME = 0.95
# A word of less weight (been, yet) is none that a negation is about.
_LIGHT = 0.2


@dataclass(frozen=True, slots=True)
class Stand:
    """`predicates` has for each pair and group (0 or 1) of the pack's opposites the stems that stand for it; `negated`
    are the stems under a negation, `heads` what is negated itself and nowhere affirmed beside it; `harm` those of a
    predicate of harm, `cause` whom or what it is put down to."""

    predicates: Mapping[tuple[int, int], frozenset[str]]
    negated: frozenset[str]
    heads: frozenset[str]
    harm: frozenset[str]
    cause: frozenset[str]


def stand_of(said: Said, pack: ComparingPack) -> Stand:
    """The stand that a statement takes."""
    words = said.words
    stems = [stem(w) for w in words]
    reached = list(_reached(words, pack))
    if said.statement.act is Act.DENY and not reached:
        reached = [tuple(range(len(words)))]
    negated = {stems[at] for reach in reached for at in reach}
    free = {s for at, s in enumerate(stems) if not any(at in reach for reach in reached)}
    telling = [[stems[at] for at in reach if stems[at] in said.weights] for reach in reached]
    heads = {s for reach in telling for s in (reach[:1] if said.statement.act is not Act.DENY else reach)}
    harm = [at for at, s in enumerate(stems) if s in pack.harms]
    return Stand(
        predicates=_predicates(stems, negated, pack),
        negated=frozenset(negated),
        heads=frozenset(heads - free - said.names),
        harm=frozenset(stems[at] for at in harm),
        cause=frozenset(_cause(said, stems, harm, pack)),
    )


def _reached(words: tuple[str, ...], pack: ComparingPack) -> Iterator[tuple[int, ...]]:
    """For each negation the places of the words that it reaches."""
    for at, word in enumerate(words):
        if word in pack.negators or word.endswith("n't"):
            onward = range(at + 1, min(len(words), at + 1 + _SCOPE))
            end = next((i for i in onward if _ends(words, at, i, pack)), onward.stop)
            yield tuple(range(at + 1, end))


def _ends(words: tuple[str, ...], negator: int, at: int, pack: ComparingPack) -> bool:
    """Whether a negation's reach ends here: at a conjunction, or at the verb of another clause."""
    if words[at] in pack.breaks:
        return True
    return words[at] in pack.passives and any(pack.weight(w) > _LIGHT for w in words[negator + 1 : at])


def _predicates(stems: list[str], negated: set[str], pack: ComparingPack) -> dict[tuple[int, int], frozenset[str]]:
    """The groups whose phrases the words hold, names inside them or not ("in Merenian hands"). A negated predicate
    stands for the other group."""
    found: dict[tuple[int, int], frozenset[str]] = {}
    nameless = [s for s in stems if pack.weight(s) < _NAME]
    for size, phrases in pack.predicates.items():
        for run in (*_runs(stems, size), *(_runs(nameless, size) if size > 1 else ())):
            for pair, group in phrases.get(run, ()):
                turned = any(s in negated for s in run)
                key = (pair, 1 - group if turned else group)
                found[key] = found.get(key, frozenset()) | set(run)
    return found


def _runs(stems: list[str], size: int) -> list[tuple[str, ...]]:
    return [tuple(stems[at : at + size]) for at in range(len(stems) - size + 1)]


def _cause(said: Said, stems: list[str], harm: list[int], pack: ComparingPack) -> Iterator[str]:
    """Whom or what the harm is put down to: what follows "by" or "because of", the subject of the active verb, or who
    is accused."""
    words = said.words
    if said.statement.act is Act.ACCUSE:
        yield from _named(said, stems, range(min(len(words), _SUBJECT)), pack)
        return
    for at in harm:
        after = range(at + 1, len(words))
        led = next((i for i in after if words[i] in pack.causes), None)
        if led is not None:
            yield from _named(said, stems, range(led + 1, min(len(words), led + 1 + _CAUSE)), pack)
        elif at <= _SUBJECT and words[at] in pack.pasts and not any(w in pack.passives for w in words[:at]):
            yield from _named(said, stems, range(at), pack)


def _named(said: Said, stems: list[str], place: range, pack: ComparingPack) -> Iterator[str]:
    """The telling stems of a cause, up to where a place or another clause is led to; the speaker's for "its"."""
    for at in place:
        word = said.words[at]
        if at > place.start and (word in pack.breaks or word in pack.places):
            return
        if word in pack.owning:
            yield from (stem(part) for v in said.voices for part in v.id.split("-"))
        elif pack.weight(word) > 0:
            yield stems[at]
