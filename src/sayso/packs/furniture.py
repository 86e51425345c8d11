"""What stands on a page beside an article's own words: furniture, captions, credits, date lines; languages and outlets.

The phrases are data (`furniture.toml`, `languages.toml`, `outlets.toml`); here they become lookups and compiled
patterns, once per load. Lines are folded (`fold`) before they meet the phrases.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.errors import PartError
from sayso.packs.loading import load_toml, table, word, words

_WHERE = "data/furniture.toml"
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_EDGES = " \t*•·▪●►»×>|–—-_"


def fold(line: str) -> str:
    """A line as phrases are compared: lower case, straight quotation marks, numbers as #, no bullets or end points."""
    if not line.isascii():
        line = line.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    plain = _NUMBER.sub("#", line.casefold())
    return " ".join(plain.split()).lstrip(_EDGES).rstrip(_EDGES + ".:!…»,")


@dataclass(frozen=True, slots=True)
class LineWords:
    """Phrases by which a folded line is furniture."""

    exact: frozenset[str]
    starts: re.Pattern[str]
    starts_any_length: re.Pattern[str]
    contains: tuple[str, ...]
    patterns: re.Pattern[str]
    bar_core: frozenset[str]
    bar_words: frozenset[str]
    sections: frozenset[str]
    section_starts: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class CaptionWords:
    """Words by which a line describes a picture. The patterns meet the line itself, whatever its case."""

    starts: re.Pattern[str]
    this_picture: re.Pattern[str]
    clues: re.Pattern[str]
    labels: str


@dataclass(frozen=True, slots=True)
class CreditWords:
    """Who is credited and how. Names are folded; `…_labels` are alternations for patterns over the line itself."""

    agencies: frozenset[str]
    photo_agencies: frozenset[str]
    body_words: frozenset[str]
    byline_labels: str
    interview_labels: str
    contributed: str
    source_labels: str
    via_labels: str
    connectors: frozenset[str]
    openers: frozenset[str]
    byline_end: re.Pattern[str]
    repost_end: re.Pattern[str]
    address: re.Pattern[str]
    reposted: re.Pattern[str]
    corrected: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class DateWords:
    """Words of date lines."""

    labels: frozenset[str]
    update_labels: frozenset[str]
    others: frozenset[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Languages:
    """Function words, letters and scripts by which languages are told apart."""

    words: Mapping[str, tuple[str, ...]]
    letters: Mapping[str, str]
    scripts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Furniture:
    """All that telling an article from its page needs."""

    name: str
    lines: LineWords
    captions: CaptionWords
    credits: CreditWords
    dates: DateWords
    languages: Languages
    outlets: Mapping[str, str]


def load_furniture() -> Furniture:
    """The section from its three files. Raises PartError naming the file and key that is wrong."""
    given = load_toml(_WHERE)
    return Furniture(
        name=f"{word(given, 'name', _WHERE)} {word(given, 'version', _WHERE)}",
        lines=_lines(given),
        captions=_captions(given),
        credits=_credits(given),
        dates=_dates(given),
        languages=_languages(),
        outlets=_outlets(),
    )


def any_of(phrases: tuple[str, ...]) -> str:
    """An alternation of phrases, the longest first, any white space between their words."""
    listed = sorted(set(phrases), key=lambda p: (-len(p), p))
    return "|".join(r"\s+".join(re.escape(part) for part in p.split()) for p in listed)


def _starting(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(phrases)})(?!\w)", re.IGNORECASE)


def _lines(given: Mapping[str, object]) -> LineWords:
    listed = {key: words(given, key, _WHERE) for key in ("exact", "sections", "bar_core", "bar_words")}
    try:
        patterns = re.compile("|".join(f"(?:{p})" for p in words(given, "patterns", _WHERE)))
    except re.error as error:
        raise PartError(f"pack {_WHERE}", f"patterns: {error}") from error
    return LineWords(
        exact=frozenset(fold(p) for p in listed["exact"]),
        starts=_starting(words(given, "starts", _WHERE)),
        starts_any_length=_starting(words(given, "starts_any_length", _WHERE)),
        contains=words(given, "contains", _WHERE),
        patterns=patterns,
        bar_core=frozenset(listed["bar_core"]),
        bar_words=frozenset(listed["bar_words"]) | frozenset(listed["bar_core"]),
        sections=frozenset(fold(p) for p in listed["sections"]),
        section_starts=_starting(words(given, "section_starts", _WHERE)),
    )


def _captions(given: Mapping[str, object]) -> CaptionWords:
    pictures = any_of(words(given, "picture_words", _WHERE))
    kinds = any_of(words(given, "picture_kinds", _WHERE))
    verbs = any_of(words(given, "picture_verbs", _WHERE))
    told = rf"(?:(?:in\s+)?(?:this|these)\s+(?:{kinds})\s+(?:[\w-]+\s+)?(?:{pictures})s?\b)"
    made = rf"(?:(?:in\s+)?(?:this|these)\s+(?:[\w-]+\s+){{0,2}}(?:{pictures})s?,?\s+(?:{verbs})\b)"
    shown = r"(?:in\s+this\s+(?:photo|photograph|image)\b|this\s+(?:photo|photograph)\s+shows?\b)"
    return CaptionWords(
        starts=_starting(words(given, "caption_starts", _WHERE)),
        this_picture=re.compile(rf"{told}|{made}|{shown}", re.IGNORECASE),
        clues=re.compile(any_of(words(given, "caption_clues", _WHERE)), re.IGNORECASE),
        labels=any_of(words(given, "photo_labels", _WHERE)),
    )


def _credits(given: Mapping[str, object]) -> CreditWords:
    def names(key: str) -> frozenset[str]:
        return frozenset(fold(name) for name in words(given, key, _WHERE))

    return CreditWords(
        agencies=names("agencies"),
        photo_agencies=names("photo_agencies"),
        body_words=names("body_words"),
        byline_labels=any_of(words(given, "byline_labels", _WHERE)),
        interview_labels=any_of(words(given, "interview_labels", _WHERE)),
        contributed=any_of(words(given, "contributed", _WHERE)),
        source_labels=any_of(words(given, "source_labels", _WHERE)),
        via_labels=any_of(words(given, "via_labels", _WHERE)),
        connectors=names("name_connectors"),
        openers=names("name_openers"),
        byline_end=_byline_end(given),
        repost_end=re.compile(rf"[.,;:(\[]|\s(?:{any_of(words(given, 'repost_ends', _WHERE))})\s", re.IGNORECASE),
        address=_starting(words(given, "address_labels", _WHERE)),
        reposted=_reposted(given),
        corrected=_corrected(words(given, "correction_labels", _WHERE), words(given, "correction_starts", _WHERE)),
    )


def _byline_end(given: Mapping[str, object]) -> re.Pattern[str]:
    places, ends = (any_of(words(given, key, _WHERE)) for key in ("byline_place_words", "byline_ends"))
    return re.compile(rf"\s+(?:{places})\s+[A-Z]|\s[|·•–—-]+\s|\s*,?\s*\d|\b(?:{ends})\b")


def _reposted(given: Mapping[str, object]) -> re.Pattern[str]:
    """A line that says where its piece stood first; `names` holds the rest."""
    pieces, phrases = (any_of(words(given, key, _WHERE)) for key in ("piece_words", "repost_phrases"))
    piece = rf"\W{{0,3}}(?:(?:this|the)\s+(?:[\w-]+\s+){{0,2}}?(?:{pieces})\s+)?"
    return re.compile(rf"{piece}(?:(?:was|is|has been)\s+)?(?:{phrases})\b\s*(?P<names>.+)$", re.IGNORECASE)


def _corrected(labels: tuple[str, ...], starts: tuple[str, ...]) -> re.Pattern[str]:
    label = rf"(?:{any_of(labels)})\s*(?:[:,(—–]|-\s|$)"
    return re.compile(rf"{label}|(?:{any_of(starts)})(?!\w)", re.IGNORECASE)


def _dates(given: Mapping[str, object]) -> DateWords:
    return DateWords(
        labels=frozenset(words(given, "date_labels", _WHERE)),
        update_labels=frozenset(words(given, "update_labels", _WHERE)),
        others=frozenset(words(given, "date_words", _WHERE)),
        months=_numbered(given, "months", 12, 1),
        weekdays=_numbered(given, "weekdays", 7, 0),
    )


def _numbered(given: Mapping[str, object], key: str, many: int, first: int) -> Mapping[str, int]:
    """The forms of each name in a list to its number, from `first` on."""
    listed = words(given, key, _WHERE)
    if len(listed) != many:
        raise PartError(f"pack {_WHERE}", f"{key} must list {many} names")
    return {form: number for number, forms in enumerate(listed, start=first) for form in forms.split()}


def _languages() -> Languages:
    where = "data/languages.toml"
    given = load_toml(where)
    listed = table(given, "words", where)
    return Languages(
        words={tag: tuple(word(listed, tag, where).split()) for tag in listed},
        letters={tag: word(table(given, "letters", where), tag, where) for tag in table(given, "letters", where)},
        scripts={
            script: word(table(given, "scripts", where), script, where) for script in table(given, "scripts", where)
        },
    )


def _outlets() -> Mapping[str, str]:
    where = "data/outlets.toml"
    hosts = table(load_toml(where), "hosts", where)
    return {host: word(hosts, host, where) for host in hosts}
