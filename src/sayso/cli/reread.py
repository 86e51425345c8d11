"""`sayso reread`: read again what other parts have read."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from sayso.cli.opening import LedgerOption, open_ledger


def reread(
    ledger: LedgerOption = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes to read with.")] = os.cpu_count() or 1,
) -> None:
    """Read again each article that another model, pack, roster or gazetteer has read. Readings before are kept;
    stopped, it goes on from there."""
    from sayso.cli.progress import Bar
    from sayso.flow.run import stale_articles

    with (
        open_ledger(ledger) as opened,
        Bar("reading again", stale_articles(opened.store, opened.reader)) as bar,
    ):
        summary = opened.reread(manner=bar.manner(jobs))
        review = opened.review()
    bar.report(summary)
    if review:
        typer.echo(f"sayso: {len(review)} decisions hang on nothing any more: sayso check --review", err=True)
    if summary.failed:
        raise typer.Exit(1)
