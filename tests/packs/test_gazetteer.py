"""The gazetteer: spelling variants meet, the file opens fast, and many processes share it."""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import PartError
from sayso.packs.gazetteer import Gazetteer, PlaceClass, open_gazetteer
from sayso.packs.gazetteer_build import Row, write_gazetteer
from sayso.packs.toponyms import fold, is_latin, loosen


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bolshoye Soldatskoye", "Bol’shoye Soldatskoye"),
        ("Sana'a", "Sanaa"),
        ("Sana’a", "SANAA"),
        ("Saint Louis", "St. Louis"),
        ("The Hague", "Hague"),
        ("São Paulo", "Sao Paulo"),
        ("Ivano-Frankivsk", "Ivano Frankivsk"),
        ("Łódź", "Lodz"),
        ("Tëtkino", "Tetkino"),
        ("Mount Vernon", "Mt. Vernon"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    """Accents, apostrophes, hyphens, articles and "saint" make no difference."""
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zaporizhzhia", "Zaporizhia"), ("Khmelnytskyi", "Khmelnytsky"), ("Al Hudaydah", "Hudayda")],
)
def test_romanisations_of_one_name_loosen_alike(one: str, other: str) -> None:
    """The coarser key folds what romanisations write in several ways."""
    assert loosen(fold(one)) == loosen(fold(other))


@given(st.text(max_size=40))
def test_folding_is_stable(name: str) -> None:
    """A key folds to itself, and holds no accent or apostrophe."""
    key = fold(name)
    assert fold(key) == key
    assert "'" not in key
    assert "  " not in key


@pytest.mark.parametrize(
    ("name", "kind", "country", "lat", "lon"),
    [
        ("Kyiv", PlaceClass.SETTLEMENT, "UA", 50.45, 30.52),
        ("Kiev", PlaceClass.SETTLEMENT, "UA", 50.45, 30.52),
        ("Kharkov", PlaceClass.SETTLEMENT, "UA", 49.98, 36.25),
        ("Bolshoye Soldatskoye", PlaceClass.SETTLEMENT, "RU", 51.34, 35.51),
        ("Kursk", PlaceClass.REGION, "RU", 51.7, 36.5),
        ("Texas", PlaceClass.REGION, "US", 31.3, -98.5),
        ("Ontario", PlaceClass.REGION, "CA", 50.5, -86.0),
        ("Laurel County", PlaceClass.DISTRICT, "US", 37.1, -84.1),
        ("Black Sea", PlaceClass.WATER, "", 43.0, 34.0),
        ("United States", PlaceClass.COUNTRY, "US", 39.8, -98.5),
        ("UAE", PlaceClass.COUNTRY, "AE", 23.75, 54.5),
        ("Africa", PlaceClass.CONTINENT, "", 7.2, 21.1),
    ],
)
def test_what_comes_with_sayso_knows(
    gazetteer: Gazetteer, name: str, kind: PlaceClass, country: str, lat: float, lon: float
) -> None:
    """Settlements, regions, counties, countries, continents and seas, by their names in use."""
    entries = [h.entry for h in gazetteer.lookup([fold(name)]).get(fold(name), ())]
    fits = [e for e in entries if e.kind is kind and e.country == country]
    assert any(abs(e.lat - lat) < 1.5 and abs(e.lon - lon) < 1.5 for e in fits), entries


def test_every_country_has_regions_and_a_spot(gazetteer: Gazetteer) -> None:
    """Regions of all large countries are there, each on Earth."""
    by_country: dict[str, int] = {}
    for country, _ in gazetteer.regions:
        by_country[country] = by_country.get(country, 0) + 1
    for code in ("RU", "UA", "US", "CN", "IN", "BR", "NG", "SY", "IQ", "YE", "SD", "ET", "MM", "AF", "TR"):
        assert by_country.get(code, 0) >= 10, code
    for entry in (*gazetteer.regions.values(), *gazetteer.countries.values()):
        assert -90 <= entry.lat <= 90
        assert -180 <= entry.lon <= 180


def test_opening_takes_less_than_a_fifth_of_a_second() -> None:
    """Nothing is built or read whole: the file is opened, and one name looked up."""
    open_gazetteer()
    started = time.perf_counter()
    assert open_gazetteer().lookup(["kursk"])
    assert time.perf_counter() - started < 0.2


def test_threads_and_processes_share_the_file(gazetteer: Gazetteer) -> None:
    """Each thread and process reads through a handle of its own."""
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: len(gazetteer.lookup(["paris"])["paris"]), range(32)))
    assert len(set(found)) == 1
    code = "from sayso.packs.gazetteer import open_gazetteer as o; print(len(o().lookup(['paris'])['paris']))"
    runs = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert {int(run.communicate()[0]) for run in runs} == set(found)


def test_lookup_of_very_many_names(gazetteer: Gazetteer) -> None:
    """More names than one query takes are asked for in several."""
    found = gazetteer.lookup([*(f"no such place {i}" for i in range(2500)), "kursk"])
    assert set(found) == {"kursk"}


def test_the_version_is_the_digest_of_the_content(tmp_path: Path) -> None:
    """The same rows in another order give the same version; another row gives another."""
    rows = [Row("Oberwelk", 50.0, 30.0, country="UA"), Row("Unterwelk", 50.1, 30.1, country="UA")]
    versions = []
    for name, content in (("a", rows), ("b", rows[::-1]), ("c", rows[:1])):
        write_gazetteer(tmp_path / name, content)
        versions.append(Gazetteer([(tmp_path / name, "own")]).version)
    assert versions[0] == versions[1] != versions[2]


def test_an_own_row_overrules(tmp_path: Path) -> None:
    """A place in the user's file comes before the one of the same id that sayso brings."""
    write_gazetteer(tmp_path / "own", [Row("Sudzha", 51.2, 35.3, country="RU", ref="487928", population=5000)])
    both = Gazetteer([(tmp_path / "own", "own"), *[(s.path, s.source) for s in open_gazetteer()._stores]])
    assert both.lookup(["sudzha"])["sudzha"][0].entry.source == "own"
    assert both.version.startswith("own ")


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    """What is no gazetteer stops the run with its path."""
    (tmp_path / "bad").write_text("not a database")
    with pytest.raises(PartError, match="bad"):
        Gazetteer([(tmp_path / "bad", "own")])
    with pytest.raises(PartError, match="missing"):
        open_gazetteer(tmp_path / "missing")


def test_names_of_other_scripts_are_told_apart() -> None:
    """Only Latin names are keys: news is read in English."""
    assert is_latin("Bol’shoye Soldatskoye, 2-ye")
    assert not is_latin("Курск")
