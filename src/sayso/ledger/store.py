"""The ledger's file: one SQLite database in WAL mode, opened, brought to its present form, read and written.

Writing is one transaction at a time (BEGIN IMMEDIATE, so that a second writer waits rather than fails midway) and is on
the disk when it ends (synchronous=FULL). Reading never waits for writing.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, SQLAlchemyError

from sayso.errors import LedgerError
from sayso.ledger.migrating import HEAD, migrate
from sayso.packs.folding import Folding, load_folding

Clock = Callable[[], datetime]
_WAIT_S = (
    120  # how long a writer waits for another: a batch takes under a second, a migration or VACUUM may take minutes
)
_MARK = 0x73617973  # application_id, "says": what kind of SQLite file this is
_PRAGMAS = (
    f"PRAGMA busy_timeout = {_WAIT_S * 1000}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA cache_size = -65536",
    "PRAGMA mmap_size = 268435456",
    "PRAGMA temp_store = MEMORY",
)


def utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


class Store:
    """An open ledger file. Any number of threads may read and write through one Store."""

    def __init__(self, path: Path | str, *, create: bool = True, clock: Clock = utc_now) -> None:
        """Opens the file, makes it where there is none and `create` is set, and brings it to the present form.

        Raises LedgerError: there is none, it is no ledger, a newer sayso made it, it can't be written.
        """
        self.path = Path(path)
        self.clock = clock
        if not create and not self.path.is_file():
            raise LedgerError(str(path), "there is no such ledger")
        self._engine = _engine(self.path)
        try:
            self._settle()
        except BaseException:
            self._engine.dispose()
            raise

    @cached_property
    def folding(self) -> Folding:
        """How names are folded for comparing."""
        return load_folding()

    def now(self) -> str:
        """What the clock says, as it is written into rows."""
        return self.clock().astimezone(UTC).isoformat(timespec="seconds")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger throughout."""
        with named(self.path), self._engine.connect() as connection:
            connection.info["begin"] = "BEGIN"
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all of it is in the ledger when it ends, or none where an error ends it."""
        with named(self.path), self._engine.connect() as connection:
            connection.info["begin"] = "BEGIN IMMEDIATE"
            with connection.begin():
                yield connection

    @contextmanager
    def raw(self) -> Iterator[sqlite3.Connection]:
        """The driver's own connection, outside any transaction: for backup, VACUUM and checkpoints."""
        with named(self.path):
            connection = self._engine.raw_connection()
            try:
                yield connection.driver_connection  # type: ignore[misc]
            finally:
                connection.close()

    def close(self) -> None:
        """Closes the file. What was written is in it already."""
        self._engine.dispose()

    def _settle(self) -> None:
        """Refuses what is no ledger, makes a new one, and migrates an old one."""
        with self.raw() as connection:
            version = _version(connection, self.path)
            if version == HEAD:
                return
            if version is None:
                _begin_wal(connection)
        with self.writing() as connection_:
            # Another process may have done it meanwhile: Alembic looks again, inside the transaction.
            migrate(connection_, self.path)
            connection_.exec_driver_sql(f"PRAGMA application_id = {_MARK}")


def _version(connection: sqlite3.Connection, path: Path) -> str | None:
    """The form that a file has; None for a new file. Raises LedgerError for what is no ledger."""
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    if not names:
        return None
    if "alembic_version" not in names or connection.execute("PRAGMA application_id").fetchone()[0] != _MARK:
        raise LedgerError(str(path), "a database, but no ledger of sayso")
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else None


def _begin_wal(connection: sqlite3.Connection) -> None:
    """Turns a new file to WAL. SQLite does not wait here where two processes do it at once, so we do."""
    for _ in range(200):
        try:
            if connection.execute("PRAGMA journal_mode = WAL").fetchone()[0] == "wal":
                return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
        time.sleep(0.05)


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": _WAIT_S, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, never by the driver
        for pragma in _PRAGMAS:
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        connection.exec_driver_sql(connection.info.get("begin", "BEGIN"))

    return engine


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Turns what the database says into a LedgerError that names the file and a reason a user can act on."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        said = str(error.orig if isinstance(error, DatabaseError) and error.orig else error)
        raise LedgerError(str(path), _reason(said)) from error


def _reason(said: str) -> str:
    reasons = {
        "disk is full": "the disk is full; what was written before is kept, and the same command goes on from there",
        "disk I/O error": "the disk refused (full, or over a limit); what was written before is kept",
        "not a database": "not a ledger of sayso",
        "malformed": "damaged: run `sayso check`, or `sayso restore` a backup",
        "locked": f"another program has held it for {_WAIT_S} seconds",
        "readonly": "it can't be written: no permission",
        "unable to open": "it can't be opened: no such folder, or no permission",
    }
    return next((reason for words, reason in reasons.items() if words in said), said)
