"""The first form: what is kept, what is derived, the indexes for words, the views.

Revision 0001. A migration that has been released is never edited: the next step is a file of its own.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_FILES = ("first_kept.sql", "first_derived.sql", "first_words.sql", "first_views.sql")


def upgrade() -> None:
    """Makes every table, trigger, index and view."""
    for name in _FILES:
        for statement in _statements(Path(__file__).with_name(name).read_text(encoding="utf-8")):
            op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """There is nothing before the first form."""
    raise NotImplementedError("a ledger has no form before the first")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script; a trigger's own semicolons do not end it."""
    held = ""
    for line in script.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            yield held.strip()
            held = ""
