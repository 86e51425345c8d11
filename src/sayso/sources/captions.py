"""Captions: paragraphs that describe a picture, with the credit for it; and photo credits at the end of a caption."""

from __future__ import annotations

import re

from sayso.packs.furniture import fold
from sayso.records import Credit, CreditKind, Span
from sayso.sources.credits import names_photo
from sayso.sources.found import Context, Found
from sayso.sources.lines import Line
from sayso.sources.names import is_name, joined_slashes

CAPTION_WORDS = 70  # in a longer line a credit alone is furniture, not what stands before it
_CREDIT_WORDS = 8  # in a credit in brackets
_TAIL = 200  # characters at a line's end in which a credit or notice may stand


def find_caption(line: Line, context: Context) -> Found | None:
    """A line that says that it describes a picture, or that ends in a photo credit."""
    if line.count > CAPTION_WORDS:
        return _credit_alone(line, context)
    credit = _credit_at_end(line, context)
    captions = context.rules.words.captions
    if credit is not None:
        return Found(furniture=(line.span,), credits=(credit,))
    if captions.starts.match(line.words) or captions.this_picture.match(line.words):
        return Found(furniture=(line.span,))
    return None


def is_caption_above(line: Line, context: Context, same_block: bool) -> bool:
    """Whether the line above a photo credit is its caption: in one block with it, or with words of pictures in it."""
    if line.count > CAPTION_WORDS:
        return False
    return same_block or context.rules.words.captions.clues.search(line.words) is not None


def find_copyright_tail(line: Line, context: Context) -> Found | None:
    """A copyright notice at the end of a line of prose."""
    words = line.words
    if "©" not in words[-_TAIL * 2 :] and "Copyright" not in words[-_TAIL * 2 :]:
        return None
    match = context.rules.tails.copyright.search(words, max(0, len(words) - _TAIL * 2))
    return None if match is None else Found(furniture=(Span(line.span.start + match.start(), line.span.end),))


def _credit_alone(line: Line, context: Context) -> Found | None:
    """In a long line the credit alone is furniture: what it follows may be the article's own words."""
    credit = _credit_at_end(line, context)
    return None if credit is None else Found(furniture=(Span(credit.span.start, line.span.end),), credits=(credit,))


def _credit_at_end(line: Line, context: Context) -> Credit | None:
    words, tails = line.words, context.rules.tails
    start = max(0, len(words) - _TAIL)
    for pattern in (tails.labelled, tails.slashed, tails.barred, tails.bracketed):
        match = pattern.search(words, start)
        if match is None:
            continue
        name = _clean(match["names"])
        if _credits_picture(name, match, pattern is tails.barred or pattern is tails.labelled, context):
            at = line.span.start + match.start("names")
            return Credit(joined_slashes(name), CreditKind.PHOTO, Span(at, at + len(name)))
    return None


def _credits_picture(name: str, match: re.Match[str], named_alone: bool, context: Context) -> bool:
    given = context.rules.words.credits
    part = match.groupdict()
    if part.get("bracket") and ":" in part["whole"]:
        return len(name.split()) <= _CREDIT_WORDS
    if part.get("gap"):
        return "/" in name and names_photo(name, given)
    if names_photo(name, given):
        return True
    known = fold(name) in given.agencies | given.photo_agencies
    return named_alone and is_name(name, given) and (known or " " in name)


def _clean(name: str) -> str:
    return name.rstrip(" .)]")
