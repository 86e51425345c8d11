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
    """A format: its name, what it is, whether it makes a folder, and what writes it."""

    name: str
    meaning: str
    folder: bool
    write: Callable[[Store, Path], int]


EXPORTS = (
    Format("csv", "every table, as CSV that a spreadsheet opens safely", True, csv.write),
    Format("jsonl", "every table, as JSON Lines", True, jsonl.write),
    Format("parquet", "every table, as Parquet", True, parquet.write),
    Format("geojson", "the places named, with precision and radius, and what is said of them", False, geojson.write),
    Format("annotations", "W3C Web Annotations of statements and figures, as JSON-LD", False, web_annotations.write),
    Format("html", "a dossier of pages that opens from disk, without server or network", True, dossier.write),
)


def export(store: Store, name: str, out: Path, *, replace: bool = False) -> int:
    """Writes a ledger in a format; how many rows, features, annotations or pages.

    What is written takes its name when it is whole. Raises UsageError for a format that is not there, or where there is
    something already and `replace` is not set; PartError where the format needs libraries that are not installed.
    """
    found = next((one for one in EXPORTS if one.name == name), None)
    if found is None:
        raise UsageError(name, f"no such format; there are {', '.join(one.name for one in EXPORTS)}")
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
