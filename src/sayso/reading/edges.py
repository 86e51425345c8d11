"""Edges: where a content ends although its sentence goes on.

The reading model lets a content run to the sentence's end more often than annotators do: over a second cue of the same
voice ("said the dam holds and thanked the engineers") and over the narrator's own clause ("…, a day after …").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.reading.analysis import Token
from sayso.reading.doubles import Roles
from sayso.reading.draft import Draft, Quotation
from sayso.reading.remarks import find_remarks
from sayso.records import Span, VerificationStatus

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_EDGE = " \t\r\n\u00a0,;:–—-"
# What may stand between a cue and the "that" of its content.
_OPENING = re.compile(r"(?P<preposition>\w+) [^.;:“”\"\n]{1,60}, (?=that\b)")
# What is left of a content must still say something ("that he | and …").
_KEPT_WORDS = 2
# "and", "and later", "but has also" stand between a content and the second cue.
_JOINT_WORDS = 3
# "put the number of its own dead since the autumn at 12".
_ESTIMATED_WORDS = 14
_VERBAL = frozenset(("AUX", "VERB", "PART", "ADV"))
_NUMBER = re.compile(
    r"(?:[^\W\d_]+[ -]){0,3}?(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b)"
)


class Edges:
    """The contents of one article's attributions, each cut where its voice's words end."""

    def __init__(self, draft: Draft) -> None:
        self._text = draft.text
        self._tokens = draft.analysis.tokens
        self._starts = [t.start for t in self._tokens]
        self._quoted = draft.quotations
        self._quote_starts = [q.span.start for q in draft.quotations]
        self._words = draft.parts.packs.edges
        self._prepositions = draft.parts.packs.english.prepositions
        self._cues = draft.parts.packs.attribution.cues
        self._paragraphs = [p.span for p in draft.paragraphs]
        self._remarks = [
            r.span.start for r in find_remarks(draft) if not r.opens and r.status is not VerificationStatus.UNCLEAR
        ]

    def settle(self, found: Sequence[Roles]) -> list[Roles]:
        """The attributions with their contents cut; a second cue that the model did not see becomes one."""
        kept = {f.order: self._own_parts(f, found) for f in found}
        for given in found:
            roles = kept.get(given.order)
            if roles is None or roles.cue is None or roles.content[-1].start < roles.cue.end:
                continue
            roles = kept[given.order] = self._after_channel(self._pointing(roles))
            second = self._second_cue(kept, roles)
            if second is not None:
                self._part(kept, roles, second)
            else:
                self._cut(kept, roles, self._estimate(kept, roles))
            self._cut(kept, kept[given.order], self._narrator(kept[given.order]))
            self._cut(kept, kept[given.order], self._predicate(kept[given.order]))
        return list(kept.values())

    def _own_parts(self, roles: Roles, found: Sequence[Roles]) -> Roles:
        """Without the parts of a content that are not its own: remnants, clauses of the narrator, words of another."""
        if len(roles.content) < 2 or roles.cue is None:
            return roles
        content = tuple(c for c in roles.content if not self._is_foreign(c, roles, found))
        return replace(roles, content=content) if content else roles

    def _is_foreign(self, part: Span, roles: Roles, found: Sequence[Roles]) -> bool:
        assert roles.cue is not None
        if any(self._is_nearer(part, other, roles) for other in found):
            return True
        if self._quotation(part.start) is not None:
            return False
        if self._paragraph(part.start) != self._paragraph(roles.cue.start):
            return True  # a headline
        low = part.of(self._text).strip(_EDGE).lower()
        if low in self._words.remnants:
            return True
        after = max(r.end for r in (roles.cue, roles.source) if r is not None)
        if part.start < after or part == roles.content[0]:
            return False
        between = self._text[after : part.start]
        return ";" in between or (not between.strip() and low.split(" ", 1)[0] in self._words.turning)

    def _is_nearer(self, part: Span, other: Roles, roles: Roles) -> bool:
        """Whether another source says a part: its cue stands nearer to it, outside this content, and it says it all."""
        if other.order == roles.order or other.cue is None or roles.cue is None or other.source is None:
            return False
        if _same(other.source, roles.source) or any(c.meets(other.cue) for c in roles.content):
            return False
        if not any(c.start - 2 <= part.start and part.end <= c.end + 2 for c in other.content):
            return False
        return _apart(part, other.source, other.cue) < _apart(part, roles.source, roles.cue)

    def _pointing(self, roles: Roles) -> Roles:
        """Without what tells of the speaking after a word that points at what was said ("said this | at dawn")."""
        first = roles.content[0]
        m = self._words.pointing.match(self._text, first.start, first.end)
        if m is None or roles.cue is None or self._inside(first.start):
            return roles
        return replace(roles, content=(Span(first.start, m.end("this")),))

    def _after_channel(self, roles: Roles) -> Roles:
        """Without "on X, formerly Twitter," before the "that" which opens the content."""
        first = roles.content[0]
        assert roles.cue is not None
        m = _OPENING.match(self._text, first.start, first.end)
        if m is None or first.start < roles.cue.end or m["preposition"].lower() not in self._prepositions:
            return roles
        return replace(roles, content=(Span(m.end(), first.end), *roles.content[1:]))

    def _paragraph(self, at: int) -> int:
        return bisect_left(self._paragraphs, at + 1, key=lambda p: p.start)

    def _second_cue(self, kept: dict[int, Roles], roles: Roles) -> Span | None:
        """The first word after a joint, in the content, by which the same voice does something else."""
        content = roles.content[-1]
        first, last = (bisect_left(self._starts, at) for at in content)
        cues = {f.cue.start: f for f in reversed(kept.values()) if f.cue is not None}
        for index in range(first + _KEPT_WORDS, last):
            token = self._tokens[index]
            span = Span(token.start, token.end)
            inner = cues.get(span.start)
            if self._inside(token.start):
                continue
            if self._joins(token, roles, inner) or self._adds(span, roles, inner):
                return span
        return None

    def _joins(self, token: Token, roles: Roles, inner: Roles | None) -> bool:
        """Whether a verb is joined to the cue by "and", or attributes to the same source by itself."""
        if token.pos != "VERB" or token.dep != "conj" or token.head < 0 or roles.cue is None:
            return False
        head = self._tokens[token.head]
        own = Span(head.start, head.end).meets(roles.cue)
        same = inner is not None and _same(inner.source, roles.source)
        return (own or same) and (inner is not None or self._does_something(Span(token.start, token.end)))

    def _adds(self, verb: Span, roles: Roles, inner: Roles | None) -> bool:
        """Whether it is a cue without another source that goes on after a comma ("…, adding that …")."""
        after_comma = self._text[max(0, verb.start - 3) : verb.start].rstrip()[-1:] in ",—–"
        return (
            inner is not None
            and (inner.source is None or _same(inner.source, roles.source))
            and after_comma
            and verb.of(self._text).lower() in self._words.adding
        )

    def _does_something(self, span: Span) -> bool:
        hit = self._cues.at([span.of(self._text).lower()], 0)
        return hit is not None and not hit.value.light

    def _part(self, kept: dict[int, Roles], roles: Roles, second: Span) -> None:
        """Ends a content before its voice's second cue, which stands beside it and no longer within it."""
        start = self._joint_before(roles.content[-1], second)
        if start is None or not self._cut(kept, roles, start):
            return
        for order, other in list(kept.items()):
            amid = other.parent == roles.order and other.cue is not None and other.cue.start < start
            if amid and start <= other.content[0].start:
                kept.pop(order)  # "a cruiser | had been hit and | accused Merenia": of two voices' words
                continue
            joined = other.cue is not None and other.cue.meets(second)
            if not (other.parent == roles.order or joined) or other.cue is None or other.cue.start < start:
                continue
            source = other.source
            if other.cue.meets(second) and (source is None or _same(source, roles.source)):
                source = roles.source
            kept[order] = replace(other, source=source, parent=roles.parent)

    def _joint_before(self, content: Span, second: Span) -> int | None:
        """Where the "and" begins that joins the second cue."""
        words = [Span(*m.span()) for m in _WORD.finditer(self._text, content.start, second.start)]
        for word in reversed(words[-_JOINT_WORDS:]):
            if word.of(self._text).lower() in self._words.joining:
                return word.start
        return second.start if second.of(self._text).lower() in self._words.adding else None

    def _estimate(self, kept: dict[int, Roles], roles: Roles) -> int | None:
        """ "…, and put its losses at 12": where the joint begins; the estimate becomes an attribution of its own."""
        content = roles.content[-1]
        words = [Span(*m.span()) for m in _WORD.finditer(self._text, *content)]
        for joint, verb in zip(words[_KEPT_WORDS:], words[_KEPT_WORDS + 1 :], strict=False):
            if joint.of(self._text).lower() not in self._words.joining:
                continue
            if verb.of(self._text).lower() not in self._words.estimating or self._inside(verb.start):
                continue
            after = words[words.index(verb) + 1 :][:_ESTIMATED_WORDS]
            link = next((w for w in after[1:] if w.of(self._text).lower() == self._words.link), None)
            end = self._sentence_end(content, verb)
            if link is None or not _NUMBER.match(self._text, link.end + 1, end):
                continue
            if not any(f.cue is not None and f.cue.meets(verb) for f in kept.values()):
                order = max(kept) + 1
                said = (Span(after[0].start, end),)
                kept[order] = Roles(order, roles.source, verb, said, roles.parent, roles.score)
            return joint.start
        return None

    def _sentence_end(self, content: Span, verb: Span) -> int:
        """Where the sentence of a content ends: the model may stop it at the number."""
        paragraph = self._paragraphs[self._paragraph(verb.start) - 1]
        stop = re.compile(r"[.!?;](?:\s|$)|, ").search(self._text, content.end, paragraph.end)
        return (
            stop.start()
            if stop is not None and self._text[content.end : content.end + 1] not in ".!?;,"
            else content.end
        )

    def _narrator(self, roles: Roles) -> int | None:
        """Where the narrator takes up again within the content."""
        content = roles.content[-1]
        low = content.of(self._text).replace("’", "'").lower()
        if len(low) != content.end - content.start:  # a letter whose lower case is longer
            return None
        places = sorted(self._narrating(content, low))
        return next((p for p in places if not self._inside(p)), None)

    def _predicate(self, roles: Roles) -> int | None:
        """Where the predicate begins whose subject the cue is ("The claim that the dam broke | is false"): at a second
        finite verb with no conjunction, relative or mark before it."""
        content = roles.content[-1]
        if roles.cue is None or not self._is_subject(bisect_left(self._starts, roles.cue.start)):
            return None
        first, last = (bisect_left(self._starts, at) for at in content)
        tokens = self._tokens[first:last]
        if not tokens or self._text[tokens[0].start : tokens[0].end].lower() != "that":
            return None
        finite = next((i for i, t in enumerate(tokens) if t.pos == "AUX"), len(tokens))
        verb = next((i for i in range(finite, len(tokens)) if tokens[i].pos not in _VERBAL), len(tokens))
        for token, after in pairwise(tokens[max(1, verb) :]):
            time = token.pos == "SCONJ" and after.pos in ("PROPN", "NUM")  # "since September"
            if token.pos in ("SCONJ", "CCONJ", "PRON", "PUNCT") and not time:
                return None
            if token.pos == "AUX":
                return token.start
        return None

    def _is_subject(self, at: int) -> bool:
        """Whether the word is a noun in whose sentence no verb stands before it."""
        tokens = self._tokens
        if not 0 < at < len(tokens) or tokens[at - 1].pos not in ("DET", "ADJ", "PART"):
            return False
        while at > 0 and tokens[at - 1].pos in ("DET", "ADJ", "PART", "NOUN", "PROPN", "ADP", "NUM"):
            at -= 1
        before = self._text[max(0, tokens[at].start - 3) : tokens[at].start].strip()
        return at == 0 or not before or before[-1] in '.!?”"'

    def _narrating(self, content: Span, low: str) -> Iterator[int]:
        for m in self._words.narrating.finditer(low):
            yield content.start + m.start()
        for start in self._remarks:
            if content.start < start < content.end:
                yield start

    def _inside(self, at: int) -> bool:
        """Whether quoted words stand at a place."""
        return self._quotation(at) is not None

    def _quotation(self, at: int) -> Quotation | None:
        i = bisect_left(self._quote_starts, at + 1) - 1
        return self._quoted[i] if i >= 0 and at < self._quoted[i].span.end else None

    def _cut(self, kept: dict[int, Roles], roles: Roles, at: int | None) -> bool:
        """Ends the last part of a content at a place; whether enough is left of it."""
        if at is None:
            return False
        last = roles.content[-1]
        end = last.start + len(self._text[last.start : at].rstrip(_EDGE))
        if len(_WORD.findall(self._text, last.start, end)) < _KEPT_WORDS:
            return False
        kept[roles.order] = replace(roles, content=(*roles.content[:-1], Span(last.start, end)))
        return True


def _apart(part: Span, source: Span | None, cue: Span) -> int:
    """How far the nearer of source and cue stands from a part of a content."""
    return min(max(r.start - part.end, part.start - r.end, 0) for r in (source, cue) if r is not None)


def _same(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.meets(other)
