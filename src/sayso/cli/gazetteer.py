"""`sayso gazetteer`: places of one's own, and what a name may stand for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.errors import InputError, printable
from sayso.settings import from_environment

if TYPE_CHECKING:
    from sayso.packs.gazetteer_build import Row

app = typer.Typer(name="gazetteer", help="Places of one's own, and what a name may stand for.", no_args_is_help=True)


@app.command()
def add(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="GeoNames .txt or .zip, .csv, .tsv, .geojson.")],
) -> None:
    """Add places to your own gazetteer; a row with the id of one added before replaces it."""
    from sayso.packs.gazetteer import own_path
    from sayso.packs.gazetteer_build import write_gazetteer

    target = from_environment().gazetteer or own_path()
    bad: list[str] = []
    failed: list[InputError] = []
    written = write_gazetteer(target, _rows(files, bad, failed), base=target)
    for line in [*bad, *(str(e) for e in failed)]:
        typer.echo(f"sayso: {line}", err=True)
    typer.echo(f"{target}: {written} places added")
    if bad or failed:
        raise typer.Exit(1)


@app.command()
def find(name: Annotated[str, typer.Argument(help="A place's name, in any spelling.")]) -> None:
    """What a name may stand for, the most prominent first."""
    from sayso.packs.gazetteer import open_gazetteer
    from sayso.packs.toponyms import fold

    gazetteer = open_gazetteer(from_environment().gazetteer)
    key = fold(name)
    hits = gazetteer.lookup([key]).get(key) or gazetteer.lookup_loose([key]).get(key, ())
    for hit in sorted(hits, key=lambda h: (h.entry.kind, -h.entry.population, h.entry.id)):
        e = hit.entry
        region = gazetteer.regions.get((e.country, e.region))
        where = ", ".join(x for x in (region.name if region and region.id != e.id else "", e.country) if x)
        people = f"{e.population:,}" if e.population else "-"
        typer.echo(f"{e.name}\t{e.kind.name.lower()}\t{where}\t{e.lat:.5f}\t{e.lon:.5f}\t{people}\t{e.source} {e.id}")
    if not hits:
        typer.echo(f"sayso: {printable(name)}: no place is known by this name", err=True)
        raise typer.Exit(1)


def _rows(files: list[Path], bad: list[str], failed: list[InputError]) -> Iterator[Row]:
    """The good rows of all files; what is wrong with the others is put in the two lists."""
    from sayso.packs.gazetteer_files import BadRow, read_rows

    for path in files:
        try:
            for row in read_rows(path):
                if isinstance(row, BadRow):
                    bad.append(f"{printable(str(path))}: row {row.number}: {printable(row.reason)}")
                else:
                    yield row
        except InputError as error:
            failed.append(error)
