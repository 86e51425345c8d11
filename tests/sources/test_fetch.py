"""Fetching, against a server of our own: limits on time, size and redirects, each named."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayso.errors import InputError
from sayso.records import Article
from sayso.sources import PageRules, read_inputs
from sayso.sources.fetch import fetch, is_address

_PAGE = (
    "<!DOCTYPE html><html><head><title>Army says so</title></head><body><article><p>The defence ministry said "
    "on Monday that its units had taken the village’s only bridge.</p><p>Nobody could confirm it.</p></article></body>"
)


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        steps = {
            "/page": lambda: self._answer(200, "text/html; charset=windows-1252", _PAGE.encode("cp1252")),
            "/text": lambda: self._answer(200, "text/plain", b"The army said so on Monday."),
            "/lines": lambda: self._answer(200, "application/x-ndjson", b'{"text": "One."}\n{"text": "Two."}\n'),
            "/picture": lambda: self._answer(200, "image/png", b"\x89PNG"),
            "/empty": lambda: self._answer(200, "text/html", b""),
            "/large": lambda: self._answer(200, "text/html", b"a" * 5000),
            "/moved": lambda: self._answer(302, "text/html", b"", "/page"),
            "/around": lambda: self._answer(302, "text/html", b"", "/around"),
            "/away": lambda: self._answer(302, "text/html", b"", "file:///etc/hostname"),
            "/slow": lambda: time.sleep(1.5),
        }
        steps.get(self.path, lambda: self._answer(404, "text/html", b"nothing here"))()

    def _answer(self, status: int, kind: str, body: bytes, location: str | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keeps the test's output clean."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server on this machine."""
    pages = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    threading.Thread(target=pages.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{pages.server_port}"
    pages.shutdown()
    pages.server_close()


def test_a_page_is_fetched_and_read(server: str, rules: PageRules) -> None:
    (article,) = read_inputs([f"{server}/moved"], rules)
    assert isinstance(article, Article)
    assert "the village’s only bridge" in article.text
    assert (article.key, article.url) == (f"{server}/moved", f"{server}/page")
    assert article.captured is not None


def test_text_and_lines_are_read_as_such(server: str, rules: PageRules) -> None:
    outcomes = read_inputs([f"{server}/text", f"{server}/lines"], rules)
    assert [o.text for o in outcomes if isinstance(o, Article)] == ["The army said so on Monday.", "One.", "Two."]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/missing", "the server answers 404 Not Found"),
        ("/picture", "image/png, not a page"),
        ("/empty", "empty"),
        ("/around", "more than 5 redirects"),
        ("/away", "neither http nor https"),
    ],
)
def test_what_cannot_be_had_is_named(path: str, reason: str, server: str, rules: PageRules) -> None:
    (outcome,) = read_inputs([server + path], rules)
    assert isinstance(outcome, InputError)
    assert outcome.what == server + path
    assert outcome.reason.startswith(reason)


def test_size_and_time_are_limited(server: str) -> None:
    with pytest.raises(InputError, match="more than 1 KiB"):
        fetch(f"{server}/large", most=1024)
    with pytest.raises(InputError, match="no answer in time"):
        fetch(f"{server}/slow", seconds=0.2)


@pytest.mark.parametrize(
    "url", ["ftp://lantern.example/a", "file:///etc/hostname", "http://127.0.0.1:9/", "http://[", "http://"]
)
def test_addresses_that_lead_nowhere_are_named(url: str, rules: PageRules) -> None:
    (outcome,) = read_inputs([url], rules)
    assert isinstance(outcome, InputError)


def test_a_path_is_no_address() -> None:
    assert is_address("HTTPS://lantern.example")
    assert not any(map(is_address, ["a.txt", "/a/b://c", "c:/a", "http:", "-"]))
