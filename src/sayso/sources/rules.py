"""The rules of a page: a pack's words as patterns over whole lines, compiled once and passed to every finder."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.packs.furniture import Furniture, any_of
from sayso.sources.dates import DateFinder, date_finder
from sayso.sources.language import LanguageTest

_FINAL = r"(?<=[.!?”\"’'):])"


@dataclass(frozen=True, slots=True)
class CreditPatterns:
    """Lines that credit somebody; each pattern's group `names` holds who."""

    byline: re.Pattern[str]
    signed: re.Pattern[str]
    interview: re.Pattern[str]
    contributed: re.Pattern[str]
    source: re.Pattern[str]
    via: re.Pattern[str]
    labelled: re.Pattern[str]
    bracketed: re.Pattern[str]
    dateline: re.Pattern[str]
    next_label: re.Pattern[str]
    copyright: re.Pattern[str]
    signature: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class TailPatterns:
    """What stands at the end of another line: a photo credit after its caption, a copyright notice."""

    labelled: re.Pattern[str]
    slashed: re.Pattern[str]
    barred: re.Pattern[str]
    bracketed: re.Pattern[str]
    copyright: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class PageRules:
    """All that the finders need; made once per pack by `page_rules`."""

    words: Furniture
    finder: DateFinder
    language: LanguageTest
    credits: CreditPatterns
    tails: TailPatterns
    stamp_label: re.Pattern[str]
    publish_label: re.Pattern[str]
    update_label: re.Pattern[str]
    label_words: frozenset[str]
    weekday: re.Pattern[str]


def page_rules(words: Furniture) -> PageRules:
    """The rules for a pack's words."""
    labels, updates = words.dates.labels, words.dates.update_labels
    published, updated = any_of(tuple(labels)), any_of(tuple(updates))
    return PageRules(
        words=words,
        finder=date_finder(words.dates),
        language=LanguageTest(words.languages),
        credits=_credit_patterns(words),
        tails=_tail_patterns(words),
        stamp_label=re.compile(rf"(?<=\w\s)(?:{published}|{updated}):\s", re.IGNORECASE),
        publish_label=re.compile(rf"\b(?:{published})\b", re.IGNORECASE),
        update_label=re.compile(rf"\b(?:{updated})\b", re.IGNORECASE),
        label_words=frozenset(part for label in labels | updates for part in label.split()),
        weekday=_bare_weekday(words),
    )


def _bare_weekday(words: Furniture) -> re.Pattern[str]:
    """A weekday in full without a date after it: "on Monday", not "Monday, March 3"."""
    days = any_of(tuple(day for day in words.dates.weekdays if day.endswith("day")))
    months = any_of(tuple(words.dates.months))
    return re.compile(rf"\b({days})\b(?!,?\s+(?:\d|(?:{months})\b))", re.IGNORECASE)


def _credit_patterns(words: Furniture) -> CreditPatterns:
    given = words.credits
    labels = words.captions.labels
    return CreditPatterns(
        byline=re.compile(rf"[(\[]?(?i:{given.byline_labels})(?:\s*:\s*|\s+(?=[A-Z\d]))(?P<names>.+)$"),
        signed=re.compile(r"(?:--?|–|—)\s*(?P<names>[A-Z][^.!?]+)$"),
        interview=re.compile(rf"(?i:{given.interview_labels})\s*:?\s+(?P<names>.+)$"),
        contributed=re.compile(rf"\W{{0,2}}(?P<names>[A-Z].{{1,200}}?)\s+(?i:(?:also\s+)?(?:{given.contributed}))\W*$"),
        source=re.compile(rf"[(\[]?(?i:{given.source_labels})(?:\s*:\s*|\s+)(?P<names>.+?)[)\]]?\.?$"),
        via=re.compile(rf"[(\[]?(?i:{given.via_labels})\s*:?\s+(?P<names>[^.]+?)[)\]]?$"),
        labelled=re.compile(
            rf"[(\[]?(?i:{labels})(?:\s*:\s*|\s+(?:by|courtesy of|courtesy)\s*:?\s*)(?P<names>.+?)[)\]]?$"
        ),
        bracketed=re.compile(r"[(\[](?P<names>[^()\[\]]{2,80})[)\]]\.?$"),
        dateline=_dateline(words),
        next_label=re.compile(rf"\s*[;,.]\s*(?i:{given.byline_labels})\b"),
        copyright=re.compile(
            r"\(?(?:©|Copyright)\s*(?:©\s*|\(c\)\s*)?\d{4}\s+(?:by\s+)?(?P<names>[A-Z][^.,]{1,50}?)(?:[.,]|$)"
        ),
        signature=re.compile(
            r"(?P<person>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2})\s*(?:,|\|)\s*(?P<names>[A-Z][^,|:;!?()]{1,40})$"
        ),
    )


def _dateline(words: Furniture) -> re.Pattern[str]:
    """ "SALTOVA, Merenia (CP) —", "SALTOVA, March 3. /KORTA/.": a place, perhaps a day, and who supplied the words."""
    months = any_of(tuple(words.dates.months))
    town = r"[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){0,4}"
    place = rf"{town}(?:,\s+{town}){{0,2}}"
    day = rf"(?:,?\s+(?i:{months})\.?\s+\d{{1,2}}(?:,\s+\d{{4}})?|,?\s+\d{{1,2}}\s+(?i:{months})\.?(?:\s+\d{{4}})?)?"
    return re.compile(
        rf"{place}{day}\.?,?\s*(?:\((?P<round>[^()\d]{{2,40}})\)\s*[-–—:]|/(?P<slashed>[^/]{{2,30}})/\.?)"
    )


def _tail_patterns(words: Furniture) -> TailPatterns:
    labels = words.captions.labels
    named = r"[^.:;!?()\[\]]{2,90}"
    label = rf"(?i:{labels})(?:\s*:\s*|\s+(?i:by|courtesy of|courtesy)\s*:?\s*)"
    labelled = rf"(?:{_FINAL}\s*|(?P<bracket>[(\[|]\s*)|(?P<gap>\s))(?P<whole>{label}(?P<names>{named})[)\]]?\.?)$"
    return TailPatterns(
        labelled=re.compile(labelled),
        slashed=re.compile(rf"{_FINAL}\s*(?P<names>[A-Z][^.:;!?/()]{{1,50}}(?:\s*/\s*[^.:;!?/()]{{2,50}}){{1,4}})$"),
        barred=re.compile(rf"{_FINAL}\s*\|\s*(?P<names>[^|.:;!?]{{3,60}})$"),
        bracketed=re.compile(r"\((?P<names>[^()]{2,80})\)$"),
        copyright=re.compile(
            r"\(?(?:(?:TM and )?©\s*(?:Copyright\s*)?|Copyright\s*(?:©|\(c\))?\s*)"
            r"(?:by\s+)?(?:\d{4}|The Associated Press)[^“”\"]{0,260}$"
        ),
    )
