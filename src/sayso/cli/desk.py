"""`sayso desk`: the ledger as web pages on this machine."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.opening import LedgerOption, settings_with, whoever
from sayso.errors import UsageError

_PORT = 8031


def desk(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The port on 127.0.0.1; 0 takes any that is free.")
    ] = _PORT,
    open_: Annotated[bool, typer.Option("--open", help="Open the start page in this machine's browser.")] = False,
    who: Annotated[
        str | None, typer.Option(help="Who decides in review; else the user's name on this machine.")
    ] = None,
    tiles: Annotated[
        str | None,
        typer.Option(metavar="URL", help="A map tile server, {z}/{x}/{y} in its address. Else nothing is asked."),
    ] = None,
    ledger: LedgerOption = None,
) -> None:
    """The web pages on 127.0.0.1: stories, claims, articles, voices, review. Prints the address; Ctrl-C ends it."""
    try:
        from sayso.desk.app import Options
        from sayso.desk.serving import serve
    except ModuleNotFoundError as error:
        raise UsageError("sayso desk", f"needs {error.name}: pip install 'sayso[desk]'") from error
    settings = settings_with(ledger)

    def tell(address: str) -> None:
        typer.echo(address)
        typer.echo("Ctrl-C ends the desk.", err=True)
        if open_:
            webbrowser.open(address)

    serve(Path(settings.ledger), settings, port, Options(who=whoever(who), tiles=tiles), tell)
