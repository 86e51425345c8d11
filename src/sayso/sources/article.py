"""From a text to an article: what is known of it, what it says of itself, and what of it is no part of it. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from sayso.records import Article, Credit, DateSource, Span
from sayso.records.identity import article_id, text_digest
from sayso.sources.credits import find_dateline
from sayso.sources.dates import given_date
from sayso.sources.head import Head, day_of, find_address, find_head, find_repeats, masthead, outlet_of, title_words
from sayso.sources.inferred import infer_day, title_day
from sayso.sources.lines import Line, split_lines
from sayso.sources.page_marks import Marks, mark_lines
from sayso.sources.rules import PageRules
from sayso.sources.stamps import find_glued_date

Keep = Callable[[str, bytes], None]  # is given the digest of captured bytes, and the bytes
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of an article beside its text; none where it isn't.

    `digest` is that of the captured bytes; without it the text's own counts. `keep` is called with the captured bytes
    that an article came from.
    """

    key: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()
    path: str | None = None
    digest: str | None = None
    extractor: str | None = None
    encoding: str | None = None
    language: str | None = None
    captured: str | None = None
    keep: Keep | None = None


def article_from_text(text: str, rules: PageRules, given: Given | None = None) -> Article:
    """The article with this text. Any text gives one; time is linear in its length."""
    given = given or Given()
    glued = find_glued_date(text)
    lines = split_lines(text, 0 if glued is None else glued.span.end)
    marks = mark_lines(text, lines, rules)
    if glued is not None:
        marks.furniture.append(glued.span)
    elif text.startswith(_MARK):
        marks.furniture.append(Span(0, 1))
    head = find_head(lines, marks, rules)
    title = given.title or (None if head.title is None else title_words(lines[head.title]))
    _take_head(lines, marks, head, title)
    marks.credits.extend(find_dateline(lines, marks.taken, rules))
    if given.outlet is None and head.outlet is not None:
        given = replace(given, outlet=masthead(lines[head.outlet]))
    return _assembled(text, lines, marks, rules, replace(given, title=title), None if glued is None else glued.day)


def _take_head(lines: list[Line], marks: Marks, head: Head, title: str | None) -> None:
    """The outlet's name above the title and the title said again are no part of the article; the title is."""
    if head.outlet is not None:
        marks.take(head.outlet, lines[head.outlet])
    if title is not None:
        standing = find_repeats(lines, title, 0)
        for at in standing[1:]:
            marks.take(at, lines[at])


@dataclass(frozen=True, slots=True)
class _Dated:
    """A day of publication and how it was known."""

    day: str | None
    known: DateSource | None


def _published(given: Given, marks: Marks, glued: str | None, url: str | None, text: str, rules: PageRules) -> _Dated:
    """The day of publication from metadata, the text's own date lines, the address; else inferred; else none."""
    metadata = given_date(given.published, rules.finder) if given.published else None
    if metadata is not None:
        return _Dated(metadata, DateSource.METADATA)
    if glued or marks.published:
        return _Dated(glued or marks.published, DateSource.TEXT)
    day = day_of(url, rules) if url else None
    if day is not None:
        return _Dated(day, DateSource.URL)
    day = title_day(given.title, rules) if given.title else None
    if day is not None:
        return _Dated(day, DateSource.TEXT)
    day = infer_day(text, joined(marks.furniture), rules)
    return _Dated(day, None if day is None else DateSource.INFERRED)


def _assembled(
    text: str, lines: list[Line], marks: Marks, rules: PageRules, given: Given, glued: str | None
) -> Article:
    url = given.url or find_address(lines, rules)
    outlet = given.outlet or (outlet_of(url, rules.words.outlets) if url else None)
    dated = _published(given, marks, glued, url, text, rules)
    words = text_digest(text)
    captured = given.digest or words
    return Article(
        id=article_id(url, outlet, captured),
        digest=captured,
        text=text,
        key=given.key,
        text_digest=words,
        extractor=given.extractor,
        path=given.path,
        url=url,
        outlet=outlet,
        title=given.title,
        authors=given.authors or tuple(dict.fromkeys(marks.authors)),
        credits=tuple(sorted(set(marks.credits), key=_by_place)),
        published=dated.day,
        published_from=dated.known,
        updated=(given_date(given.updated, rules.finder) if given.updated else None) or marks.updated,
        captured=given.captured,
        corrections=tuple(sorted(set(marks.corrections))),
        furniture=joined(marks.furniture),
        language=given.language or rules.language.tell(_own_words(lines, marks)),
        encoding=given.encoding,
    )


def joined(spans: list[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch or overlap made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        elif span.end > span.start:
            found.append(span)
    return tuple(found)


def _by_place(credit: Credit) -> tuple[Span, str, str]:
    return credit.span, credit.kind.value, credit.name


def _own_words(lines: list[Line], marks: Marks) -> str:
    """The beginning of the article's own words, enough to tell its language; all of the lines where none is its own."""
    own = [line.words for at, line in enumerate(lines[:2000]) if at not in marks.taken]
    return "\n".join(own or [line.words for line in lines[:2000]])
