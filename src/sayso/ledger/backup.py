"""A ledger's backup and its restoring: whole files, checked before they count, put in place in one step."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from sayso.errors import LedgerError, UsageError
from sayso.ledger.store import Store, named

_PAGES = 4096  # pages copied at a time; other programs read and write between


def backup(store: Store, out: Path, *, replace: bool = False) -> int:
    """Copies a ledger as it stands at one moment, while others may read and write it; how many bytes.

    The copy takes its name when it is whole and on the disk. Raises UsageError where there is a file already.
    """
    if out.exists() and not replace:
        raise UsageError(str(out), "there is a file already; name another, or say --replace")
    if out.exists() and out.samefile(store.path):
        raise UsageError(str(out), "this is the ledger itself")
    with store.raw() as connection:
        _copy(connection, out)
    return out.stat().st_size


def restore(copy: Path, ledger: Path, *, replace: bool = False) -> Path | None:
    """Puts a backup where a ledger is to be; what was there is kept beside it, under the path that is returned.

    Raises LedgerError where the copy is no whole ledger, UsageError where a ledger is there and `replace` is not set.
    """
    if not copy.is_file():
        raise LedgerError(str(copy), "there is no such backup")
    if ledger.exists() and not replace:
        raise UsageError(
            str(ledger), "there is a ledger already; say --replace, and it is kept beside the restored one"
        )
    if ledger.exists() and ledger.samefile(copy):
        raise UsageError(str(ledger), "this is the backup itself")
    new = ledger.with_name(f"{ledger.name}.restoring")
    with named(copy):
        source = sqlite3.connect(copy)
        try:
            _verify(source, copy)
            _copy(source, new)
        finally:
            source.close()
    before = None
    if ledger.exists():
        _settle(ledger)
        before = _free_name(ledger)
        ledger.replace(before)
    for ending in ("-wal", "-shm"):
        ledger.with_name(ledger.name + ending).unlink(missing_ok=True)
    new.replace(ledger)
    _flush_folder(ledger.parent)
    return before


def _settle(ledger: Path) -> None:
    """Brings what stands in the write-ahead log into the file, so that the file alone is all of it."""
    with named(ledger):
        connection = sqlite3.connect(ledger)
        try:
            busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        finally:
            connection.close()
    if busy:
        raise LedgerError(str(ledger), "another program is using it; end that first")


def _verify(connection: sqlite3.Connection, path: Path) -> None:
    said = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    if said != "ok":
        raise LedgerError(str(path), f"the backup is damaged: {said}")
    if not {"alembic_version", "readings", "decisions"} <= tables:
        raise LedgerError(str(path), "not a ledger of sayso")


def _copy(source: sqlite3.Connection, out: Path) -> None:
    """A copy under a name of its own, checked, flushed, and renamed."""
    new = out.with_name(f"{out.name}.part")
    new.unlink(missing_ok=True)
    with named(out):
        copy = sqlite3.connect(new)
        try:
            source.backup(copy, pages=_PAGES)
            copy.execute("PRAGMA journal_mode = DELETE")
            _verify(copy, new)
        except BaseException:
            copy.close()
            new.unlink(missing_ok=True)
            raise
        copy.close()
    handle = os.open(new, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    new.replace(out)
    _flush_folder(out.parent)


def _free_name(ledger: Path) -> Path:
    number = 1
    while (name := ledger.with_name(f"{ledger.name}.before-{number}")).exists():
        number += 1
    return name


def _flush_folder(folder: Path) -> None:
    """A rename is on the disk when its folder is; Windows has no such call and needs none."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
