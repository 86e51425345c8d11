"""Alarms: the same words from another voice, without their attribution, or without their hedge. Never confirmations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.comparing.grouping import pairs_with_new
from sayso.comparing.statements.policy import days_fit, longest_run
from sayso.comparing.statements.said import PUT_FORWARD, Said
from sayso.comparing.statements.speakers import may_be_one_mouth
from sayso.comparing.statements.wording import overlap
from sayso.records import Act, Modality, Mode, RelationKind

# A run of four words that stands in more statements than this is a phrase of the language or of the day.
_PHRASE = 40
# Words that must agree before another voice is an alarm: nearly the whole of both; without attribution: of the shorter.
_CHANGED = 0.6
_DROPPED = 0.75
_WORDS = 4
# What two who saw it or were told of it may both say shares no such run of words; nearly the whole needs none.
_IN_A_ROW = 5
_WHOLE = 0.9
# Or half of the shorter one, with so many words in a row: a quotation in part.
_PART = 0.5
_VERBATIM = 8
# So much of what a hedge stands before must be in the later wording.
_HEDGED = 0.6
_OF_THE_MIND = frozenset({Act.BELIEVE, Act.HOPE, Act.FEAR, Act.PLAN, Act.PREDICT, Act.SUGGEST})


@dataclass(frozen=True, slots=True)
class Alarm:
    """One finding: from which statement to which (numbers), what happened, how sure, and a sentence."""

    kind: RelationKind
    a: int
    b: int
    score: float
    reason: str


def find_alarms(said: Sequence[Said], old: Sequence[bool]) -> list[Alarm]:
    """Voice changed and attribution dropped, over all statements of different articles of which one at least is not
    `old`; in order."""
    found = []
    for a, b in _alike(said, old):
        alarm = _alarm(said, a, b)
        if alarm is not None:
            found.append(alarm)
    return found


def _alike(said: Sequence[Said], old: Sequence[bool]) -> Iterator[tuple[int, int]]:
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(said):
        if not one.frame:
            for shingle in one.shingles:
                index[shingle].append(at)
    pairs: set[tuple[int, int]] = set()
    for held in index.values():
        if 1 < len(held) <= _PHRASE:
            pairs.update((a, b) for a, b in pairs_with_new(held, old) if said[a].member.key != said[b].member.key)
    yield from sorted(pairs)


def _alarm(said: Sequence[Said], a: int, b: int) -> Alarm | None:
    one, other = said[a], said[b]
    if one.ids & other.ids and not (one.is_narrated or other.is_narrated):
        return None
    if not days_fit(one, other):
        return None
    shared = overlap(one.weights, other.weights)
    if shared.words < _WORDS:
        return None
    if one.is_narrated != other.is_narrated:
        if one.is_narrated:
            a, b, one, other = b, a, other, one
        return _dropped(a, b, one, other)
    # "Officials", "the country's ministry" may be those of the other article.
    named = all(any(v.named and not v.name.islower() for v in s.voices) for s in (one, other))
    if one.is_narrated or not named or may_be_one_mouth(one, other):
        return None
    quoted = Mode.INDIRECT not in (one.statement.mode, other.statement.mode)
    verbatim = quoted and shared.shorter >= _PART and longest_run(one.words, other.words) >= _VERBATIM
    if (shared.both < _CHANGED and not verbatim) or not all(_asserts(s) for s in (one, other)):
        return None
    if longest_run(one.words, other.words) < _IN_A_ROW:
        return None
    names = " against ".join(" and ".join(v.name for v in s.voices) for s in (one, other))
    return Alarm(RelationKind.VOICE_CHANGED, a, b, shared.shorter, f"the same words from another voice: {names}")


def _asserts(said: Said) -> bool:
    """Whether it says what is so, and not of the speaker: others may condemn, promise, lose the same."""
    if said.statement.mode is Mode.DIRECT:
        return True
    return said.is_clause and not said.is_of_itself and said.statement.act in PUT_FORWARD


def _dropped(a: int, b: int, one: Said, other: Said) -> Alarm | None:
    """The attributed statement before the one that is told as a fact, and that its article attributes nowhere."""
    if not one.voices or other.is_vouched or not one.is_clause or one.statement.act not in PUT_FORWARD:
        return None
    if any(v.id.split("-")[-1] in other.words for v in one.voices):
        return None  # "the man was named by police": still on their word
    share = sum(w for word, w in one.weights.items() if word in other.weights) / sum(one.weights.values())
    if share < _DROPPED or (share < _WHOLE and longest_run(one.words, other.words) < _IN_A_ROW):
        return None
    if (one.published or 0) > (other.published or 10**7):
        return None
    mine, theirs = one.statement, other.statement
    if mine.polarity is not theirs.polarity or (mine.modality is Modality.PLANNED) != (
        theirs.modality is Modality.PLANNED
    ):
        return None
    who = " and ".join(v.name for v in one.voices)
    told = f"{other.outlet} tells in its own voice what {who} said by {one.outlet}"
    return Alarm(RelationKind.ATTRIBUTION_DROPPED, a, b, share, told)


def hedge_dropped(one: Said, other: Said) -> str | None:
    """The sentence for a hedge that the later article leaves out; None where it does not."""
    if not one.is_hedged or other.is_hedged or other.statement.hedges or one.member.key == other.member.key:
        return None
    if (one.published or 0) > (other.published or 10**7) or other.statement.act in _OF_THE_MIND:
        return None
    if other.statement.mode is Mode.NARRATED and any(v.speaks for v in other.voices):
        return None  # the voice's own release has nothing to drop
    if overlap(one.hedged, other.weights).shorter < _HEDGED or overlap(one.weights, other.weights).both < _PART:
        return None
    s = one.statement
    what = "the remark that it was not checked" if s.verification and not s.hedges else "its hedge"
    return f"{one.outlet} gives it with {what}, {other.outlet} without"
