"""Relays: one voice's words handed on by another within one sentence.

"KORTA reported, citing the ministry, that …", "the ministry, citing the commander, said …", "was quoted by KORTA as
saying", "the staff cites a commander, who says …". The reading model makes several attributions of such a sentence,
with one voice's name in another's content. Here each keeps its own words: who is only named beside a cue leaves the
content (the naming of voices finds him there), and who hands on what another says holds it as content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.packs.voice_words import VoiceWords
from sayso.reading.analysis import Name
from sayso.reading.doubles import Roles
from sayso.reading.draft import Draft
from sayso.records import Span, hull

_EDGE = " \t\r\n\u00a0,;:–—-"
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# From one cue of a sentence to another that hands it on.
_REACH = 260
# Longer than a name with its office, and what is cited is a content, not a voice.
_CITED_WORDS = 14
_NAME_CHARACTERS = 120


class Relays:
    """The attributions of one article, parted where they hand on one another."""

    def __init__(self, draft: Draft) -> None:
        self._text = draft.text
        self._words: VoiceWords = draft.parts.packs.voice_words
        self._names: dict[int, Name] = {n.start: n for n in draft.analysis.names}
        self._quote_ends = [q.span.end for q in draft.quotations]
        beside = "|".join(sorted((re.escape(p) for p in self._words.beside), key=len, reverse=True))
        quoted = "|".join(map(re.escape, self._words.quoted))
        self._beside = re.compile(rf"\b(?:{beside})\s+", re.IGNORECASE)
        citing = (f"{w} " for w in (*self._words.quoted, "cites"))
        self._any = bool(self._beside.search(self._text)) or any(w in self._text for w in citing)
        self._before_cue = re.compile(rf",\s+(?:{beside})\s+[^.;“”\"\n]{{2,90}},\s*\Z", re.IGNORECASE)
        self._passive = re.compile(
            rf"\b(?:was|were|is|are|been)\s+(?:also\s+|later\s+)?(?:{quoted})(?:\s+(?:by|in)\s+[^.,;“”\"\n]{{2,80}}?)?"
            r"\s+as\s+(?:saying|having said|telling)\b",
            re.IGNORECASE,
        )

    def settle(self, found: Sequence[Roles]) -> list[Roles]:
        """The attributions, in the order given; those that only name a voice beside a cue are gone."""
        if not self._any:
            return [self._inverted(f) for f in found]
        kept = {f.order: self._inverted(f) for f in found}
        for given in found:
            self._passive_cue(kept, given.order)
        for given in found:
            self._named_beside(kept, given.order)
        for given in found:
            if given.order in kept:
                kept[given.order] = self._without_cited(self._subject_before(kept[given.order]))
        for given in found:
            self._holds_cited(kept, given.order)
        return list(kept.values())

    def _inverted(self, roles: Roles) -> Roles:
        """ "…, reported KORTA": a name right behind the cue of a content that stands before it is the source."""
        if roles.source is not None or roles.cue is None or len(roles.content) < 2:
            return roles
        last = roles.content[-1]
        between = self._text[roles.cue.end : last.start] if roles.content[0].end <= roles.cue.start else "far"
        if between.strip():
            return roles
        name = self._names.get(last.start)
        if name is None or name.end > last.end or name.kind == "place":
            return roles
        rest = self._stripped(Span(name.end, last.end))
        content = (*roles.content[:-1], *((rest,) if self._count(rest) > 1 else ()))
        return replace(roles, source=Span(name.start, name.end), content=content)

    def _passive_cue(self, kept: dict[int, Roles], order: int) -> None:
        """ "…, X was quoted by Y as saying": one attribution, whose source is X."""
        roles = kept.get(order)
        if roles is None or roles.cue is None:
            return
        around = Span(
            max(0, roles.cue.start - _NAME_CHARACTERS), min(len(self._text), roles.cue.end + _NAME_CHARACTERS)
        )
        m = next((m for m in self._passive.finditer(self._text, *around) if Span(*m.span()).meets(roles.cue)), None)
        if m is None:
            return
        cue = Span(*m.span())
        same = [f for f in kept.values() if f.cue is not None and f.cue.meets(cue)]
        parts = [self._unquoted(c) for f in same for c in (*f.content, *((f.source,) if f.source else ()))]
        ends = [p for p in parts if p.end <= cue.start and not self._text[p.end : cue.start].strip()]
        spilled = [Span(p.start, cue.start) for p in parts if p.start < cue.start < p.end]
        source = min((self._stripped(p) for p in (*ends, *spilled)), key=lambda p: p.end - p.start, default=None)
        if source is None or self._count(source) > _CITED_WORDS:
            return
        content = [p for f in same for c in f.content for p in self._without(c, hull((source, cue)))]
        for other in same:
            kept.pop(other.order)
            for inner, given in list(kept.items()):
                if given.parent == other.order:
                    kept[inner] = replace(given, parent=order)
        distinct = _distinct(content)
        if distinct:
            kept[order] = Roles(
                order, source, cue, distinct, roles.parent if roles.parent in kept else None, roles.score
            )

    def _unquoted(self, part: Span) -> Span:
        """What of a part stands behind the last quotation in it."""
        inside = [e for e in self._quote_ends if part.start < e < part.end]
        return Span(inside[-1], part.end) if inside else part

    def _named_beside(self, kept: dict[int, Roles], order: int) -> None:
        """Drops an attribution whose cue only names a voice beside another's cue ("citing the ministry")."""
        roles = kept.get(order)
        if roles is None or roles.cue is None:
            return
        passive = (
            self._text.startswith(" by ", roles.cue.end)
            and roles.cue.of(self._text).lower().split()[-1] in self._words.quoted
        )
        if not passive and self._beside.fullmatch(roles.cue.of(self._text) + " ") is None:
            return
        host = self._host(kept, roles)
        if host is None:
            return
        kept.pop(order)
        for inner, given in list(kept.items()):
            if given.parent == order:
                kept[inner] = replace(given, parent=host.order if inner != host.order else None)
        cited = self._stripped(roles.content[0])
        if not passive and self._count(cited) <= _CITED_WORDS:
            content = tuple(p for c in host.content for p in self._without(c, Span(roles.cue.start, cited.end)))
            if content:
                kept[host.order] = replace(kept[host.order], content=content)

    def _host(self, kept: dict[int, Roles], roles: Roles) -> Roles | None:
        """The attribution beside whose cue another voice is named: the nearest of the sentence."""
        assert roles.cue is not None
        near: list[tuple[int, int]] = []
        for other in kept.values():
            if (
                other.order == roles.order
                or other.cue is None
                or self._beside.fullmatch(other.cue.of(self._text) + " ")
            ):
                continue
            gap = Span(min(other.cue.end, roles.cue.end), max(other.cue.start, roles.cue.start))
            apart = gap.end - gap.start
            if apart <= _REACH and not re.search(r"[.!?]\s+[A-Z“\"]|\n", self._text[gap.start : gap.end]):
                near.append((apart, other.order))
        return kept[min(near)[1]] if near else None

    def _subject_before(self, roles: Roles) -> Roles:
        """ "The ministry, citing the commander, | said": the source is what stands before "citing"."""
        if roles.cue is None:
            return roles
        start = max(0, roles.cue.start - 2 * _NAME_CHARACTERS)
        m = self._before_cue.search(self._text, start, roles.cue.start)
        if m is None:
            return roles
        parts = [p for p in (roles.source, *roles.content) if p is not None and p.start < m.start()]
        before = [p for p in parts if p.end >= m.start() or not self._text[p.end : m.start()].strip(_EDGE)]
        if not before:
            return roles
        named = self._stripped(Span(before[-1].start, min(before[-1].end, m.start())))
        content = tuple(c for c in roles.content if not c.meets(named) and not m.start() <= c.start < m.end())
        return replace(roles, source=named, content=content) if content else roles

    def _without_cited(self, roles: Roles) -> Roles:
        """Without ", citing the ministry" in the contents, after a cue."""
        parts: list[Span] = []
        for content in roles.content:
            m = self._beside.match(self._text, content.start, content.end)
            if m is None:
                parts.append(content)
                continue
            that = self._text.find(", that ", m.end(), content.end)
            if that >= 0:
                parts.append(Span(that + 2, content.end))
        return replace(roles, content=tuple(parts)) if parts else roles

    def _holds_cited(self, kept: dict[int, Roles], order: int) -> None:
        """ "cites a commander, who says …", "quoted the governor as saying": the outer content holds the inner one."""
        outer = kept.get(order)
        if outer is None or outer.cue is None or not self._cites(outer.cue.of(self._text).lower().split()[-1]):
            return
        for inner in list(kept.values()):
            if inner.order == order or inner.source is None or inner.cue is None or outer.cue.meets(inner.cue):
                continue
            opens = min(inner.source.start, inner.cue.start)
            between = self._text[outer.cue.end : opens]
            near = 0 <= opens - outer.cue.end <= _NAME_CHARACTERS and not re.search(r"[.;\n]", between)
            relative = (
                inner.source.of(self._text).lower() in ("who", "which")
                and self._count(outer.content[-1]) <= _CITED_WORDS
            )
            saying = inner.cue.of(self._text).lower().startswith("as ") and not between.strip()
            if not near or not (relative or saying) or inner.parent == order:
                continue
            held = _distinct(
                [hull((*outer.content[-1:], inner.source, inner.cue)), *inner.content, *outer.content[:-1]]
            )
            kept[order] = replace(outer, content=held, parent=outer.parent if outer.parent != inner.order else None)
            kept[inner.order] = replace(inner, parent=order)
            return

    def _cites(self, word: str) -> bool:
        return word in self._words.citing.get(word, ())

    def _without(self, content: Span, hole: Span) -> Iterator[Span]:
        """What a content holds beside a hole, its edges bare."""
        if not content.meets(hole):
            yield content
            return
        for part in (Span(content.start, hole.start), Span(hole.end, content.end)):
            bare = self._stripped(part) if part.end > part.start else part
            if bare.end > bare.start and self._count(bare) > 1:
                yield bare

    def _stripped(self, span: Span) -> Span:
        start, end = span
        while start < end and self._text[start] in _EDGE:
            start += 1
        while end > start and self._text[end - 1] in _EDGE:
            end -= 1
        return Span(start, end)

    def _count(self, span: Span) -> int:
        return len(_WORD.findall(self._text, *span))


def _distinct(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, those that meet joined."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = hull((found[-1], span))
        else:
            found.append(span)
    return tuple(found)
