"""Whom it was told: an outlet makes an interview of it, reporters a briefing, a parliament a speech."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.packs.world import Use
from sayso.reading.attachment import Look, Surroundings, is_attached
from sayso.reading.words import Words
from sayso.records import Medium, MediumKind, Span, Statement

_ADDRESSEE_WORDS = 6
_OPENING = 60
_ARTICLES = ("", "the", "a")
# Before any channel: who asked is told in so many words.
_INTERVIEW_RANK, _AUDIENCE_RANK = 0, 3
# Initials of outlets: "AFP", "BBC", "NHK"; two letters are states and courts.
_INITIALS = range(3, 6)


def find_addressees(look: Look, statement: Statement, around: Surroundings) -> Iterator[tuple[int, Medium]]:
    """Addressees that make a medium, with their ranks: after "told", or after "in an interview with"."""
    known = look.packs.media.words
    swallowed = _swallowed(look, statement)
    if swallowed is not None:
        yield swallowed
    for stretch in around.stretches:
        words = look.words(stretch)
        for i, word in enumerate(words.low):
            if word in known.telling:
                if statement.cue is None or not statement.cue.meets(words.over(i, 1)):
                    continue
                after = i + 1
            elif word in known.speaking.by_first:
                phrase = known.speaking.at(words.low, i)
                if phrase is None or not is_attached(look.text, around, words.over(i, phrase.length), known):
                    continue
                after = i + phrase.length
            else:
                continue
            found = _addressee(look, words, after)
            if found is not None:
                yield found


def _swallowed(look: Look, statement: Statement) -> tuple[int, Medium] | None:
    """An outlet at the head of the content is whom it was told ("told | CNN the bridge was gone")."""
    cue, content = statement.cue, statement.content[0]
    if (
        cue is None
        or not cue.end <= content.start <= cue.end + 5
        or look.text[cue.end : content.start].strip() not in _ARTICLES
    ):
        return None
    if look.packs.media.words.telling.isdisjoint(look.words(cue).low):
        return None
    opening = look.text[content.start : content.start + _OPENING].split()
    found = look.packs.world.match(opening) if opening else None
    if found is None or found[0].use is not Use.OUTLET:
        return None
    words = look.words(Span(content.start, min(content.end, content.start + _OPENING)))
    length = min(found[1], len(words))
    if not length:
        return None
    span = words.over(0, length)
    return _INTERVIEW_RANK, Medium(MediumKind.INTERVIEW, span.of(look.text), span)


def _addressee(look: Look, words: Words, start: int) -> tuple[int, Medium] | None:
    known = look.packs.media
    end = start
    while end < min(len(words), start + _ADDRESSEE_WORDS) and not (end > start and words.parted(end)):
        if words.low[end] == ":":
            break
        at = words.spans[end][0]
        if at in look.times or (words.low[end] in known.words.ends and not look.text[at].isupper()):
            break
        end += 1
    if end == start:
        return None
    audience = known.audiences.at(words.low, start)
    if audience is not None:
        span = words.over(start, audience.length)
        return _AUDIENCE_RANK, Medium(audience.value, span.of(look.text), span)
    if words.low[start] in ("the", "a", "an") and start + 1 < end:
        start += 1
    if not _is_outlet(look, words, range(start, end)):
        return None
    span = words.over(start, end - start)
    return _INTERVIEW_RANK, Medium(MediumKind.INTERVIEW, span.of(look.text), span)


def _is_outlet(look: Look, words: Words, phrase: range) -> bool:
    """Whether these words name an outlet: known, or named with a word that outlets bear, or by initials."""
    said = words.over(phrase.start, len(phrase)).of(look.text)
    known = look.packs.world.known(said)
    if known is not None:
        return known.use is Use.OUTLET
    outlet_words = look.packs.media.words.outlet_words
    if not any(look.text[words.spans[i][0]].isupper() for i in phrase):
        return words.low[phrase[-1]] in outlet_words
    if any(words.low[i] in outlet_words for i in phrase):
        return True
    return len(phrase) == 1 and said.isupper() and len(said) in _INITIALS
