"""The documented views, opened by other programs: SQLite itself, Polars, DuckDB, Datasette where it is installed."""

from __future__ import annotations

import importlib.util
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import duckdb
import polars as pl
import pytest

from sayso.ledger.store import Store
from tests.conftest import ROOT

VIEWS = (
    "article_list", "statement_list", "figure_list", "place_list", "time_list", "voice_list", "reading_list",
    "decision_list",
)  # fmt: skip


@pytest.mark.parametrize("view", VIEWS)
def test_sqlite_polars_and_duckdb_read_each_view(filled: Store, view: str) -> None:
    connection = sqlite3.connect(f"file:{filled.path}?mode=ro", uri=True)
    rows = connection.execute(f"SELECT * FROM {view}").fetchall()
    frame = pl.read_database(f"SELECT * FROM {view}", connection, infer_schema_length=None)
    connection.close()
    assert len(frame) == len(rows) >= (0 if view == "decision_list" else 6)
    assert duckdb.sql("SELECT count(*) FROM frame").fetchall() == [(len(rows),)]


def test_a_view_s_offsets_give_its_words(filled: Store) -> None:
    connection = sqlite3.connect(filled.path)
    rows = connection.execute(
        "SELECT f.words, substr(a.text, f.span_start + 1, f.span_end - f.span_start) FROM figure_list AS f"
        " JOIN article_list AS a USING (article_id)"
    ).fetchall()
    connection.close()
    assert len(rows) == 62
    assert all(words == there for words, there in rows)


@pytest.mark.parametrize("view", VIEWS)
def test_the_docs_name_each_column_of_each_view(filled: Store, view: str) -> None:
    """docs/ledger.md lists them; a column that comes or goes must be told there."""
    text = (ROOT / "docs" / "ledger.md").read_text("utf-8")
    section = re.search(rf"^\*\*{view}\*\*.*?: (.+?)$", text, re.MULTILINE)
    assert section is not None
    with filled.raw() as connection:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({view})")]
    assert section[1].split(", ") == columns


@pytest.mark.proof
@pytest.mark.skipif(importlib.util.find_spec("datasette") is None, reason="datasette is not installed")
def test_datasette_shows_a_view(filled: Store) -> None:
    command = [sys.executable, "-m", "datasette", str(filled.path), "--get", "/test/statement_list.json?_size=1"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "Merenian" in shown.stdout or "Terel" in shown.stdout


def test_reading_a_ledger_by_another_program_keeps_nobody_waiting(filled: Store, tmp_path: Path) -> None:
    """A reader in the middle of a query does not stop a writer."""
    other = sqlite3.connect(filled.path)
    cursor = other.execute("SELECT * FROM statement_list")
    cursor.fetchone()
    with filled.writing() as connection:
        connection.exec_driver_sql("UPDATE article_rows SET title = 'x' WHERE n = 1")
    assert cursor.fetchone() is not None
    other.close()
    assert tmp_path.exists()
