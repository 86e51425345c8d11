"""`sayso roster`: what is shown, checked and proposed; and proposals can be pasted as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli.roster import roster_app
from sayso.comparing.learning import propose_rows, to_toml
from sayso.errors import PartError, UsageError
from sayso.packs.roster import load_roster
from sayso.records import Article, MadeBy, Mode, Reading, Span, Statement, Voice, VoiceKind
from sayso.records.shape import to_line

RUNNER = CliRunner()


def reading(key: str, *voices: Voice) -> Reading:
    statements = tuple(
        Statement(f"s{i}", Span(0, 1), None, (Span(1, 2),), voices=(v,), mode=Mode.INDIRECT)
        for i, v in enumerate(voices)
    )
    return Reading(article=Article(key, key, "abc", key=key), statements=statements, made_by=MadeBy("0"))


def person(name: str, role: str | None = None, side: str | None = None) -> Voice:
    return Voice(id=name, name=name, role=role, side=side, kind=VoiceKind.PERSON)


READINGS = [
    reading("a", person("Ada Tereshensky", "mayor"), person("Corrow")),
    reading("b", person("Ada Tereshenskyi", 'mayor of "Hestvik"', "Norland"), person("Tove Lind")),
    reading("c", Voice("x", "Western officials", kind=VoiceKind.UNNAMED), person("Rafael Grossi")),
    reading("d", Voice("x", "Western officials", kind=VoiceKind.UNNAMED), person("Rafael Grossi")),
]


def test_proposals_load_as_a_roster(tmp_path: Path) -> None:
    """A voice of two articles is proposed once, as a block that loads; known and unnamed ones are not."""
    blocks = to_toml(propose_rows(READINGS, load_roster()))
    file = tmp_path / "own.toml"
    file.write_text('name = "own"\nversion = "1"\n\n' + blocks, encoding="utf-8")
    own = load_roster(file)
    assert [e.name for e in own.entries] == ["Ada Tereshenskyi"]
    entry = own.entries[0]
    assert (entry.kind, entry.side, entry.says) == ("person", "Norland", "sayso roster learn, 2 articles: a, b")
    assert entry.aliases == ("Ada Tereshensky",)
    assert {r.title for r in entry.roles} == {"mayor", 'mayor of "Hestvik"'}


def test_order_of_readings_does_not_matter() -> None:
    """Proposals are the same whatever order the Readings come in, but for which articles are named."""
    there = propose_rows(READINGS, load_roster(), least=1)
    back = propose_rows(reversed(READINGS), load_roster(), least=1)
    assert [(p.name, p.count) for p in there] == [(p.name, p.count) for p in back]


def test_a_role_that_one_of_many_articles_tells_is_not_proposed() -> None:
    """One article alone may have been misread; two that agree count."""
    many = [
        reading(key, person("Ada Tereshensky", role))
        for key, role in zip("abcd", ["mayor", "mayor", "envoy", None], strict=True)
    ]
    (proposal,) = propose_rows(many, load_roster())
    assert proposal.roles == ("mayor",)


@pytest.mark.parametrize("name", ['A "quoted" \\ Name', "Line\nBreak Name", "\u202eName Turned", "[[voice]] # Name"])
def test_hostile_names_stay_in_their_strings(tmp_path: Path, name: str) -> None:
    """Names of any characters give blocks that load and mean the same name."""
    blocks = to_toml(propose_rows([reading("a", person(name))], load_roster(), least=1))
    file = tmp_path / "own.toml"
    file.write_text('name = "own"\nversion = "1"\n\n' + blocks, encoding="utf-8")
    assert [e.name for e in load_roster(file).entries] == [name]


def test_learn_show_check(tmp_path: Path) -> None:
    """The commands print what they find, and change nothing."""
    lines = tmp_path / "readings.jsonl"
    lines.write_text("".join(to_line(r) + "\n" for r in READINGS), encoding="utf-8")
    learned = RUNNER.invoke(roster_app, ["learn", str(lines)])
    assert learned.exit_code == 0
    assert "Ada Tereshenskyi" in learned.stdout
    again = RUNNER.invoke(roster_app, ["learn", "-"], input=lines.read_text(encoding="utf-8"))
    assert again.stdout == learned.stdout
    own = tmp_path / "own.toml"
    own.write_text('name = "own"\nversion = "1"\n\n' + learned.stdout, encoding="utf-8")
    assert "1 voices" in RUNNER.invoke(roster_app, ["check", str(own)]).stdout
    shown = RUNNER.invoke(roster_app, ["show", "--roster", str(own)])
    assert "\tAda Tereshenskyi\tperson\tNorland\t" in shown.stdout


def test_what_is_wrong_is_named(tmp_path: Path) -> None:
    """A line that is no Reading and a roster that is none stop the command."""
    lines = tmp_path / "readings.jsonl"
    lines.write_text('{"schema": "x"\n', encoding="utf-8")
    assert isinstance(RUNNER.invoke(roster_app, ["learn", str(lines)]).exception, UsageError)
    assert isinstance(RUNNER.invoke(roster_app, ["learn", str(tmp_path / "none")]).exception, UsageError)
    assert isinstance(RUNNER.invoke(roster_app, ["check", str(lines)]).exception, PartError)
