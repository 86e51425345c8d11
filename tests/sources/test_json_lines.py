"""JSON Lines: one article a line; a malformed line is named with its number and the rest goes on."""

from __future__ import annotations

import json
from io import BytesIO

import pytest

from sayso.errors import InputError
from sayso.records import Article
from sayso.sources import PageRules, read_inputs


def _read(rules: PageRules, *lines: bytes) -> list[Article | InputError]:
    return list(read_inputs(["-"], rules, BytesIO(b"\n".join((b'{"text": "First."}', *lines)))))[1:]


def test_the_fields_of_a_line_are_the_articles(rules: PageRules) -> None:
    row = {
        "key": "k1",
        "text": " The army said so.\r\n",
        "title": "Army says so",
        "url": "https://lantern.example/a",
        "outlet": "The Daily Lantern",
        "published": "2031-03-04T10:00:00Z",
        "incident": 7,
    }
    (article,) = _read(rules, json.dumps(row).encode())
    assert isinstance(article, Article)
    assert (article.key, article.text, article.title) == ("k1", " The army said so.\r\n", "Army says so")
    assert (article.url, article.outlet) == ("https://lantern.example/a", "The Daily Lantern")
    assert article.published == "2031-03-04T10:00:00Z"


def test_two_outlets_identical_copies_stay_two_articles(rules: PageRules) -> None:
    first, second, again = _read(
        rules,
        b'{"key": "a", "outlet": "One", "text": "Said so."}',
        b'{"key": "b", "outlet": "Two", "text": "Said so."}',
        b'{"text": "Said so.", "outlet": "Two", "key": "c"}',
    )
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert isinstance(again, Article)
    assert first.text_digest == second.text_digest
    assert first.id != second.id == again.id


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "a', "malformed JSON: Unterminated string starting at (character 9)"),
        (b"[1]", "a list, not an object"),
        (b"7", "a number, not an object"),
        (b'{"key": "k"}', "no text"),
        (b'{"text": null}', "no text"),
        (b'{"text": 5}', "text is a number, not a string"),
        (b'{"text": ["a"]}', "text is a list, not a string"),
        (b'{"text": " "}', "text is empty"),
        (b'{"text": "a", "url": 5}', "url is a number, not a string"),
        (b'{"text": "a", "key": true}', "key is a boolean, not a string"),
        (b'{"text": "a \x00"}', "binary, not text"),
        (b"[" * 100_000, "malformed JSON: RecursionError"),
        (b'{"text": "a", "key": ' + b"9" * 5000 + b"}", "malformed JSON: ValueError"),
    ],
)
def test_a_malformed_line_is_named_and_the_next_read(line: bytes, reason: str, rules: PageRules) -> None:
    failed, article = _read(rules, line, b'{"text": "Said so."}')
    assert str(failed) == f"-:2: {reason}"
    assert isinstance(article, Article)
    assert article.key == "-:3"


def test_a_number_may_be_a_key_and_lone_surrogates_text(rules: PageRules) -> None:
    (article,) = _read(rules, b'{"key": 12, "text": "Said \\ud800 so."}')
    assert isinstance(article, Article)
    assert (article.key, article.text) == ("12", "Said \ud800 so.")
