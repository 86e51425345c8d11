"""CSV of every table: UTF-8 with a byte-order mark (Excel needs it), RFC 4180, safe against formula injection.

A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV Injection). Numbers stay
numbers; lists and records are JSON; what is not known is empty.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from sayso.exports.tables import TABLES, TableOf
from sayso.ledger.store import Store

# Characters that begin a formula in Excel, LibreOffice or Google Sheets; the last are their full-width forms.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(store: Store, folder: Path) -> int:
    """One file a table; how many rows."""
    return sum(_write_table(store, table, folder / f"{table.name}.csv") for table in TABLES)


def cell(value: Any) -> Any:
    """A value as it stands in a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    words = words.encode("utf-8", "replace").decode().replace("\0", "\ufffd")
    return f"'{words}" if words.lstrip(" ").startswith(_FORMULA) or words.startswith(_FORMULA) else words


def _write_table(store: Store, table: TableOf, out: Path) -> int:
    count = 0
    with out.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([field.name for field in table.fields])
        for row in table.rows(store):
            writer.writerow([cell(row[field.name]) for field in table.fields])
            count += 1
    return count
