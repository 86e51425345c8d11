"""Whether anybody has written into a ledger since one's own last transaction: else what was read then still holds."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Left:
    """As what a transaction left a ledger: by which connection, what it had written, and what others had."""

    connection: sqlite3.Connection
    mine: int
    others: int

    @classmethod
    def by(cls, connection: Connection) -> Left:
        """As what this transaction leaves it, where it writes no more."""
        raw = cast(sqlite3.Connection, connection.connection.driver_connection)
        return cls(raw, raw.total_changes, raw.execute("PRAGMA data_version").fetchone()[0])

    def still(self, connection: Connection) -> bool:
        """Whether it is as it was left: to be asked within the next transaction, before that writes. Another
        connection knows nothing of it and says no."""
        return self == Left.by(connection)
