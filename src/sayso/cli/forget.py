"""`sayso forget`: an article removed for legal reasons."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.opening import LedgerOption, Who, Why, open_ledger, whoever


def forget(
    article: Annotated[str, typer.Argument(help="The article's key or id.")],
    why: Why,
    who: Who = None,
    ledger: LedgerOption = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Remove an article with its text, bytes, Readings and quotations, for good. A tombstone stays: its id, digest,
    who, when and why; reading it again leaves it out."""
    with open_ledger(ledger) as opened:
        if not yes:
            typer.confirm(f"Remove {article} for good?", abort=True, err=True)
        stone = opened.forget(article, who=whoever(who), why=why)
    typer.echo(f"sayso: {stone.article} is forgotten", err=True)
