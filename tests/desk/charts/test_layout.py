"""What pictures are laid out by: panels, stretches of time, scales, origins, projections, the ground."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.desk.charts.borders import ArcKind, View, load_borders
from sayso.desk.charts.figures import FigureMark, Kind, panels_of
from sayso.desk.charts.origins import Carrier, OriginNode, graph_of
from sayso.desk.charts.palette import slots_of
from sayso.desk.charts.places import PlaceMark, spread_of
from sayso.desk.charts.projecting import Circle, fit
from sayso.desk.charts.scales import day_ticks, number_scale, number_ticks
from sayso.desk.charts.stretches import stretch_of, stretch_words
from sayso.records import Precision

DAILY = FigureMark("A", 310, 310, "lost", "person", "Merenia", period="2031-03-02/2031-03-03", as_of="2031-03-03")
TOTAL = replace(DAILY, low=31_000, high=None, period="2030-09/2031-03-03", cumulative=True)


def test_daily_and_running_totals_never_share_a_panel() -> None:
    """Nor do totals that begin on different days, nor losses of different sides."""
    other_start, other_side = replace(TOTAL, period="2030-01/2031-03-03"), replace(TOTAL, of="Kordania")
    panels = panels_of([DAILY, TOTAL, other_start, other_side])
    assert len(panels) == 4
    assert {panel.kind for panel in panels} == {Kind.DAY, Kind.TOTAL}


def test_a_total_that_moves_is_a_series() -> None:
    """Later totals of one voice are steps; figures of which no period is told are never joined."""
    later = replace(TOTAL, low=31_300, as_of="2031-03-04")
    assert panels_of([TOTAL, later])[0].is_series
    loose = [replace(one, period=None, cumulative=None) for one in (TOTAL, later)]
    assert not panels_of(loose)[0].is_series


def test_one_figure_in_many_articles_is_one_mark() -> None:
    """The same bounds for the same day on the same word stand once, with all carriers."""
    (panel,) = panels_of([DAILY, replace(DAILY, href="/other"), DAILY])
    assert [mark.carriers for mark in panel.marks] == [3]
    assert panels_of([replace(DAILY, low=None, high=None)]) == ()


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2031-03-03", "3 Mar 2031"), ("2031-03", "Mar 2031"), ("2031", "2031"), ("../2031-03-03", "until 3 Mar 2031"),
        ("2031-03-03/..", "from 3 Mar 2031 on"), ("2031-03-02/2031-03-04", "2 Mar 2031 to 4 Mar 2031"),
        ("2031-03-03?", "about 3 Mar 2031"), ("2031-03-03T06:30", "3 Mar 2031"),
        ("2030-23", "1 Sep 2030 to 30 Nov 2030"),
        ("203X", "1 Jan 2030 to 31 Dec 2039"), ("2031-02-30", ""), ("soon", ""), ("", ""), ("/", ""),
    ],
)  # fmt: skip
def test_stretches(edtf: str, words: str) -> None:
    """EDTF's forms as a reader is told them; what is no date is none."""
    stretch = stretch_of(edtf)
    assert (stretch_words(stretch) if stretch else "") == words


@given(st.text(max_size=24))
def test_no_text_breaks_a_stretch(edtf: str) -> None:
    """Whatever stands for a date, a stretch ends no earlier than it starts."""
    stretch = stretch_of(edtf)
    assert stretch is None or stretch.start <= stretch.end


@given(st.lists(st.floats(-1e12, 1e12), min_size=1, max_size=8), st.integers(2, 9))
def test_scales_hold_their_values(values: list[float], most: int) -> None:
    """Every value lies on the axis, in order; ticks are within it, and few."""
    scale = number_scale(values, 0.0, 500.0)
    places = [scale.place(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(0 <= place <= 500 and math.isfinite(place) for place in places)
    assert len(number_ticks(scale, most)) <= most + 2


@given(st.floats(1, 3_000_000), st.floats(0, 400_000), st.integers(2, 9))
def test_days_have_few_ticks(low: float, days: float, most: int) -> None:
    """From hours to millennia there are some ticks and not too many, none twice."""
    ticks = day_ticks(low, min(low + days, 3_652_059.0), most)
    assert len(ticks) <= most + 2
    assert len({tick.at for tick in ticks}) == len(ticks)


def test_origins_before_carriers_before_copies() -> None:
    """Depth is the way a claim went; copies in a ring are cut; order of arrival does not matter."""
    carriers = [
        Carrier("a", "First", ("o",), "2031-03-03"), Carrier("b", "Copy", ("o",), "2031-03-04", copy_of="a"),
        Carrier("x", "Ring one", ("o",), copy_of="y"), Carrier("y", "Ring two", ("o",), copy_of="x"),
        Carrier("z", "Nobody's"),
    ]  # fmt: skip
    graph = graph_of([OriginNode("o", "Ministry")], carriers)
    assert graph == graph_of([OriginNode("o", "Ministry")], reversed(carriers))
    depth = {node.key: node.depth for node in graph.nodes}
    assert (depth["o"], depth["article a"], depth["article b"], depth["article z"]) == (0, 1, 2, 1)
    assert {depth["article x"], depth["article y"]} == {1, 2}
    assert [edge.copied for edge in graph.edges if edge.end == "article b"] == [True]


def test_sides_have_one_colour() -> None:
    """The side that speaks most comes first; those without a side have no slot."""
    assert slots_of(["B", "A", "B", None, ""]) == {"B": "a", "A": "b"}


def test_a_far_place_does_not_shrink_the_map() -> None:
    """What is far from the rest stands beside the map; countries too, and what has no coordinates."""
    near = [PlaceMark(f"Village {n}", 51 + n / 10, 35.0, 2.0, Precision.SETTLEMENT) for n in range(6)]
    rest = [PlaceMark("Pyongyang", 39.0, 125.7, 20.0, Precision.SETTLEMENT), PlaceMark("Nowhere")]
    country = PlaceMark("Ukraine", 49.0, 32.0, 438.0, Precision.COUNTRY)
    spread = spread_of([*near, *rest, country])
    assert [spot.name for spot in spread.beyond] == ["Pyongyang"]
    assert [spot.name for spot in spread.countries] == ["Ukraine"]
    assert [name for name, _ in spread.unplaced] == ["Nowhere"]
    assert len(spread.shown) == 6


@given(
    st.lists(st.tuples(st.floats(-85, 85), st.floats(-180, 180), st.floats(0, 500)), min_size=1, max_size=6),
)
def test_a_fitted_view_holds_its_spots(spots: list[tuple[float, float, float]]) -> None:
    """Every spot lies in the picture, over the date line as well."""
    circles = [Circle(lat, lon, km) for lat, lon, km in spots]
    projection = fit(circles, 760, 480)
    for circle in circles:
        x, y = projection.place(circle.lat, circle.lon)
        assert -1 <= x <= 761
        assert -1 <= y <= 481


def test_the_ground_is_whole() -> None:
    """The borders that come with sayso: the world's countries, rings closed, disputed lines told apart."""
    borders = load_borders()
    assert len({ground.country for ground in borders.grounds}) > 200
    view = View(30.0, 44.0, 38.0, 54.0)
    assert {shape.country for shape in borders.shapes(view)} >= {"Ukraine", "Russia", "Belarus"}
    for shape in borders.shapes(view):
        assert np.allclose(shape.rings[0][0], shape.rings[0][-1], atol=0.01)
    assert borders.lines(view, ArcKind.BORDER)
    assert borders.lines(View(33.0, 45.0, 36.0, 46.5), ArcKind.DISPUTED)
    assert not borders.lines(View(4.0, 46.0, 7.0, 49.0), ArcKind.DISPUTED)
    assert len(borders.thinned(0.3).grounds) < len(borders.grounds)
