"""`sayso export`: the ledger in other programs' forms."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.opening import LedgerOption, open_ledger


def export(
    format_: Annotated[
        str, typer.Argument(metavar="FORMAT", help="csv, jsonl, parquet, geojson, annotations or html.")
    ],
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A folder (csv, jsonl, parquet, html) or a file.")],
    ledger: LedgerOption = None,
    replace: Annotated[bool, typer.Option("--replace", help="Put it in place of what is there.")] = False,
) -> None:
    """Write a ledger as tables, GeoJSON, annotations or a dossier. Every value leads back to digest and offsets."""
    from sayso.exports.formats import find_format

    holds = find_format(format_).holds
    with open_ledger(ledger) as opened:
        count = opened.export(format_, out, replace=replace)
    typer.echo(f"sayso: {count:,} {holds} in {out}", err=True)
