"""Attributing figures: the statement that each stands in, on whose word, whose, where, for which period, as of when."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.reading.draft import Draft
from sayso.reading.figures.lines import read_line
from sayso.reading.figures.owners import ENEMY, SELF, find_mentions
from sayso.reading.figures.periods import Periods
from sayso.reading.figures.sides import local_sides
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
_FARTHEST = 2000  # characters of one sentence looked over
_SENTENCES_BACK = 6  # how far back another side is looked for: a paragraph or two


def attribute_figures(draft: Draft) -> None:
    """Completes `figures`: statement, by, of, agent, period, as_of, place, cumulative, what the act makes of them."""
    by_id = {s.id: s for s in draft.statements}
    periods = Periods(draft)
    sides = local_sides(draft.text, draft.parts.packs.world)
    starts = [s.start for s in draft.sentences]
    completed = []
    for figure, statement in holders(draft.figures, draft.statements):
        at = bisect_right(starts, figure.span.start) - 1
        voiced = _voiced(statement, by_id)
        side = next((v.side for v in voiced.voices if v.side), None) if voiced is not None else None
        figure = _with_sides(draft, figure, _other_side(draft, at, side, sides) if _is_open(figure) else None, side)
        if statement is not None:
            names = tuple(v.name for v in voiced.voices) if voiced is not None else ()
            figure = _with_act(replace(figure, statement=statement.id, by=names), statement)
        completed.append(periods.place(figure, statement, at))
    draft.figures = tuple(_with_wholes(completed))


def _with_wholes(figures: Sequence[Figure]) -> Iterator[Figure]:
    """Parts and doubles hold for the period of the figure that they belong to, unless they have their own."""
    by_id = {f.id: f for f in figures}
    for figure in figures:
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


def _is_open(figure: Figure) -> bool:
    """Whether a stand-in has still to be resolved."""
    return ENEMY in figure.of or figure.agent in (SELF, ENEMY)


def _with_sides(draft: Draft, figure: Figure, other: str | None, side: str | None) -> Figure:
    """Resolves "the enemy" and the speaker's own side by the voice's side and the states named before."""
    of, agent = figure.of, figure.agent
    if not _is_open(figure):
        return figure
    if agent == SELF:
        agent = side
        if not of and other is not None and side is not None and _is_loss(draft, figure):
            of = (other,)
    elif agent == ENEMY:
        agent = other
    if ENEMY in of:
        of = (other,) if other is not None and side is not None else ()
    return replace(figure, of=of, agent=agent)


def _is_loss(draft: Draft, figure: Figure) -> bool:
    pack = draft.parts.packs.figures
    if figure.measure is None or figure.measure not in pack.measures:
        return False
    return pack.is_within(figure.measure, "lost") or figure.measure in ("captured", "struck", "repelled")


def _other_side(draft: Draft, at: int, side: str | None, sides: Mapping[str, str]) -> str | None:
    """The state named last, in this sentence or shortly before, that is not the voice's own."""
    packs = draft.parts.packs
    for i in range(at, max(-1, at - _SENTENCES_BACK), -1):
        sentence = draft.sentences[i]
        near = Span(max(sentence.start, sentence.end - _FARTHEST), sentence.end)
        line = read_line(draft.text, near, packs.figures, packs.world)
        for mention in reversed(find_mentions(line, sides)):
            if mention.name not in (side, ENEMY) and (mention.name in packs.world.states or mention.name in sides):
                return mention.name
    return None
