"""What belongs to a statement's cue: words of its sentence outside the contents, near enough, no clause between."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.packs import Packs
from sayso.packs.media import MediumWords
from sayso.reading.words import Words, read_words
from sayso.records import Span, Statement, hull, outside

# From the cue to what speaks of it: "said in a statement that was posted late on Sunday to the ministry's channel".
_REACH = 110
# A source farther from its cue stands in another clause, and words between the two need not be the cue's.
_APART = 160
# A content's own words ("the operation") may stand between the cue and its medium; a whole clause ends the reach.
_CONTENT_BETWEEN = 60
# Scraped texts lose the blank between two sentences ("… he said.The talks …").
_UNSPLIT = re.compile(r"[^\W\d_]{2}[.!?][”\"]?[^\W\d_]")
_WORD = re.compile(r"[^\W_]+")
_SENTENCE_LOOKED_AT = 1200
# Statements of one sentence share its stretches.
_KEPT = 32


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A statement's cue with its source (`anchor`), and the stretches of its sentence that stand outside every content
    but those that hold the cue."""

    anchor: Span
    sentence: Span
    stretches: tuple[Span, ...]


class Look:
    """What is looked up for every statement of an article: its words by stretch, kept while statements share them, and
    where time expressions start."""

    __slots__ = ("_kept", "packs", "text", "times")

    def __init__(self, text: str, packs: Packs, times: frozenset[int]) -> None:
        self.text = text
        self.packs = packs
        self.times = times
        self._kept: dict[Span, Words] = {}

    def words(self, stretch: Span) -> Words:
        """The words of a stretch."""
        found = self._kept.get(stretch)
        if found is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            found = self._kept[stretch] = read_words(self.text, stretch)
        return found


class Contents:
    """The contents of all statements in order of their starts, each with its statement's id; who stands within whom."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._held = sorted((c, s.id) for s in statements for c in s.content)
        self._within = {s.id: s.within for s in statements}

    def foreign(self, statement: Statement, stretch: Span) -> list[Span]:
        """Contents that meet the stretch and belong to no statement in which this one stands."""
        first = bisect_right(self._held, stretch.start - 4 * _SENTENCE_LOOKED_AT, key=lambda held: held[0].start)
        last = bisect_right(self._held, stretch.end, key=lambda held: held[0].start)
        outer, at = set(), statement.within
        while at is not None and at not in outer:
            outer.add(at)
            at = self._within.get(at)
        return [c for c, owner in self._held[first:last] if c.meets(stretch) and owner not in outer]


def surroundings(statement: Statement, sentences: Sequence[Span], contents: Contents) -> Surroundings | None:
    """Where to look for what belongs to the cue; None where there is neither cue nor source."""
    roles = [r for r in (statement.source, statement.cue) if r is not None]
    if not roles:
        return None
    main = statement.cue or roles[0]
    i = bisect_right(sentences, main.start, key=lambda s: s.start) - 1
    whole = sentences[i] if i >= 0 and main.start < sentences[i].end else main
    sentence = Span(max(whole.start, main.start - _SENTENCE_LOOKED_AT), min(whole.end, main.end + _SENTENCE_LOOKED_AT))
    together = [r for r in roles if sentence.holds(r) and abs(r.start - main.start) <= _APART]
    anchor = hull(together or [main])
    holes = [c for c in contents.foreign(statement, sentence) if not c.holds(main)]
    inner = [Span(max(0, h.start - sentence.start), h.end - sentence.start) for h in holes]
    stretches = (
        Span(s.start + sentence.start, s.end + sentence.start) for s in outside(sentence.end - sentence.start, inner)
    )
    return Surroundings(anchor, sentence, tuple(stretches))


def is_attached(text: str, around: Surroundings, span: Span, known: MediumWords) -> bool:
    """Whether the span belongs to the cue: in or beside the anchor, no stop word and no long content between."""
    if not any(s.holds(span) for s in around.stretches):
        return False
    if span.end <= around.anchor.start and _opens_with(text[around.sentence.start : span.start], known.stops):
        return False
    if around.anchor.meets(span):
        return not known.relative.search(text, around.anchor.start, max(around.anchor.start, span.start))
    gap = (
        Span(span.end, around.anchor.start) if span.end <= around.anchor.start else Span(around.anchor.end, span.start)
    )
    return _is_free(text, around, gap, known)


def _opens_with(before: str, stops: frozenset[str]) -> bool:
    """Whether the clause that is open at the end opens with a stop word ("After they fled in May, …")."""
    opening = _WORD.search(before[before.rfind(",") + 1 :])
    return opening is not None and opening.group().lower() in stops


def distance(around: Surroundings, span: Span) -> int:
    """How far the span stands from the anchor; 0 inside it."""
    if around.anchor.meets(span):
        return 0
    return max(around.anchor.start - span.end, span.start - around.anchor.end)


def _is_free(text: str, around: Surroundings, gap: Span, known: MediumWords) -> bool:
    own = [Span(max(s.start, gap.start), min(s.end, gap.end)) for s in around.stretches if s.meets(gap)]
    free = sum(s.end - s.start for s in own)
    if free > _REACH:
        return False
    between = gap.end - gap.start - free
    after = gap.start >= around.anchor.end
    if between > (_CONTENT_BETWEEN if after else 0) and not _ends_at_edge(text, around, gap):
        return False
    if any(_UNSPLIT.search(text, s.start, s.end) for s in own):
        return False
    words = [_WORD.findall(known.aside.sub(",", s.of(text))) for s in own]
    for before_content in words[:-1]:
        if before_content[-1:] == ["that"]:  # it opens the content that stands between
            before_content.pop()
    return known.stops.isdisjoint(w.lower() for some in words for w in some)


def _ends_at_edge(text: str, around: Surroundings, gap: Span) -> bool:
    """Whether a content that stands between is a quotation closed by its mark: what follows is the reporter's again."""
    inside = [s for s in around.stretches if s.start < gap.end and s.start > gap.start]
    return bool(inside) and all(text[s.start - 1] in "”\"’'»" for s in inside)
