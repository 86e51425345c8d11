"""An article: one published piece, with its text and where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.span import Span


class CreditKind(StrEnum):
    """What somebody is credited for."""

    TEXT = "text"  # wrote or supplied the words
    PHOTO = "photo"  # made the picture: no source of the text
    REPOST = "repost"  # published the piece first; this is a reposting
    INTERVIEW = "interview"  # led the conversation


class DateSource(StrEnum):
    """How a date of publication was known."""

    METADATA = "metadata"  # given with the article (a feed, JSON Lines, HTML head)
    TEXT = "text"  # a date line in the text
    URL = "url"  # the address
    INFERRED = "inferred"  # concluded from dates in the running text


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody credited, with what for and the words that say so."""

    name: str
    kind: CreditKind
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """One published piece: report, post, ministry communiqué.

    `text` is what every span counts in; for plain text it is the file's own text, unchanged.
    `digest` is the SHA-256 of the captured bytes, `text_digest` that of the text in UTF-8, `encoding` what the bytes
    were decoded from.
    """

    id: str
    digest: str
    text: str
    key: str | None = None
    text_digest: str | None = None
    extractor: str | None = None
    path: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    published: str | None = None
    published_from: DateSource | None = None
    updated: str | None = None
    captured: str | None = None
    version_of: str | None = None
    corrections: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()
    language: str | None = None
    encoding: str | None = None
