"""Narrated statements: what the outlet asserts on nobody's word but its own, where it holds a figure or an event."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sayso.packs.events import Events
from sayso.reading.clauses import weigh_clause
from sayso.reading.draft import Draft
from sayso.reading.statements import renumbered
from sayso.reading.words import Words, read_words
from sayso.records import Act, Mode, Span, Statement, Voice, VoiceKind, outside

# A piece of a sentence beside a statement must be long enough to assert something.
_WORDS = 5
# A longer "sentence" is a list or a table.
_SENTENCE = 1500
_EDGE = " \t\r\n\x0b\x0c\u00a0,;:–—-"
_JOINT = re.compile(r"[,;]\s+(?P<joint>[^\W\d_]+)\s+(?P<next>[^\W_]+)|;\s+(?P<alone>[^\W_]+)")
_TRAILING = re.compile(r"[,;]?\s+(?P<joint>[^\W\d_]+)$")


def add_narrated(draft: Draft) -> None:
    """Adds the outlet's own assertions to `statements`: source and cue none, the voice the outlet where it is known."""
    holes = sorted(h for s in draft.statements for h in _roles(s))
    quoted = [q.inner for q in draft.quotations]
    figures = sorted(f.span for f in draft.figures)
    headlines = [p.span for p in draft.paragraphs if p.headline]
    voices = _outlet(draft)
    found: list[Statement] = []
    for sentence in draft.sentences:
        headline = any(h.holds(sentence) for h in headlines)
        for span in _assertions(draft, sentence, holes, quoted, figures, headline):
            found.append(_statement(draft, f"n{len(found)}", span, voices, headline))
    if found:
        draft.statements = renumbered((*draft.statements, *found))


def _roles(statement: Statement) -> Iterator[Span]:
    yield from statement.content
    if statement.source is not None:
        yield statement.source
    if statement.cue is not None:
        yield statement.cue


def _outlet(draft: Draft) -> tuple[Voice, ...]:
    """The outlet as a voice."""
    name = draft.article.outlet
    if not name or not name.strip():
        return ()
    world = draft.parts.packs.world
    known = world.known(name)
    full = known.name if known is not None else name
    row = draft.parts.roster.known(full)
    if row is not None:
        return (Voice(id=row.id, name=row.name, side=row.side, body=row.body, kind=VoiceKind.OUTLET),)
    return (Voice(id=world.folding.key(full), name=full, kind=VoiceKind.OUTLET),)


def _assertions(
    draft: Draft, sentence: Span, holes: Sequence[Span], quoted: Sequence[Span], figures: Sequence[Span], headline: bool
) -> Iterator[Span]:
    """The clauses of a sentence outside every statement that hold a figure or an event."""
    text, events = draft.text, draft.parts.packs.events
    if sentence.end - sentence.start > _SENTENCE or text[sentence.end - 1] == "?":
        return
    own = [h for h in _meeting(holes, sentence) if h.meets(sentence)]
    but_its_stop = Span(sentence.start, sentence.end - 1)
    if any(h.holds(but_its_stop) for h in own):
        return
    for piece in _outside(sentence, own):
        whole = piece == sentence
        stripped = _stripped(text, piece, events)
        for clause in _clauses(text, stripped, events):
            words = read_words(text, clause)
            if len(words) < (3 if whole else _WORDS) or _is_quoted(clause, quoted):
                continue
            # Beside a statement a figure may stand in an aside ("…, 45, …"): it counts in a clause of its own.
            opens = whole or clause.start == sentence.start or clause.start > stripped.start
            if _tells(words, events, headline) or (opens and _figure_in(figures, clause)):
                yield clause


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


def _stripped(text: str, span: Span, events: Events) -> Span:
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


def _clauses(text: str, span: Span, events: Events) -> Iterator[Span]:
    """The parts of a piece that stand on their own: joined by a comma and "and", or a semicolon."""
    start = span.start
    for m in _JOINT.finditer(text, span.start, span.end):
        joint, following = m["joint"], m["next"] or m["alone"]
        if joint is not None and joint.lower() not in events.joints:
            continue
        if not (following[0].isupper() or following.lower() in events.openers):
            continue
        at = m.start("next") if joint is not None else m.start("alone")
        if len(text[start : m.start()].split()) < _WORDS or len(text[at : span.end].split()) < _WORDS:
            continue
        yield Span(start, m.start())
        start = at
    if start < span.end:
        yield Span(start, span.end)


def _tells(words: Words, events: Events, headline: bool) -> bool:
    """Whether a verb of an event stands in the clause: "were shelling" is one, "the shelling" is not."""
    book = events.headlined if headline else events.told
    for i, word in enumerate(words.low):
        if book.at(words.low, i) is None:
            continue
        before = words.low[i - 1] if i else ""
        if before not in events.not_after and (headline or not word.endswith("ing") or before in events.be):
            return True
    return False


def _figure_in(figures: Sequence[Span], clause: Span) -> bool:
    i = bisect_left(figures, clause.start, key=lambda s: s.start)
    return i < len(figures) and figures[i].start < clause.end


def _is_quoted(clause: Span, quoted: Sequence[Span]) -> bool:
    """Whether most of the clause stands in quotation marks: somebody's words, though nobody is named."""
    i = bisect_right(quoted, clause.start, key=lambda s: s.start) - 1
    inside = 0
    for span in quoted[max(0, i) :]:
        if span.start >= clause.end:
            break
        inside += max(0, min(span.end, clause.end) - max(span.start, clause.start))
    return 2 * inside > clause.end - clause.start


def _statement(draft: Draft, id_: str, span: Span, voices: tuple[Voice, ...], headline: bool) -> Statement:
    weight = weigh_clause(draft.text, (span,), draft.parts.packs.hedges)
    return Statement(
        id=id_,
        source=None,
        cue=None,
        content=(span,),
        voices=voices,
        mode=Mode.NARRATED,
        act=Act.NARRATE,
        hedges=weight.hedges,
        certainty=weight.certainty,
        polarity=weight.polarity,
        modality=weight.modality,
        headline=headline,
    )
