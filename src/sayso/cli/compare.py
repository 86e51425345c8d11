"""`sayso compare`: Readings in, one Comparison out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from sayso.errors import UsageError


def compare(
    readings: Annotated[str, typer.Argument(metavar="READINGS", help="A file of Readings, one a line; - for input.")],
    json: Annotated[bool, typer.Option("--json", help="One Comparison as JSON on standard output.")] = False,
) -> None:
    """Compare Readings: what is one voice repeated, what agrees, conflicts, or can't be compared. Nothing is stored."""
    from sayso.comparing import too_large
    from sayso.flow.api import compare as compare_readings
    from sayso.records.shape import to_line

    if not json:
        raise UsageError("compare", "say --json: the Comparison has no other form")
    found = compare_readings(_readings(readings))
    for id in too_large(found):
        typer.echo(f"sayso: {id} holds so many articles that somebody should look at it", err=True)
    sys.stdout.write(to_line(found) + "\n")


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
