"""The tables that every tabular export writes: one literal list, field by field. docs/exports.md is held against it.

Every row carries `article_id`, `digest` (of the captured bytes), `text_digest` (of the text) and offsets, so that each
value leads back to where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sayso.exports.flat import (
    article_rows,
    chain_rows,
    decision_rows,
    figure_rows,
    place_rows,
    statement_rows,
    time_rows,
    voice_rows,
)
from sayso.ledger.store import Store

Rows = Callable[[Store], Iterator[Mapping[str, Any]]]


class Kind(StrEnum):
    """What a field's values are. In CSV lists and records are JSON."""

    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole number"
    FLAG = "true/false"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a table: its name, what it holds, and what that means."""

    name: str
    kind: Kind
    meaning: str


@dataclass(frozen=True, slots=True)
class TableOf:
    """One table: its name, what a row of it is, its fields, and where its rows come from."""

    name: str
    meaning: str
    fields: tuple[Field, ...]
    rows: Rows


def _fields(*given: tuple[str, Kind, str]) -> tuple[Field, ...]:
    return tuple(Field(*one) for one in given)


T, N, W, F, L = Kind.TEXT, Kind.NUMBER, Kind.WHOLE, Kind.FLAG, Kind.LIST

_PINNED = _fields(
    ("article_id", T, "the article: SHA-256 over address, outlet and digest"),
    ("key", T, "the caller's name for the article"),
    ("digest", T, "SHA-256 of the captured bytes"),
    ("text_digest", T, "SHA-256 of the text (UTF-8) that offsets count in"),
)
_SPAN = _fields(
    ("start", W, "first code point in the text"),
    ("end", W, "one past the last code point"),
    ("words", T, "the words that stand there"),
)

ARTICLES = TableOf(
    "articles", "an article",
    _PINNED + _fields(
        ("url", T, "its address"),
        ("outlet", T, "who published it"),
        ("title", T, "its headline"),
        ("authors", L, "who wrote it"),
        ("credits", L, "who is credited, for what, and the span that says so"),
        ("published", T, "date of publication, EDTF"),
        ("published_from", T, "how that date was known"),
        ("updated", T, "date of the last update, EDTF"),
        ("captured", T, "when it was captured, ISO 8601"),
        ("version_of", T, "id of the article that this is a later version of"),
        ("language", T, "ISO 639-1 code"),
        ("extractor", T, "what took the text out of HTML"),
        ("corrections", L, "spans of correction notes"),
        ("furniture", L, "spans that are no part of the article"),
        ("sayso", T, "version of the program that read it"),
        ("model", T, "reading model"),
        ("packs", L, "packs"),
        ("roster", T, "roster"),
        ("gazetteer", T, "gazetteer"),
        ("text", T, "the text"),
    ),
    article_rows,
)  # fmt: skip
STATEMENTS = TableOf(
    "statements", "a statement: who says what",
    _PINNED + _fields(
        ("id", T, "the statement's id within the article"),
        ("source_start", W, "source: first code point"),
        ("source_end", W, "source: one past the last"),
        ("source", T, "the source's words"),
        ("cue_start", W, "cue: first code point"),
        ("cue_end", W, "cue: one past the last"),
        ("cue", T, "the cue's words"),
        ("content", L, "the content's spans"),
        ("words", T, "the content's words, its spans joined with ' … '"),
        ("voices", L, "names of the voices"),
        ("sides", L, "sides of the voices"),
        ("mode", T, "direct, indirect, mixed, narrated"),
        ("within", T, "id of the statement in whose content it stands"),
        ("chain", L, "names of the voices and outlets it passed through, nearest first"),
        ("medium", T, "through what it was said, the article's words"),
        ("said_on", T, "when it was said, EDTF"),
        ("act", T, "what the cue does"),
        ("hedges", L, "spans of hedges"),
        ("certainty", T, "how sure it makes itself"),
        ("polarity", T, "affirmed or negated"),
        ("modality", T, "asserted, possible, planned …"),
        ("verification", T, "what the article says of checking it"),
        ("headline", F, "whether it stands in the headline"),
        ("day", T, "day of saying, else of publication"),
        ("rejected", F, "whether an analyst's decision says that it is not there"),
    ),
    statement_rows,
)  # fmt: skip
VOICES = TableOf(
    "voices", "a voice of a statement",
    _PINNED + _fields(
        ("statement", T, "the statement's id within the article"),
        ("rank", W, "0 for the first voice"),
        ("voice_id", T, "stable id of the voice"),
        ("name", T, "fullest name"),
        ("role", T, "office or function"),
        ("body", T, "whom it speaks for"),
        ("side", T, "the party it belongs to"),
        ("kind", T, "person, body, state, outlet, unnamed"),
        ("aliases", L, "other names"),
        ("start", W, "the source's first code point"),
        ("end", W, "one past the source's last"),
    ),
    voice_rows,
)  # fmt: skip
CHAINS = TableOf(
    "chains", "a link of a statement's chain",
    _PINNED + _fields(
        ("statement", T, "the statement's id within the article"),
        ("rank", W, "0 for the link nearest to the article"),
        ("voice", T, "voice or outlet that it passed through"),
        ("kind", T, "outlet, agency, repost, cites"),
        ("act", T, "what the link's cue does"),
        ("hedges", L, "spans of the link's hedges"),
        ("start", W, "first code point of where the article names it"),
        ("end", W, "one past the last"),
    ),
    chain_rows,
)  # fmt: skip
FIGURES = TableOf(
    "figures", "a figure",
    _PINNED + _fields(("id", T, "the figure's id within the article")) + _SPAN + _fields(
        ("low", N, "lower bound; empty where open"),
        ("high", N, "upper bound; empty where open"),
        ("exclusive", F, "the bound itself is left out"),
        ("approximate", F, "about, some, around"),
        ("vague", F, "a word, not a number"),
        ("unit", T, "singular"),
        ("measure", T, "what happened to them, or what is measured"),
        ("of", L, "whose they are"),
        ("who", T, "what kind of people"),
        ("agent", T, "who did it"),
        ("cause", T, "by what"),
        ("by", L, "on whose word"),
        ("period", T, "what stretch of time it counts, EDTF"),
        ("as_of", T, "the day up to which it counts, EDTF"),
        ("place", T, "where"),
        ("cumulative", F, "a running total, or one period"),
        ("polarity", T, "affirmed or negated"),
        ("modality", T, "asserted, possible, planned …"),
        ("part_of", L, "ids of figures that it is part of"),
        ("same_as", T, "id of the figure that gives the same in another unit"),
        ("statement", T, "id of the statement that asserts it"),
        ("day", T, "as-of day, else day of publication"),
        ("rejected", F, "whether an analyst's decision says that it is not there"),
    ),
    figure_rows,
)  # fmt: skip
TIMES = TableOf(
    "times", "a time expression",
    _PINNED + _SPAN + _fields(
        ("type", T, "date, time, duration, set"),
        ("value", T, "TimeML value"),
        ("edtf", T, "EDTF date or interval"),
        ("chosen", F, "whether before or after publication was a choice"),
    ),
    time_rows,
)  # fmt: skip
PLACES = TableOf(
    "places", "a mention of a place",
    _PINNED + _SPAN + _fields(
        ("name", T, "the gazetteer's main name"),
        ("use", T, "literal, associative, demonym"),
        ("gazetteer", T, "which gazetteer located it"),
        ("place_id", T, "its id there"),
        ("lat", N, "degrees north, WGS 84"),
        ("lon", N, "degrees east"),
        ("precision", T, "how finely it is known"),
        ("radius_km", N, "kilometres around the point"),
    ),
    place_rows,
)  # fmt: skip
DECISIONS = TableOf(
    "decisions", "what an analyst decided, once for each thing it speaks of",
    _fields(
        ("decision", T, "the decision's id"),
        ("kind", T, "accept, reject, correct, same, not same, merge voices, revoke"),
        ("who", T, "by whom"),
        ("when", T, "ISO 8601, UTC"),
        ("why", T, "for what reason"),
        ("field", T, "which field a correction sets"),
        ("value", T, "to what"),
        ("until", T, "until when it holds"),
        ("revokes", T, "the decision that it takes back"),
        ("voices", L, "ids of voices that are one"),
        ("text_digest", T, "digest of the text it was made on"),
        ("spans", L, "where its words stood"),
        ("quotation", T, "its words"),
        ("article_id", T, "the article in which it hangs now"),
        ("item", T, "the statement or figure it hangs on now"),
        ("how", T, "exact, moved, unattached"),
    ),
    decision_rows,
)  # fmt: skip

TABLES = (ARTICLES, STATEMENTS, VOICES, CHAINS, FIGURES, TIMES, PLACES, DECISIONS)
