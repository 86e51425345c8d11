"""Statements from the roles that the model found: content made whole by quotation marks, mode, nesting, headline."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.reading.analysis import Attribution
from sayso.reading.continued import Continued
from sayso.reading.doubles import Roles, without_doubles
from sayso.reading.draft import Draft, Quotation
from sayso.reading.edges import Edges
from sayso.reading.relays import Relays
from sayso.reading.words import read_words
from sayso.records import Mode, Span, Statement, hull

_WORD = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"\s+[“\"‘']?[A-Z]")
_EDGE = " \t\r\n\x0b\x0c\u00a0,;:–—-"
# Roles broken in two by a word or two ("did not, however, rule out") are shown as one span.
_GAP = 12
# Attributions that the model hardly believes in. PolNeAR dev without them: 79.2 of all roles and 95.0 of speech, with
# them 79.0 and 94.9.
_DOUBTFUL = 0.4
# Of those below this whose cue no pack knows, two in five are right (PolNeAR dev; above it, two in three).
_UNKNOWN = 0.6
_QUOTED = '“”"«»„'
# Attributions of one section. A news report has some 15 and is one section; without sections a book's would be compared
# each with each.
_SECTION = 200


def build_statements(draft: Draft) -> None:
    """Fills `statements` from the model's attributions and the quotations."""
    index = QuotationIndex(draft.quotations)
    given = [(i, a) for i, a in enumerate(draft.analysis.attributions) if not _is_doubtful(draft, a)]
    found = [f for i, a in given if (f := _found(draft.text, i, a, index)) is not None]
    found = _settled(draft, found)
    found = Continued(draft, [f for f in found if not _is_dateline(draft, f)]).settle()
    headlines = [p.span for p in draft.paragraphs if p.headline]
    ids = {f.order: f"s{i}" for i, f in enumerate(found, 1)}
    statements = [
        Statement(
            id=ids[f.order],
            source=f.source,
            cue=f.cue,
            content=f.content,
            mode=_mode(draft.text, f, index),
            within=ids.get(f.parent) if f.parent is not None else None,
            headline=any(h.holds(f.content[0]) for h in headlines),
        )
        for f in found
    ]
    draft.statements = renumbered(statements)


def _settled(draft: Draft, found: Sequence[Roles]) -> list[Roles]:
    """The attributions of each section, parted and cut, each once; their orders run on through all sections."""
    packs = draft.parts.packs
    relays, edges = Relays(draft), Edges(draft)
    settled: list[Roles] = []
    for section in _sections(found):
        own = without_doubles(draft.text, edges.settle(relays.settle(section)), packs.english, packs.attribution)
        orders = {f.order: len(settled) + i for i, f in enumerate(own)}
        settled += [
            replace(f, order=orders[f.order], parent=orders.get(f.parent) if f.parent is not None else None)
            for f in own
        ]
    return settled


def _sections(found: Sequence[Roles]) -> Iterator[list[Roles]]:
    """Runs of attributions that share no words and no parent with those before: each is compared with its own alone."""
    held: list[Roles] = []
    orders: set[int] = set()
    end = 0
    for roles in found:
        spans = [s for s in (roles.source, roles.cue, *roles.content) if s is not None]
        if len(held) >= _SECTION and roles.parent not in orders and min(s.start for s in spans) > end:
            yield held
            held, orders = [], set()
        held.append(roles)
        orders.add(roles.order)
        end = max(end, *(s.end for s in spans))
    yield held


def renumbered(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements in the order of their first content, an outer one before what stands within it, ids anew."""
    ordered = sorted(statements, key=lambda s: (s.content[0].start, -s.content[-1].end, s.cue or s.content[0]))
    ids = {s.id: f"s{i}" for i, s in enumerate(ordered, 1)}
    return tuple(replace(s, id=ids[s.id], within=ids[s.within] if s.within else None) for s in ordered)


class QuotationIndex:
    """Quotations by where they stand. They do not overlap, so that two bisections find those that meet a span."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self.quotations = quotations
        self._starts = [q.span.start for q in quotations]
        self._ends = [q.span.end for q in quotations]

    def meeting(self, span: Span) -> Sequence[Quotation]:
        """The quotations that share a character with the span, in order."""
        return self.quotations[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)]


def _is_doubtful(draft: Draft, given: Attribution) -> bool:
    """Whether the model hardly believes in an attribution, or not much in one of plain words by a cue that no pack
    knows; unless a known cue stands in another's content: of these the model is shy, since PolNeAR annotates none."""
    if given.score >= _UNKNOWN:
        return False
    cues = draft.parts.packs.attribution.cues
    words = read_words(draft.text, *given.cue).low
    hits = (cues.at(words, i) for i in range(len(words)))
    known = any(hit is not None and not hit.value.light for hit in hits)
    if given.score < _DOUBTFUL:
        return given.parent is None or not known
    return not known and not any(mark in span.of(draft.text) for span in given.content for mark in _QUOTED)


def _found(text: str, order: int, given: Attribution, index: QuotationIndex) -> Roles | None:
    """None where nothing is left of the content."""
    content = _content(text, given.content, index)
    if not content:
        return None
    return Roles(order, _one(given.source), _one(given.cue), content, given.parent, given.score)


def _is_dateline(draft: Draft, found: Roles) -> bool:
    """Whether a place and a colon that open the first paragraph were taken for a source and its cue."""
    first = next((p.span for p in draft.paragraphs if not p.headline), None)
    if first is None or found.source is None or found.cue is None or found.cue.of(draft.text) != ":":
        return False
    names = draft.analysis.names
    place = any(n.kind == "place" and Span(n.start, n.end).meets(found.source) for n in names)
    return place and found.source.start == first.start


def _one(spans: Sequence[Span]) -> Span | None:
    """One span for a role: all of it where the gaps are small, else its longest part."""
    if not spans:
        return None
    gaps = [b.start - a.end for a, b in pairwise(spans)]
    if all(gap <= _GAP for gap in gaps):
        return hull(spans)
    return max(spans, key=lambda s: (s.end - s.start, -s.start))


def _content(text: str, spans: Sequence[Span], index: QuotationIndex) -> tuple[Span, ...]:
    """Trimmed, grown over the quotation marks of what they nearly fill, and merged where they touch."""
    grown: list[Span] = []
    for given in spans:
        span = _stripped(text, given)
        if not _WORD.search(text, span.start, span.end):
            continue
        for quotation in index.meeting(span):
            if _fills(text, span, quotation):
                span = hull((span, quotation.span))
        grown.append(span)
    merged: list[Span] = []
    for span in sorted(grown):
        if merged and not _WORD.search(text, merged[-1].end, span.start) and span.start - merged[-1].end <= 3:
            merged[-1] = hull((merged[-1], span))
        else:
            merged.append(span)
    return tuple(merged)


def _stripped(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end)


def _fills(text: str, span: Span, quotation: Quotation) -> bool:
    """Whether all words of the quotation but one or two stand in the span."""
    inner = quotation.inner
    left = len(_WORD.findall(text, inner.start, max(inner.start, min(span.start, inner.start + 40))))
    right = len(_WORD.findall(text, min(inner.end, max(span.end, inner.end - 40)), inner.end))
    far = max(0, span.start - inner.start) + max(0, inner.end - span.end)
    if left + right <= 1 and far <= 20:
        return True
    # Several sentences in one pair of marks are one voice's: a content that holds the first of them holds them all.
    opens = span.start <= inner.start + 1 and quotation.closed and text[span.end - 1] in ".!?"
    return opens and bool(_SENTENCE.match(text, span.end, inner.end))


def _mode(text: str, found: Roles, index: QuotationIndex) -> Mode:
    """By how many of the content's words stand in quotation marks that are the statement's own.

    Marks that also enclose its cue or source belong to the statement around it.
    """
    roles = [r for r in (found.source, found.cue) if r is not None]
    quoted = total = 0
    for span in found.content:
        own = [q.inner for q in index.meeting(span) if not any(q.span.holds(r) for r in roles)]
        for m in _WORD.finditer(text, span.start, span.end):
            total += 1
            quoted += any(q.start <= m.start() < q.end for q in own)
    if not quoted:
        return Mode.INDIRECT
    return Mode.DIRECT if total - quoted <= (1 if quoted > 2 and _opens_with_that(text, found) else 0) else Mode.MIXED


def _opens_with_that(text: str, found: Roles) -> bool:
    return text[found.content[0].start : found.content[0].start + 5].lower() == "that "
