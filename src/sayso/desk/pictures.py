"""A story's and a claim's pictures, out of what queries find."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from sayso.desk.charts.figure_chart import figure_chart
from sayso.desk.charts.figures import FigureMark
from sayso.desk.charts.map_chart import Ground, map_chart
from sayso.desk.charts.origin_graph import origin_graph
from sayso.desk.charts.origins import Carrier, OriginNode
from sayso.desk.charts.places import PlaceMark
from sayso.desk.charts.spark import spark
from sayso.desk.charts.timeline import timeline
from sayso.desk.charts.timeline_marks import Event
from sayso.desk.claiming import outlet_of
from sayso.desk.rendering import path
from sayso.desk.words import label
from sayso.exports.brief import notes_of
from sayso.exports.wording import who_said
from sayso.ledger.claims import ClaimFound
from sayso.ledger.relations import Taken
from sayso.ledger.scenes import Happening, Naming, Publication, Said
from sayso.records import Polarity, Precision


def slots(sides: Sequence[str]) -> dict[str, str]:
    """The colours of a story's sides: those of the matrix's two columns, then more."""
    return {side: "abcde"[min(at, 4)] for at, side in enumerate(sides)}


def figures_picture(claims: Sequence[ClaimFound], sides: Sequence[str]) -> Markup:
    """How the figures moved: one mark for each claim, however many carry it."""
    return figure_chart([mark for claim in claims if (mark := _figure(claim)) is not None], slots(sides))


def story_sparks(days: Mapping[str, Mapping[str, int]]) -> dict[str, Markup]:
    """The articles a day of each story, all on one axis, so that they can be compared."""
    ends = [day for counts in days.values() for day in counts]
    window = (min(ends), max(ends)) if ends else None
    return {story: spark(counts, "articles", window) for story, counts in days.items()}


def timeline_picture(
    happenings: Sequence[Happening], publications: Sequence[Publication], sides: Sequence[str]
) -> Markup:
    """When things are said to have happened, apart from when articles were published."""
    events = [
        Event(
            label=label(one.said.words, 140), time=one.time, published=one.said.published, side=one.said.side,
            voice=label(one.said.voice, 80), outlet=label(one.said.outlet, 60), article=one.said.article,
            href=_address(one.said), article_href=f"/articles/{path(one.said.article)}",
        )
        for one in happenings
    ]  # fmt: skip
    events += [
        Event(
            label=label(one.title, 140), published=one.published, outlet=label(one.outlet, 60), article=one.article,
            href=f"/articles/{path(one.article)}", article_href=f"/articles/{path(one.article)}",
        )
        for one in publications
    ]  # fmt: skip
    return timeline(events, slots(sides))


def map_picture(namings: Sequence[Naming], sides: Sequence[str], ground: Ground) -> Markup:
    """Who names which place."""
    marks = [
        PlaceMark(
            name=label(one.place, 80), lat=one.lat, lon=one.lon, radius_km=one.radius_km,
            precision=Precision(one.precision), side=one.said.side, voice=label(one.said.voice, 80),
            words=label(one.said.words, 160), href=_address(one.said),
        )
        for one in namings
    ]  # fmt: skip
    return map_chart(marks, slots(sides), ground)


def origins_picture(claim: ClaimFound, taken: Sequence[Taken], sides: Sequence[str]) -> Markup:
    """The way from a claim's origins to the articles that carry it, and who has whose words."""
    roots = [
        OriginNode(key=f"origin {n}", name=label(one.root, 60), kind=one.kind.value, side=claim.side or None,
                   reason=label(one.reason, 160))
        for n, one in enumerate(claim.origins)
    ]  # fmt: skip
    behind: dict[str, list[str]] = {}
    for root, one in zip(roots, claim.origins, strict=True):
        for article in dict.fromkeys(article for article, _ in one.members):
            behind.setdefault(article, []).append(root.key)
    source = {one.taker: one for one in reversed(taken)}
    carriers: dict[str, Carrier] = {}
    for found in claim.members:
        card = found.article
        copy = source.get(card.id)
        carriers.setdefault(
            card.id,
            Carrier(
                key=card.id, name=label(outlet_of(found), 50), origins=tuple(behind.get(card.id, ())),
                published=card.published, side=claim.side or None, href=f"/articles/{path(card.id)}",
                copy_of=copy.giver if copy else None, copy_kind=copy.kind if copy else "",
                notes=tuple(notes_of(found.statement)) if found.statement else (),
            ),
        )  # fmt: skip
    return origin_graph(roots, carriers.values(), slots(sides))


def _figure(claim: ClaimFound) -> FigureMark | None:
    first = next((one for one in claim.members if one.figure), None)
    figure = first.figure if first else None
    if (
        first is None
        or figure is None
        or not figure.measure
        or figure.vague
        or (figure.low, figure.high) == (None, None)
    ):
        return None
    statement = first.statement
    voice = ", ".join(figure.by) or (
        who_said(statement, first.source) if statement and statement.voices else outlet_of(first)
    )
    notes = ["denied"] if figure.polarity is Polarity.NEGATED else []
    return FigureMark(
        voice=label(voice, 80), low=figure.low, high=figure.high, measure=label(figure.measure, 60),
        unit=label(figure.unit or "", 60), of=label(", ".join(figure.of), 60), side=claim.side or None,
        exclusive=figure.exclusive, approximate=figure.approximate, cumulative=figure.cumulative, period=figure.period,
        as_of=figure.as_of, published=first.article.published, words=label(first.words, 120),
        outlet=label(outlet_of(first), 60), href=f"/claims/{path(claim.id)}", carriers=claim.articles,
        notes=tuple(notes + (list(notes_of(statement)) if statement else [])),
    )  # fmt: skip


def _address(said: Said) -> str:
    return f"/articles/{path(said.article)}#{path(said.item)}"
