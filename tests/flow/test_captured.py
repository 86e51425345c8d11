"""What was captured is kept byte for byte, wherever it came from: addresses, pages in files, texts in old encodings."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import sayso
from tests.conftest import ROOT

PAGE = (
    "<!DOCTYPE html><html><head><title>Bridge taken, army says</title></head><body><nav>Home</nav><article>"
    "<p>The Norland defence ministry said on Monday that its units had taken the village’s only bridge.</p>"
    "<p>Kordania denied it, and nobody could confirm the claim on Tuesday.</p></article></body></html>"
).encode("cp1252")
TEXT = "Оборона: Minister Ana Roe said on Monday that the bridge was closed.".encode("cp1251")


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        kind, body = ("text/plain; charset=windows-1251", TEXT) if self.path == "/text" else ("text/html", PAGE)
        self.send_response(200 if self.path in ("/text", "/page") else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
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


def read(ledger: Path, *targets: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sayso", "read", *targets, "--ledger", str(ledger), "--jobs", "1"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def test_addresses_are_read_and_their_bytes_kept(tmp_path: Path, server: str) -> None:
    """By the program itself: a page, a text, and an address that leads nowhere, twice."""
    ledger, targets = tmp_path / "url.db", [f"{server}/page", f"{server}/text", f"{server}/gone"]
    first, second = read(ledger, *targets), read(ledger, *targets)
    assert (first.returncode, second.returncode) == (1, 1)
    assert f"{server}/gone: the server answers 404" in first.stderr
    assert "2 new, 1 failed" in first.stderr
    assert "2 there already, 1 failed" in second.stderr
    with sayso.open(ledger) as opened:
        assert opened.captured(f"{server}/page") == PAGE
        assert opened.captured(f"{server}/text") == TEXT
        found = opened.ask(voice="Norland defence ministry")
        assert "its units had taken the village’s only bridge" in found[0].words
        assert found[0].article.url == f"{server}/page"
        assert list(opened.check()) == []


def test_pages_in_files_are_kept_even_where_the_file_is_gone_when_they_are_written(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "page.html").write_bytes(PAGE)
    (pile / "text.txt").write_bytes(TEXT)
    with sayso.open(tmp_path / "files.db") as opened:
        rules = opened.reader.rules  # loaded before the files go
        assert rules is not None
        summary = opened.read(pile)
        assert summary.new == 2
        (pile / "page.html").unlink()
        assert opened.captured("page.html") == PAGE
        assert opened.captured("text.txt") == TEXT
        assert opened.reread().done == 0
        assert list(opened.check()) == []
