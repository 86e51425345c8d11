"""Captured bytes as they are kept: not at all where the text gives them back, else compressed."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass

from sayso.records import Article
from sayso.records.identity import digest, text_digest


@dataclass(frozen=True, slots=True)
class Capture:
    """Captured bytes: `form` is "text" (the text in `encoding`), "bytes" (compressed) or "unseen" (digest alone)."""

    digest: str
    form: str
    text_digest: str | None = None
    encoding: str | None = None
    bytes: bytes | None = None


def capture_of(article: Article, captured: Callable[[Article], bytes | None] | None = None) -> Capture:
    """How an article's captured bytes are kept; `captured` is asked only where the text does not give them back."""
    for encoding in dict.fromkeys(("utf-8", article.encoding or "utf-8")):
        if article.extractor is None and _encoded(article.text, encoding, article.digest):
            return Capture(article.digest, "text", article.text_digest or text_digest(article.text), encoding)
    given = captured(article) if captured is not None else None
    if given is not None and digest(given) == article.digest:
        return Capture(article.digest, "bytes", bytes=zlib.compress(given, 6))
    return Capture(article.digest, "unseen")


def captured_bytes(capture: Capture, text: str | None) -> bytes | None:
    """The captured bytes; `text` is the one that `text_digest` names. None where only the digest is known.

    Raises ValueError where what is kept is damaged.
    """
    if capture.form == "unseen":
        return None
    if capture.form == "bytes" and capture.bytes is not None:
        try:
            return zlib.decompress(capture.bytes)
        except zlib.error as error:
            raise ValueError(f"damaged: {error}") from error
    if text is None:
        raise ValueError("the text that it stands in is missing")
    return encode(text, capture.encoding or "utf-8")


def encode(text: str, encoding: str) -> bytes:
    """A text in an encoding, lone surrogates as they are in UTF-8. Raises ValueError where it has no such form."""
    errors = "surrogatepass" if encoding.startswith("utf") else "strict"
    try:
        return text.encode(encoding, errors)
    except LookupError as error:
        raise ValueError(str(error)) from error


def _encoded(text: str, encoding: str, wanted: str) -> bool:
    try:
        return digest(encode(text, encoding)) == wanted
    except ValueError:
        return False
