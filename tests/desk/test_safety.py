"""The desk answers its own user on this machine, and nobody else; what is in an article stays words."""

from __future__ import annotations

import html
import re

import pytest
from starlette.testclient import TestClient

PAGES = ("/stories", "/articles", "/voices", "/search?q=bridges", "/review", "/nothing-here")


@pytest.mark.parametrize("page", PAGES)
def test_every_answer_has_the_headers(plain: TestClient, page: str) -> None:
    headers = plain.get(page).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;")
    assert "frame-ancestors 'none'" in policy
    assert "base-uri 'none'" in policy
    assert "unsafe" not in policy
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "no-referrer")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[", "169.254.1.1:8031"])
def test_another_host_is_refused(plain: TestClient, host: str) -> None:
    assert plain.get("/articles", headers={"host": host}).status_code == 403


@pytest.mark.parametrize("host", ["127.0.0.1:8031", "localhost:9", "[::1]:8031"])
def test_loopback_names_are_served(plain: TestClient, host: str) -> None:
    assert plain.get("/articles", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "https://127.0.0.1:8031"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_another_site_changes_nothing(plain: TestClient, headers: dict[str, str]) -> None:
    assert plain.post("/review", headers=headers).status_code == 403


def test_a_form_that_is_too_long_is_refused(plain: TestClient) -> None:
    assert plain.post("/review", content=b"x" * 300_000).status_code == 413


def test_head_is_get_without_a_body(plain: TestClient) -> None:
    answer = plain.head("/articles")
    assert answer.status_code == 200
    assert answer.content == b""


def test_what_the_asker_has_is_not_sent_twice(plain: TestClient) -> None:
    first = plain.get("/articles")
    again = plain.get("/articles", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.fixture(scope="module")
def bodies(hostile: TestClient) -> dict[str, str]:
    """Every page of the hostile ledger, by its address, as links lead to them."""
    waiting = ["/articles", "/voices", "/stories", "/review", "/search?q=bridges", "/search?q=%3Cscript%3E"]
    found: dict[str, str] = {}
    while waiting and len(found) < 90:
        at = waiting.pop(0)
        if at in found or at.startswith(("/static/", "/api/v1")):
            continue
        answer = hostile.get(at)
        assert answer.status_code == 200, at
        found[at] = answer.text
        waiting += [html.unescape(one) for one in re.findall(r'(?:href|data-load)="(/[^"#]*)', answer.text)]
    return found


def test_no_markup_of_an_article_reaches_a_page(bodies: dict[str, str]) -> None:
    for kind in ("/articles/", "/voices/", "/claims/", "/stories/", "/review/"):
        assert any(kind in page for page in bodies), kind
    for body in bodies.values():
        assert "<script>alert" not in body
        assert "<style>*" not in body
        assert "<svg onload" not in body
        assert "<img src=x" not in body
        assert "49 {%" not in body
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", body)
        assert not re.search(r"\bstyle=|\son\w+=\"", body)


def test_a_megabyte_title_is_cut(bodies: dict[str, str]) -> None:
    for page, body in bodies.items():
        assert "T" * 400 not in body, page
        assert "O" * 400 not in body, page
        assert len(body) < 300_000, page
