"""Lines of dates: when an article was published and updated, as the page says it; and a scraper's date before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.records import Span
from sayso.sources.dates import as_day
from sayso.sources.found import Context, Found, Position
from sayso.sources.lines import Line
from sayso.sources.rules import PageRules

_TOKEN = re.compile(r"[^\W\d_][\w.]*|\d[\d:.,/-]*")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}$")
_GLUED = re.compile(
    r"[\s\ufeff]*(?:date|published|dated)[ \t]*:?[ \t]+(\d{4})-(\d{2})-(\d{2})"
    r"(?:T\d{2}:\d{2}(?::\d{2})?Z?)?(?=\s|$)[ \t]?",
    re.IGNORECASE,
)
_MOST_TOKENS = 30


@dataclass(frozen=True, slots=True)
class GluedDate:
    """A date that a scraper wrote before the first words, and where."""

    span: Span
    day: str


def find_glued_date(text: str) -> GluedDate | None:
    """The scraper's date before the first words (" date 2031-03-03 Kordania's …")."""
    match = _GLUED.match(text, 0, 300)
    day = as_day(*match.groups()) if match else None
    return None if match is None or day is None else GluedDate(Span(0, match.end()), day)


def find_stamp(line: Line, context: Context) -> Found | None:
    """A line of nothing but dates, times and labels. Without a label it dates the article only before its prose."""
    tokens = _TOKEN.findall(line.words.casefold()) if line.short else []
    if not tokens or len(tokens) > _MOST_TOKENS or not _all_dates([t.strip(".,") for t in tokens], context.rules):
        return None
    stamps = read_stamps(line.words, context.rules, context.position is Position.BEFORE)
    return Found(furniture=(line.span,), published=stamps.published, updated=stamps.updated)


def find_stamp_tail(line: Line, context: Context) -> Found | None:
    """Dates with their labels at the end of another line: "… 5 injured Posted: Sunday, March 10, 2030 10:02 AM EST"."""
    if not line.short:
        return None
    match = context.rules.stamp_label.search(line.words)
    if match is None:
        return None
    tail = line.words[match.start() :]
    tokens = [t.strip(".,") for t in _TOKEN.findall(tail.casefold())]
    if len(tokens) > _MOST_TOKENS or not _all_dates(tokens, context.rules):
        return None
    stamps = read_stamps(tail, context.rules, False)
    span = Span(line.span.start + match.start(), line.span.end)
    return Found(furniture=(span,), published=stamps.published, updated=stamps.updated)


@dataclass(frozen=True, slots=True)
class Stamps:
    """What a line's dates say."""

    published: str | None
    updated: str | None


def read_stamps(words: str, rules: PageRules, unlabelled: bool) -> Stamps:
    """The dates in a line by the label before each; without one, a date counts as published where that is allowed."""
    published, updated, at = None, None, 0
    for found in rules.finder.find(words):
        label = words[at : found.span.start]
        if rules.update_label.search(label):
            updated = updated or found.day
        elif unlabelled or rules.publish_label.search(label):
            published = published or found.day
        at = found.span.end
    return Stamps(published, updated)


def _all_dates(tokens: list[str], rules: PageRules) -> bool:
    """Whether nothing stands here but dates and their words, and at least one month, clock, label or figured date."""
    known = 0
    for token in tokens:
        if token[:1].isdigit():
            known += bool(_CLOCK.match(token)) or "-" in token or "/" in token
        elif token in rules.words.dates.months or token in rules.label_words:
            known += 1
        elif token not in rules.words.dates.others and token not in rules.words.dates.weekdays:
            return False
    return known > 0 and any(t[:1].isdigit() for t in tokens)
