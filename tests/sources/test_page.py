"""HTML: the article on a page, with what the page says of it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.records import Article, DateSource
from sayso.records.identity import digest, text_digest
from sayso.sources import PageRules, read_inputs

_BODY = """<nav>Home World Sport</nav><article><h1>Shell hits school in Halynsk</h1><p>By Ruth Adeyemi-Lund</p>
<p>A shell struck a school in the eastern city of Halynsk early on Tuesday, killing three people,
the mayor’s office said.</p>
<p>Prosecutors said the shell was fired from the Sorvansk side of the border; Velgrad denies it.</p></article>
<footer>Privacy policy</footer>"""
_HEAD = """<title>Shell hits school in Halynsk - The Daily Lantern</title>
<meta property="og:site_name" content="The Daily Lantern">
<meta property="og:title" content="Shell hits school in Halynsk">
<meta property="article:published_time" content="2031-03-04T08:00:00Z">
<meta property="article:modified_time" content="2031-03-05T09:30:00Z">
<meta name="author" content="Ruth Adeyemi-Lund">"""
_PAGE = f"<!DOCTYPE html><html><head>{_HEAD}</head><body>{_BODY}</body></html>"


def _read(path: Path, captured: bytes, rules: PageRules) -> Article | InputError:
    path.write_bytes(captured)
    (outcome,) = read_inputs([str(path)], rules)
    return outcome


def test_a_page_becomes_an_article(tmp_path: Path, rules: PageRules) -> None:
    captured = _PAGE.encode()
    article = _read(tmp_path / "page.html", captured, rules)
    assert isinstance(article, Article)
    assert (article.title, article.outlet) == ("Shell hits school in Halynsk", "The Daily Lantern")
    assert article.authors == ("Ruth Adeyemi-Lund",)
    assert (article.published, article.published_from) == ("2031-03-04T08:00:00Z", DateSource.METADATA)
    assert article.updated == "2031-03-05T09:30:00Z"
    assert "the mayor’s office said" in article.text
    assert "Privacy policy" not in article.text
    assert (article.digest, article.text_digest) == (digest(captured), text_digest(article.text))
    assert article.extractor is not None
    assert article.extractor.startswith("trafilatura ")


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252"])
def test_a_declared_encoding_is_heeded(encoding: str, tmp_path: Path, rules: PageRules) -> None:
    page = _PAGE.replace("<head>", f'<head><meta charset="{encoding}">')
    article = _read(tmp_path / "page.htm", page.encode(encoding), rules)
    assert isinstance(article, Article)
    assert "the mayor’s office said" in article.text


def test_a_page_without_an_ending_is_known_by_its_beginning(rules: PageRules) -> None:
    (article,) = read_inputs(["-"], rules, BytesIO(_PAGE.encode()))
    assert isinstance(article, Article)
    assert article.title == "Shell hits school in Halynsk"


@pytest.mark.parametrize(
    ("captured", "reason"),
    [
        (b"<html><body></body></html>", "no article on the page"),
        (b"<html><head><title>x</title></head></html>", "no article on the page"),
        (b"", "empty"),
        (b"<html>\0\0</html>", "binary, not text"),
    ],
)
def test_a_page_without_an_article_is_named(captured: bytes, reason: str, tmp_path: Path, rules: PageRules) -> None:
    outcome = _read(tmp_path / "page.html", captured, rules)
    assert isinstance(outcome, InputError)
    assert outcome.reason == reason


@pytest.mark.parametrize(
    "captured", [b"<", b"<html", b"<p>" * 5000, b"&#xD800;" * 50, b"<!-- " * 3000, b"<html><body><p>\xff"]
)
def test_broken_markup_never_raises(captured: bytes, tmp_path: Path, rules: PageRules) -> None:
    assert isinstance(_read(tmp_path / "page.html", captured, rules), Article | InputError)
