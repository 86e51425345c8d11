"""`sayso read`: articles in, Readings into the ledger or out as JSON."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from sayso.cli.opening import LedgerOption, open_ledger
from sayso.errors import InputError
from sayso.settings import from_environment


def read(
    targets: Annotated[
        list[str], typer.Argument(metavar="PATH|URL|-…", help="Files, folders, addresses; - for standard input.")
    ],
    json: Annotated[
        bool, typer.Option("--json", help="One Reading a line on standard output; nothing is stored.")
    ] = False,
    ledger: LedgerOption = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes to read with.")] = os.cpu_count() or 1,
) -> None:
    """Read articles into a ledger: who says what, on whose word. Reading the same again changes nothing."""
    failed = _read_out(targets, jobs) if json else _read_in(targets, ledger, jobs)
    if failed:
        raise typer.Exit(1)


def _read_out(targets: list[str], jobs: int) -> int:
    """Readings as JSON Lines on standard output; how many inputs failed."""
    from sayso.flow.many import read_many
    from sayso.flow.reader import Reader
    from sayso.records.shape import to_line
    from sayso.sources import read_inputs

    failed = 0
    reader = Reader(from_environment())
    for outcome in read_many(read_inputs(targets, reader.rules), reader, jobs):
        if isinstance(outcome, InputError):
            failed += 1
            typer.echo(f"sayso: {outcome}", err=True)
        else:
            sys.stdout.write(to_line(outcome) + "\n")
    sys.stdout.flush()
    return failed


def _read_in(targets: list[str], ledger: LedgerOption, jobs: int) -> int:
    """Readings into the ledger, with progress; how many inputs failed."""
    from sayso.cli.progress import Bar
    from sayso.flow.counting import count_articles

    with open_ledger(ledger, create=True) as opened, Bar("reading", count_articles(targets)) as bar:
        summary = opened.read(*targets, manner=bar.manner(jobs))
    bar.report(summary)
    return summary.failed
