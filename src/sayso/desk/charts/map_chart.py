"""The map: who names which place, as far as the text lets it be known.

A spot's circle is as large as its place is uncertain and never smaller; a region is a hatched round, not a pin; its
colour is the side that speaks of it, in shares where several do. What has no coordinates stands beside the map.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from sayso.desk.charts.borders import View, load_levels
from sayso.desk.charts.frame import Heading, framed, laid_out, nothing
from sayso.desk.charts.ground import CountryName, draw_ground
from sayso.desk.charts.labels import Box
from sayso.desk.charts.map_labels import Anchor, Placed, Towns, place_names, place_towns, room_of
from sayso.desk.charts.map_marks import draw_region, draw_spot, is_to_scale, scale_bar, shown_radius
from sayso.desk.charts.palette import key_of, slots_of
from sayso.desk.charts.places import PlaceMark, Spot, Spread, spread_of
from sayso.desk.charts.projecting import Projection, fit
from sayso.desk.charts.svg import Given, element, group, linked, picture, text
from sayso.desk.charts.tables import Cell, Table
from sayso.desk.charts.tiles import draw_tiles
from sayso.records import Precision

_LEAST_SHARE = 0.1  # of all namings: a map of fewer would mislead
_HEIGHT = {True: 400.0, False: 480.0}
_NOTE = "A circle is as large as the place is uncertain; a hatched round is a region named as a whole. "
_GROUND = "Borders: Natural Earth, as they are in fact; broken where disputed. Towns: GeoNames."


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies under the spots: `towns` for finding one's way, or a tile server's address ({z}, {x} and {y} in it)."""

    towns: Towns | None = None
    tiles: str | None = None


def get_ready(under: Ground) -> None:
    """Reads what maps are drawn on, so that the first reader of one does not wait for it."""
    load_levels()
    if under.towns:
        under.towns(View(0.0, 0.0, 1.0, 1.0))


def map_chart(
    marks: Iterable[PlaceMark], slots: Mapping[str, str] | None = None, ground: Ground | None = None, title: str = ""
) -> Markup:
    """The map of these namings; a spot leads to the first claim that names it."""
    under = ground or Ground()
    given = list(marks)
    slots = slots_of(mark.side for mark in given) if slots is None else slots
    spread = spread_of(given)
    if not given:
        return nothing("map", "No place is named here.")

    def draw(width: float) -> Markup:
        height = _HEIGHT[width < 500]
        projection = fit([spot.circle for spot in spread.shown], width, height)
        inner = _plot(spread.shown, projection, slots, under)
        plot = element(
            "svg", {"class": "plot", "width": width, "height": height, "viewBox": f"0 0 {width:.0f} {height:.0f}",
                    "data_plot": "map"}, *inner,
        )  # fmt: skip
        return picture(width, height, _summary(spread), [plot, scale_bar(projection)], "map")

    located = sum(len(spot.marks) for spot in spread.shown)
    if located < _LEAST_SHARE * len(given):
        spread = Spread((), spread.shown + spread.beyond, spread.countries, spread.unplaced)
    beside = _beside(spread)
    if not spread.shown:
        told = f"{located or 'None'} of {len(given)} namings can be located: there is no map to draw."
        lead = element("p", {"class": "chart-about"}, told)
        return framed("map", Heading(title), [lead, *beside], place_table(given))
    drawn = [key_of(slots, {mark.side for spot in spread.shown for mark in spot.marks}), laid_out(draw), *beside]
    note = _NOTE + (f"Tiles: {urlsplit(under.tiles).netloc}." if under.tiles else _GROUND)
    return framed("map", Heading(title, note=note), drawn, place_table(given))


def _plot(spots: Sequence[Spot], projection: Projection, slots: Mapping[str, str], under: Ground) -> list[Markup]:
    wide = sorted((s for s in spots if s.is_wide), key=lambda s: -s.radius_km)
    small = sorted((s for s in spots if not s.is_wide), key=lambda s: (-s.radius_km, len(s.marks)))
    frame = Box(0, 0, projection.width, projection.height)
    rounds = [_round(spot, projection) for spot in small]
    free = [
        Box(0, frame.bottom - 34, frame.right * 0.22 + 80, frame.bottom),
        Box(frame.right - 44, 0, frame.right, 120),
    ]
    anchors = [_anchor(spot, projection) for spot in (*sorted(small, key=_rank), *wide)]
    names = place_names(anchors, [*rounds, *free], frame)
    if under.tiles:
        base = [group(draw_tiles(projection, under.tiles), "ground")]
    else:
        base = _base(projection, under.towns, names, (free, rounds))
    return [
        base[0],
        group([_mark(s, draw_region(s, projection, slots)) for s in wide], "regions"),
        *base[1:],
        group([_mark(s, draw_spot(s, projection, slots)) for s in small], "spots"),
        group([_name(placed) for placed in names], "names"),
    ]


def _base(
    projection: Projection, towns: Towns | None, names: Sequence[Placed], taken: tuple[list[Box], list[Box]]
) -> list[Markup]:
    """The ground, the countries' names and the towns, where scale and buttons, spots and their names leave room."""
    free, rounds = taken
    ground = draw_ground(projection)
    countries: list[CountryName] = []
    for tried in ground.names:
        held = [*free, *rounds, *(room_of(placed) for placed in names), *(country.box for country in countries)]
        name = next((n for n in tried if not any(n.box.meets(other) for other in held)), None)
        countries += [name] if name is not None else []
    boxes = [country.box for country in countries]
    known = place_towns(towns(projection.view), projection, names, [*free, *boxes], rounds) if towns else []
    return [
        group(list(ground.parts), "ground"),
        group([text(c.x, c.y, c.country, "country", "middle") for c in countries], "countries"),
        group([_town(placed) for placed in known], "towns"),
    ]


def _rank(spot: Spot) -> tuple[int, str]:
    return (-len(spot.marks), spot.name)


def _round(spot: Spot, projection: Projection) -> Box:
    x, y = projection.place(spot.lat, spot.lon)
    radius = shown_radius(spot, projection)
    return Box(x - radius, y - radius, x + radius, y + radius)


def _anchor(spot: Spot, projection: Projection) -> Anchor:
    x, y = projection.place(spot.lat, spot.lon)
    name = f"{spot.name} (region)" if spot.precision is Precision.REGION else spot.name
    words = f"{name} {len(spot.marks)}" if len(spot.marks) > 1 else name
    if spot.is_wide:
        return Anchor(x, y, shown_radius(spot, projection), words, 13.0, bold=True, over=True, grows=True)
    grows = is_to_scale(spot, projection)
    return Anchor(x, y, shown_radius(spot, projection) + 4, words, 13.0, bold=True, grows=grows)


def _name(placed: Placed, class_: str = "spot-name") -> Markup:
    """A name; its distance is told in letters' sizes, which keep as the map is zoomed in, or on the ground."""
    anchor = placed.anchor
    given: Given = {"x": anchor.x, "y": anchor.y, "class": class_, "text_anchor": placed.side}
    if anchor.grows:
        given |= {"x": anchor.x + placed.dx, "y": anchor.y + placed.dy}
    else:
        given |= {"dx": f"{placed.dx / anchor.size:.2f}em", "dy": f"{placed.dy / anchor.size:.2f}em"}
    return element("text", given, anchor.words)


def _town(placed: Placed) -> Markup:
    zoom = "" if placed.zoom == 1 else f" z{placed.zoom}"
    dot = element("circle", {"cx": placed.anchor.x, "cy": placed.anchor.y, "r": 1.8, "class": f"town{zoom}"})
    return Markup("") + dot + _name(placed, f"town-name{zoom}")


def _mark(spot: Spot, drawn: list[Markup]) -> Markup:
    return linked(_first_href(spot.marks), told(spot), drawn)


def told(spot: Spot) -> str:
    """A spot as a sentence."""
    voices = dict.fromkeys(mark.voice for mark in spot.marks if mark.voice)
    by = ", ".join(list(voices)[:4]) + (f" and {len(voices) - 4} more" if len(voices) > 4 else "")
    times = "named once" if len(spot.marks) == 1 else f"named {len(spot.marks)} times"
    where = f"{spot.precision.value}, within {spot.radius_km:,.0f} km"
    return " · ".join(part for part in (spot.name, where, times, by) if part)


def _summary(spread: Spread) -> str:
    most = ", ".join(f"{spot.name} ({len(spot.marks)})" for spot in spread.shown[:6])
    return f"Map of {len(spread.shown)} places; named most: {most}"


def _beside(spread: Spread) -> list[Markup]:
    """What the map does not show, and why, in words."""
    beyond = [(spot.name, spot.marks) for spot in spread.beyond]
    countries = [(spot.name, spot.marks) for spot in spread.countries]
    rows = (
        ("Too far off for this map" if spread.shown else "Located", beyond),
        ("Countries as a whole", countries),
        ("Not on the map", spread.unplaced),
    )
    parts = []
    for head, found in rows:
        if found:
            parts.append(element("dt", {}, head))
            parts.append(element("dd", {}, *_listed(found)))
    return [element("dl", {"class": "chart-beside"}, *parts)] if parts else []


def _listed(found: Sequence[tuple[str, tuple[PlaceMark, ...]]]) -> list[Markup]:
    made = []
    for name, marks in found[:14]:
        words: Markup = element("bdi", {}, name)
        href = _first_href(marks)
        made.append(element("a", {"href": href}, words) if href else words)
        made.append(Markup(f" {len(marks)}" if len(marks) > 1 else "") + ", ")
    made[-1] = Markup(made[-1].removesuffix(", "))
    return [*made, Markup(f" and {len(found) - 14} more")] if len(found) > 14 else made


def place_table(marks: Iterable[PlaceMark]) -> Table:
    """What the map shows and what it can't, as rows."""
    spread = spread_of(marks)
    spots = [*spread.shown, *spread.beyond, *spread.countries]
    rows = [
        (Cell(s.name, _first_href(s.marks)), Cell(s.precision.value), Cell(f"{s.lat:.2f}, {s.lon:.2f}"),
         Cell(f"{s.radius_km:,.0f} km"), Cell(str(len(s.marks))), Cell(_voices(s.marks)))
        for s in spots
    ]  # fmt: skip
    rows += [
        (Cell(name, _first_href(found)), Cell("not located"), Cell(""), Cell(""), Cell(str(len(found))),
         Cell(_voices(found)))
        for name, found in spread.unplaced
    ]  # fmt: skip
    return Table("Places, how finely they are known and who names them", _COLUMNS, tuple(rows))


_COLUMNS = ("Place", "Known as", "Latitude, longitude", "Within", "Namings", "On whose word")


def _first_href(marks: Sequence[PlaceMark]) -> str | None:
    return next((mark.href for mark in marks if mark.href), None)


def _voices(marks: Sequence[PlaceMark]) -> str:
    return ", ".join(dict.fromkeys(mark.voice for mark in marks if mark.voice))
