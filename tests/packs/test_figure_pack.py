"""The packs of figures load whole, keep the order of measures, and name what is wrong with a broken one."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import PartError
from sayso.packs.figures import load_figure_pack
from sayso.packs.grammar import load_grammar
from sayso.packs.loading import load_toml
from sayso.packs.measures import Form, load_measures

PACK = load_figure_pack()


def test_measures_are_ordered_from_narrow_to_wide() -> None:
    assert PACK.is_within("killed", "irrecoverable")
    assert PACK.is_within("killed", "lost")
    assert PACK.is_within("shot down", "lost")
    assert not PACK.is_within("lost", "killed")
    assert not PACK.is_within("wounded", "irrecoverable")


def test_joined_measures_have_the_narrowest_that_holds_them_all() -> None:
    assert PACK.common(["killed", "wounded"]) == "killed or wounded"
    assert PACK.common(["killed", "captured"]) == "irrecoverable"
    assert PACK.common(["killed"]) == "killed"


def test_a_second_pack_costs_only_data() -> None:
    alone = load_figure_pack(["quantities", "conflict"])
    assert "flooded" not in alone.measures
    assert "flooded" in PACK.measures
    assert set(alone.measures) < set(PACK.measures)


@pytest.mark.parametrize(
    ("phrase", "form", "measure"),
    [
        ("were shot dead", Form.PAST, "killed"),
        ("shooting down", Form.ACTIVE, "shot down"),
        ("died", Form.DIES, "killed"),
        ("fatalities", Form.NOUN, "killed"),
        ("drowned", Form.DIES, "killed"),
        ("took part", Form.DIES, "took part"),
    ],
)
def test_every_form_of_a_measure_s_words_is_known(phrase: str, form: Form, measure: str) -> None:
    words = phrase.split()
    match = PACK.measure_words.at(words, 1 if words[0] == "were" else 0)
    assert match is not None
    assert match.value.of(form) == measure


def test_units_of_measurement_have_names_that_pint_knows() -> None:
    pint = pytest.importorskip("pint")
    registry = pint.UnitRegistry()
    units = {unit for rows in PACK.units.by_first.values() for _, unit in rows if unit.pint}
    assert len(units) > 60
    for unit in units:
        registry.parse_units(unit.pint) if "**" not in unit.pint and "/" not in unit.pint else registry(unit.pint)


def broken(tmp_path: Path, text: str) -> list[tuple[str, object]]:
    """The general pack with a broken one over it."""
    path = tmp_path / "broken.toml"
    path.write_text(text, encoding="utf-8")
    return [("quantities.toml", load_toml("data/quantities.toml")), ("broken.toml", load_toml("broken", path))]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('[[measure]]\nname = "lost"\ncounts = "ghosts"\nsubject = "owner"\n', "counts"),
        ('[[measure]]\nname = "lost"\ncounts = "any"\nsubject = "nobody"\n', "subject"),
        ('[[measure]]\nname = "lost"\nwithin = ["gone"]\ncounts = "any"\nsubject = "owner"\n', "gone"),
    ],
)
def test_a_broken_measure_is_named(tmp_path: Path, text: str, named: str) -> None:
    tables = broken(tmp_path, text)
    with pytest.raises(PartError, match=named):
        load_measures(tables, load_grammar(tables))  # type: ignore[arg-type]


def test_a_list_that_nothing_goes_by_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PartError, match="nothing goes by"):
        load_grammar(broken(tmp_path, '[lists]\nodd = ["a"]\n'))  # type: ignore[arg-type]
