"""Places of one's own: every format gives its rows, and what is wrong with a row is said."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from sayso.cli.gazetteer import app
from sayso.errors import InputError, PartError
from sayso.packs.gazetteer import Gazetteer, PlaceClass, open_gazetteer
from sayso.packs.gazetteer_build import Row, write_gazetteer
from sayso.packs.gazetteer_files import BadRow, read_rows

GEONAMES = (
    "90000001|Oberwelk|Oberwelk|Verkhniy Velk,Горный|50.5|30.25|P|PPL|UA||13||||120|||Europe/Kyiv|2031-01-01"
).replace("|", "\t")


def rows_of(path: Path, text: str) -> list[Row | BadRow]:
    path.write_text(text, encoding="utf-8")
    return list(read_rows(path))


def test_a_geonames_dump(tmp_path: Path) -> None:
    """Columns by their place; other names, class, country and region kept; a short line named."""
    found = rows_of(tmp_path / "UA.txt", f"{GEONAMES}\nshort\tline\n")
    assert found[0] == Row(
        name="Oberwelk",
        lat=50.5,
        lon=30.25,
        country="UA",
        region="13",
        population=120,
        aliases=("Oberwelk", "Verkhniy Velk", "Горный"),
        ref="90000001",
    )
    assert found[1] == BadRow(2, "2 columns, not 19")


def test_a_zipped_geonames_dump(tmp_path: Path) -> None:
    """The largest table in the archive is read, the readme is not."""
    with zipfile.ZipFile(tmp_path / "UA.zip", "w") as archive:
        archive.writestr("readme.txt", "x" * 5000)
        archive.writestr("UA.txt", GEONAMES + "\n")
    assert [r.name for r in read_rows(tmp_path / "UA.zip") if isinstance(r, Row)] == ["Oberwelk"]


def test_a_csv(tmp_path: Path) -> None:
    """Columns by name, in any order; only name, lat and lon are needed; bad rows are counted from the head."""
    found = rows_of(
        tmp_path / "villages.csv",
        "lon,lat,name,aliases,class,population\n30.25,50.5,Oberwelk,Welk|Velk,village,120\n1,95,Nowhere\n,,\n2,3,X,,moon\n",
    )
    assert isinstance(found[0], Row)
    assert (found[0].name, found[0].aliases, found[0].kind) == ("Oberwelk", ("Welk", "Velk"), PlaceClass.SETTLEMENT)
    bad = [r for r in found if isinstance(r, BadRow)]
    assert [r.number for r in bad] == [3, 4, 5]
    assert "95" in bad[0].reason
    assert "name" in bad[1].reason
    assert "moon" in bad[2].reason


@pytest.mark.parametrize("mark", [";", "\t"])
def test_tables_with_other_marks(tmp_path: Path, mark: str) -> None:
    """Semicolons and tabs are told by the first line."""
    found = rows_of(tmp_path / "v.csv", f"name{mark}latitude{mark}longitude\nOberwelk{mark}50.5{mark}30.25\n")
    assert [(r.lat, r.lon) for r in found if isinstance(r, Row)] == [(50.5, 30.25)]


def test_geojson(tmp_path: Path) -> None:
    """A point is a spot; a polygon is its middle with a radius; a feature without either is named."""
    square = [[[30, 50], [31, 50], [31, 51], [30, 51], [30, 50]]]
    features = [
        {"type": "Feature", "properties": {"name": "Oberwelk"}, "geometry": {"type": "Point", "coordinates": [30, 50]}},
        {"type": "Feature", "properties": {"name": "W"}, "geometry": {"type": "Polygon", "coordinates": square}},
        {"type": "Feature", "properties": {"name": "V"}, "geometry": None},
    ]
    found = rows_of(tmp_path / "v.geojson", json.dumps({"type": "FeatureCollection", "features": features}))
    assert isinstance(found[0], Row)
    assert isinstance(found[1], Row)
    assert (found[0].lat, found[0].lon, found[0].radius) == (50, 30, 0)
    assert (found[1].lat, found[1].lon) == (50.5, 30.5)
    assert 50 < found[1].radius < 80
    assert found[2] == BadRow(3, "no coordinates")


@pytest.mark.parametrize(
    ("name", "content"), [("a.pdf", b"x"), ("a.zip", b"x"), ("a.json", b"{"), ("a.csv", b"\xff\xfe")]
)
def test_a_file_that_can_not_be_read_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    """The error carries the path and the reason."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=name):
        list(read_rows(tmp_path / name))


@settings(max_examples=15)
@given(st.text(max_size=200))
def test_any_table_gives_rows_or_reasons(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """No text makes a table fail otherwise than with an input error; what comes out can be written."""
    folder = tmp_path_factory.mktemp("tables")
    for name in ("t.csv", "t.txt"):
        (folder / name).write_text("name,lat,lon\n" + text if name == "t.csv" else text, "utf-8", "surrogatepass")
        try:
            good = [r for r in read_rows(folder / name) if isinstance(r, Row)]
        except InputError:
            continue
        write_gazetteer(folder / "out.sqlite", good)


def test_add_and_find(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was added is found under any spelling; bad rows are named and give exit code 1; adding again replaces."""
    monkeypatch.setenv("SAYSO_GAZETTEER", str(tmp_path / "own.sqlite"))
    table = tmp_path / "villages.csv"
    table.write_text("name,lat,lon,id\nObérwelk,50.5,30.25,v1\nNowhere,x,1,v2\n", encoding="utf-8")
    runner = CliRunner()
    added = runner.invoke(app, ["add", str(table)])
    assert added.exit_code == 1
    assert "1 places added" in added.output
    assert "row 3: Nowhere" in added.output
    table.write_text("name,lat,lon,id\nOberwelk,51.5,30.25,v1\nUnterwelk,51,30,v3\n", encoding="utf-8")
    assert runner.invoke(app, ["add", str(table)]).exit_code == 0
    found = runner.invoke(app, ["find", "Ober-Welk"])
    assert found.exit_code == 1
    found = runner.invoke(app, ["find", "OBERWELK"])
    assert found.exit_code == 0
    assert found.output.count("\n") == 1
    assert "51.50000" in found.output
    both = open_gazetteer(tmp_path / "own.sqlite")
    assert both.lookup(["unterwelk"])
    assert both.lookup(["kursk"])


def test_a_second_addition_meanwhile_is_refused(tmp_path: Path) -> None:
    """Two at once can't lose each other's rows: the second is told to wait, and the file stays as it was."""
    path = tmp_path / "own.sqlite"
    write_gazetteer(path, [Row("Oberwelk", 50.0, 30.0)])
    before = path.read_bytes()

    def meanwhile() -> Iterator[Row]:
        with pytest.raises(PartError, match="being written"):
            write_gazetteer(path, [Row("Unterwelk", 50.0, 30.0)], base=path)
        assert path.read_bytes() == before
        yield Row("Mittelwelk", 50.0, 30.0)

    write_gazetteer(path, meanwhile(), base=path)
    assert set(Gazetteer([(path, "own")]).lookup(["oberwelk", "mittelwelk", "unterwelk"])) == {"oberwelk", "mittelwelk"}


def test_an_interrupted_addition_leaves_the_file_whole(tmp_path: Path) -> None:
    """Rows that fail half-way leave the old file, and nothing beside it."""
    path = tmp_path / "own.sqlite"
    write_gazetteer(path, [Row("Oberwelk", 50.0, 30.0)])

    def broken() -> object:
        yield Row("Unterwelk", 50.0, 30.0)
        raise InputError("villages.csv", "cut short")

    with pytest.raises(InputError):
        write_gazetteer(path, broken(), base=path)  # type: ignore[arg-type]
    assert [p.name for p in tmp_path.iterdir()] == ["own.sqlite"]
    assert set(Gazetteer([(path, "own")]).lookup(["oberwelk", "unterwelk"])) == {"oberwelk"}
