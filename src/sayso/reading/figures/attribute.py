"""Attributing figures: the statement that each stands in, on whose word, whose, where, for which period, as of when."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.reading.draft import Draft
from sayso.reading.figures.parties import Parties, inherit
from sayso.reading.figures.periods import Periods
from sayso.records import Act, Figure, Modality, Mode, Polarity, Span, Statement

_WAYS: Mapping[Act, Modality] = {
    Act.PLAN: Modality.PLANNED,
    Act.PROMISE: Modality.PLANNED,
    Act.THREATEN: Modality.PLANNED,
    Act.DEMAND: Modality.DEMANDED,
    Act.ASK: Modality.DEMANDED,
    Act.HOPE: Modality.WISHED,
    Act.FEAR: Modality.POSSIBLE,
    Act.PREDICT: Modality.POSSIBLE,
    Act.NOT_RULE_OUT: Modality.POSSIBLE,
}


def attribute_figures(draft: Draft) -> None:
    """Completes `figures`: statement, by, of, agent, period, as_of, place, cumulative, what the act makes of them."""
    by_id = {s.id: s for s in draft.statements}
    periods = Periods(draft)
    parties = Parties(draft)
    starts = [s.start for s in draft.sentences]
    completed: list[Figure] = []
    last = -1
    for figure, statement in holders(draft.figures, draft.statements):
        at = bisect_right(starts, figure.span.start) - 1
        voiced = _voiced(statement, by_id)
        side = next((v.side for v in voiced.voices if v.side), None) if voiced is not None else None
        if statement is not None:
            names = tuple(v.name for v in voiced.voices) if voiced is not None else ()
            figure = _with_act(replace(figure, statement=statement.id, by=names), statement)
        figure = inherit(completed[-1] if completed and last >= at - 1 else None, figure)
        figure = parties.resolve(figure, statement, side, at)
        completed.append(periods.place(figure, statement, at))
        last = at
    draft.figures = tuple(_with_wholes(completed))


def _with_wholes(figures: Sequence[Figure]) -> Iterator[Figure]:
    """Parts and doubles hold for the period of the figure that they belong to, unless they have their own; of 52 drones
    all belong to whom the 43 belonged that were shot down."""
    by_id = {f.id: f for f in figures}
    owners = {whole: f.of for f in figures for whole in f.part_of if f.of}
    for figure in figures:
        if not figure.of and figure.id in owners:
            figure = replace(figure, of=owners[figure.id])
        other = by_id.get(figure.part_of[0] if figure.part_of else figure.same_as or "")
        if other is not None and other.statement == figure.statement and figure.period is None:
            figure = replace(
                figure, period=other.period, place=figure.place or other.place, cumulative=other.cumulative
            )
        yield figure


def holders(figures: Sequence[Figure], statements: Sequence[Statement]) -> Iterator[tuple[Figure, Statement | None]]:
    """Each figure with the statement of the shortest content that holds it; others' words before the outlet's own."""
    contents = sorted(
        ((span, i) for i, s in enumerate(statements) for span in s.content), key=lambda c: (c[0].start, c[0].end, c[1])
    )
    active: list[tuple[Span, int]] = []
    following = 0
    for figure in figures:
        while following < len(contents) and contents[following][0].start <= figure.span.start:
            active.append(contents[following])
            following += 1
        active = [c for c in active if c[0].end > figure.span.start]
        holding = [(statements[i].mode is Mode.NARRATED, s.end - s.start, i) for s, i in active]
        yield figure, statements[min(holding)[2]] if holding else None


def _voiced(statement: Statement | None, by_id: Mapping[str, Statement]) -> Statement | None:
    """The statement itself, or the nearest around it that names a voice."""
    seen = 0
    while statement is not None and not statement.voices and (statement.within or "") in by_id and seen < 10:
        statement, seen = by_id[statement.within or ""], seen + 1
    return statement


def _with_act(figure: Figure, statement: Statement) -> Figure:
    """What the act makes of a figure: what is denied is not asserted, what is promised is planned."""
    if statement.act is Act.DENY:
        figure = replace(figure, polarity=Polarity.NEGATED)
    way = _WAYS.get(statement.act) if statement.act is not None else None
    if way is not None and figure.modality is Modality.ASSERTED:
        figure = replace(figure, modality=way)
    return figure
