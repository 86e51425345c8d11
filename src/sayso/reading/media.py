"""Through what a statement was said, as far as the article tells: a Telegram post, a briefing, an interview."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.packs import Packs
from sayso.packs.media import MediumWord, MediumWords
from sayso.reading.addressees import find_addressees
from sayso.reading.attachment import Contents, Look, Surroundings, distance, is_attached, surroundings
from sayso.reading.draft import Draft
from sayso.reading.spoken import date_statements, take_up
from sayso.reading.words import Words, find_phrases, read_words
from sayso.records import Medium, MediumKind, Mode, Span, Statement

# Modifiers between preposition and noun: "in a rare late-night English-language video address".
_MODIFIERS = 7
# "an address to local officials": words of the noun's own phrase.
_COMPLEMENT = 5
_CHANNELS = (MediumKind.SOCIAL, MediumKind.WEBSITE)
# At the end of a content these are hardly ever part of what is reported.
_SPOKEN_THROUGH = (*_CHANNELS, MediumKind.STATEMENT, MediumKind.BRIEFING, MediumKind.INTERVIEW)
_END_CHARACTERS = 80
# A source that is its own medium.
_SPEAKING = (*_CHANNELS, MediumKind.STATEMENT)


def find_media(draft: Draft) -> None:
    """Fills `medium` and `said_on` of the statements."""
    contents = Contents(draft.statements)
    around = {s.id: surroundings(s, draft.sentences, contents) for s in draft.statements}
    look = Look(draft.text, draft.parts.packs, frozenset(t.span.start for t in draft.times))
    found = []
    for statement in draft.statements:
        here = around[statement.id]
        medium = _medium(look, statement, here) if here and statement.mode is not Mode.NARRATED else None
        found.append(statement if medium is None else _without_medium(look, replace(statement, medium=medium)))
    draft.statements = tuple(found)
    date_statements(draft, around)
    take_up(draft)


def _without_medium(look: Look, statement: Statement) -> Statement:
    """The statement without its medium's phrase at the end of what it reports."""
    content, medium = statement.content[-1], statement.medium
    if medium is None or not content.holds(medium.span) or statement.mode is not Mode.INDIRECT:
        return statement
    words = read_words(look.text, Span(content.start, medium.span.start))
    known = look.packs.media.words
    i = len(words) - 1
    while i > 0 and words.low[i] in known.determiners:
        i -= 1
    if i < 1 or words.low[i] not in known.prepositions:
        return statement
    kept = Span(content.start, words.spans[i - 1][1])
    return replace(statement, content=(*statement.content[:-1], kept))


def _medium(look: Look, statement: Statement, around: Surroundings) -> Medium | None:
    candidates = [*find_addressees(look, statement, around), *_named(look, statement, around)]
    if not candidates:
        candidates = list(_at_end(look, statement))
    if not candidates:
        return None
    _, best = min(candidates, key=lambda c: (c[0], distance(around, c[1].span), c[1].span))
    return best


def _named(look: Look, statement: Statement, around: Surroundings) -> Iterator[tuple[int, Medium]]:
    """Nouns and names of media that belong to the cue, with their ranks."""
    text, media = look.text, look.packs.media
    for stretch in around.stretches:
        words = look.words(stretch)
        for hit, medium in find_phrases(words, media.media):
            span = words.over(hit.at, hit.length)
            if medium.proper != text[span.start].isupper() and not span.of(text).isupper():
                continue  # "the Washington Post" is no post, and "max" no messenger
            if not is_attached(text, around, span, media.words):
                continue
            source = statement.source
            in_source = source is not None and source.holds(span)
            start = _phrase_start(words, hit.at, statement, look.packs)
            if source is not None and span.end == source.end and medium.kind in _SPEAKING:
                start = hit.at  # "the statement added"
            elif source is not None and medium.kind in _SPEAKING and _issued_by(words, hit.at + hit.length, source):
                start = hit.at  # "a statement by the ministry said"
            if start is None:
                continue
            end = hit.at + hit.length
            if medium.proper and end < len(words) and not words.parted(end):  # "Telegram post"
                further = media.media.at(words.low, end)
                end += further.length if further is not None else 0
            whole = _whole(look, statement, words, range(start, end), medium.kind)
            yield _rank(medium, in_source), Medium(medium.kind, whole.of(text), whole)


def _issued_by(words: Words, i: int, source: Span) -> bool:
    """Whether "by" or "from" and the source stand at a word."""
    return i + 1 < len(words) and words.low[i] in ("by", "from") and words.spans[i + 1][0] == source.start


def _at_end(look: Look, statement: Statement) -> Iterator[tuple[int, Medium]]:
    """A medium at the end of a reported content ("confirmed | the raid in a Telegram post") is the cue's."""
    content = statement.content[-1]
    if statement.mode is not Mode.INDIRECT or statement.cue is None or content.start < statement.cue.end:
        return
    words = read_words(look.text, Span(max(content.start, content.end - _END_CHARACTERS), content.end))
    for hit, medium in find_phrases(words, look.packs.media.media):
        span = words.over(hit.at, hit.length)
        start = _phrase_start(words, hit.at, statement, look.packs)
        if (
            start is None
            or start < 2
            or medium.proper != look.text[span.start].isupper()
            or words.low[start - 1] == "to"
        ):
            continue
        after = words.low[hit.at + hit.length :]
        addressed = after[:1] == ["to"] and len(after) <= _COMPLEMENT + 1
        if medium.kind not in _SPOKEN_THROUGH:
            continue
        if not addressed and not all(w in look.packs.media.words.dates for w in after):
            continue
        whole = _whole(look, statement, words, range(start, hit.at + hit.length), medium.kind)
        yield _rank(medium, False), Medium(medium.kind, whole.of(look.text), whole)


def _rank(medium: MediumWord, in_source: bool) -> int:
    """A named channel says most, then any channel; "the statement added" least."""
    if medium.proper:
        return 1
    return 2 if medium.kind in _CHANNELS else 4 if in_source else 3


def _phrase_start(words: Words, at: int, statement: Statement, packs: Packs) -> int | None:
    """The first word of the noun's phrase after its preposition or verb; None where none of these introduces it."""
    known, cue = packs.media.words, statement.cue
    if cue is not None and cue.holds(words.over(at, 1)):
        cue = None  # "said in a speech" is one cue: its own words do not end the phrase
    for i in range(at - 1, max(-1, at - 2 - _MODIFIERS), -1):
        if any(mark in words.before(i + 1) for mark in ",.;:()—"):
            return None
        word = words.low[i]
        if word in known.prepositions or word in known.uses:
            if word == "to" and (not _is_noun_phrase(words, i + 1, known) or words.low[max(0, i - 1)] in known.toward):
                return None
            return i + 1
        if word in known.stops or (
            word in known.determiners and words.low[i - 1 : i] and not _introduces(words.low[i - 1], known)
        ):
            return None
        if cue is not None and cue.meets(words.over(i, 1)):
            return i + 1 if word in known.telling else None
    return None


def _is_noun_phrase(words: Words, i: int, known: MediumWords) -> bool:
    """Whether what follows "to" is a thing ("to the ministry's site", "to Telegram") and no infinitive ("to call")."""
    return words.low[i] in known.determiners or words.text[words.spans[i][0]].isupper()


def _introduces(word: str, known: MediumWords) -> bool:
    """Whether a determiner after this word begins the medium's own phrase."""
    return word in known.prepositions or word in known.uses or word in known.determiners or word in known.telling


def _whole(look: Look, statement: Statement, words: Words, phrase: range, kind: MediumKind) -> Span:
    """The phrase without its determiners and days, and with whom a speech addresses."""
    known = look.packs.media.words
    start, end = phrase.start, phrase.stop
    while start < end - 1 and (
        words.low[start] in known.determiners or words.spans[start][0] in look.times or words.low[start] == "'s"
    ):
        start += 1
    if kind in (MediumKind.SPEECH, MediumKind.INTERVIEW) and end < len(words) and words.low[end] in known.goes_on:
        last = end + 1
        while last < min(len(words), end + 1 + _COMPLEMENT) and words.low[last] not in known.ends:
            if words.parted(last) or (statement.cue is not None and statement.cue.meets(words.over(last, 1))):
                break
            last += 1
        end = last if last > end + 1 else end
    return words.over(start, end - start)
