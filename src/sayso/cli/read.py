"""`sayso read`: articles in, Readings out."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from sayso.errors import InputError, UsageError
from sayso.settings import from_environment


def read(
    targets: Annotated[
        list[str], typer.Argument(metavar="PATH|URL|-…", help="Files, folders, addresses; - for standard input.")
    ],
    json: Annotated[
        bool, typer.Option("--json", help="One Reading a line on standard output; nothing is stored.")
    ] = False,
    jobs: Annotated[int, typer.Option(min=1, help="Processes to read with.")] = os.cpu_count() or 1,
) -> None:
    """Read articles: who says what, on whose word."""
    from sayso.flow.many import read_many
    from sayso.flow.reader import Reader
    from sayso.records.shape import to_line
    from sayso.sources import read_inputs

    if not json:
        raise UsageError("sayso read", "say --json")
    failed = 0
    reader = Reader(from_environment())
    for outcome in read_many(read_inputs(targets, reader.rules), reader, jobs):
        if isinstance(outcome, InputError):
            failed += 1
            typer.echo(f"sayso: {outcome}", err=True)
        else:
            sys.stdout.write(to_line(outcome) + "\n")
    sys.stdout.flush()
    if failed:
        raise typer.Exit(1)
