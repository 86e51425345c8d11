"""Ids that follow from what they name. Parts are joined with their lengths, so that no two lists of parts collide."""

from __future__ import annotations

import hashlib


def digest(captured: bytes) -> str:
    """The SHA-256 of captured bytes, in hexadecimal."""
    return hashlib.sha256(captured).hexdigest()


def text_digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, lone surrogates kept as they are."""
    return digest(text.encode("utf-8", "surrogatepass"))


def joined(*parts: str | None) -> str:
    """One SHA-256 over the parts, each preceded by its length; None differs from the empty string."""
    whole = hashlib.sha256()
    for part in parts:
        given = b"-" if part is None else part.encode("utf-8", "surrogatepass")
        whole.update(b"%d:" % (-1 if part is None else len(given)))
        whole.update(given)
    return whole.hexdigest()


def article_id(url: str | None, outlet: str | None, captured: str) -> str:
    """An article's id from address, outlet and digest: two outlets' identical copies stay two articles."""
    return joined(url, outlet, captured)
