"""Chains: through whom a statement came, from the article outward to its origin.

Nearest first stand those who carried the whole article (where it was published before, the agency whose copy it is),
then the voices in whose words the statement stands, outermost first, then an outlet that its own sentence names. The
article's own outlet is no link: it is known of every statement. See docs/decisions/0005-chains.md.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.packs import Packs
from sayso.packs.folding import Folding
from sayso.packs.voice_words import NOUN, VoiceWords
from sayso.packs.world import Use, World
from sayso.reading.draft import Draft
from sayso.records import Article, CreditKind, Link, LinkKind, Mode, Span, Statement, Voice, VoiceKind, hull

_MARKS = " \t\"'“”‘’«»*_.,"  # around a credited name
_DEPTH = 8  # statements within statements; a longer chain is a fault of what went before


def trace_chains(draft: Draft) -> None:
    """Fills `chain` of every statement."""
    packs = draft.parts.packs
    carriers = tuple(_each_once(_carriers(draft.article, packs.world), (), packs.world.folding))
    by_id = {s.id: s for s in draft.statements}
    holders = _outlet_statements(draft.statements)
    traced: list[Statement] = []
    for statement in draft.statements:
        links = [*carriers]
        if statement.mode is not Mode.NARRATED:
            links += [*_outer(statement, by_id, packs), *_beside(statement, holders), *statement.chain]
        own = [] if statement.mode is Mode.NARRATED else [v.name for v in statement.voices]
        apart = [n for n in (draft.article.outlet, *own) if n]
        traced.append(replace(statement, chain=tuple(_each_once(links, apart, packs.world.folding))))
    draft.statements = tuple(traced)


def _carriers(article: Article, world: World) -> Iterator[Link]:
    """The reposted piece's outlet, then the agency credited for the text; authors and photographers carry nothing."""
    authors = {world.folding.key(a) for a in article.authors}
    for kind, link in ((CreditKind.REPOST, LinkKind.REPOST), (CreditKind.TEXT, LinkKind.AGENCY)):
        for credit in article.credits:
            if credit.kind is not kind:
                continue
            written = credit.name.strip(_MARKS)
            known = world.known(written)
            outlet = known is not None and known.use is Use.OUTLET
            if outlet or world.folding.key(credit.name) not in authors:
                name = known.name if known is not None and outlet else written
                yield Link(voice=name, kind=link, span=credit.span)


def _outer(statement: Statement, by_id: Mapping[str, Statement], packs: Packs) -> list[Link]:
    """The voices in whose content the statement stands, outermost first; what only shows it ("footage") is none."""
    found: list[Link] = []
    outer = by_id.get(statement.within or "")
    while outer is not None and len(found) < _DEPTH:
        speaking = all(_speaks(v, packs.voice_words) for v in outer.voices)
        found = [*outer.chain, *(_links_of(outer) if speaking else ()), *found]
        outer = by_id.get(outer.within or "")
    return found


def _speaks(voice: Voice, words: VoiceWords) -> bool:
    """Whether a voice is somebody: named, or called by a noun of people or bodies."""
    if voice.kind is not VoiceKind.UNNAMED:
        return True
    low = voice.name.lower().split()
    return any(words.sort(w) & NOUN or w in words.press for w in low)


def _links_of(outer: Statement) -> Iterator[Link]:
    for voice in outer.voices:
        yield Link(
            voice=voice.name,
            kind=LinkKind.OUTLET if voice.kind is VoiceKind.OUTLET else LinkKind.CITES,
            span=outer.source,
            cue=outer.cue,
            act=outer.act,
            hedges=outer.hedges,
        )


def _outlet_statements(statements: Sequence[Statement]) -> list[tuple[Span, Statement]]:
    """What outlets report, with the stretch of it, in the order of the text."""
    return sorted(
        ((hull(s.content), s) for s in statements if s.voices and all(v.kind is VoiceKind.OUTLET for v in s.voices)),
        key=lambda pair: pair[0],
    )


def _beside(statement: Statement, holders: Sequence[tuple[Span, Statement]]) -> list[Link]:
    """Outlets whose reported content holds the statement, where no nesting was found ("…", writes an outlet)."""
    if statement.within is not None:
        return []
    stretch = hull(statement.content)
    at = bisect_right(holders, stretch.start, key=lambda pair: pair[0].start)
    for content, holder in holders[max(0, at - 3) : at]:
        if holder is not statement and content.holds(stretch) and content != stretch:
            return list(_links_of(holder))
    return []


def _each_once(links: Iterable[Link], apart: Sequence[str], folding: Folding) -> Iterator[Link]:
    """The links in order, no voice twice, and none of those set apart: the article's outlet and the origin itself."""
    seen = {folding.person_key(name) for name in apart}
    for link in links:
        key = folding.person_key(link.voice)
        if key not in seen:
            seen.add(key)
            yield link
