"""A ledger with what exports must cope with: formulas in titles, markup and scripts in texts, lone surrogates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.ledger.append import append
from sayso.ledger.decisions import Act, anchor_of, decide
from sayso.ledger.store import Store
from sayso.records import DecisionKind
from tests.ledger.readings import TEXT, article, many, reading

HOSTILE = TEXT.replace(
    "Tall bridges fall", '=HYPERLINK("x") <script>alert(1)</script> \ud800 [a](javascript:b) </title>'
)


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Twelve articles, one of them hostile, one rejected statement."""
    store = Store(tmp_path_factory.mktemp("exports") / "exports.db")
    hostile = replace(article(HOSTILE, key="+hostile", outlet="@Outlet <b>"), authors=("-Ana", "<i>Roe</i>"))
    append(store, [reading(), reading(hostile), *many(10)])
    decide(store, Act(kind=DecisionKind.REJECT, who="=ann", why="+why", about=(anchor_of(store, 1, "s3"),)))
    yield store
    store.close()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where an export goes."""
    return tmp_path / "out"
