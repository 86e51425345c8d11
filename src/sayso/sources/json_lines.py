"""JSON Lines: one article a line, with `text` and, as far as known, `key`, `title`, `url`, `outlet`, `published`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.errors import InputError
from sayso.records import Article
from sayso.sources.article import Given, article_from_text
from sayso.sources.capture import ARTICLE_BYTES, Row
from sayso.sources.encoding import decode
from sayso.sources.rules import PageRules

_FIELDS = ("title", "url", "outlet", "published", "updated", "language", "captured")


def read_lines(rows: Iterable[Row], what: str, given: Given, rules: PageRules) -> Iterator[Article | InputError]:
    """An article, or what is wrong with it, for each line that is not blank; other fields are passed over.

    `what` names the stream in errors. An article without a key has the stream's key and the line's number.
    """
    for row in rows:
        where = f"{what}:{row.number}"
        if row.too_long is not None:
            yield InputError(where, f"a line of {row.too_long} bytes is longer than an article may be")
            continue
        if not row.captured.strip():
            continue
        try:
            yield _article(row, where, given, rules)
        except InputError as error:
            yield error


def _article(row: Row, where: str, given: Given, rules: PageRules) -> Article:
    value = _object(row.captured, where)
    text = value.get("text")
    if text is None:
        raise InputError(where, "no text")
    if not isinstance(text, str):
        raise InputError(where, f"text is {_kind(text)}, not a string")
    if not text.strip():
        raise InputError(where, "text is empty")
    if len(text) > ARTICLE_BYTES:
        raise InputError(where, f"a text of {len(text)} characters is longer than an article may be")
    known: dict[str, Any] = {name: _string(value, name, where) for name in _FIELDS}
    key = value.get("key")
    if isinstance(key, int) and not isinstance(key, bool):
        key = str(key)
    elif key is not None and not isinstance(key, str):
        raise InputError(where, f"key is {_kind(key)}, not a string")
    return article_from_text(text, rules, Given(key=key or f"{given.key}:{row.number}", path=given.path, **known))


def _object(captured: bytes, where: str) -> dict[str, Any]:
    text = decode(captured.strip(), where).text.removeprefix("\ufeff")
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(where, f"malformed JSON: {error.msg} (character {error.pos})") from error
    except (RecursionError, ValueError) as error:
        raise InputError(where, f"malformed JSON: {type(error).__name__}") from error
    if not isinstance(value, dict):
        raise InputError(where, f"{_kind(value)}, not an object")
    return value


def _string(value: dict[str, Any], name: str, where: str) -> str | None:
    given = value.get(name)
    if given is None or isinstance(given, str):
        return (given or "").strip() or None
    raise InputError(where, f"{name} is {_kind(given)}, not a string")


def _kind(value: object) -> str:
    kinds = {bool: "a boolean", int: "a number", float: "a number", list: "a list", dict: "an object", str: "a string"}
    return kinds.get(type(value), "null")
