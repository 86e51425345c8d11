"""From what a user names (paths, folders, addresses, "-") to articles, one after the other; what fails is named and
the rest goes on.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from sayso.errors import InputError
from sayso.records import Article
from sayso.records.identity import digest
from sayso.sources.article import Given, Keep, article_from_text
from sayso.sources.capture import Row, open_file, read_rows, read_whole, reason_of, shown
from sayso.sources.encoding import decode
from sayso.sources.fetch import fetch, is_address
from sayso.sources.folders import find_files
from sayso.sources.json_lines import read_lines
from sayso.sources.page import article_from_page, looks_like_page
from sayso.sources.rules import PageRules

Outcome = Article | InputError
Reader = Callable[[BinaryIO, Given, PageRules], Iterator[Outcome]]
_PLAIN = ("text/plain", "text/markdown")
_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*(?:\"|\}|$)")


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of input: its name, the endings of its files' names, and how a stream of it is read."""

    name: str
    endings: tuple[str, ...]
    read: Reader


def read_inputs(
    targets: Sequence[str], rules: PageRules, stdin: BinaryIO | None = None, keep: Keep | None = None
) -> Iterator[Outcome]:
    """The articles of each target in order, read as they are asked for; an InputError for each that can't be read.

    A target is a file, a folder (every file below it, sorted), an address, or "-" for standard input. `keep` is given
    the captured bytes of each article that is made of bytes (not of a line of JSON, whose text counts as captured).
    """
    for target in targets:
        if target == "-":
            yield from _reading(_read_unknown, stdin or sys.stdin.buffer, Given(key="-", keep=keep), rules)
        elif is_address(target):
            yield from _read_address(target, rules, keep)
        else:
            yield from _read_path(Path(target), rules, keep)


def _read_path(path: Path, rules: PageRules, keep: Keep | None) -> Iterator[Outcome]:
    try:
        folder = path.is_dir()
    except (OSError, ValueError):
        folder = False  # opening it will say why
    if not folder:
        yield from _read_file(path, path.name, rules, keep)
        return
    for found in find_files(path):
        if isinstance(found, InputError):
            yield found
        else:
            yield from _read_file(found, found.relative_to(path).as_posix(), rules, keep)


def _read_file(path: Path, key: str, rules: PageRules, keep: Keep | None) -> Iterator[Outcome]:
    """The articles of a file by the kind that its name's ending says; unknown endings by what the bytes look like."""
    given = Given(key=shown(key), path=shown(path), keep=keep)
    source = next((s for s in SOURCES if path.suffix.casefold() in s.endings), SOURCES[-1])
    try:
        with open_file(path) as stream:
            yield from _reading(source.read, stream, given, rules)
    except InputError as error:
        yield error


def _reading(read: Reader, stream: BinaryIO, given: Given, rules: PageRules) -> Iterator[Outcome]:
    """What a stream holds; what stops it midway is named and ends it."""
    try:
        yield from read(stream, given, rules)
    except InputError as error:
        yield error
    except OSError as error:
        yield InputError(_what(given), reason_of(error))


def _read_address(url: str, rules: PageRules, keep: Keep | None) -> Iterator[Outcome]:
    try:
        found = fetch(url)
        if not found.captured.strip():
            raise InputError(url, "empty")
        given = Given(key=url, url=found.url, captured=found.when, keep=keep)
        if "json" in found.kind:
            yield from read_lines(read_rows(BytesIO(found.captured)), url, Given(key=url), rules)
        elif found.kind in _PLAIN and not looks_like_page(found.captured):
            yield article_from_bytes(found.captured, rules, given, found.charset)
        elif found.kind.startswith("text/") or "html" in found.kind or not found.kind:
            yield article_from_page(found.captured, rules, given, found.charset)
        else:
            raise InputError(url, f"{found.kind}, not a page")
    except InputError as error:
        yield error


def _read_unknown(stream: BinaryIO, given: Given, rules: PageRules) -> Iterator[Outcome]:
    """A stream whose kind its first line that is not blank tells: JSON Lines, a page, else plain text."""
    held: list[Row] = []
    rows = read_rows(stream)
    for row in rows:
        held.append(row)
        if row.too_long is not None or row.captured.strip():
            break
    if held and _OBJECT.match(held[-1].captured):
        yield from read_lines(chain(held, rows), _what(given), given, rules)
    elif held and held[-1].too_long is not None:
        yield InputError(_what(given), f"one line of {held[-1].too_long} bytes is longer than an article may be")
    else:
        captured = read_whole(stream, _what(given), b"".join(row.captured for row in held))
        read = article_from_page if looks_like_page(captured) else article_from_bytes
        yield read(captured, rules, given)


def _read_lines(stream: BinaryIO, given: Given, rules: PageRules) -> Iterator[Outcome]:
    return read_lines(read_rows(stream), _what(given), given, rules)


def _read_page(stream: BinaryIO, given: Given, rules: PageRules) -> Iterator[Outcome]:
    yield article_from_page(read_whole(stream, _what(given)), rules, given)


def _read_text(stream: BinaryIO, given: Given, rules: PageRules) -> Iterator[Outcome]:
    yield article_from_bytes(read_whole(stream, _what(given)), rules, given)


def article_from_bytes(captured: bytes, rules: PageRules, given: Given, charset: str | None = None) -> Article:
    """The article in a file of plain text. Raises InputError where the bytes can't be decoded."""
    decoded = decode(captured, _what(given), charset)
    if not decoded.text.strip(" \t\r\n\ufeff\u00a0"):
        raise InputError(_what(given), "nothing but white space")
    known = replace(given, digest=digest(captured), encoding=decoded.encoding)
    if given.keep is not None:
        given.keep(str(known.digest), captured)
    return article_from_text(decoded.text, rules, known)


def _what(given: Given) -> str:
    return given.path or given.url or given.key or "-"


# The kinds of input, by the endings of files' names; what has another ending is told by its first line.
SOURCES: tuple[Source, ...] = (
    Source("JSON Lines", (".jsonl", ".ndjson"), _read_lines),
    Source("page", (".html", ".htm", ".xhtml"), _read_page),
    Source("plain text", (".txt", ".text", ".md"), _read_text),
    Source("unknown", (), _read_unknown),
)
