"""The desk over ledgers made here: a hostile one, an empty one, and the examples as `make demo` reads them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.desk.app import Options, make_app
from sayso.flow.ledger import Ledger
from sayso.ledger.append import append
from sayso.ledger.store import Store
from sayso.records import Reading
from sayso.settings import Settings
from tests.conftest import ROOT
from tests.ledger.readings import TEXT, article, many, reading

HOST = "http://127.0.0.1:8031"
EVIL = (
    '<script>alert(1)</script><style>*{display:none}</style><svg onload="alert(2)"></svg>'
    '"><img src=x onerror=alert(3)> \u202edesrever\u202c \u2066iso \ud800'
    " {{ 7*7 }} {% raw %} javascript:alert(4) </title>"
)


@pytest.fixture(scope="session")
def plain_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the hand-made article and twenty of its kind."""
    return _written(tmp_path_factory.mktemp("plain") / "plain.db", [reading(), *many(20)])


@pytest.fixture(scope="session")
def hostile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with an article that is an attack in every field, and one with a megabyte for a title."""
    text = TEXT.replace("Tall bridges fall", f"Tall {EVIL} fall")
    evil = replace(
        article(text, key=f"k{EVIL}", outlet=f"o{EVIL}"),
        title=f"t{EVIL}",
        authors=(f"a{EVIL}",),
        language='en"><script>',
    )
    long = replace(article(f"{TEXT} long", key="long", outlet="Long " + "O" * 100_000), title="Long " + "T" * 1_000_000)
    made = [hostile_reading(evil), reading(long)]
    return _written(tmp_path_factory.mktemp("hostile") / "hostile.db", made)


def hostile_reading(evil: object) -> Reading:
    """A Reading whose voices are hostile too."""
    made = reading(evil)  # type: ignore[arg-type]
    turned = [
        replace(s, voices=tuple(replace(v, name=f"v{EVIL}", role=f"r{EVIL}", side="s<script>") for v in s.voices))
        for s in made.statements
    ]
    return replace(made, statements=tuple(turned))


@pytest.fixture(scope="session")
def examples_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example reports, read with their roster."""
    path = tmp_path_factory.mktemp("examples") / "examples.db"
    with Ledger(path, Settings(roster=ROOT / "docs/roster-example.toml")) as ledger:
        ledger.read(ROOT / "examples")
    return path


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with nothing in it."""
    return _written(tmp_path_factory.mktemp("empty") / "empty.db", [])


@pytest.fixture(scope="session")
def plain(plain_file: Path) -> Iterator[TestClient]:
    """A client of the desk over the plain ledger."""
    yield from client_of(plain_file)


@pytest.fixture(scope="session")
def hostile(hostile_file: Path) -> Iterator[TestClient]:
    """A client of the desk over the hostile ledger."""
    yield from client_of(hostile_file)


@pytest.fixture(scope="session")
def empty(empty_file: Path) -> Iterator[TestClient]:
    """A client of the desk over the empty ledger."""
    yield from client_of(empty_file)


@pytest.fixture(scope="session")
def examples(examples_file: Path) -> Iterator[TestClient]:
    """A client of the desk over the examples."""
    yield from client_of(examples_file)


def client_of(path: Path) -> Iterator[TestClient]:
    """A client of the desk over a ledger's file."""
    with TestClient(make_app(path, options=Options(who="ann")), base_url=HOST) as client:  # type: ignore[arg-type]
        yield client


def _written(path: Path, readings: list[Reading]) -> Path:
    store = Store(path)
    if readings:
        append(store, readings)
    store.close()
    return path
