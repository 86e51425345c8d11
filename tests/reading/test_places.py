"""Places: which words name one, where it is as far as the text says, and what the name stands for."""

from __future__ import annotations

import csv
import json
import time
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from sayso.packs import load_packs
from sayso.packs.gazetteer import open_gazetteer
from sayso.packs.gazetteer_regions import kilometres
from sayso.reading.analysis import Analysis, Attribution, Name, Token
from sayso.reading.draft import Draft, Parts
from sayso.reading.places import find_places
from sayso.reading.sentences import find_sentences
from sayso.records import Article, Place, PlaceUse, Precision, Span
from tests.conftest import any_text

CASES = Path(__file__).parent.parent / "cases" / "places.tsv"
# The share of the table's places that must be right in use, spot and precision without the reading model's names.
FLOOR = 0.9
# A region's or country's middle is a convention: how far from the table's the spot may be.
TOLERANCE_KM = {"country": 300.0, "region": 250.0, "": 120.0}


@cache
def parts() -> Parts:
    return Parts(model=None, packs=load_packs(), roster=None, gazetteer=open_gazetteer())  # type: ignore[arg-type]


def draft_of(text: str, analysis: Analysis | None = None) -> Draft:
    draft = Draft(Article(id="a", digest="", text=text), parts())
    find_sentences(draft)
    if analysis is not None:
        draft.analysis = analysis
    find_places(draft)
    return draft


def places_in(text: str, analysis: Analysis | None = None) -> tuple[Place, ...]:
    return draft_of(text, analysis).places


def only(text: str, words: str, analysis: Analysis | None = None) -> Place:
    found = [p for p in places_in(text, analysis) if p.span.of(text) == words]
    assert len(found) == 1, found
    return found[0]


def table() -> list[dict[str, Any]]:
    with CASES.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [{**row, "places": json.loads(row["places"])} for row in rows]


def is_right(place: Place, want: dict[str, Any]) -> bool:
    if place.use.value != want["use"] or (want["precision"] and place.precision.value != want["precision"]):
        return False
    if want["at"] is None or place.lat is None or place.lon is None:
        return want["at"] is None and place.lat is None
    return kilometres((place.lat, place.lon), tuple(want["at"])) <= TOLERANCE_KM.get(want["precision"], 60.0)


def test_the_table_of_cases_holds() -> None:
    """Every place that the table names is found, rightly used and placed; no more than a few errors in all."""
    wrong, total = [], 0
    for row in table():
        found = {p.span.of(row["text"]): p for p in places_in(row["text"])}
        for want in row["places"]:
            total += 1
            words = next((w for w in found if w == want["words"] or w.startswith(want["words"] + " ")), "")
            if not words or not is_right(found[words], want):
                wrong.append((row["id"], want["words"], found.get(words)))
        if not row["places"] and found:
            wrong.append((row["id"], "nothing", found))
    assert len(wrong) <= (1 - FLOOR) * total, wrong


def test_a_holder_named_behind_a_comma_decides() -> None:
    """ "Paris, Texas" is not in France, and all mentions of Paris in the article follow."""
    text = "A factory in Paris, Texas, will close. Paris has 25,000 people."
    spots = [p for p in places_in(text) if p.name == "Paris"]
    assert [round(p.lat or 0) for p in spots] == [34, 34]


def test_places_near_each_other_decide() -> None:
    """Towns of one county are taken for neighbours, though larger ones of their names are elsewhere."""
    text = "Crews from Dublin and Hilliard came to Columbus. Westerville and Gahanna, in Ohio, sent pumps to Dublin."
    assert {round(p.lat or 0) for p in places_in(text) if p.name == "Dublin"} == {40}


def test_a_bare_name_is_no_finer_than_what_it_was_called() -> None:
    """Where the text says "Kursk region", a later "Kursk" is not pinned to the city."""
    text = "Fighting goes on in the Kursk region. Nobody knows how many are in Kursk."
    assert {p.precision for p in places_in(text) if p.name == "Kursk"} == {Precision.REGION}


def test_an_unknown_village_stays_within_its_region() -> None:
    """Unknown stays unknown: the region's middle with the region's reach, and no id."""
    place = only("The village of Qervand in Idlib province has no water.", "Qervand")
    assert (place.precision, place.id, place.gazetteer) == (Precision.REGION, None, None)
    assert place.radius_km is not None
    assert place.radius_km > 20


def test_an_unknown_village_without_a_region_has_no_spot() -> None:
    """No pin is made up."""
    place = only("The village of Qervand has no water.", "Qervand")
    assert (place.lat, place.lon, place.precision) == (None, None, Precision.UNKNOWN)


@pytest.mark.parametrize(
    ("words", "lat", "lon"),
    [
        ("10 km south of Sumy", 50.82, 34.80),
        ("10 km north of Sumy", 51.00, 34.80),
        ("ten kilometres to the east of Sumy", 50.92, 34.94),
        ("20 miles west of Sumy", 50.92, 34.34),
    ],
)
def test_a_distance_with_a_bearing_is_a_point_of_its_own(words: str, lat: float, lon: float) -> None:
    """The point lies that far off, with a radius that grows with the distance."""
    place = only(f"A bridge {words}, in Ukraine, fell.", words)
    assert (place.lat, place.lon) == (pytest.approx(lat, abs=0.02), pytest.approx(lon, abs=0.02))
    assert place.precision is Precision.AREA
    assert place.radius_km is not None
    assert place.radius_km > 3


def test_a_distance_without_a_bearing_is_a_circle() -> None:
    """ "20 km from X" is X with at least that radius."""
    place = only("A bridge 20 km from Sumy, in Ukraine, fell.", "20 km from Sumy")
    assert place.lat == pytest.approx(50.92, abs=0.02)
    assert place.radius_km is not None
    assert place.radius_km > 20


def test_a_capital_that_speaks_is_associative() -> None:
    """A place's name that is a statement's whole source stands for a government."""
    text = "Moscow said on Friday that the talks in Geneva were over."
    speaks = Analysis(attributions=(Attribution((Span(0, 6),), (Span(7, 11),), (Span(22, 55),)),))
    assert only(text, "Moscow", speaks).use is PlaceUse.ASSOCIATIVE
    assert only(text, "Geneva", speaks).use is PlaceUse.LITERAL


def test_the_model_decides_between_a_person_and_a_place() -> None:
    """A name that the model takes for a person is no place; taken for a place, it is one, listed or not."""
    text = "They met Lansing and went to Oberwelk."
    tokens = tuple(Token(m, m + 1) for m in (0, 5))
    person = Analysis(tokens, (Name(9, 16, "person", 0.95), Name(29, 37, "place", 0.9)))
    assert [p.span.of(text) for p in places_in(text, person)] == ["Oberwelk"]


def test_a_possessive_and_a_compound_leave_the_name_whole() -> None:
    """The mark and what hangs on it are no part of the span."""
    text = "Ukraine’s allies met a Berlin-based firm."
    assert [p.span.of(text) for p in places_in(text)] == ["Ukraine", "Berlin"]


@given(any_text)
def test_any_text_gives_valid_spans(text: str) -> None:
    """Spans lie in the text, in order, on something; a spot is on Earth and has a precision."""
    places = places_in(text)
    assert list(places) == sorted(places, key=lambda p: (p.span, p.name))
    for place in places:
        assert 0 <= place.span.start < place.span.end <= len(text)
        assert place.name
        assert (place.lat is None) == (place.precision is Precision.UNKNOWN)
        if place.lat is not None and place.lon is not None:
            assert -90 <= place.lat <= 90
            assert -180 <= place.lon <= 180


@given(any_text)
def test_reading_twice_gives_the_same(text: str) -> None:
    """The same text gives the same places."""
    assert places_in(text) == places_in(text)


@pytest.mark.parametrize("unit", ["Kyiv ", "Paris, Texas. ", "X " * 3, "10 km south of ", "A. ", "Al-", "\n"])
def test_time_is_linear(unit: str) -> None:
    """Eight times the text takes no more than about eight times as long, whatever repeats."""
    short, long = unit * (5_000 // len(unit)), unit * (40_000 // len(unit))
    places_in(short)
    started = time.process_time()
    places_in(short)
    once = time.process_time() - started
    started = time.process_time()
    places_in(long)
    assert time.process_time() - started < 24 * once + 0.5
