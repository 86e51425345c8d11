"""Paragraphs and sentences of the article's own words: furniture is no part of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.packs.english import English
from sayso.reading.draft import Draft, Paragraph
from sayso.records import Span, outside, trimmed

# A headline is short and has no final stop. News style guides allow about 12 words; scraped ones with a
# kicker and a subtitle run to twice that.
_HEADLINE_WORDS = 25
_WRAPPED_WIDTH = range(45, 100)  # hard-wrapped mail and wire copy is 60 to 80 columns wide

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_ENDS = re.compile(r"[.!?…:;”’\"')\]»]\s*$")
_END = re.compile(
    r"""(?P<stop>[.!?…]+)(?P<close>["'”’»)\]]*)     # the stop, and what closes with it
        (?=\s+(?P<open>["'“‘„«(\[]*)(?P<next>\w+))   # white space, then a word that may open a sentence""",
    re.VERBOSE,
)
_BEFORE = re.compile(r"[\w.'’]{1,20}$")


def find_sentences(draft: Draft) -> None:
    """Fills `paragraphs` and `sentences`."""
    english = draft.parts.packs.english
    spans = list(_paragraphs(draft.text, draft.article.furniture))
    draft.paragraphs = _with_headline(draft.text, spans, draft.article.title)
    draft.sentences = tuple(s for p in draft.paragraphs for s in _sentences(draft.text, p.span, english))


def _paragraphs(text: str, furniture: Sequence[Span]) -> Iterator[Span]:
    pieces = [_lines(text, own) for own in outside(len(text), furniture)]
    wrapped = _is_wrapped(text, [line for piece in pieces for line in piece])
    for piece in pieces:
        current: Span | None = None
        for line in piece:
            if current and _runs_on(text, current, line, wrapped):
                current = Span(current.start, line.end)
            else:
                if current:
                    yield current
                current = line
        if current:
            yield current


def _lines(text: str, own: Span) -> list[Span]:
    found = (trimmed(text, Span(m.start(), m.end())) for m in _LINE.finditer(text, own.start, own.end))
    return [line for line in found if line.end > line.start]


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Whether lines were broken at a fixed width: most lines that have a direct neighbour are of that width."""
    neighbours = [a for a, b in pairwise(lines) if text.count("\n", a.end, b.start) <= 1]
    wide = sum(line.end - line.start in _WRAPPED_WIDTH for line in neighbours)
    return len(neighbours) > 4 and wide > 0.8 * len(neighbours) and len(neighbours) > 0.4 * len(lines)


def _runs_on(text: str, current: Span, line: Span, wrapped: bool) -> bool:
    """Whether a line goes on with the paragraph before it: wrapped, or broken in the middle of a sentence."""
    if wrapped and text.count("\n", current.end, line.start) <= 1:
        return True
    return text[line.start].islower() and not _ENDS.search(text, max(current.start, current.end - 3), current.end)


def _with_headline(text: str, spans: Sequence[Span], title: str | None) -> tuple[Paragraph, ...]:
    wanted = " ".join(title.split()).casefold() if title else None
    found = []
    for i, span in enumerate(spans):
        said = span.of(text) if span.end - span.start < 400 else ""
        alike = wanted is not None and " ".join(said.split()).casefold() == wanted
        first = (
            i == 0
            and len(spans) > 1
            and bool(said)
            and len(said.split()) <= _HEADLINE_WORDS
            and said[-1] not in ".!…,;"
        )
        found.append(Paragraph(span, headline=alike or first))
    return tuple(found)


def _sentences(text: str, paragraph: Span, english: English) -> Iterator[Span]:
    start = paragraph.start
    for m in _END.finditer(text, paragraph.start, paragraph.end):
        if m.end() <= start or not _is_end(text, m, start, english):
            continue
        yield Span(start, m.end())
        start = m.end()
        while start < paragraph.end and text[start].isspace():
            start += 1
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _is_end(text: str, m: re.Match[str], start: int, english: English) -> bool:
    following = m["next"]
    if following[0].islower():
        return False
    if m["stop"] != ".":
        return not (m["close"] and _names_who_asked(text[m.start("next") : m.start("next") + 60], english))
    if m["close"]:
        return True
    before = _BEFORE.search(text, max(start, m.start() - 20), m.start())
    last = before.group().lstrip("'’") if before else ""
    if last in english.may_end:
        return following in english.openers or bool(m["open"])
    if len(last) == 1 and last.isupper():  # an initial
        return following in english.openers
    return last not in english.abbreviations


def _names_who_asked(following: str, english: English) -> bool:
    """Whether a name or two and a verb of saying follow: then the question was only the quotation's."""
    for word in following.split()[:4]:
        if word.strip(",.") in english.after_quotation:
            return True
        if not word[0].isupper():
            return False
    return False
