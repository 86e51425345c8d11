"""CSV, JSON Lines and Parquet: every table, opened by programs that people use, each value led back to its words."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import duckdb
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.exports.csv import cell
from sayso.exports.formats import EXPORTS, export
from sayso.exports.tables import TABLES
from sayso.ledger.kept import reading_of
from sayso.ledger.store import Store
from tests.conftest import ROOT


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_every_table_has_the_same_rows_in_all_three(ledger: Store, out: Path, table) -> None:  # type: ignore[no-untyped-def]
    for name in ("csv", "jsonl", "parquet"):
        export(ledger, name, out / name)
    parquet = pl.read_parquet(out / "parquet" / f"{table.name}.parquet")
    lines = [json.loads(line) for line in (out / "jsonl" / f"{table.name}.jsonl").read_text("utf-8").splitlines()]
    with (out / "csv" / f"{table.name}.csv").open(encoding="utf-8-sig", newline="") as stream:
        cells = list(csv.DictReader(stream))
    names = [field.name for field in table.fields]
    assert parquet.columns == names
    assert [list(line) for line in lines] == [names] * len(lines)
    assert len(parquet) == len(lines) == len(cells)
    if table.name not in ("chains", "decisions"):
        assert len(lines) >= 12
    if table.name == "statements":
        assert parquet["words"].to_list() == [line["words"] for line in lines]


def test_each_value_leads_back_to_its_words(ledger: Store, out: Path) -> None:
    """By DuckDB, over the Parquet files alone: offsets in the text with the digest give the words."""
    export(ledger, "parquet", out)
    asked = """
        SELECT f.words, substr(a.text, (f.start + 1)::INT, (f."end" - f.start)::INT) AS there
        FROM '{0}/figures.parquet' AS f JOIN '{0}/articles.parquet' AS a USING (article_id, text_digest)
        UNION ALL SELECT s.source, substr(a.text, (s.source_start + 1)::INT, (s.source_end - s.source_start)::INT)
        FROM '{0}/statements.parquet' AS s JOIN '{0}/articles.parquet' AS a USING (article_id, text_digest)
    """
    rows = duckdb.connect().execute(asked.format(out)).fetchall()
    assert len(rows) == 12 * 2 + 12 * 3
    assert all(words == there for words, there in rows)


def test_duckdb_reads_the_csv_with_its_types(ledger: Store, out: Path) -> None:
    export(ledger, "csv", out)
    rows = duckdb.connect().execute(f"SELECT sum(low), count(*) FROM read_csv('{out}/figures.csv')").fetchone()
    assert rows is not None
    assert rows[1] == 24
    assert rows[0] == pytest.approx(340 * 2 + sum(range(100, 110)))


def test_no_cell_is_a_formula(ledger: Store, out: Path) -> None:
    export(ledger, "csv", out)
    for path in out.iterdir():
        with path.open(encoding="utf-8-sig", newline="") as stream:
            for row in csv.reader(stream):
                assert not [c for c in row if re.match(r"\s*[=+@\t\r]|\s*-(?![\d.])", c)], path.name
    assert "'=HYPERLINK" in (out / "articles.csv").read_text("utf-8-sig")


@given(st.text(max_size=12))
def test_any_words_make_a_safe_cell_that_can_be_undone(words: str) -> None:
    shown = cell(words)
    assert not shown.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert shown.removeprefix("'") == words.replace("\0", "\ufffd").removeprefix("'") or shown == words


def test_a_rejected_statement_says_so(ledger: Store, out: Path) -> None:
    export(ledger, "parquet", out)
    rejected = pl.read_parquet(out / "statements.parquet").filter(pl.col("rejected"))
    assert rejected.select("key", "id").rows() == [("one", "s3")]
    (decision,) = pl.read_parquet(out / "decisions.parquet").rows(named=True)
    assert (decision["item"], decision["how"]) == ("s3", "exact")


def test_an_export_is_put_in_place_whole_and_never_over_something(ledger: Store, out: Path) -> None:
    out.write_text("precious")
    with pytest.raises(UsageError, match="already"):
        export(ledger, "csv", out)
    with pytest.raises(UsageError, match="no such format"):
        export(ledger, "xlsx", out)
    assert out.read_text() == "precious"
    export(ledger, "csv", out, replace=True)
    assert (out / "articles.csv").is_file()
    assert [p.name for p in out.parent.iterdir()] == ["out"]


def test_the_table_of_fields_is_the_code_s() -> None:
    """docs/exports.md: each table with each field, its kind and its meaning; and each format."""
    text = (ROOT / "docs" / "exports.md").read_text("utf-8")
    for one in EXPORTS:
        assert f"| {one.name} | {one.meaning} |" in text
    for table in TABLES:
        section = text.split(f"## {table.name}\n", 1)[1].split("\n## ", 1)[0]
        rows = re.findall(r"^\| (\S+) \| ([^|]+) \| ([^|]+) \|$", section, re.MULTILINE)[1:]
        assert rows == [(f.name, f.kind.value, f.meaning) for f in table.fields]


def test_reading_of_the_hostile_article_is_exact(ledger: Store) -> None:
    assert "\ud800" in reading_of(ledger, "+hostile").article.text
