"""Bringing a ledger to its present form with Alembic, which is loaded only where there is something to do."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from sayso.errors import LedgerError

HEAD = "0003"  # the newest file in migrations/versions; a test holds the two together


def migrate(connection: Connection, path: Path) -> None:
    """Runs what is missing inside the caller's transaction, the record of it included.

    Raises LedgerError where a newer sayso made the ledger.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", "sayso.ledger:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, HEAD)
    except CommandError as error:
        raise LedgerError(str(path), f"its form is not known here; a newer sayso made it ({error})") from error
