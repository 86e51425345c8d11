"""The roster: a file that a user edits is held to its rules; names and variants find their voice; roles have dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import PartError
from sayso.packs.roster import Roster, load_roster
from sayso.records import Span, Statement
from tests.reading.drafts import at, draft_of
from tests.reading.voiced import voiced

HEAD = 'name = "own"\nversion = "3"\n'
CORROW = """
[[voice]]
name = "Ada Corrow"
kind = "person"
aliases = ["the Lioness"]
roles = [{ title = "mayor of Hestvik", until = "2030" }, { title = "president", from = "2031-02-01" }]
side = "Norland"
sides = { "the dam" = "Hestvik" }
says = "desk, 3 March"
"""


def roster(tmp_path: Path, text: str) -> Roster:
    file = tmp_path / "roster.toml"
    file.write_text(text, encoding="utf-8")
    return load_roster(file)


def test_shipped_roster_loads() -> None:
    """The roster that comes with sayso is valid, and each row says who says so."""
    shipped = load_roster()
    assert shipped.entries
    assert all(e.says and shipped.known(e.name) is e for e in shipped.entries)


def test_names_and_variants(tmp_path: Path) -> None:
    """A row is found by name and alias in any spelling variant; its version holds name, number and digest."""
    own = roster(tmp_path, HEAD + CORROW.replace("Ada Corrow", "Ada Tereshenskyi"))
    entry = own.known("Ada Tereshensky")
    assert entry is not None
    assert own.known("The Lioness") is entry
    assert own.known("Ada Tereshenko") is None
    name, number, digest = own.version.split()
    assert (name, number, len(digest)) == ("own", "3", 12)


def test_an_edit_changes_the_version(tmp_path: Path) -> None:
    """An edit that left the version number shows in the digest."""
    assert roster(tmp_path, HEAD).version != roster(tmp_path, HEAD + CORROW).version


def test_roles_and_sides(tmp_path: Path) -> None:
    """The role on a day, with both ends; the side in a story."""
    entry = roster(tmp_path, HEAD + CORROW).known("Ada Corrow")
    assert entry is not None
    assert entry.role_on("2030-12-31") == "mayor of Hestvik"
    assert entry.role_on("2031-01-15") is None
    assert entry.role_on("2031-02-01") == "president"
    assert entry.role_on(None) == "president"
    assert (entry.side_in("the dam"), entry.side_in("the ferry")) == ("Hestvik", "Norland")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (CORROW, "name must be a word"),
        (HEAD + CORROW.replace('says = "desk, 3 March"', ""), "who says so"),
        (HEAD + CORROW.replace('"person"', '"human"'), "kind must be one of"),
        (HEAD + CORROW.replace("aliases", "alias"), "alias is no field"),
        (HEAD + CORROW.replace('["the Lioness"]', '"the Lioness"'), "aliases must be a list"),
        (HEAD + CORROW.replace("2031-02-01", "1 February"), "is no day"),
        (HEAD + CORROW.replace('until = "2030"', 'from = "2031", until = "2030"'), "is before"),
        (HEAD + CORROW + CORROW, "two voices"),
        (HEAD + CORROW + CORROW.replace("Ada Corrow", "Tove Lind"), "names two voices"),
        (HEAD + "voice = 3", "blocks"),
        ("name = ", "roster"),
    ],
)
def test_errors_name_the_row(tmp_path: Path, text: str, reason: str) -> None:
    """A broken roster raises PartError that says what is wrong."""
    with pytest.raises(PartError, match=reason):
        roster(tmp_path, text)


def test_missing_file(tmp_path: Path) -> None:
    """A roster that is not there is a PartError, too."""
    with pytest.raises(PartError, match="roster"):
        load_roster(tmp_path / "none.toml")


def test_reading_uses_the_roster(tmp_path: Path) -> None:
    """A known alias gives the full name, id, side and the role on the day of publication."""
    own = roster(tmp_path, HEAD + CORROW.replace("the Lioness", "Corrow"))
    text = "Corrow said the dam would hold."
    draft = draft_of(text, published="2030-05-01")
    statement = Statement("s1", Span(0, 6), at(text, "said"), (at(text, "the dam would hold"),))
    voice = voiced(draft, statement, known=own).statements[0].voices[0]
    assert (voice.name, voice.id, voice.side, voice.role) == ("Ada Corrow", "ada-corow", "Norland", "mayor of Hestvik")
