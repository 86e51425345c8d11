"""Derived points: "10 km south of X", "five miles from X"."""

from __future__ import annotations

import math
from collections.abc import Sequence

from sayso.packs.places import PlaceWords
from sayso.reading.places.mentions import Mention
from sayso.reading.places.placing import reach
from sayso.reading.places.words import Stretch
from sayso.records import Place, PlaceUse, Precision, Span

_BEFORE = 70  # characters before a name in which its distance may stand
# A bearing in words covers an eighth of the compass: the point is out by up to tan(22.5°) of the distance.
_SPREAD = 0.41


def derived_points(mentions: Sequence[Mention], stretch: Stretch, words: PlaceWords) -> list[Place]:
    """One place for each distance from a resolved one. With a bearing, the point so far off; without one, the base
    with the distance as its radius."""
    found = []
    for mention in mentions:
        if mention.entry is not None and not mention.demonym:
            point = _point(mention, stretch, words)
            if point is not None:
                found.append(point)
    return found


def _point(mention: Mention, stretch: Stretch, words: PlaceWords) -> Place | None:
    entry = mention.entry
    before = stretch.text[max(stretch.span.start, mention.start - _BEFORE) : mention.start]
    if entry is None or not before.rstrip().endswith(("of", "from", "outside", "the")):
        return None
    match = words.distance.search(before)
    number = _number(match["number"], words) if match else None
    if match is None or number is None:
        return None
    distance = number * words.lengths[match["unit"].lower()]
    start = mention.start - len(before) + match.start()
    lat, lon, radius = entry.lat, entry.lon, distance + reach(entry)
    bearing = _bearing(match["way"], words) if match["way"] else None
    if bearing is not None and distance < 5000:
        lat, lon = _moved(entry.lat, entry.lon, distance, bearing)
        radius = _SPREAD * distance + reach(entry)
    return Place(
        span=Span(start, mention.end),
        name=stretch.text[start : mention.end],
        use=PlaceUse.LITERAL,
        lat=round(lat, 5),
        lon=round(lon, 5),
        precision=Precision.AREA,
        radius_km=round(radius, 1),
    )


def _number(said: str, words: PlaceWords) -> float | None:
    if said[0].isdigit():
        whole = said.replace(",", "") if len(said.rpartition(",")[2]) == 3 else said.replace(",", ".")
        return float(whole)
    return words.numbers.get(said.lower())


def _bearing(way: str, words: PlaceWords) -> float | None:
    """Degrees from north of "south", "north-east", "south-southwest": the mean of its parts' directions."""
    low, x, y = way.lower(), 0.0, 0.0
    at = 0
    while at < len(low):
        part = next((p for p in words.compass if low.startswith(p, at)), None)
        at += len(part) if part else 1
        if part:
            x += math.sin(math.radians(words.compass[part]))
            y += math.cos(math.radians(words.compass[part]))
    return math.degrees(math.atan2(x, y)) % 360 if abs(x) + abs(y) > 0.01 else None


def _moved(lat: float, lon: float, distance: float, bearing: float) -> tuple[float, float]:
    """The point at a distance in kilometres and a bearing in degrees (on a sphere)."""
    d, b, la = distance / 6371.0, math.radians(bearing), math.radians(lat)
    new = math.asin(math.sin(la) * math.cos(d) + math.cos(la) * math.sin(d) * math.cos(b))
    turned = math.atan2(math.sin(b) * math.sin(d) * math.cos(la), math.cos(d) - math.sin(la) * math.sin(new))
    return math.degrees(new), (lon + math.degrees(turned) + 540) % 360 - 180
