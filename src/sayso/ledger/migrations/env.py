"""Alembic's entry: it works on the connection that the store hands in, inside the transaction that the store began."""

from __future__ import annotations

from alembic import context

from sayso.ledger import comparison_tables, rows  # noqa: F401 - put the derived tables into TABLES
from sayso.ledger.tables import TABLES

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=TABLES,
    # SQLite rolls DDL back with the rest; Alembic takes it for a database that can't. The store's transaction holds.
    transactional_ddl=False,
)
context.run_migrations()
