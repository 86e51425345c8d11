"""A list of values as one parameter of a query, however long: SQLite limits how many parameters a query may have."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, TableValuedAlias, bindparam, func, select


def listed(values: Iterable[int | str]) -> TableValuedAlias:
    """The values as a table with one column, `value`."""
    given: BindParameter[str] = bindparam("listed", json.dumps(list(values)), unique=True)
    return func.json_each(given).table_valued("value")


def is_among(column: ColumnElement[Any], values: Iterable[int | str]) -> ColumnElement[bool]:
    """That a column has one of the values."""
    return column.in_(select(listed(values).c.value))
