"""Review: each act does what it says, is kept with who and when, can be undone, and never overwrites another's."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from httpx import Response
from starlette.testclient import TestClient

from tests.desk.conftest import client_of
from tests.desk.test_pages import links

CP = "/articles/02_cp_losing_an_army.txt"


@pytest.fixture
def desk(examples_file: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A desk over a copy of the examples, so that what one test decides no other sees."""
    shutil.copy(examples_file, tmp_path / "copy.db")
    yield from client_of(tmp_path / "copy.db")


def form(page: str, **wanted: str) -> dict[str, list[str]]:
    """The first form of a page whose fields or buttons have these values, as a browser would send it."""
    for body in re.findall(r'<form method="post" action="/review"[^>]*>(.*?)</form>', page, re.S):
        fields: dict[str, list[str]] = {}
        for tag in re.findall(r"<(?:input|button|textarea)[^>]*>", body):
            name, value = (re.search(rf'\b{x}="([^"]*)"', tag) for x in ("name", "value"))
            if name is None or (tag.startswith("<button") and value and value[1] != wanted.get(name[1])):
                continue
            fields.setdefault(name[1], []).append(html.unescape(value[1]) if value else "")
        if all(value in fields.get(name, []) for name, value in wanted.items()):
            return fields
    raise AssertionError(f"no form with {wanted}")


def send(desk: TestClient, fields: dict[str, list[str]], **changed: str) -> Response:
    """Sends a form, with some fields changed."""
    given = {**fields, **{name: [value] for name, value in changed.items()}}
    return desk.post("/review", data=given, follow_redirects=False, headers={"origin": str(desk.base_url)})


def item_page(desk: TestClient, item: str) -> str:
    """The page on which an item of the agency's report is reviewed."""
    article = desk.get(f"/api/v1{CP}").json()["article"]["id"]
    return f"/review/{article}/{item}"


def statement(desk: TestClient, item: str) -> dict[str, object]:
    """A statement of the agency's report as the ledger has it now."""
    items = desk.get("/api/v1/statements?limit=500&rejected=true").json()["items"]
    article = desk.get(f"/api/v1{CP}").json()["article"]["id"]
    return next(one for one in items if one["item"] == item and one["article"]["id"] == article)


def test_the_queue_has_conflicts_alarms_and_names(desk: TestClient) -> None:
    body = desk.get("/review").text
    assert "voice changed" in body
    assert "hedge dropped" in body
    assert "kordanian-ministry-of-defense" in html.unescape(body)
    assert desk.get("/review?kind=voices").status_code == 200


@pytest.mark.parametrize("kind", ["accept", "reject"])
def test_accept_and_reject(desk: TestClient, kind: str) -> None:
    page = item_page(desk, "s3")
    answer = send(desk, form(desk.get(page).text, kind=kind), why="heard the tape")
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(f"{page}?done=")
    after = desk.get(answer.headers["location"]).text
    assert "Decided and kept." in after
    assert "heard the tape" in after
    assert "ann" in after
    items = desk.get("/api/v1/statements?limit=500").json()["items"]
    there = [one["item"] for one in items if one["article"]["key"] == "02_cp_losing_an_army.txt"]
    assert ("s3" in there) == (kind == "accept")


def test_undo_takes_it_back_and_stays_on_the_record(desk: TestClient) -> None:
    page = item_page(desk, "s3")
    send(desk, form(desk.get(page).text, kind="reject"))
    answer = send(desk, form(desk.get("/review").text, kind="revoke"))
    assert answer.status_code == 303
    assert any(one["item"] == "s3" for one in desk.get("/api/v1/statements?limit=500").json()["items"])
    kinds = [one["kind"] for one in desk.get("/api/v1/decisions?in_force=false").json()["items"]]
    assert kinds == ["reject", "revoke"]
    assert desk.get("/api/v1/decisions").json()["items"] == []
    assert "taken back" in desk.get("/review/history").text


def test_a_span_is_corrected_by_its_words(desk: TestClient) -> None:
    page = item_page(desk, "s2")
    words = "some 27,000 Kordanian soldiers have been killed or wounded"
    answer = send(desk, form(desk.get(page).text, kind="correct"), words=words)
    assert answer.status_code == 303
    assert statement(desk, "s2")["words"] == words
    gone = send(desk, form(desk.get(page).text, kind="correct"), words="these words stand nowhere")
    assert gone.status_code == 400
    assert "do not stand in the text" in gone.text


def test_a_field_is_corrected(desk: TestClient) -> None:
    page = item_page(desk, "s3")
    fields = form(desk.get(page).text, kind="correct")
    fields.pop("words")
    assert send(desk, fields, field="act", value="claim").status_code == 303
    assert statement(desk, "s3")["statement"]["act"] == "claim"  # type: ignore[index]
    assert send(desk, form(desk.get(page).text, kind="correct"), words="", field="act", value="sing").status_code == 400


@pytest.mark.parametrize("kind", ["same", "not same"])
def test_same_and_not_same_leave_the_queue(desk: TestClient, kind: str) -> None:
    first = links(desk.get("/review").text, "/review/pair")[0]
    answer = send(desk, form(desk.get(first).text, kind=kind))
    assert answer.status_code == 303
    assert first not in links(desk.get("/review").text, "/review/pair")
    assert [one["kind"] for one in desk.get("/api/v1/decisions").json()["items"]] == [kind]


def test_voices_are_merged(desk: TestClient) -> None:
    page = links(desk.get("/review?kind=voices").text, "/review/voices")[0]
    assert send(desk, form(desk.get(page).text, kind="merge voices")).status_code == 303
    body = desk.get("/voices/kordanian-ministry-of-defense").text
    assert "One voice by decision" in body
    assert page not in links(desk.get("/review").text, "/review/voices")


def test_two_windows_never_overwrite_each_other(desk: TestClient) -> None:
    page = item_page(desk, "s3")
    one, other = desk.get(page).text, desk.get(page).text
    assert send(desk, form(one, kind="accept")).status_code == 303
    second = send(desk, form(other, kind="reject"))
    assert second.status_code == 409
    assert "ann has decided on this meanwhile" in second.text
    assert [d["kind"] for d in desk.get("/api/v1/decisions").json()["items"]] == ["accept"]
    assert send(desk, form(desk.get(page).text, kind="reject")).status_code == 303


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"token": "x"}, 403),
        ({"token": ""}, 403),
        ({"seen": ""}, 400),
        ({"seen": "-1"}, 400),
        ({"kind": "sing"}, 400),
        ({"about": "x"}, 400),
        ({"why": "x" * 30_000}, 400),
    ],
)
def test_a_form_that_is_not_ours_changes_nothing(desk: TestClient, changed: dict[str, str], status: int) -> None:
    fields = form(desk.get(item_page(desk, "s3")).text, kind="accept")
    assert send(desk, fields, **changed).status_code == status
    assert desk.get("/api/v1/decisions").json()["items"] == []


@pytest.mark.parametrize(
    "back", ["//evil.example", "http://evil.example", "/\\evil.example", "javascript:x", "/\r\nx: y"]
)
def test_it_leads_nowhere_else(desk: TestClient, back: str) -> None:
    fields = form(desk.get(item_page(desk, "s3")).text, kind="accept")
    assert send(desk, fields, back=back).headers["location"].startswith("/review?done=")
