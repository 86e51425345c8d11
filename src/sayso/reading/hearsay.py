"""Hearsay: assertions that the outlet puts on nobody's word ("has reportedly used", "is said to be short of").

They are statements without a source, whose cue is the hedge itself. The reading model finds most; this adds the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.packs.hedges import Hearsay
from sayso.reading.draft import Draft
from sayso.reading.pieces import clauses, is_quoted, pieces, stripped, taken
from sayso.reading.statements import renumbered
from sayso.reading.words import Words, read_words
from sayso.records import Span, Statement

# Fewer words after a hedge are no assertion ("the reportedly damaged ship").
_CONTENT_WORDS = 3
_SENTENCE = 1500


def add_hearsay(draft: Draft) -> None:
    """Adds to `statements` what stands outside them under a word of hearsay."""
    known = draft.parts.packs.hedges.hearsay
    triggers = _triggers(known)
    if not _any_in(draft.text, triggers):
        return
    holes = taken(draft.statements)
    quoted = [q.inner for q in draft.quotations]
    headlines = [p.span for p in draft.paragraphs if p.headline]
    found: list[Statement] = []
    for sentence in draft.sentences:
        if not _any_in(sentence.of(draft.text), triggers):
            continue
        for cue, content in _found(draft, sentence, holes, quoted, known):
            headline = any(h.holds(content) for h in headlines)
            found.append(Statement(f"h{len(found)}", None, cue, (content,), headline=headline))
    if found:
        draft.statements = renumbered((*draft.statements, *found))


def _triggers(known: Hearsay) -> tuple[str, ...]:
    """What stands in every sentence with hearsay, and in few others."""
    return (*known.adverbs, *(f"{participle} to" for participle in known.participles))


def _any_in(text: str, triggers: Sequence[str]) -> bool:
    low = text.lower()
    return any(trigger in low for trigger in triggers)


def _found(
    draft: Draft, sentence: Span, holes: Sequence[Span], quoted: Sequence[Span], known: Hearsay
) -> Iterator[tuple[Span, Span]]:
    """Cue and content of each clause with hearsay."""
    text, events = draft.text, draft.parts.packs.events
    if sentence.end - sentence.start > _SENTENCE:
        return
    for piece in pieces(sentence, holes):
        for clause in clauses(text, stripped(text, piece, events), events):
            if is_quoted(clause, quoted):
                continue
            words = read_words(text, clause)
            at = _hearsay_at(words, known)
            if at is None:
                continue
            content = _content(words, at, clause)
            if content is not None:
                yield words.over(at, 1), content


def _hearsay_at(words: Words, known: Hearsay) -> int | None:
    """The word of hearsay that governs the clause: an adverb, or "said" between "is" and "to be"."""
    for i, word in enumerate(words.low):
        before = words.low[i - 1] if i else ""
        if word in known.adverbs and before not in known.not_after:
            return i
        passive = word in known.participles and words.low[i + 1 : i + 2] == ["to"]
        if passive and not known.auxiliaries.isdisjoint(words.low[max(0, i - 2) : i]):
            return i
    return None


def _content(words: Words, at: int, clause: Span) -> Span | None:
    """What follows the word of hearsay, or what stands before one that closes the clause."""
    if len(words) - at - 1 >= _CONTENT_WORDS:
        return Span(words.spans[at + 1][0], clause.end)
    if at == len(words) - 1 and at >= _CONTENT_WORDS:
        return Span(clause.start, words.spans[at - 1][1])
    return None
