"""Every picture is well-formed, escaped, the same each time, and shows something sensible of little and of much."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from sayso.desk.charts import (
    Carrier,
    Event,
    FigureMark,
    Ground,
    OriginNode,
    PlaceMark,
    Town,
    figure_chart,
    map_chart,
    origin_graph,
    spark,
    timeline,
)
from sayso.records import Precision

SIDES = (None, "Kordania", "Merenia", "Норландия")
HOSTILE = "</text><script>alert(1)</script>\"' onload=x \u202e\x00\ud800 & ]]>"
WORDS = ("Ministry of Defence", "Міністерство оборони", "وزارة الدفاع", "国防部", HOSTILE, "", "x" * 5000)


def _figures(count: int, words: Sequence[str] = WORDS) -> Markup:
    return figure_chart(
        FigureMark(
            voice=words[n % len(words)],
            low=None if n % 5 == 1 else 10.0 * n, high=None if n % 5 == 2 else 10.0 * n + n % 3,
            measure="killed", unit="person", of=("Kordania", "Merenia")[n % 2], side=SIDES[n % 4], exclusive=n % 7 == 0,
            approximate=n % 6 == 0, cumulative=n % 2 == 0, period="2030-09/2031-03-04" if n % 2 == 0 else "2031-03-04",
            as_of=f"2031-03-{n % 28 + 1:02d}", words=words[n % len(words)], href=f"/claims/{n}", notes=("hedged",),
        )
        for n in range(count)
    )  # fmt: skip


def _timeline(count: int, words: Sequence[str] = WORDS) -> Markup:
    times = ("2031-03-01", "2030-09/2031-03-03", "../2031-03-03", "2031-03?/..", "203X", None, "2030-23", "not a date")
    return timeline(
        Event(words[n % len(words)], times[n % len(times)], f"2031-03-{n % 28 + 1:02d}", SIDES[n % 4],
              words[n % len(words)], words[(n + 1) % len(words)], str(n % 40), f"/claims/{n}", f"/articles/{n}")
        for n in range(count)
    )  # fmt: skip


def _map(count: int, words: Sequence[str] = WORDS) -> Markup:
    kinds = tuple(Precision)
    return map_chart(
        (PlaceMark(words[n % len(words)], *((None, None) if n % 6 == 5 else (50 + n % 17 * 0.3, 30 + n % 13 * 0.4)),
                   [1.0, 5.0, 20.0, 90.0, 300.0, None][n % 6], kinds[n % len(kinds)], SIDES[n % 4],
                   words[n % len(words)], words[n % len(words)], f"/claims/{n}")
         for n in range(count)),
        ground=Ground(lambda _: [Town(word or "town", 51.0, 31.0 + at, 1000) for at, word in enumerate(words)]),
    )  # fmt: skip


def _origins(count: int, words: Sequence[str] = WORDS) -> Markup:
    origins = [
        OriginNode(str(n), words[n % len(words)], "voice", SIDES[n % 4], f"/voices/{n}") for n in range(count // 8 + 1)
    ]
    return origin_graph(
        origins if count else [],
        [Carrier(f"c{n}", words[n % len(words)], (str(n % 9 // 2),), "2031-03-04", SIDES[n % 4], f"/articles/{n}",
                 f"c{(n * 7) % max(1, count)}" if n % 3 else None, "reprint", ("hedge dropped",))
         for n in range(count)],
    )  # fmt: skip


PICTURES: dict[str, Callable[..., Markup]] = {
    "figures": _figures, "timeline": _timeline, "map": _map, "origins": _origins
}  # fmt: skip


def well_formed(markup: Markup) -> ElementTree.Element:
    """The markup as a tree; raises where it is no XML."""
    return ElementTree.fromstring(f"<div>{markup}</div>".replace("&nbsp;", " "))


@pytest.mark.parametrize("count", [0, 1, 2, 7, 60, 500])
@pytest.mark.parametrize("name", PICTURES)
def test_well_formed(name: str, count: int) -> None:
    """Nothing, one, some and many items give XML without style attributes, scripts or handlers."""
    tree = well_formed(PICTURES[name](count))
    for element in tree.iter():
        assert element.tag.rpartition("}")[2] not in ("script", "style", "foreignObject", "image", "use")
        assert not [key for key in element.attrib if key.startswith("on") or key in ("style", "src")]
    assert count == 0 or tree.find(".//figure") is not None


@pytest.mark.parametrize("name", PICTURES)
def test_deterministic(name: str) -> None:
    """The same marks give the same markup."""
    assert PICTURES[name](60) == PICTURES[name](60)


@pytest.mark.parametrize("name", PICTURES)
def test_hostile_words(name: str) -> None:
    """Markup, controls and lone surrogates in a text stay text, or are left out."""
    markup = PICTURES[name](9, [HOSTILE])
    well_formed(markup)
    assert "<script" not in markup
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\ud800-\udfff]", markup)
    markup.encode("utf-8")


@pytest.mark.parametrize("name", PICTURES)
def test_both_layouts_and_table(name: str) -> None:
    """Each has a wide and a narrow layout, with a name, and a table with a row heading in each row."""
    tree = well_formed(PICTURES[name](12))
    pictures = [e for e in tree.iter() if e.tag.endswith("svg") and e.get("role") == "group"]
    assert {e.get("viewBox", "").split()[2] for e in pictures} == {"760", "350"}
    assert all(e.get("aria-label") for e in pictures)
    rows = tree.findall(".//tbody/tr")
    assert rows
    assert all(row.find("th") is not None for row in rows)


@pytest.mark.parametrize("name", PICTURES)
def test_links_stay_here(name: str) -> None:
    """Marks lead to pages of the desk alone."""
    for element in well_formed(PICTURES[name](30)).iter():
        href = element.get("href")
        assert href is None or href.startswith("/")


@settings(max_examples=60, deadline=None)
@given(href=st.text(max_size=30))
def test_only_local_addresses(href: str) -> None:
    """Whatever an address says, no mark leads to another scheme or host."""
    markup = figure_chart([FigureMark("A", 1.0, 2.0, "killed", href=href)])
    for element in well_formed(markup).iter():
        found = element.get("href")
        assert found is None or (found[0] in "/?#" and not re.match(r"/[/\\]", found))


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.builds(
            FigureMark, voice=st.text(max_size=20),
            low=st.none() | st.floats(-1e9, 1e12), high=st.none() | st.floats(-1e9, 1e12),
            measure=st.sampled_from(["killed", "lost"]), unit=st.text(max_size=8), exclusive=st.booleans(),
            approximate=st.booleans(), cumulative=st.none() | st.booleans(),
            period=st.none() | st.sampled_from(["2031", "2031-03-01/..", "../2031", "2031-13-99", "9999-12-31"]),
            as_of=st.none() | st.sampled_from(["2031-03-01", "2031-03-02", "9999-12-31", "0001", "junk"]),
        ),
        max_size=12,
    )
)  # fmt: skip
def test_any_figures(marks: list[FigureMark]) -> None:
    """Whatever bounds and dates figures have, the picture is well-formed and no coordinate is lost."""
    markup = figure_chart(marks)
    well_formed(markup)
    assert not re.search(r'="-?(?:nan|inf)', markup)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.builds(
            PlaceMark, name=st.text(max_size=12),
            lat=st.none() | st.floats(-90, 90), lon=st.none() | st.floats(-180, 180),
            radius_km=st.none() | st.floats(0, 20000), precision=st.sampled_from(Precision),
        ),
        max_size=6,
    )
)  # fmt: skip
def test_any_places(marks: list[PlaceMark]) -> None:
    """Wherever on the globe places lie, poles and the date line with them, the map is well-formed."""
    markup = map_chart(marks)
    well_formed(markup)
    assert not re.search(r'="-?(?:nan|inf)', markup)


def test_tiles_cover_the_map() -> None:
    """Where a tile server is configured its tiles cover the whole map, and nothing else is asked of any host."""
    marks = [
        PlaceMark(name, lat, lon, 5.0, Precision.SETTLEMENT) for name, lat, lon in (("A", 51.2, 35.3), ("B", 49, 31))
    ]
    tree = well_formed(map_chart(marks, ground=Ground(tiles="https://tiles.example/{z}/{x}/{y}.png")))
    pictures = [e for e in tree.iter() if e.get("data-plot") == "map"]
    for picture in pictures:
        images = [e for e in picture.iter() if e.tag.endswith("image")]
        assert all(re.fullmatch(r"https://tiles\.example/\d+/\d+/\d+\.png", e.get("href", "")) for e in images)
        boxes = [[float(e.get(key, "")) for key in ("x", "y", "width", "height")] for e in images]
        assert min(x for x, *_ in boxes) <= 0
        assert min(y for _, y, *_ in boxes) <= 0
        assert max(x + w for x, _, w, _ in boxes) >= float(picture.get("width", ""))
        assert max(y + h for _, y, _, h in boxes) >= float(picture.get("height", ""))
    assert "<image" not in map_chart(marks)


def test_spark() -> None:
    """Counts a day are an image with a name; none is nothing."""
    assert spark({}) == ""
    assert spark({"junk": 3}) == ""
    picture = well_formed(spark({"2031-03-01": 2, "2031-03-04": 5}))
    image = next(iter(picture))
    assert image.get("role") == "img"
    assert image.get("aria-label") == "7 articles, 1 Mar 2031 to 4 Mar 2031; at most 5 a day"
    assert len(spark({f"{year}-01-01": 1 for year in range(1000, 3000)})) < 10_000
