"""Narrated statements: what the outlet asserts on nobody's word but its own, where it holds a figure or an event."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sayso.packs.events import Events
from sayso.reading.clauses import weigh_clause
from sayso.reading.draft import Draft
from sayso.reading.pieces import CLAUSE_WORDS, clauses, is_quoted, pieces, stripped, taken
from sayso.reading.statements import renumbered
from sayso.reading.words import Words, read_words
from sayso.records import Act, Mode, Span, Statement, Voice, VoiceKind

# A longer "sentence" is a list or a table.
_SENTENCE = 1500


def add_narrated(draft: Draft) -> None:
    """Adds the outlet's own assertions to `statements`: source and cue none, the voice the outlet where it is known."""
    holes = taken(draft.statements)
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
    for piece in pieces(sentence, holes):
        whole = piece == sentence
        bare = stripped(text, piece, events)
        for clause in clauses(text, bare, events):
            words = read_words(text, clause)
            if len(words) < (3 if whole else CLAUSE_WORDS) or is_quoted(clause, quoted):
                continue
            # Beside a statement a figure may stand in an aside ("…, 45, …"): it counts in a clause of its own.
            opens = whole or clause.start == sentence.start or clause.start > bare.start
            if _tells(words, events, headline) or (opens and _figure_in(figures, clause)):
                yield clause


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
