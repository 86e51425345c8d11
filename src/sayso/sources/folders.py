"""The files under a folder, sorted by name, so that the order never depends on the file system; loops are named."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from sayso.errors import InputError
from sayso.sources.capture import reason_of, shown


def find_files(folder: Path) -> Iterator[Path | InputError]:
    """Every file below the folder but hidden ones; an InputError for each folder that can't be listed or loops."""
    try:
        yield from _below(folder, (_identity(folder),))
    except OSError as error:
        yield InputError(shown(folder), reason_of(error))


def _below(folder: Path, above: tuple[tuple[int, int], ...]) -> Iterator[Path | InputError]:
    """`above` are the folders that this one stands in, by device and number, itself included."""
    try:
        with os.scandir(folder) as listed:
            entries = sorted((e for e in listed if not e.name.startswith(".")), key=lambda e: os.fsencode(e.name))
    except OSError as error:
        yield InputError(shown(folder), reason_of(error))
        return
    for entry in entries:
        path = folder / entry.name
        try:
            if not entry.is_dir():
                yield path
                continue
            identity = _identity(path)
        except OSError as error:
            yield InputError(shown(path), reason_of(error))
            continue
        if identity in above:
            yield InputError(shown(path), "a folder within itself (a loop of symbolic links)")
        else:
            yield from _below(path, (*above, identity))


def _identity(folder: Path) -> tuple[int, int]:
    known = folder.stat()
    return known.st_dev, known.st_ino
