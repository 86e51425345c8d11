"""`sayso restore`: a backup put in the ledger's place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.opening import LedgerOption, settings_with


def restore(
    copy: Annotated[Path, typer.Argument(metavar="FILE", help="The backup.")],
    ledger: LedgerOption = None,
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Where a ledger is there: keep it beside, and put the backup in its place."),
    ] = False,
) -> None:
    """Verify a backup and put it where the ledger is to be. A ledger that was there is kept beside it."""
    from sayso.ledger.backup import restore as put_back

    target = settings_with(ledger).ledger
    before = put_back(copy, target, replace=replace)
    kept = f"; what was there is in {before}" if before else ""
    typer.echo(f"sayso: {target} is restored from {copy}{kept}", err=True)
