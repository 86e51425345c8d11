"""The formats that a ledger can be handed on in: one literal list, one file each."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import UsageError
from sayso.exports import annotations as web_annotations
from sayso.exports import csv, dossier, geojson, jsonl, parquet
from sayso.ledger.store import Store


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, what it is, what it holds, whether it makes a folder, and what writes it."""

    name: str
    meaning: str
    holds: str
    folder: bool
    write: Callable[[Store, Path], int]


EXPORTS = (
    Format("csv", "every table, as CSV that a spreadsheet opens safely", "rows", True, csv.write),
    Format("jsonl", "every table, as JSON Lines", "rows", True, jsonl.write),
    Format("parquet", "every table, as Parquet", "rows", True, parquet.write),
    Format(
        "geojson",
        "places, with precision and radius, and what is said of them",
        "features",
        False,
        geojson.write,
    ),
    Format(
        "annotations",
        "statements and figures as W3C Web Annotations (JSON-LD)",
        "annotations",
        False,
        web_annotations.write,
    ),
    Format("html", "a dossier of pages that opens from disk, without server or network", "pages", True, dossier.write),
)


def find_format(name: str) -> Format:
    """The format of this name. Raises UsageError for one that is not there."""
    for one in EXPORTS:
        if one.name == name:
            return one
    raise UsageError(name, f"no such format; there are {', '.join(one.name for one in EXPORTS)}")


def export(store: Store, name: str, out: Path, *, replace: bool = False) -> int:
    """Writes a ledger in a format; how much of what the format holds.

    What is written takes its name when it is whole. Raises UsageError for a format that is not there, or where there is
    something already and `replace` is not set; PartError where the format needs libraries that are not installed.
    """
    found = find_format(name)
    if out.exists() and not replace:
        raise UsageError(str(out), "there is something already; name another, or say --replace")
    new = out.with_name(f"{out.name}.part")
    _remove(new)
    if found.folder:
        new.mkdir(parents=True)
    else:
        new.parent.mkdir(parents=True, exist_ok=True)
    try:
        count = found.write(store, new)
        _remove(out)
        new.replace(out)
    except BaseException:
        _remove(new)
        raise
    return count


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
