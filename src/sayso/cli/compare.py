"""`sayso compare`: a ledger's comparison brought up to date; or Readings in, one Comparison out."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.opening import LedgerOption, open_ledger
from sayso.errors import UsageError


def compare(
    readings: Annotated[
        str | None, typer.Argument(metavar="READINGS", help="With --json: a file of Readings, one a line; - for input.")
    ] = None,
    json: Annotated[
        bool, typer.Option("--json", help="One Comparison of READINGS as JSON on standard output; nothing is stored.")
    ] = False,
    ledger: LedgerOption = None,
) -> None:
    """Compare: what is one voice repeated, what agrees, conflicts, or can't be compared. Brings a ledger up to date."""
    if json and readings is not None:
        _compare_out(readings)
    elif json or readings is not None:
        raise UsageError("compare", "say --json READINGS for a Comparison, or --ledger FILE to compare a ledger")
    else:
        _compare_in(ledger)


def _compare_out(readings: str) -> None:
    from sayso.comparing import too_large
    from sayso.flow.api import compare as compare_readings
    from sayso.records.shape import to_line

    found = compare_readings(_readings(readings))
    _alarm(too_large(found))
    sys.stdout.write(to_line(found) + "\n")


def _compare_in(ledger: LedgerOption) -> None:
    with open_ledger(ledger) as opened:
        found = opened.compare()
    _alarm(found.large)
    new = f"{found.changed:,} compared anew" if found.changed else "nothing new"
    typer.echo(f"sayso: {found.articles:,} articles, {new}: {found.stories:,} stories", err=True)
    typer.echo(
        f"sayso: {found.claims:,} claims on {found.origins:,} origins, {found.relations:,} relations"
        f" ({found.conflicts:,} conflicts), {found.copies:,} copies",
        err=True,
    )


def _alarm(large: Iterable[str]) -> None:
    for id in large:
        typer.echo(f"sayso: {id} holds so many articles that somebody should look at it", err=True)


def _readings(name: str) -> list:  # type: ignore[type-arg]
    from json import loads

    from sayso.records import Reading
    from sayso.records.shape import from_json

    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(name, str(error)) from error
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                found.append(from_json(Reading, loads(line)))
            except ValueError as error:
                raise UsageError(f"{name}, line {number}", f"is no Reading: {error}") from error
    return found
