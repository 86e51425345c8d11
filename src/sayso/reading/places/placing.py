"""Placing: what a resolved mention becomes, no finer than the text says."""

from __future__ import annotations

import math

from sayso.packs.gazetteer import Entry, PlaceClass
from sayso.reading.places.mentions import Mention
from sayso.reading.places.words import Stretch
from sayso.records import Place, PlaceUse, Precision, Span

_PRECISION = {
    PlaceClass.CONTINENT: Precision.REGION,
    PlaceClass.COUNTRY: Precision.COUNTRY,
    PlaceClass.REGION: Precision.REGION,
    PlaceClass.DISTRICT: Precision.AREA,
    PlaceClass.SETTLEMENT: Precision.SETTLEMENT,
    PlaceClass.AREA: Precision.AREA,
    PlaceClass.WATER: Precision.AREA,
    PlaceClass.RIVER: Precision.AREA,
    PlaceClass.MOUNTAIN: Precision.AREA,
    PlaceClass.SPOT: Precision.EXACT,
}
_REGIONS = (PlaceClass.REGION, PlaceClass.DISTRICT, PlaceClass.AREA)
_AROUND = 10.0  # kilometres around a town within which what is said to lie in it lies
_WIDE = 200.0  # kilometres from which an area is as coarse as a region
# What a describing word makes of a town that gives its name to more: the reach of a usual region and district, km.
_REGION_REACH, _DISTRICT_REACH = 100.0, 25.0


def place_of(mention: Mention, stretch: Stretch) -> Place:
    """The place that a mention names; without a spot where it is unknown."""
    span = Span(mention.start, mention.end)
    use = PlaceUse.DEMONYM if mention.demonym else PlaceUse.ASSOCIATIVE if mention.associative else PlaceUse.LITERAL
    entry = mention.entry
    if entry is None:
        return _unknown(mention, span.of(stretch.text), use)
    precision, radius = _how_fine(entry, mention)
    return Place(
        span=span,
        name=entry.name,
        use=use,
        gazetteer=entry.source,
        id=entry.id,
        lat=entry.lat,
        lon=entry.lon,
        precision=precision,
        radius_km=radius,
    )


def reach(entry: Entry) -> float:
    """How far a place spreads, in kilometres: as the gazetteer has it, a settlement's by its people."""
    if entry.radius_km:
        return round(entry.radius_km, 1)
    # A town of 10,000 covers a kilometre or two, a city of ten million some fifty.
    return round(max(1.0, 0.015 * math.sqrt(max(0, entry.population))), 1)


def _how_fine(entry: Entry, mention: Mention) -> tuple[Precision, float]:
    precision, radius = _PRECISION[entry.kind], reach(entry)
    if precision is Precision.AREA and radius > _WIDE:
        precision = Precision.REGION
    if entry.kind is PlaceClass.SETTLEMENT and mention.admits is not None and entry.kind not in mention.admits:
        if PlaceClass.REGION in mention.admits:
            return Precision.REGION, max(radius, _REGION_REACH)
        return Precision.AREA, max(radius, _DISTRICT_REACH)
    return precision, radius


def _unknown(mention: Mention, words: str, use: PlaceUse) -> Place:
    """Unknown stays unknown: at most somewhere within the town or region that the text puts it in."""
    span = Span(mention.start, mention.end)
    holder = mention.within.entry if mention.within is not None else None
    if holder is None or holder.kind not in (*_REGIONS, PlaceClass.SETTLEMENT):
        return Place(span, words, use)
    wide = holder.kind in _REGIONS
    return Place(
        span=span,
        name=words,
        use=use,
        lat=holder.lat,
        lon=holder.lon,
        precision=Precision.REGION if wide else Precision.AREA,
        radius_km=reach(holder) if wide else max(reach(holder), _AROUND),
    )
