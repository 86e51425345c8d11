"""Pieces: what a sentence holds outside every statement, cut into clauses that stand on their own."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from sayso.packs.events import Events
from sayso.records import Span, Statement, outside

# A clause beside a statement must be long enough to assert something.
CLAUSE_WORDS = 5
_EDGE = " \t\r\n\x0b\x0c\u00a0,;:–—-"
_JOINT = re.compile(r"[,;]\s+(?P<joint>[^\W\d_]+)\s+(?P<next>[^\W_]+)|;\s+(?P<alone>[^\W_]+)")
_TRAILING = re.compile(r"[,;]?\s+(?P<joint>[^\W\d_]+)$")


def taken(statements: Iterable[Statement]) -> list[Span]:
    """The contents, sources and cues of statements, in order."""
    return sorted(h for s in statements for h in (*s.content, s.source, s.cue) if h is not None)


def pieces(sentence: Span, holes: Sequence[Span]) -> list[Span]:
    """The parts of a sentence outside the holes; none where one hole holds all of it but its last mark."""
    own = _meeting(holes, sentence)
    but_its_stop = Span(sentence.start, sentence.end - 1)
    if any(h.holds(but_its_stop) for h in own):
        return []
    return _outside(sentence, own)


def _meeting(holes: Sequence[Span], sentence: Span) -> Sequence[Span]:
    """Those that start in the sentence or run into it; contents that began long before are few."""
    last = bisect_left(holes, sentence.end, key=lambda s: s.start)
    first = bisect_left(holes, sentence.start, key=lambda s: s.start)
    return [*(h for h in holes[max(0, first - 40) : first] if h.end > sentence.start), *holes[first:last]]


def _outside(sentence: Span, holes: Sequence[Span]) -> list[Span]:
    inner = [Span(max(0, h.start - sentence.start), min(h.end, sentence.end) - sentence.start) for h in holes]
    return [
        Span(s.start + sentence.start, s.end + sentence.start) for s in outside(sentence.end - sentence.start, inner)
    ]


def stripped(text: str, span: Span, events: Events) -> Span:
    """Without marks and joints at its edges."""
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if end - start > 2 and text[end - 1] == "." and text[end - 2].islower():
        end -= 1
    m = _TRAILING.search(text, max(start, end - 20), end)
    if m is not None and m["joint"].lower() in events.joints:
        end = m.start()
    return Span(start, end)


def clauses(text: str, span: Span, events: Events) -> Iterator[Span]:
    """The parts of a piece that stand on their own: joined by a comma and "and", or a semicolon."""
    start = span.start
    for m in _JOINT.finditer(text, span.start, span.end):
        joint, following = m["joint"], m["next"] or m["alone"]
        if joint is not None and joint.lower() not in events.joints:
            continue
        if not (following[0].isupper() or following.lower() in events.openers):
            continue
        at = m.start("next") if joint is not None else m.start("alone")
        if len(text[start : m.start()].split()) < CLAUSE_WORDS or len(text[at : span.end].split()) < CLAUSE_WORDS:
            continue
        yield Span(start, m.start())
        start = at
    if start < span.end:
        yield Span(start, span.end)


def is_quoted(clause: Span, quoted: Sequence[Span]) -> bool:
    """Whether most of the clause stands in quotation marks: somebody's words, though nobody is named."""
    i = bisect_right(quoted, clause.start, key=lambda s: s.start) - 1
    inside = 0
    for span in quoted[max(0, i) :]:
        if span.start >= clause.end:
            break
        inside += max(0, min(span.end, clause.end) - max(span.start, clause.start))
    return 2 * inside > clause.end - clause.start
