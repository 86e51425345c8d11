"""Quotations: quoted words, with marks of every kind, within a paragraph and over several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.reading.draft import Draft, Quotation
from sayso.records import Span

# What closes each opening mark. A straight mark may open or close: its neighbours decide.
_CLOSERS = {"“": '”"', "„": '”“"', "«": "»", '"': '"”', "‘": "’'", "'": "'’", "‹": "›", "``": "''"}
_MARKS = re.compile(r"``|''|[“”„«»\"‘’'‹›]")
# A quotation holds few other marks; the limit keeps a text of nothing but apostrophes linear.
_MARKS_LOOKED_AT = 60
_DOUBLE = frozenset(["“", "„", "«", '"', "``"])


def find_quotations(draft: Draft) -> None:
    """Fills `quotations`: outermost ones, in order.

    A quotation of several paragraphs has a part in each; a part without a closing mark has `closed` False, and the
    next one, which repeats the opening mark, `continues` it.
    """
    found: list[Quotation] = []
    open_at: int | None = None
    for paragraph in draft.paragraphs:
        parts = list(_in_paragraph(draft.text, paragraph.span))
        if not parts:
            open_at = None
            continue
        first = parts[0]
        if open_at is not None and first.span.start == paragraph.span.start:
            parts[0] = Quotation(first.span, first.inner, first.closed, open_at)
        found += parts
        open_at = len(found) - 1 if not parts[-1].closed else None
    draft.quotations = tuple(found)


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Quotation]:
    marks = list(_MARKS.finditer(text, paragraph.start, paragraph.end))
    i = 0
    while i < len(marks):
        mark = marks[i]
        if not _opens(text, mark, paragraph):
            i += 1
            continue
        close = _closing(text, marks, i, paragraph)
        if close is not None:
            end = marks[close]
            yield Quotation(Span(mark.start(), end.end()), Span(mark.end(), end.start()))
            i = close + 1
        elif mark.group() in _DOUBLE and (mark.start() == paragraph.start or _long(text, mark.end(), paragraph.end)):
            yield Quotation(Span(mark.start(), paragraph.end), Span(mark.end(), paragraph.end), closed=False)
            return
        else:
            i += 1


def _long(text: str, start: int, end: int) -> bool:
    """Whether enough words follow for a quotation that a later paragraph takes up, rather than a stray mark."""
    return text.count(" ", start, min(end, start + 400)) >= 3


def _opens(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    sign, at, end = mark.group(), mark.start(), mark.end()
    if sign not in _CLOSERS:
        return False
    before = text[at - 1] if at > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    if after.isspace():
        return False
    if sign in "\"'‘":
        return not before.isalnum() and before not in ".,!?;%)"
    return True


def _closing(text: str, marks: list[re.Match[str]], opening: int, paragraph: Span) -> int | None:
    """The index of the mark that closes; nested marks of the other kind are passed over."""
    sign = marks[opening].group()
    closers = _CLOSERS[sign]
    single = sign in "'‘"
    possible: int | None = None
    for j in range(opening + 1, min(len(marks), opening + _MARKS_LOOKED_AT)):
        other = marks[j]
        if single and other.group() in _DOUBLE and other.group() != sign:
            break
        if other.group() not in closers or (sign != "``" and other.group() == "''" and closers != "''"):
            if other.group() == sign and not single and sign != '"':
                break  # opened again before it was closed
            continue
        after = text[other.end()] if other.end() < paragraph.end else " "
        before = text[other.start() - 1]
        if single:
            if after.isalnum() or before.isspace():
                continue  # an apostrophe inside a word, or the opening of another
            if before == "s" and after == " " and possible is None:
                possible = j  # a plural's possessive, unless nothing better follows
                continue
            return j
        if sign == '"' and other.group() == '"' and before.isspace() and after.isalnum():
            break  # another opening
        return j
    return possible
