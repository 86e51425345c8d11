"""JSON Lines of every table: one object a line, UTF-8."""

from __future__ import annotations

import json
from pathlib import Path

from sayso.exports.tables import TABLES, TableOf
from sayso.ledger.store import Store


def write(store: Store, folder: Path) -> int:
    """One file a table; how many rows."""
    return sum(_write_table(store, table, folder / f"{table.name}.jsonl") for table in TABLES)


def _write_table(store: Store, table: TableOf, out: Path) -> int:
    count = 0
    with out.open("w", encoding="utf-8", errors="replace", newline="\n") as stream:
        for row in table.rows(store):
            kept = {field.name: row[field.name] for field in table.fields}
            stream.write(json.dumps(kept, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n")
            count += 1
    return count
