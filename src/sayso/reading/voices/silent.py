"""Silent: what stands where a source does and speaks not - "it was said", "it raised fears", "across the land"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.packs.voice_words import NOUN
from sayso.reading.voices.entities import Entity
from sayso.reading.voices.lexing import Lexed
from sayso.records import Statement, VoiceKind

_PASSIVE = frozenset(("was", "is", "been", "were", "being"))
_SEEMING = frozenset(("seemed", "appeared", "emerged", "turned", "seems", "appears", "emerges"))


@dataclass(frozen=True, slots=True)
class Turn:
    """A statement in the order of its source (its content where it has none), with the words of the source."""

    at: int
    last: int
    statement: Statement


def is_impersonal(lexed: Lexed, turn: Turn) -> bool:
    """ "It was said", "it is believed": no "it" that speaks; "across Europe": where something is said."""
    if lexed.words[turn.at].low in lexed.lexicon.ranging:
        return True
    cue = turn.statement.cue
    if turn.last - turn.at != 1 or lexed.words[turn.at].low != "it" or cue is None:
        return False
    first, last = lexed.within(cue)
    after = {w.low for w in lexed.words[turn.last : max(last, first + 1)][:5]}
    return not _PASSIVE.isdisjoint(after) or lexed.words[first].low in _SEEMING


def is_adjective(lexed: Lexed, turn: Turn) -> bool:
    """Whether a cue that modifies a noun is one word right before its content and not behind its source: an adjective
    of the content's noun ("investigated the | alleged | abuses"), and nobody's word."""
    cue = turn.statement.cue
    first, last = lexed.within(cue) if cue is not None else (0, 0)
    behind = turn.statement.source is not None and turn.last == first
    return last - first == 1 and not behind and lexed.within(turn.statement.content[0])[0] == last


def speaks(lexed: Lexed, turn: Turn, voices: Sequence[Entity]) -> bool:
    """Whether what is named as the source speaks: not a feeling itself ("suspicion grows that …"), nor a thing that
    gives rise to what others feel ("the closure has raised concerns"), nor whoever others speak of."""
    lexicon, source = lexed.lexicon, lexed.words[turn.at].low if turn.last - turn.at == 1 else ""
    if source in lexicon.feelings or is_spoken_of(lexed, turn):
        return False
    low = _cue_words(lexed, turn)
    if not (any(w in lexicon.raising for w in low) and any(w in lexicon.feelings for w in low[-2:])):
        return True
    return source not in ("which", "that", "it", "this") and any(_is_somebody(lexed, e) for e in voices)


def is_spoken_of(lexed: Lexed, turn: Turn) -> bool:
    """Whether the cue says what others say of its noun: "came under criticism for …", "rebels | once known as | …",
    "officials | accused | of theft"."""
    lexicon, low = lexed.lexicon, _cue_words(lexed, turn)
    if any(w in lexicon.receiving for w in low) and any(w in lexicon.reproaches for w in low):
        return True
    if low[-1:] and low[-1] in lexicon.telling and _is_addressed(lexed, turn):
        return True  # "was there to remind | officials | that …"
    if low == ["asked"] and _opens(lexed, turn):
        return True  # "Asked about the dam, the clerk said"
    opening = lexed.words[lexed.within(turn.statement.content[0])[0]].low if low else ""
    of = [*low, "of"] if opening == "of" else low
    reduced = len(of) == 2 and of[1] == "of"  # "has accused of" would have an auxiliary
    phrase = " ".join(of[-2:])
    return phrase in lexicon.accused and (reduced or not phrase.endswith(" of"))


def _is_addressed(lexed: Lexed, turn: Turn) -> bool:
    """Whether the source stands between its cue and the "that" of the content: whom somebody tells it."""
    if turn.statement.source is None or turn.statement.cue is None:
        return False
    first = lexed.within(turn.statement.content[0])[0]
    behind = lexed.within(turn.statement.cue)[1] == turn.at and turn.last == first
    return behind and lexed.words[first].low in ("that", "to", "how", "why", "whether")


def _opens(lexed: Lexed, turn: Turn) -> bool:
    """Whether the cue opens its sentence."""
    cue = turn.statement.cue
    first = lexed.within(cue)[0] if cue is not None else 0
    return first == lexed.sentences[lexed.words[first].sentence]


def _cue_words(lexed: Lexed, turn: Turn) -> list[str]:
    cue = turn.statement.cue
    first, last = lexed.within(cue) if cue is not None else (0, 0)
    return [w.low for w in lexed.words[first:last]]


def _is_somebody(lexed: Lexed, entity: Entity) -> bool:
    """Whether it is named, or called by a noun of people or bodies."""
    return entity.kind is not VoiceKind.UNNAMED or any(lexed.lexicon.sort(n) & NOUN for n in entity.nouns)
