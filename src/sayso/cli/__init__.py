"""The program `sayso`: one file a command.

Exit codes: 0 done; 1 some inputs failed, each named on standard error, the rest done; 2 wrong usage or a part that
can't be used. Standard output carries results alone.
"""

from __future__ import annotations

import os
import sys

import typer

from sayso.cli.ask import ask
from sayso.cli.backup import backup
from sayso.cli.brief import brief
from sayso.cli.check import check
from sayso.cli.compare import compare
from sayso.cli.decide import decide
from sayso.cli.desk import desk
from sayso.cli.export import export
from sayso.cli.forget import forget
from sayso.cli.gazetteer import app as gazetteer
from sayso.cli.read import read
from sayso.cli.reread import reread
from sayso.cli.restore import restore
from sayso.cli.roster import roster_app as roster
from sayso.cli.show import show
from sayso.errors import StopError
from sayso.version import VERSION

app = typer.Typer(
    name="sayso",
    help="Who says what, on whose word.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for _command in (read, reread, compare, show, ask, brief, desk, decide, export, check, backup, restore, forget):
    app.command()(_command)
app.add_typer(gazetteer, name="gazetteer")
app.add_typer(roster, name="roster")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sayso {VERSION}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Who says what, on whose word."""


def main() -> None:
    """Run the program; a run that can't go on ends with its reason and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except StopError as error:
        typer.echo(f"sayso: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        # The reader of our output has gone ("| head"): nothing more to say, and no complaint at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
