"""The world pack: lookups by name, adjective, people, capital and palace; broken packs are named."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest

from sayso.errors import PartError
from sayso.packs import world as world_module
from sayso.packs.world import Use, World, load_world


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Iceland", "Iceland"),
        ("Icelandic", "Iceland"),
        ("Icelanders", "Iceland"),
        ("Reykjavik", "Iceland"),
        ("Reykjavík", "Iceland"),
        ("Türkiye’s", "Turkey"),
        ("the Philippines", "Philippines"),
        ("U.S.", "United States"),
        ("Washington, D.C.", "United States"),
        ("the Pentagon", "United States"),
        ("Downing Street", "United Kingdom"),
        ("Blue House", "South Korea"),
        ("Papua New Guinean", "Papua New Guinea"),
        ("us", None),
        ("Hezbollah", None),
        ("Erewhon", None),
        ("", None),
    ],
)
def test_state_of(world: World, words: str, state: str | None) -> None:
    """A name, adjective, people, capital or palace gives its state; case counts, accents and "the" do not."""
    assert world.state_of(words) == state


def test_every_state_is_whole(world: World) -> None:
    """Every state is found by its own name and by its first adjective, and its adjective is not another's name."""
    assert len(world.states) > 190
    for state in world.states.values():
        assert world.state_of(state.name) == state.name
        assert state.adjectives or state.people, state.name
        for adjective in state.adjectives:
            assert world.state_of(adjective), adjective


def test_longest_name_wins(world: World) -> None:
    """At "South Sudan Tribune" the state of two words is found, not Sudan; "Wales" is none."""
    found = world.match(["in", "South", "Sudan", "Tribune"], 1)
    assert found is not None
    assert (found[0].name, found[1]) == ("South Sudan", 2)
    assert world.match(["Wales"], 0) is None


def test_uses(world: World) -> None:
    """A demonym, a seat, a body and an outlet are told apart."""
    assert world.is_demonym("Norwegian")
    assert not world.is_demonym("Norway")
    assert world.is_seat("Oslo")
    assert not world.is_seat("Bergen")
    reuters, alliance = world.known("Reuters"), world.known("Nato")
    assert reuters is not None
    assert reuters.use is Use.OUTLET
    assert reuters.body is not None
    assert reuters.body.agency
    assert alliance is not None
    assert alliance.name == "NATO"
    assert world.adjective("Norway") == "Norwegian"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tereshenskyy", "Tereshenskiy"),
        ("Tereshenskyi", "Tereshensky"),
        ("Sergey", "Sergei"),
        ("Defence", "defense"),
        ("Okhrimenko", "Ohrimenko"),
        ("Marić", "Maric"),
    ],
)
def test_variants_fold_alike(world: World, one: str, other: str) -> None:
    """Spelling and transliteration variants fold to one form."""
    assert world.folding.name_word(one) == world.folding.name_word(other)


@pytest.mark.parametrize(("one", "other"), [("Petrov", "Petrova"), ("Iran", "Iraq"), ("Maria", "Mario"), ("Lee", "Le")])
def test_different_names_stay_apart(world: World, one: str, other: str) -> None:
    """Folding does not make two names one."""
    assert world.folding.name_word(one) != world.folding.name_word(other)


@pytest.mark.parametrize(
    ("toml", "reason"),
    [
        ('name = "x"\nversion = "1"\n[states]\nXX = { adjectives = ["X"] }', "name must be a word"),
        ('name = "x"\nversion = "1"\n[states]\nXX = 3', "must be a table"),
        ('name = "x"\nversion = "1"\n[states]\nXX = { name = "X", people = [1] }', "people must be a list"),
        ("name = ", "pack"),
    ],
)
def test_broken_pack_is_named(tmp_path: Path, toml: str, reason: str) -> None:
    """A broken world file raises PartError that says what is wrong."""
    broken = tmp_path / "world.toml"
    broken.write_text(toml, encoding="utf-8")
    real = world_module.load_toml

    def instead(name: str, path: Path | None = None) -> object:
        return real(name, broken if name.endswith("world.toml") else path)

    with patch.object(world_module, "load_toml", instead), pytest.raises(PartError, match=reason):
        load_world()
