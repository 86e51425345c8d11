"""The index that comparing looks up, kept in the ledger. All derived.

Revision 0003.
"""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables and indexes."""
    script = Path(__file__).with_name("third_index.sql").read_text(encoding="utf-8")
    for statement in script.split(";\n"):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """Derived rows alone: they go."""
    raise NotImplementedError("restore a backup made by the version before")
