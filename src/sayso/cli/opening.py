"""The ledger that a command works on: --ledger, else $SAYSO_LEDGER, else sayso.db here."""

from __future__ import annotations

import getpass
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.settings import Settings, from_environment

if TYPE_CHECKING:
    from sayso.flow.ledger import Ledger

LedgerOption = Annotated[
    Path | None,
    typer.Option("--ledger", metavar="FILE", help="The ledger; else $SAYSO_LEDGER, else sayso.db in this folder."),
]
Who = Annotated[str | None, typer.Option(help="Who does it; else the user's name on this machine.")]
Why = Annotated[str, typer.Option(help="For what reason. Kept for good.")]


def settings_with(ledger: Path | None) -> Settings:
    """The settings, with the ledger named on the command line."""
    settings = from_environment()
    return settings if ledger is None else replace(settings, ledger=ledger)


def open_ledger(ledger: Path | None, *, create: bool = False) -> Ledger:
    """The ledger, open. Raises LedgerError where there is none and `create` is not set."""
    from sayso.flow.ledger import Ledger

    settings = settings_with(ledger)
    return Ledger(settings.ledger, settings, create=create)


def whoever(who: str | None) -> str:
    """The name given, else that of the user of this machine."""
    if who:
        return who
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
