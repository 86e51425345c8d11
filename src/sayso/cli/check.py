"""`sayso check`: every stored digest, span, quotation, reference, index and migration verified."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.opening import LedgerOption, open_ledger
from sayso.errors import printable


def check(
    ledger: LedgerOption = None,
    repair: Annotated[bool, typer.Option("--repair", help="Make all that is derived again from what is kept.")] = False,
    review: Annotated[bool, typer.Option("--review", help="List the decisions that hang on nothing any more.")] = False,
) -> None:
    """Verify a ledger. Exit code 0 where all holds, 1 where something does not: each with how to repair it."""
    with open_ledger(ledger) as opened:
        if repair:
            typer.echo(f"sayso: the rows of {opened.repair()} articles are made again", err=True)
        if review:
            for one in opened.review():
                where = one.article or "no article"
                typer.echo(printable(f"{one.decision}\t{one.kind.value}\t{where}\t{one.reason}\t{one.quotation}"))
            return
        faults = 0
        for fault in opened.check():
            faults += 1
            typer.echo(printable(f"{fault.where}: {fault.what}. Repair: {fault.repair}."))
        held = opened.counts()
    said = f"{held.articles:,} articles, {held.readings:,} Readings, {held.decisions:,} decisions"
    typer.echo(f"sayso: {said}: {'all holds' if not faults else f'{faults} faults'}", err=True)
    if faults:
        raise typer.Exit(1)
