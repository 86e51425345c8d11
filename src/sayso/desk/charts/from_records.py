"""Marks from records: what a page has of Readings and claims, as the pictures want it. Addresses are the page's own:
it gives a function that makes one from an article and the id of a statement or figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sayso.desk.charts.figures import FigureMark
from sayso.desk.charts.origins import Carrier, OriginNode
from sayso.desk.charts.places import PlaceMark
from sayso.desk.charts.stretches import stretch_of
from sayso.desk.charts.timeline_marks import Event
from sayso.records import (
    Article,
    Claim,
    Copy,
    Figure,
    Modality,
    Origin,
    Place,
    PlaceUse,
    Polarity,
    Reading,
    Span,
    Statement,
    TimeType,
)

Address = Callable[[Article, str], str | None]
_LONGEST = 140  # characters of a label; pictures cut it further


def figure_marks(readings: Iterable[Reading], address: Address) -> list[FigureMark]:
    """The figures that may stand on a chart: measured, with a bound, and no vague "several"."""
    made = []
    for reading in readings:
        statements = {s.id: s for s in reading.statements}
        for figure in reading.figures:
            if figure.measure and not figure.vague and (figure.low, figure.high) != (None, None):
                made.append(figure_mark(reading.article, figure, statements.get(figure.statement or ""), address))
    return made


def figure_mark(article: Article, figure: Figure, statement: Statement | None, address: Address) -> FigureMark:
    """One figure as a mark; without a voice it stands on the outlet's own word."""
    voices = statement.voices if statement else ()
    side = next((v.side for v in voices if v.side), None)
    return FigureMark(
        voice=", ".join(figure.by) or ", ".join(v.name for v in voices) or outlet_of(article),
        low=figure.low, high=figure.high, measure=figure.measure or "", unit=figure.unit or "",
        of=", ".join(figure.of), side=side, exclusive=figure.exclusive, approximate=figure.approximate,
        cumulative=figure.cumulative, period=figure.period, as_of=figure.as_of, published=article.published,
        words=figure.span.of(article.text), outlet=outlet_of(article), href=address(article, figure.id),
        notes=tuple(_notes(figure, statement)),
    )  # fmt: skip


def outlet_of(article: Article) -> str:
    """What an article is called by where it has no outlet: its title, else its key."""
    return article.outlet or article.title or article.key or article.id[:12]


def _notes(figure: Figure, statement: Statement | None) -> Iterable[str]:
    if figure.polarity is Polarity.NEGATED:
        yield "denied"
    if figure.modality is not Modality.ASSERTED:
        yield figure.modality.value
    if statement is not None and (statement.hedges or any(link.hedges for link in statement.chain)):
        yield "hedged"
    if statement is not None and statement.verification is not None:
        yield statement.verification.status.value


def place_marks(readings: Iterable[Reading], address: Address) -> list[PlaceMark]:
    """Every literal naming of a place, on the word of the innermost statement whose content holds it."""
    made = []
    for reading in readings:
        article = reading.article
        for place in reading.places:
            if place.use is PlaceUse.LITERAL:
                made.append(_place_mark(article, place, _statement_at(reading, place.span), address))
    return made


def _place_mark(article: Article, place: Place, statement: Statement | None, address: Address) -> PlaceMark:
    voices = statement.voices if statement else ()
    return PlaceMark(
        name=place.name, lat=place.lat, lon=place.lon, radius_km=place.radius_km, precision=place.precision,
        side=next((v.side for v in voices if v.side), None),
        voice=", ".join(v.name for v in voices) or outlet_of(article),
        words=" ".join(span.of(article.text) for span in statement.content) if statement else "",
        href=address(article, statement.id) if statement else address(article, ""),
    )  # fmt: skip


def _statement_at(reading: Reading, span: Span) -> Statement | None:
    holding = [s for s in reading.statements if any(content.holds(span) for content in s.content)]
    return min(holding, key=lambda s: sum(c.end - c.start for c in s.content), default=None)


def events_of(readings: Iterable[Reading], address: Address) -> list[Event]:
    """Every statement as an event: when its content's own time says, and when the article was published. A narrated
    statement counts where it holds a time; the others stand on the publication track."""
    made = []
    for reading in readings:
        article = reading.article
        page = address(article, "")
        made += [
            Event(
                label=_shortened(" ".join(span.of(article.text) for span in statement.content)), time=edtf,
                published=article.published, side=next((v.side for v in statement.voices if v.side), None),
                voice=", ".join(v.name for v in statement.voices) or outlet_of(article), outlet=outlet_of(article),
                article=article.id, href=address(article, statement.id), article_href=page,
            )
            for statement in reading.statements
            if (edtf := _time_in(reading, statement)) is not None
        ]  # fmt: skip
        made.append(
            Event(label=article.title or outlet_of(article), published=article.published, outlet=outlet_of(article),
                  article=article.id, href=page, article_href=page)
        )  # fmt: skip
    return made


def _time_in(reading: Reading, statement: Statement) -> str | None:
    """The first date in the statement's content that can be placed."""
    for time in reading.times:
        held = any(span.holds(time.span) for span in statement.content)
        if held and time.type in (TimeType.DATE, TimeType.TIME) and stretch_of(time.edtf) is not None:
            return time.edtf
    return None


def _shortened(words: str) -> str:
    words = " ".join(words.split()).strip(" “”\"'«»,")
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def origins_of(
    claim: Claim, side_of: Callable[[str], str | None], href: Callable[[str], str | None]
) -> list[OriginNode]:
    """A claim's origins as nodes; the caller knows a root's side and its page."""
    return [
        OriginNode(_origin_key(o), o.root, o.kind.value, side_of(o.root), href(o.root), o.reason) for o in claim.origins
    ]


def carriers_of(
    claim: Claim, articles: Mapping[str, Article], copies: Iterable[Copy], address: Address
) -> list[Carrier]:
    """The articles that carry a claim, by key, each once, with the article of the claim that it was copied from."""
    keys = list(dict.fromkeys(member.key for member in claim.members))
    copied = {c.to: c for c in sorted(copies, key=lambda c: (c.to, c.from_)) if c.to in keys and c.from_ in keys}
    first = {member.key: member.id for member in reversed(claim.members)}
    made = []
    for key in keys:
        article, copy = articles.get(key), copied.get(key)
        named = [_origin_key(o) for o in claim.origins if any(member.key == key for member in o.members)]
        made.append(Carrier(
            key, outlet_of(article) if article else key, tuple(named), article.published if article else None,
            href=address(article, first[key]) if article else None, copy_of=copy.from_ if copy else None,
            copy_kind=copy.kind.value if copy else "",
        ))  # fmt: skip
    return made


def _origin_key(origin: Origin) -> str:
    return f"{origin.kind.value}:{origin.root}"
