"""How many articles a run will meet, counted before it begins, so that a progress bar tells the truth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from sayso.errors import InputError
from sayso.sources.folders import find_files

_LINES = (".jsonl", ".ndjson")
_CHUNK = 1024 * 1024


def count_articles(targets: Sequence[str]) -> int | None:
    """How many articles the targets hold; None where that can't be known before (standard input, JSON from an address).

    A file of JSON Lines is as many articles as it has lines that are not blank; what can't be read counts as one.
    """
    total = 0
    for target in targets:
        if target == "-":
            return None
        if "://" in target:
            total += 1
            continue
        path = Path(target)
        try:
            found = list(find_files(path)) if path.is_dir() else [path]
        except (OSError, ValueError):
            found = [path]
        total += sum(1 if isinstance(one, InputError) else _articles_in(one) for one in found)
    return total


def _articles_in(path: Path) -> int:
    if path.suffix.casefold() not in _LINES:
        return 1
    try:
        with path.open("rb") as stream:
            return _lines(iter(lambda: stream.read(_CHUNK), b""))
    except (OSError, ValueError):
        return 1


def _lines(chunks: Iterable[bytes]) -> int:
    """Lines with something in them, over chunks of any size; a line longer than a chunk counts once."""
    count, pending = 0, False
    for chunk in chunks:
        *ended, rest = chunk.split(b"\n")
        for i, line in enumerate(ended):
            count += bool(line.strip()) or (i == 0 and pending)
        pending = bool(rest.strip()) or (pending and not ended)
    return count + pending
