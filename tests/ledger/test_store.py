"""Opening a ledger: made where there is none, refused where it is something else, in the form that the tables say."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from sayso.errors import LedgerError
from sayso.ledger import comparison_tables, rows
from sayso.ledger.migrating import HEAD
from sayso.ledger.store import Store
from sayso.ledger.tables import KEPT, TABLES


def test_the_migrations_make_what_the_tables_say(store: Store) -> None:
    """Tables, columns and indexes in code and file are the same; FTS5's own tables apart."""
    with store.reading() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), TABLES)
    assert {rows.article_rows, comparison_tables.claim_rows} <= set(TABLES.sorted_tables)
    assert [d for d in differences if not (d[0] == "remove_table" and "_index" in d[1].name)] == []


def test_the_newest_migration_is_the_head_that_opening_looks_for() -> None:
    config = Config()
    config.set_main_option("script_location", "sayso.ledger:migrations")
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_the_write_ahead_log_is_on_and_writing_waits_for_the_disk(store: Store) -> None:
    with store.raw() as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2
        assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1


def test_a_ledger_that_is_not_there_is_not_made_by_asking(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no such ledger"):
        Store(tmp_path / "none.db", create=False)
    assert not (tmp_path / "none.db").exists()


def test_another_program_s_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE birds (name TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="no ledger of sayso"):
        Store(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("Minister Ana Roe said that the bridge was closed. " * 30)
    with pytest.raises(LedgerError, match="not a ledger of sayso"):
        Store(path)


def test_a_ledger_of_a_newer_sayso_is_named_as_such(store: Store) -> None:
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerError, match="a newer sayso"):
        Store(store.path)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="can't be opened"):
        Store(tmp_path / "nowhere" / "test.db")


@pytest.mark.parametrize("table", [t.name for t in KEPT])
def test_kept_rows_are_never_changed_or_removed(table: str, filled: Store) -> None:
    """The triggers refuse it for every kept table that has rows, whoever asks."""
    with filled.raw() as connection:
        if connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0:
            connection.execute("PRAGMA foreign_keys = OFF")
            columns = [c[1] for c in connection.execute(f"PRAGMA table_info({table})")]
            connection.execute(f"INSERT INTO {table} VALUES ({', '.join('1' for _ in columns)})")
        first = connection.execute(f"SELECT name FROM pragma_table_info('{table}') LIMIT 1").fetchone()[0]
        with pytest.raises(sqlite3.IntegrityError, match="never removed"):
            connection.execute(f"DELETE FROM {table}")
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            connection.execute(f"UPDATE {table} SET {first} = {first}")
