"""How sure a statement makes itself: act, hedges, certainty, polarity and modality of every statement."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.acts import weigh_cue
from sayso.reading.clauses import Weight, weakest, weigh_clause
from sayso.reading.draft import Draft
from sayso.records import Act, Certainty, Modality, Mode, Polarity, Span, Statement


def weigh_statements(draft: Draft) -> None:
    """Fills act, hedges, certainty, polarity and modality of the statements."""
    starts = [s.start for s in draft.sentences]
    draft.statements = tuple(_weighed(draft, s, _sentence(draft.sentences, starts, s)) for s in draft.statements)


def _sentence(sentences: Sequence[Span], starts: Sequence[int], statement: Statement) -> Span:
    """The sentence in which the cue stands, or the content where there is none."""
    at = (statement.cue or statement.content[0]).start
    i = bisect_right(starts, at) - 1
    return sentences[i] if i >= 0 else statement.content[0]


def _weighed(draft: Draft, statement: Statement, sentence: Span) -> Statement:
    packs = draft.parts.packs
    weight = weigh_clause(draft.text, statement.content, packs.hedges)
    if statement.mode is Mode.NARRATED:
        return _with(statement, Act.NARRATE, weight)
    given = weigh_cue(draft.text, statement, sentence, packs)
    cue = given.cue
    if cue is None:
        own = replace(
            weight, hedges=(*given.hedges, *weight.hedges), certainty=weakest(weight.certainty, *given.certainties)
        )
        return _with(statement, Act.SAY if statement.cue is None else None, own)
    return _with(
        statement,
        cue.act,
        Weight(
            polarity=_polarity(cue.polarity, weight.polarity),
            modality=cue.modality if cue.modality is not Modality.ASSERTED else weight.modality,
            certainty=weakest(cue.certainty, weight.certainty, *given.certainties),
            hedges=(*given.hedges, *weight.hedges),
        ),
    )


def _polarity(cue: Polarity, content: Polarity) -> Polarity:
    """A denied denial is an assertion."""
    return Polarity.AFFIRMED if cue is content else Polarity.NEGATED


def _with(statement: Statement, act: Act | None, weight: Weight) -> Statement:
    return replace(
        statement,
        act=act,
        hedges=_merged(weight.hedges),
        certainty=weight.certainty if act is not None else Certainty(weight.certainty),
        polarity=weight.polarity,
        modality=weight.modality,
    )


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """In order, without what another holds."""
    found: list[Span] = []
    for span in sorted(set(spans)):
        if not (found and found[-1].meets(span)):
            found.append(span)
    return tuple(found)
