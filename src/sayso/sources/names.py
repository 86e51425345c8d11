"""Names in credits and by-lines: what looks like one, where several stand side by side, whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.packs.furniture import CreditWords, fold
from sayso.records import Span

_SPLIT_CASE = re.compile(r"\s*(?:[,;/\\&+]|\b[Aa][Nn][Dd]\b|(?<=[A-Z]{2})(?=[A-Z][a-z]{2}))\s*")
_LONGEST = 8  # words in one name ("European Organization for the Exploitation of …" aside)
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,5}$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name and where it stands."""

    words: str
    span: Span


def is_name(words: str, given: CreditWords) -> bool:
    """Whether the words look like one name: every word begins with a capital or figure, or joins two that do."""
    parts = words.split()
    if not 0 < len(parts) <= _LONGEST:
        return False
    capital = 0
    for part in parts:
        first = part.lstrip("(\"'“‘[@")[:1]
        if first.isupper() or first.isdigit():
            capital += not first.isdigit()
        elif part.casefold() not in given.connectors:
            return False
        if part[-1] in ".!?:" and len(part) > 4:
            return False
    first = parts[0].casefold()
    return capital > 0 and (first not in given.connectors or first in given.openers)


def split_names(text: str, span: Span) -> Iterator[Name]:
    """The names side by side in a stretch of the text, parted by commas, "and", slashes."""
    at = span.start
    words = span.of(text)
    for match in _SPLIT_CASE.finditer(words):
        yield from _named(text, Span(at, span.start + match.start()))
        at = span.start + match.end()
    yield from _named(text, Span(at, span.end))


def is_agency(name: str, words: CreditWords) -> bool:
    """Whether the name is an agency's that the pack knows."""
    return fold(name) in words.agencies


def is_body(name: str, words: CreditWords) -> bool:
    """Whether the name is a body's rather than a person's: an agency, an acronym, or with a word such as "news"."""
    folded = fold(name)
    if folded in words.agencies or _ACRONYM.match(name):
        return True
    return any(part in words.body_words for part in folded.split())


def joined_slashes(name: str) -> str:
    """A photo credit as it is named: no white space at its slashes."""
    return "/".join(part.strip() for part in name.split("/"))


def _named(text: str, span: Span) -> Iterator[Name]:
    words = span.of(text)
    kept = words.strip(" \t.()[]|–—-·")
    if kept:
        start = span.start + words.index(kept)
        yield Name(kept, Span(start, start + len(kept)))
