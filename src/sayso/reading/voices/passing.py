"""Passing on: "TASS reported, citing the ministry", "…, quoted by Norland Radio" - who handed a voice's words on.

The voice is whose word it is; who handed it on becomes a link of the statement's chain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.packs.voice_words import ROLE
from sayso.packs.world import Use
from sayso.reading.voices.entities import Entity
from sayso.reading.voices.lexing import Lexed
from sayso.reading.voices.phrases import is_abbreviated
from sayso.reading.voices.resolve import Resolver
from sayso.records import Link, LinkKind, Span, Statement, VoiceKind

_AFTER_CUE = 12  # words after source and cue within which "citing" belongs to them


@dataclass(frozen=True, slots=True)
class Passed:
    """Whose word a statement is, and the links by which it came."""

    voices: tuple[Entity, ...]
    chain: tuple[Link, ...] = ()


def passed_on(lexed: Lexed, resolver: Resolver, statement: Statement, voices: Sequence[Entity]) -> Passed:
    """The voice whose words these are, where the source only cites it, and the links through which they came."""
    own = Passed(tuple(voices))
    if statement.source is None or not voices:
        return own
    if all(e.kind is not VoiceKind.OUTLET for e in voices):
        own = Passed(tuple(voices), tuple(_outlet_after(lexed, statement)))
    through_by, citing_by = lexed.lexicon.through, lexed.lexicon.citing
    for number, (first, last) in enumerate(_stretches(lexed, statement)):
        for at in range(first, last):
            low = lexed.words[at].low
            if low not in through_by and low not in citing_by:
                continue
            through = _phrase_at(lexed, at, last, through_by.get(low, ()))
            if through:
                outlets = _named(resolver, lexed, at + through, last)
                if outlets:
                    cue, span = lexed.span(at, at + through), lexed.span(at + through, at + through + 1)
                    return Passed(own.voices, tuple(_link(lexed, e, span, cue) for e in outlets))
                continue
            citing = _phrase_at(lexed, at, last, citing_by.get(low, ()))
            if citing and (at > first or number) and _may_cite(lexed, at):
                cited = _named(resolver, lexed, at + citing, last)
                if cited and _is_origin(lexed, voices, cited):
                    return Passed(
                        cited, tuple(_link(lexed, e, statement.source, lexed.span(at, at + citing)) for e in voices)
                    )
    return own


def without_relayed(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements without those by which an outlet only hands on another's, which get it as a link.

    "According to the ministry, the fleet has left port, writes Norland Radio" is read as two of the same words.
    """
    kept = {s.id: s for s in statements}
    inner = {s.within for s in statements}
    for relay in statements:
        if relay.id in inner or relay.source is None or any(v.kind is not VoiceKind.OUTLET for v in relay.voices):
            continue
        for voice in relay.voices:
            origin = next((s for s in kept.values() if _is_relayed(s, relay)), None)
            if origin is not None:
                link = Link(voice.name, LinkKind.OUTLET, relay.source, relay.cue)
                kept[origin.id] = replace(origin, chain=(link, *origin.chain))
                kept.pop(relay.id, None)
    return tuple(kept.values())


def _is_relayed(statement: Statement, relay: Statement) -> bool:
    """Whether a statement has the relay's content, and a voice of its own that is no outlet."""
    if statement.id == relay.id or statement.source is None or not statement.voices:
        return False
    same = statement.content == relay.content and statement.within == relay.within
    return same and all(v.kind is not VoiceKind.OUTLET for v in statement.voices)


def _stretches(lexed: Lexed, statement: Statement) -> Iterator[tuple[int, int]]:
    """The words of the sentence from source or cue on, a little beyond the last role, without the contents."""
    spans = [s for s in (statement.source, statement.cue) if s is not None]
    first, _ = lexed.within(min(spans))
    if first >= len(lexed.words):
        return
    _, end = lexed.sentence_range(lexed.words[first].sentence)
    contents = [(start, min(stop, end)) for start, stop in map(lexed.within, statement.content) if first <= start < end]
    _, after = lexed.within(max(spans))
    last = min(end, max([after, *(stop for _, stop in contents)]) + _AFTER_CUE)
    for start, stop in sorted(contents):
        if start > first:
            yield first, start
        first = max(first, stop)
    if first < last:
        yield first, last


def _outlet_after(lexed: Lexed, statement: Statement) -> Iterator[Link]:
    """An outlet that the sentence names as reporting all that went before: "…", writes Norland Radio."""
    spans = [s for s in (statement.source, statement.cue, *statement.content) if s is not None]
    _, at = lexed.within(max(spans, key=lambda s: s.end))
    if at <= 0 or at > len(lexed.words):
        return
    _, end = lexed.sentence_range(lexed.words[at - 1].sentence)
    for index in range(at, min(end, at + _AFTER_CUE)):
        known = lexed.known.get(index)
        if known is None or known[0].use is not Use.OUTLET:
            continue
        for verb in (index - 1, index + known[1]):
            if at <= verb < end and lexed.words[verb].low in lexed.lexicon.reporting:
                cue = lexed.span(verb, verb + 1)
                yield Link(known[0].name, LinkKind.OUTLET, lexed.span(index, index + known[1]), cue)
                return


def _phrase_at(lexed: Lexed, at: int, last: int, phrases: Sequence[str]) -> int:
    """How many words the first of the phrases has that stands at a word, with more behind it; 0 where none does."""
    for phrase in phrases:
        length = phrase.count(" ") + 1
        if at + length < last and lexed.low(at, at + length) == phrase:
            return length
    return 0


def _may_cite(lexed: Lexed, at: int) -> bool:
    """Whether "quoted" is no passive ("was quoted as saying")."""
    word, before = lexed.words[at], lexed.words[at - 1]
    if before.low in ("which", "that"):
        return False  # "tweeted a headline which quoted him"
    return word.low.endswith("ing") or before.low not in ("was", "were", "is", "are", "been", "being", ",", "as")


def _named(resolver: Resolver, lexed: Lexed, first: int, last: int) -> tuple[Entity, ...]:
    """The voices that stand right at the start of a range."""
    end = first
    closing = (";", ":", ".", "as", "saying", "that", "“", '"', *lexed.lexicon.reporting)
    while end < last and (
        lexed.words[end].low not in closing
        or (end == first and end in lexed.known)
        or (end > first and is_abbreviated(lexed, end, last))
    ):
        end += 1
    return resolver.source(first, end) if first < end else ()


def _is_origin(lexed: Lexed, voices: Sequence[Entity], cited: Sequence[Entity]) -> bool:
    """Whether the cited are voices of their own: for the press anyone, for others only those named or of an office."""
    if any(e in voices for e in cited):
        return False
    if all(_is_press(lexed, e) for e in voices):
        return all(e.nouns or e.name[:1].isupper() for e in cited)
    if any(e.kind is VoiceKind.PERSON for e in voices):
        return False  # who quotes another speaks for himself
    return all(
        e.kind in (VoiceKind.PERSON, VoiceKind.BODY)
        or (e.kind is VoiceKind.UNNAMED and not e.plural and any(lexed.lexicon.sort(n) & ROLE for n in e.nouns))
        for e in cited
    )


def _is_press(lexed: Lexed, entity: Entity) -> bool:
    """Whether a voice passes on by trade: an outlet, "local media", "state television"."""
    return entity.kind is VoiceKind.OUTLET or entity.name.lower().split()[-1] in lexed.lexicon.press


def _link(lexed: Lexed, entity: Entity, span: Span, cue: Span) -> Link:
    kind = LinkKind.OUTLET if _is_press(lexed, entity) else LinkKind.CITES
    return Link(voice=entity.name, kind=kind, span=span, cue=cue)
