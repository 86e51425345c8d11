"""What the sentence around a figure is about: its telling words and its places. Two counts of one thing share them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from sayso.comparing.pieces import tokens_of
from sayso.packs.comparing import ComparingPack
from sayso.packs.folding import Folding
from sayso.packs.inflection import stem
from sayso.records import Figure, Place, PlaceUse, Precision, Reading, Span

_EARTH_KM = 6371.0
# A village and the one beside it, or the two ends of a town's report, are one spot for a count (km).
_SPOT = 25.0
# Where a sentence ends: a mark with a blank and a capital or digit behind it, or the end of a line.
_END = re.compile(r"[.!?][\"”’»)]*\s+(?=[\"“«‘(]?[A-Z0-9])|\n")
_LONG = 400
# In a long sentence the words that stand so near tell what is counted.
_REACH = 12


@dataclass(frozen=True, slots=True)
class Spot:
    """A place near a figure: its folded name, and where it is as far as that is known."""

    name: str
    lat: float | None
    lon: float | None
    radius: float


@dataclass(frozen=True, slots=True)
class Matter:
    """The telling stems around a figure in its sentence, and the sentence's places that are no whole countries."""

    weights: Mapping[str, float]
    spots: tuple[Spot, ...]


def matter_of(figure: Figure, reading: Reading, pack: ComparingPack) -> Matter:
    """The matter of the sentence that the figure stands in."""
    text = reading.article.text
    sentence = _sentence(text, figure.span)
    tokens = list(tokens_of(text, sentence, pack.folding))
    before = sum(t.end <= figure.span.start for t in tokens)
    around = tokens[max(0, before - _REACH) : before + len(figure.span.of(text).split()) + _REACH]
    words = [t.word for t in around if not t.word[:1].isdigit()]
    weights = {stem(w): weight for w in words if (weight := pack.weight(w)) > 0}
    mentioned = [p for p in reading.places if sentence.holds(p.span) or p.name == figure.place]
    spots = spots_of(mentioned, pack.folding)
    if figure.place and not any(p.name == figure.place for p in mentioned):
        spots.add(Spot(pack.folding.key(figure.place), None, None, 0.0))
    return Matter(weights, tuple(sorted(spots, key=lambda s: (s.name, s.radius))))


def _sentence(text: str, span: Span) -> Span:
    start = max((m.end() for m in _END.finditer(text, max(0, span.start - _LONG), span.start)), default=None)
    end = _END.search(text, span.end, span.end + _LONG)
    return Span(
        max(0, span.start - _LONG) if start is None else start, end.start() if end else min(len(text), span.end + _LONG)
    )


def spots_of(places: Iterable[Place], folding: Folding) -> set[Spot]:
    """The literal places among the mentions that are no whole countries."""
    return {
        Spot(folding.key(p.name), p.lat, p.lon, p.radius_km or 0.0)
        for p in places
        if p.use is PlaceUse.LITERAL and p.precision is not Precision.COUNTRY
    }


def are_apart(one: Collection[Spot], other: Collection[Spot]) -> bool:
    """Whether both tell places, and none of one is or lies near one of the other."""
    return bool(one and other) and not any(_meet(a, b) for a in one for b in other)


def _meet(a: Spot, b: Spot) -> bool:
    if set(a.name.split("-")) & set(b.name.split("-")):
        return True
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    return _distance(a.lat, a.lon, b.lat, b.lon) <= max(a.radius, b.radius, _SPOT)


def _distance(lat: float, lon: float, lat_b: float, lon_b: float) -> float:
    """Kilometres along the great circle (haversine)."""
    f, g = radians(lat), radians(lat_b)
    h = sin((g - f) / 2) ** 2 + cos(f) * cos(g) * sin(radians(lon_b - lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, h)))
