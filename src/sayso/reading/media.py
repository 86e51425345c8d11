"""Through what a statement was said, as far as the article tells: a Telegram post, a briefing, an interview."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.packs import Packs
from sayso.packs.media import MediumWord
from sayso.packs.world import Use
from sayso.reading.attachment import Surroundings, distance, is_attached, surroundings
from sayso.reading.draft import Draft
from sayso.reading.spoken import date_statements, take_up
from sayso.reading.words import Words, find_phrases, read_words
from sayso.records import Medium, MediumKind, Mode, Span, Statement

# Modifiers between preposition and noun: "in a rare late-night English-language video address".
_MODIFIERS = 7
# "an address to local officials": words of the noun's own phrase.
_COMPLEMENT = 5
_ADDRESSEE = 6
_CHANNELS = (MediumKind.SOCIAL, MediumKind.WEBSITE)


@dataclass(frozen=True, slots=True)
class _Candidate:
    kind: MediumKind
    span: Span
    rank: int  # smaller wins


def find_media(draft: Draft) -> None:
    """Fills `medium` and `said_on` of the statements."""
    contents = sorted(c for s in draft.statements for c in s.content)
    around = {s.id: surroundings(s, draft.sentences, contents) for s in draft.statements}
    found = []
    for statement in draft.statements:
        here = around[statement.id]
        medium = _medium(draft, statement, here) if here and statement.mode is not Mode.NARRATED else None
        found.append(replace(statement, medium=medium))
    draft.statements = tuple(found)
    date_statements(draft, around)
    take_up(draft)


def _medium(draft: Draft, statement: Statement, around: Surroundings) -> Medium | None:
    candidates = [*_told(draft, statement, around), *_named(draft, statement, around)]
    if not candidates:
        return None
    best = min(candidates, key=lambda c: (c.rank, distance(around, c.span), c.span))
    return Medium(best.kind, best.span.of(draft.text), best.span)


def _named(draft: Draft, statement: Statement, around: Surroundings) -> Iterator[_Candidate]:
    """Nouns and names of media that belong to the cue."""
    packs, text = draft.parts.packs, draft.text
    for stretch in around.stretches:
        words = read_words(text, stretch)
        for hit, medium in find_phrases(words, packs.media.media):
            span = words.over(hit.at, hit.length)
            if medium.proper and not text[span.start].isupper():
                continue
            if not is_attached(text, around, span, packs.media.words.stops):
                continue
            in_source = statement.source is not None and statement.source.holds(span)
            start = hit.at if in_source else _phrase_start(words, hit.at, statement, packs)
            if start is None or (in_source and medium.kind is not MediumKind.STATEMENT):
                continue
            end = hit.at + hit.length
            if medium.proper:  # "Telegram post"
                further = packs.media.media.at(words.low, end)
                end += further.length if further is not None and not _parted(words, end) else 0
            yield _Candidate(
                medium.kind, _whole(draft, statement, words, range(start, end), medium.kind), _rank(medium, in_source)
            )


def _rank(medium: MediumWord, in_source: bool) -> int:
    """A named channel says most, then any channel; "the statement added" least."""
    if medium.proper:
        return 1
    return 2 if medium.kind in _CHANNELS else 4 if in_source else 3


def _phrase_start(words: Words, at: int, statement: Statement, packs: Packs) -> int | None:
    """The first word of the noun's phrase after its preposition or verb; None where none of these introduces it."""
    known = packs.media.words
    for i in range(at - 1, max(-1, at - 2 - _MODIFIERS), -1):
        if any(mark in words.before(i + 1) for mark in ",.;:()—"):
            return None
        word = words.low[i]
        if word in known.prepositions or word in known.uses:
            return i + 1
        if statement.cue is not None and statement.cue.meets(words.spans[i]):
            return i + 1 if word in known.telling else None
    return None


def _whole(draft: Draft, statement: Statement, words: Words, phrase: range, kind: MediumKind) -> Span:
    """The phrase without its determiners and days, and with whom a speech addresses."""
    known = draft.parts.packs.media.words
    times = {t.span.start for t in draft.times}
    start, end = phrase.start, phrase.stop
    while start < end - 1 and (
        words.low[start] in known.determiners or words.spans[start].start in times or words.low[start] == "'s"
    ):
        start += 1
    if (
        kind not in (MediumKind.SPEECH, MediumKind.INTERVIEW)
        or words.low[end : end + 1] == []
        or words.low[end] not in known.goes_on
    ):
        return words.over(start, end - start)
    last = end + 1
    while (
        last < min(len(words), end + 1 + _COMPLEMENT) and words.low[last] not in known.ends and not _parted(words, last)
    ):
        if statement.cue is not None and statement.cue.meets(words.spans[last]):
            break
        last += 1
    return words.over(start, (last if last > end + 1 else end) - start)


def _parted(words: Words, i: int) -> bool:
    return any(mark in words.before(i) for mark in ',.;:()—–"“”\n')


def _told(draft: Draft, statement: Statement, around: Surroundings) -> Iterator[_Candidate]:
    """Whom it was told: an outlet makes an interview, reporters a briefing."""
    packs, text = draft.parts.packs, draft.text
    known = packs.media.words
    for stretch in around.stretches:
        words = read_words(text, stretch)
        for i in range(len(words)):
            after = i + 1
            if words.low[i] in known.telling:
                if statement.cue is None or not statement.cue.meets(words.spans[i]):
                    continue
            else:
                phrase = known.speaking.at(words.low, i)
                if phrase is None or not is_attached(text, around, words.over(i, phrase.length), known.stops):
                    continue
                after = i + phrase.length
            candidate = _addressee(draft, words, after, packs)
            if candidate is not None:
                yield candidate


def _addressee(draft: Draft, words: Words, start: int, packs: Packs) -> _Candidate | None:
    known = packs.media.words
    times = {t.span.start for t in draft.times}
    end = start
    while end < min(len(words), start + _ADDRESSEE):
        if end > start and _parted(words, end):
            break
        if words.spans[end].start in times or (
            words.low[end] in known.ends and not draft.text[words.spans[end].start].isupper()
        ):
            break
        end += 1
    if end == start:
        return None
    audience = packs.media.audiences.at(words.low, start)
    if audience is not None:
        return _Candidate(audience.value, words.over(start, audience.length), 3)
    if words.low[start] in ("the", "a", "an") and start + 1 < end:
        start += 1
    span = words.over(start, end - start)
    if _is_outlet(draft, words, start, end, packs):
        return _Candidate(MediumKind.INTERVIEW, span, 0)
    return None


def _is_outlet(draft: Draft, words: Words, start: int, end: int, packs: Packs) -> bool:
    """Whether these words name an outlet: known, or named with a word that outlets bear, or an organisation's name."""
    span = words.over(start, end - start)
    said = span.of(draft.text)
    known = packs.world.known(said)
    if known is not None:
        return known.use is Use.OUTLET
    capital = any(draft.text[s.start].isupper() for s in words.spans[start:end])
    if not capital:
        return words.low[end - 1] in packs.media.words.outlet_words
    if any(word in packs.media.words.outlet_words for word in words.low[start:end]):
        return True
    return end - start == 1 and said.isupper() and 2 < len(said) <= 5
