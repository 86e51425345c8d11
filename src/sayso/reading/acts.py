"""What a cue does: its act, what it makes of the content, and the hedges beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.packs import Packs
from sayso.packs.attribution import Attribution, Cue
from sayso.reading.words import Words, find_phrases, read_words
from sayso.records import Act, Certainty, Modality, Polarity, Span, Statement

# How far before the cue its verb group may begin ("has so far repeatedly declined to").
_GROUP_WORDS = 9
_GROUP_CHARACTERS = 90
_AFTER_CHARACTERS = 40
_CLOSING = frozenset(',.;:!?”"')
# A phrase may end beyond its cue ("offered" + "to").
_BEYOND = 12
# Who is asked comes before the infinitive ("both armies to leave").
_ADDRESSEE_WORDS = 4
# How much of a content tells whether it is an infinitive.
_OPENING = 60


@dataclass(frozen=True, slots=True)
class CueWeight:
    """What a cue does (None where the pack knows no word of it), and the hedges in and beside it."""

    cue: Cue | None
    hedges: tuple[Span, ...] = ()
    certainties: tuple[Certainty, ...] = ()


def weigh_cue(text: str, statement: Statement, sentence: Span, packs: Packs) -> CueWeight:
    """Weighs a statement's cue within its verb group ("did not rule out", "appeared to confirm")."""
    cue = statement.cue
    if cue is None:
        return CueWeight(None)
    floor = max(sentence.start, cue.start - _GROUP_CHARACTERS, *_ends_before(statement, cue.start))
    words = read_words(text, Span(min(floor, cue.start), cue.end), *_beyond(text, cue, packs))
    own, end = words.at_or_after(cue.start), words.at_or_after(cue.end)
    group = _group(words, own, packs)
    hedges = [(words.over(h.at, h.length), c) for h, c in find_phrases(words, packs.hedges.hedges, group, end)]
    distance = _distance(text, statement, packs)
    if distance is not None:
        hedges.append((distance, Certainty.PROBABLE))
    found = find_cue(words, group, own, end, packs.attribution)
    return CueWeight(
        _as_asked(text, statement, words.low[group:end], found, packs),
        tuple(sorted(span for span, _ in hedges)),
        tuple(certainty for _, certainty in hedges),
    )


def _beyond(text: str, cue: Span, packs: Packs) -> Iterator[Span]:
    """What follows the cue, for phrases that run on beyond it; nothing before a day ("insisted | on Tuesday")."""
    beyond = Span(cue.end, min(len(text), cue.end + _BEYOND))
    if packs.voice_words.calendar.isdisjoint(
        read_words(text, Span(cue.end, min(len(text), cue.end + 2 * _BEYOND))).low[:2]
    ):
        yield beyond


def _ends_before(statement: Statement, at: int) -> list[int]:
    """Ends of the source and contents that stand before the cue."""
    spans = [*statement.content, *([statement.source] if statement.source else [])]
    return [s.end for s in spans if s.end <= at] or [0]


def _group(words: Words, cue: int, packs: Packs) -> int:
    """The first word of the cue's verb group; a phrase that runs into the cue ("rule | out") is part of it."""
    for i in range(cue - 1, max(-1, cue - 1 - _GROUP_WORDS), -1):
        if not _may_join(words, i, cue, packs):
            return i + 1
        if i + 1 < len(words) and not _CLOSING.isdisjoint(words.before(i + 1)):
            return i + 1
    return max(0, cue - _GROUP_WORDS)


def _may_join(words: Words, i: int, cue: int, packs: Packs) -> bool:
    """Whether the word belongs to the verb group: auxiliary, negation, adverb, hedge, or "declined" before its "to"."""
    attribution, word = packs.attribution, words.low[i]
    if word in attribution.auxiliaries or word in attribution.negators or (word.endswith("ly") and len(word) > 4):
        return True
    if packs.hedges.hedges.at(words.low, i) is not None:
        return True
    phrase = attribution.cues.at(words.low, i)
    return phrase is not None and (phrase.value.act is Act.DECLINE or i + phrase.length > cue)


def find_cue(words: Words, group: int, own: int, end: int, attribution: Attribution) -> Cue | None:
    """The first word of the group that does something; where none does, a light one of the cue's own words."""
    light: Cue | None = None
    for hit, cue in find_phrases(words, attribution.cues, group, end):
        if cue.light:
            light = light or (cue if hit.at >= own else None)
            continue
        return _turned(words, group, hit.at, cue, attribution)
    return light


def _turned(words: Words, group: int, at: int, cue: Cue, attribution: Attribution) -> Cue:
    """The cue as it is under a negation before it."""
    if attribution.negators.isdisjoint(words.low[max(group, at - 4) : at]):
        return cue
    given = attribution.negated.get(cue.act)
    if given is not None:
        return given
    turned = Polarity.AFFIRMED if cue.polarity is Polarity.NEGATED else Polarity.NEGATED
    return replace(cue, polarity=turned)


def _as_asked(text: str, statement: Statement, group: Sequence[str], cue: Cue | None, packs: Packs) -> Cue | None:
    """An infinitive told to somebody is a thing asked for ("told residents to leave")."""
    attribution = packs.attribution
    if cue is None or cue.act not in (Act.SAY, Act.ASK, Act.WARN) or attribution.asking.isdisjoint(group):
        return cue
    content = statement.content[0]
    if statement.cue is None or content.start < statement.cue.end or not text[content.start].isalpha():
        return cue
    opening = read_words(text, Span(content.start, min(content.end, content.start + _OPENING))).low
    if group[-1] == "to":  # "were told to | boil their water"
        opening = ["to", *opening]
    to = opening.index("to") if "to" in opening else len(opening)
    if to and packs.attribution.addressing.isdisjoint(group):
        return cue  # "said alternative routes to …": nobody is told to do anything
    following = opening[to + 1] if to + 1 < len(opening) else "be"
    if to > _ADDRESSEE_WORDS or following in ("have", "be") or following in packs.hedges.clause.determiners:
        return cue
    if not attribution.finite.isdisjoint(opening[:to]) or (to and _is_verb_before_to(opening, to - 1, packs)):
        return cue
    return Cue(cue.act if cue.act is Act.ASK else Act.DEMAND, cue.polarity, Modality.DEMANDED, cue.certainty)


def _is_verb_before_to(words: Sequence[str], i: int, packs: Packs) -> bool:
    """Whether the word and its "to" are a verb of their own ("attempts to") and no addressee ("drivers to")."""
    for book in (packs.attribution.cues, packs.hedges.modals):
        phrase = book.at(words, i)
        if phrase is not None and phrase.length > 1:
            return True
    return False


def _distance(text: str, statement: Statement, packs: Packs) -> Span | None:
    """ "what it said was": the outlet keeps its distance from the thing that follows."""
    source, cue = statement.source, statement.cue
    if source is None or cue is None or cue.start < source.end:
        return None
    before = read_words(text, Span(max(0, source.start - 12), source.start))
    if before.low[-1:] != [packs.hedges.opening] or text[before.spans[-1][1] : source.start].strip():
        return None
    if not any(word in packs.hedges.distance for word in read_words(text, cue).low):
        return None
    after = read_words(text, Span(cue.start, min(len(text), cue.end + _AFTER_CHARACTERS)))
    following = after.at_or_after(cue.end)
    if following >= len(after):
        return None
    phrase = packs.hedges.after.at(after.low, following)
    if phrase is None or not phrase.value:
        return Span(before.spans[-1][0], cue.end)
    return Span(before.spans[-1][0], after.over(following, phrase.length).end)
