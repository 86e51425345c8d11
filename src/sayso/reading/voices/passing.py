"""Passing on: "TASS reported, citing the ministry", "…, quoted by Norland Radio" - who handed a voice's words on.

The voice is whose word it is; who handed it on becomes a link of the statement's chain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.packs.world import Use
from sayso.reading.voices.entities import Entity
from sayso.reading.voices.lexing import Lexed
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
    first, last = _stretch(lexed, statement)
    if all(e.kind is not VoiceKind.OUTLET for e in voices):
        own = Passed(tuple(voices), tuple(_outlet_after(lexed, statement)))
    opens = {p.split(" ", 1)[0] for p in lexed.lexicon.through}
    for at in range(first, last):
        word = lexed.words[at]
        through = (
            next((p for p in lexed.lexicon.through if _stands(lexed, at, last, p)), None) if word.low in opens else None
        )
        if through is not None:
            start = at + len(through.split())
            outlets = _named(resolver, lexed, start, last)
            if outlets:
                cue = lexed.span(at, start)
                links = tuple(_link(e, lexed.span(start, start + 1), cue) for e in outlets)
                return Passed(own.voices, links)
        elif word.low in lexed.lexicon.citing and at > first and _may_cite(lexed, at):
            cited = _named(resolver, lexed, at + 1, last)
            if cited and _is_origin(voices, cited):
                cue = Span(word.start, word.end)
                return Passed(cited, tuple(_link(e, statement.source, cue) for e in voices))
    return own


def _stretch(lexed: Lexed, statement: Statement) -> tuple[int, int]:
    """The words of the sentence from source or cue on, the statement's contents left out at the end."""
    spans = [s for s in (statement.source, statement.cue) if s is not None]
    first, _ = lexed.within(min(spans))
    _, after = lexed.within(max(spans))
    if first >= len(lexed.words):
        return first, first
    _, end = lexed.sentence_range(lexed.words[first].sentence)
    last = min(end, after + _AFTER_CUE)
    for content in statement.content:
        start, stop = lexed.within(content)
        if start >= after - 1 and start < last and stop > start:
            last = start if start > after else last
    return first, max(first, last)


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


def _stands(lexed: Lexed, at: int, last: int, phrase: str) -> bool:
    parts = phrase.split()
    return lexed.words[at].low == parts[0] and at + len(parts) < last and lexed.low(at, at + len(parts)) == phrase


def _may_cite(lexed: Lexed, at: int) -> bool:
    """Whether "quoted" is no passive ("was quoted as saying")."""
    word, before = lexed.words[at], lexed.words[at - 1]
    return word.low.endswith("ing") or before.low not in ("was", "were", "is", "are", "been", "being", ",", "as")


def _named(resolver: Resolver, lexed: Lexed, first: int, last: int) -> tuple[Entity, ...]:
    """The voices that stand right at the start of a range."""
    end = first
    while end < last and lexed.words[end].low not in (";", ":", ".", "as", "saying", "that", "“", '"', "said"):
        end += 1
    return resolver.source(first, end) if first < end else ()


def _is_origin(voices: Sequence[Entity], cited: Sequence[Entity]) -> bool:
    """Whether the cited are voices of their own: for an outlet anyone, for others only persons and bodies by name."""
    if all(e.kind is VoiceKind.OUTLET for e in voices):
        return all(e.kind is not VoiceKind.OUTLET for e in cited) and all(
            e.nouns or e.name[:1].isupper() for e in cited
        )
    return all(e.kind in (VoiceKind.PERSON, VoiceKind.BODY) for e in cited) and not any(e in voices for e in cited)


def _link(entity: Entity, span: Span, cue: Span) -> Link:
    kind = LinkKind.OUTLET if entity.kind is VoiceKind.OUTLET else LinkKind.CITES
    return Link(voice=entity.name, kind=kind, span=span, cue=cue)
