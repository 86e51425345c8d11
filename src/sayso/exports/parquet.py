"""Parquet of every table, with the meaning of each field in the file's schema. Needs the extra `exports` (pyarrow)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from sayso.errors import PartError
from sayso.exports.tables import TABLES, Kind, TableOf
from sayso.ledger.store import Store

_ROWS = 10_000  # a row group: some MB, which readers take in one go


def write(store: Store, folder: Path) -> int:
    """One file a table; how many rows. Raises PartError where pyarrow is not installed."""
    try:
        import pyarrow.parquet as pq
    except ImportError as error:
        raise PartError("pyarrow", "not installed; Parquet needs it: pip install 'sayso[exports]'") from error
    count = 0
    for table in TABLES:
        schema = _schema(table)
        with pq.ParquetWriter(folder / f"{table.name}.parquet", schema, compression="zstd") as writer:
            rows = iter(table.rows(store))
            while group := list(islice(rows, _ROWS)):
                writer.write_table(_table(table, group, schema))
                count += len(group)
    return count


def _schema(table: TableOf) -> Any:
    import pyarrow as pa

    kinds = {Kind.TEXT: pa.string(), Kind.NUMBER: pa.float64(), Kind.WHOLE: pa.int64(), Kind.FLAG: pa.bool_()}
    return pa.schema(
        [
            pa.field(
                f.name, _list_type(f.name) if f.kind is Kind.LIST else kinds[f.kind], metadata={"meaning": f.meaning}
            )
            for f in table.fields
        ],
        metadata={"table": table.name, "meaning": table.meaning, "made_by": "sayso"},
    )


def _list_type(name: str) -> Any:
    """Spans are lists of two numbers, credits records, all else words."""
    import pyarrow as pa

    if name in ("content", "hedges", "spans", "corrections", "furniture"):
        return pa.list_(pa.list_(pa.int64()))
    return pa.list_(pa.string())


def _table(table: TableOf, rows: list[Mapping[str, Any]], schema: Any) -> Any:
    import pyarrow as pa

    columns = {field.name: list(_column(field.name, field.kind, rows)) for field in table.fields}
    return pa.Table.from_pydict(columns, schema=schema)


def _column(name: str, kind: Kind, rows: list[Mapping[str, Any]]) -> Iterator[Any]:
    for row in rows:
        value = row[name]
        if name == "credits":
            yield [_word(json.dumps(credit, ensure_ascii=False)) for credit in value]
        elif kind is Kind.TEXT and value is not None:
            yield _word(value)
        elif kind is Kind.LIST:
            yield [_word(one) if isinstance(one, str) else one for one in value]
        else:
            yield value


def _word(words: str) -> str:
    return words.encode("utf-8", "replace").decode()
