"""`sayso backup`: the ledger as it stands, into a file of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.opening import LedgerOption, open_ledger


def backup(
    out: Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes.")],
    ledger: LedgerOption = None,
    replace: Annotated[bool, typer.Option("--replace", help="Put it in place of a file that is there.")] = False,
) -> None:
    """Copy a ledger while others may read and write it. The copy is whole, or not there."""
    with open_ledger(ledger) as opened:
        size = opened.backup(out, replace=replace)
    typer.echo(f"sayso: {out}: {size:,} bytes", err=True)
