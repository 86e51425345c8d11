"""What a question finds: the record, its words, and where they stand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sayso.records import Figure, Span, Statement
from sayso.records.shape import from_json


@dataclass(frozen=True, slots=True)
class Card:
    """An article as a finding names it. `text_digest` pins the text that offsets count in."""

    key: str | None
    id: str
    digest: str
    text_digest: str
    url: str | None
    outlet: str | None
    title: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """One finding: an article, and the statement or figure in it where one was asked for.

    `words` are its words (of an article, a passage with the words searched for), `marks` where in them a searched word
    stands, `day` that of the saying, else of publication, `decisions` the ids of those in force on it. A figure's
    `statement` is the one that asserts it. Corrections by an analyst are in the record already. `cursor`, given as a
    question's `after`, asks for the page that begins behind this finding.
    """

    article: Card
    words: str
    day: str
    statement: Statement | None = None
    figure: Figure | None = None
    source: str | None = None
    marks: tuple[Span, ...] = ()
    decisions: tuple[str, ...] = ()
    cursor: str = ""


def statement_from(row: Mapping[str, Any], voices: list[dict[str, Any]]) -> Statement:
    """The Statement of a row of statement_rows."""
    loaded = {name: json.loads(row[name]) for name in ("content", "chain", "hedges")}
    optional = {name: json.loads(row[name]) if row[name] else None for name in ("medium", "verification")}
    plain = {
        name: row[name] for name in ("id", "mode", "within", "said_on", "act", "certainty", "polarity", "modality")
    }
    return from_json(
        Statement,
        plain | loaded | optional
        | {
            "source": _span(row["source_start"], row["source_end"]),
            "cue": _span(row["cue_start"], row["cue_end"]),
            "headline": bool(row["headline"]),
            "voices": voices,
        },
    )  # fmt: skip


def figure_from(row: Mapping[str, Any], statement: str | None) -> Figure:
    """The Figure of a row of figure_rows; `statement` is the id of the one that asserts it."""
    plain = {
        name: row[name]
        for name in (
            "id", "low", "high", "unit", "measure", "who", "agent", "cause", "period", "as_of", "place", "polarity",
            "modality", "same_as",
        )
    }  # fmt: skip
    flags = {name: bool(row[name]) for name in ("exclusive", "approximate", "vague")}
    cumulative = None if row["cumulative"] is None else bool(row["cumulative"])
    lists = {name: json.loads(row[name]) for name in ("of", "by", "part_of")}
    span = [row["span_start"], row["span_end"]]
    return from_json(Figure, plain | flags | lists | {"span": span, "cumulative": cumulative, "statement": statement})


def _span(start: int | None, end: int | None) -> list[int] | None:
    return None if start is None or end is None else [start, end]
