"""Ledgers to test with: new in a folder of their own for each test, opened and closed for real."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso.ledger.append import append
from sayso.ledger.store import Store
from tests.ledger.readings import many, reading


@pytest.fixture(scope="session")
def empty_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new ledger's file, made by the migrations once."""
    path = tmp_path_factory.mktemp("ledger") / "empty.db"
    Store(path).close()
    return path


@pytest.fixture
def store(tmp_path: Path, empty_ledger: Path) -> Iterator[Store]:
    """A new ledger, empty."""
    shutil.copy(empty_ledger, tmp_path / "test.db")
    opened = Store(tmp_path / "test.db")
    yield opened
    opened.close()


@pytest.fixture
def filled(store: Store) -> Store:
    """A ledger with the hand-made article and 30 of its kind."""
    append(store, [reading(), *many(30)])
    return store


@pytest.fixture
def tamper() -> Callable[[Store, str], None]:
    """Changes a ledger behind its back, with triggers and references off: what a broken disk or a vandal would do."""

    def run(store: Store, sql: str) -> None:
        with store.raw() as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
            for name, _ in triggers:
                connection.execute(f"DROP TRIGGER {name}")
            connection.execute(sql)
            for _, made in triggers:
                connection.execute(made)
            connection.execute("PRAGMA foreign_keys = ON")

    return run
