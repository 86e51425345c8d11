"""Spots and regions on the map, and the scale bar."""

from __future__ import annotations

import math
from collections.abc import Mapping

from markupsafe import Markup

from sayso.desk.charts.palette import slot
from sayso.desk.charts.places import Spot
from sayso.desk.charts.projecting import Projection
from sayso.desk.charts.svg import element, group, line, text

_LEAST = 6.0  # a spot's smallest circle: what is more exact than the map is drawn larger, never smaller
_HATCH = 9.0  # between two lines of a region
_ROUND_KM = (1, 2, 5)


def shown_radius(spot: Spot, projection: Projection) -> float:
    """A spot's radius in the picture."""
    return max(_LEAST, projection.length(spot.radius_km))


def is_to_scale(spot: Spot, projection: Projection) -> bool:
    """Whether a spot's circle is as large as the place is uncertain; a smaller one is drawn larger."""
    return projection.length(spot.radius_km) >= _LEAST


def draw_spot(spot: Spot, projection: Projection, slots: Mapping[str, str]) -> list[Markup]:
    """A circle, cut into shares where several sides speak of the place. One drawn larger than to scale says by how
    much, so that it need not grow with the ground when the map is zoomed in."""
    if is_to_scale(spot, projection):
        return _drawn(spot, projection, slots)
    share = projection.length(spot.radius_km) / _LEAST
    return [element("g", {"data_true": f"{share:.2f}"}, *_drawn(spot, projection, slots))]


def _drawn(spot: Spot, projection: Projection, slots: Mapping[str, str]) -> list[Markup]:
    x, y = projection.place(spot.lat, spot.lon)
    radius = shown_radius(spot, projection)
    shares = [(slot(side, slots), count / len(spot.marks)) for side, count in spot.sides]
    if len(shares) == 1:
        return [element("circle", {"cx": x, "cy": y, "r": radius, "class": f"spot s-{shares[0][0]}"})]
    parts, turned = [], -0.25
    for colour, share in shares:
        parts.append(element("path", {"d": _sector(x, y, radius, turned, share), "class": f"spot s-{colour}"}))
        turned += share
    return parts


def _sector(x: float, y: float, radius: float, turned: float, share: float) -> str:
    points = [
        (x + radius * math.cos(2 * math.pi * at), y + radius * math.sin(2 * math.pi * at))
        for at in (turned, turned + share)
    ]
    (x1, y1), (x2, y2) = points
    return f"M{x:.1f} {y:.1f}L{x1:.1f} {y1:.1f}A{radius:.1f} {radius:.1f} 0 {int(share > 0.5)} 1 {x2:.1f} {y2:.1f}Z"


def draw_region(spot: Spot, projection: Projection, slots: Mapping[str, str]) -> list[Markup]:
    """A hatched round: the lines take turns between the sides that speak of the region."""
    x, y = projection.place(spot.lat, spot.lon)
    radius = shown_radius(spot, projection)
    colours = [slot(side, slots) for side, _ in spot.sides]
    parts = [element("circle", {"cx": x, "cy": y, "r": radius, "class": f"region s-{colours[0]}"})]
    count = int(2 * radius // _HATCH)
    for at in range(1, count + 1):
        off = -radius + at * 2 * radius / (count + 1)
        half = math.sqrt(max(0.0, radius * radius - off * off))
        tilt = math.sqrt(0.5)
        middle = (x + off * tilt, y + off * tilt)
        ends = [(middle[0] + way * half * tilt, middle[1] - way * half * tilt) for way in (-1, 1)]
        parts.append(line(*ends[0], *ends[1], f"hatch s-{colours[at % len(colours)]}"))
    return parts


def scale_bar(projection: Projection) -> Markup:
    """A bar of a round number of kilometres, at the foot of the map."""
    room = projection.width * 0.22
    km = room / projection.length(1.0)
    power = 10.0 ** math.floor(math.log10(km))
    whole = max(m * power for m in _ROUND_KM if m * power <= km)
    length, y = projection.length(whole), projection.height - 14
    bar = element("path", {"d": f"M14 {y - 5:.1f}V{y:.1f}H{14 + length:.1f}V{y - 5:.1f}", "class": "scale"})
    words = text(14 + length + 7, y + 3, f"{whole:g} km", "small halo-text")
    return group([bar, words], "scale-bar", data_scale=f"{whole:g}", data_length=f"{length:.1f}")
