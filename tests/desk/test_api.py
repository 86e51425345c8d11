"""The API keeps to its own description, whatever it is asked; lists go on with cursors; CSV is safe to open."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from starlette.testclient import TestClient

from sayso.desk.app import Options, make_app
from tests.desk.conftest import HOST

HEADERS = {"host": "127.0.0.1"}
LISTS = ("/articles", "/statements", "/figures", "/voices", "/stories", "/decisions")


def check_all(path: Path, examples: int) -> int:
    """Asks every operation what its description allows, and what it does not; how many operations there are."""
    api = schemathesis.openapi.from_asgi(
        "/api/v1/openapi.json", make_app(path, options=Options(who="ann")), headers=HEADERS
    )
    operations = [one.ok() for one in api.get_all_operations()]
    for operation in operations:
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):

            @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
            @given(case=operation.as_strategy(generation_mode=mode))
            def ask(case: schemathesis.Case) -> None:
                case.call_and_validate(headers=HEADERS)

            try:
                ask()
            except Unsatisfiable:  # an operation without parameters has nothing to get wrong
                assert mode is GenerationMode.NEGATIVE
    return len(operations)


def test_it_answers_as_it_is_described(examples_file: Path) -> None:
    assert check_all(examples_file, 5) >= 15


@pytest.mark.proof
def test_it_answers_as_it_is_described_at_length(examples_file: Path) -> None:
    check_all(examples_file, 150)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_comes_as_csv_too(examples: TestClient, name: str) -> None:
    answer = examples.get(f"/api/v1{name}?format=csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len({len(row) for row in rows}) <= 1
    items = examples.get(f"/api/v1{name}").json()["items"]
    assert max(len(rows) - 1, 0) == len(items)


@pytest.mark.parametrize("name", ["/articles", "/statements", "/figures", "/voices", "/stories"])
def test_pages_of_a_list_make_the_whole_list(examples: TestClient, name: str) -> None:
    whole = examples.get(f"/api/v1{name}?limit=500").json()
    assert whole["next"] is None
    found, after = [], None
    while True:
        given = {"limit": "7"} | ({"after": after} if after else {})
        answer = examples.get(f"/api/v1{name}", params=given)
        found += answer.json()["items"]
        after = answer.json()["next"]
        assert ("link" in answer.headers) == (after is not None)
        if after is None:
            break
    assert found == whole["items"]


def test_what_the_asker_has_is_not_sent_twice(examples: TestClient) -> None:
    first = examples.get("/api/v1/stories")
    again = examples.get("/api/v1/stories", headers={"if-none-match": f'"other", W/{first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/articles/none", 404, "no article of this key or id"),
        ("/claims/none", 404, "no claim of this id"),
        ("/statements?after=x", 404, "no cursor"),
        ("/statements?period=yesterday", 422, "pattern"),
        ("/statements?act=sing", 422, "'say'"),
        ("/articles?limit=0", 422, "greater than or equal to 1"),
        ("/nothing", 404, "Not Found"),
    ],
)
def test_a_fault_says_what_and_why(examples: TestClient, address: str, status: int, words: str) -> None:
    answer = examples.get(f"/api/v1{address}")
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert (answer.status_code, told["status"]) == (status, status)
    assert words in told["detail"]


def test_csv_can_be_opened_in_a_spreadsheet(hostile: TestClient) -> None:
    csv.field_size_limit(10_000_000)
    for row in csv.reader(io.StringIO(hostile.get("/api/v1/articles?format=csv").content.decode("utf-8-sig"))):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row)


def test_no_other_site_may_read_it(examples: TestClient) -> None:
    answer = examples.get("/api/v1/articles", headers={"origin": "http://evil.example"})
    assert "access-control-allow-origin" not in answer.headers
    assert str(examples.base_url) == HOST
