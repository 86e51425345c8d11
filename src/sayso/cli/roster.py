"""`sayso roster`: the known voices - show them, check a file, and learn rows from what was read."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from sayso.errors import UsageError
from sayso.records import Reading
from sayso.records.shape import from_json
from sayso.settings import from_environment

roster_app = typer.Typer(
    name="roster", help="The known voices and their aliases.", no_args_is_help=True, rich_markup_mode=None
)

_Own = Annotated[Path | None, typer.Option("--roster", metavar="FILE", help="A roster of your own.")]


@roster_app.command()
def show(roster: _Own = None) -> None:
    """Print the roster in use, one voice a line: id, name, kind, side, body, aliases, who says so; tabs between."""
    from sayso.packs.roster import load_roster

    known = load_roster(roster or from_environment().roster)
    typer.echo(f"# {known.version}")
    for entry in known.entries:
        aliases = "; ".join(entry.aliases)
        fields = (entry.id, entry.name, entry.kind, entry.side or "", entry.body or "", aliases, entry.says)
        typer.echo("\t".join(fields))


@roster_app.command()
def check(file: Annotated[Path, typer.Argument(metavar="FILE", help="The roster to check.")]) -> None:
    """Check a roster; what is wrong is named, with exit code 2."""
    from sayso.packs.roster import load_roster

    known = load_roster(file)
    typer.echo(f"{known.version}: {len(known.entries)} voices")


@roster_app.command()
def learn(
    readings: Annotated[str, typer.Argument(metavar="READINGS", help="Readings (JSON Lines); - for standard input.")],
    roster: _Own = None,
    least: Annotated[int, typer.Option(min=1, help="In how many articles a voice must speak.")] = 2,
) -> None:
    """Propose rows from Readings, as blocks to paste into a roster. Nothing is changed."""
    from sayso.comparing.learning import propose_rows, to_toml
    from sayso.packs.roster import load_roster

    known = load_roster(roster or from_environment().roster)
    proposals = propose_rows(_readings(readings), known, least)
    sys.stdout.write(to_toml(proposals))


def _readings(target: str) -> Iterator[Reading]:
    """The Readings of a file or of standard input. Raises UsageError naming a line that is none."""
    if target == "-":
        yield from _parsed(sys.stdin, "standard input")
        return
    try:
        with Path(target).open(encoding="utf-8") as lines:
            yield from _parsed(lines, target)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(target, str(error)) from error


def _parsed(lines: Iterable[str], where: str) -> Iterator[Reading]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield from_json(Reading, json.loads(line))
            except ValueError as error:
                raise UsageError(f"{where}, line {number}", f"no Reading: {error}") from error
