"""The bytes of a file, a line or a stream, as they are; and what keeps them from being read, named with its reason."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sayso.errors import InputError

# An article has some thousand words, and reading promises linear time up to 10 MB. Above 16 MiB a text is a pile that
# should come as JSON Lines, and reading it whole would need more memory than the 500 MB that a reading may take.
ARTICLE_BYTES = 16 * 1024 * 1024
# A line of JSON may escape each character as \\uXXXX.
LINE_BYTES = 2 * ARTICLE_BYTES
_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a stream: its number from 1, its bytes, and how long it is where it is too long to be held."""

    number: int
    captured: bytes
    too_long: int | None = None


def shown(path: Path | str) -> str:
    """A path as text that can be printed and stored, whatever bytes the file system holds."""
    return os.fsencode(path).decode("utf-8", "replace")


def open_file(path: Path) -> BinaryIO:
    """An ordinary file, opened to be read. Raises InputError: missing, no permission, a fifo, a device, a loop."""
    try:
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind):
            raise InputError(shown(path), f"not a regular file but {_kind(kind)}")
        return path.open("rb")
    except OSError as error:
        raise InputError(shown(path), reason_of(error)) from error
    except ValueError as error:
        raise InputError(shown(path), str(error)) from error


def read_whole(stream: BinaryIO, what: str, begun: bytes = b"") -> bytes:
    """All bytes of a stream that holds one article; `begun` has been read. Raises InputError: empty, too long."""
    captured = begun + stream.read(max(0, ARTICLE_BYTES + 1 - len(begun)))
    if len(captured) > ARTICLE_BYTES:
        limit = ARTICLE_BYTES // 1024 // 1024
        raise InputError(what, f"more than {limit} MiB in one article; give many articles as JSON Lines")
    if not captured.strip():
        raise InputError(what, "empty" if not captured else "nothing but white space")
    return captured


def read_rows(stream: BinaryIO) -> Iterator[Row]:
    """The lines of a stream one by one, never more than one in memory; a line too long to be an article is measured."""
    number = 0
    while True:
        captured = stream.readline(LINE_BYTES + 1)
        if not captured:
            return
        number += 1
        if len(captured) > LINE_BYTES:
            yield Row(number, b"", len(captured) + _skip_line(stream, captured))
        else:
            yield Row(number, captured)


def reason_of(error: OSError) -> str:
    """Why the system refused, in plain words."""
    reasons = {
        errno.ENOENT: "no such file",
        errno.EACCES: "no permission to read it",
        errno.EPERM: "no permission to read it",
        errno.ELOOP: "a loop of symbolic links",
        errno.ENAMETOOLONG: "its name is too long",
        errno.EISDIR: "a folder",
    }
    return reasons.get(error.errno or 0, error.strerror or str(error))


def _skip_line(stream: BinaryIO, begun: bytes) -> int:
    """Passes over the rest of a line; its length."""
    length = 0
    last = begun
    while last and not last.endswith(b"\n"):
        last = stream.readline(_CHUNK)
        length += len(last)
    return length


def _kind(mode: int) -> str:
    kinds = (
        (stat.S_ISFIFO, "a fifo"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    )
    return next((name for test, name in kinds if test(mode)), "something else")
