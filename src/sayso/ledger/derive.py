"""From a Reading's JSON to the rows that it is asked by. Pure: the store gives the rows their numbers."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.ledger.days import day_of
from sayso.ledger.stored import line, shown_text
from sayso.ledger.verdict import Verdict, apply_verdicts
from sayso.packs.folding import Folding
from sayso.records.identity import joined

Row = dict[str, Any]
BREAK = " … "  # between the spans of one statement's content, where its words are shown in one line

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)
_STATEMENT = ("id", "mode", "within", "said_on", "act", "certainty", "polarity", "modality", "headline")
_FIGURE = (
    "id", "low", "high", "exclusive", "approximate", "vague", "unit", "measure", "who", "agent", "cause", "period",
    "as_of", "place", "cumulative", "polarity", "modality", "same_as",
)  # fmt: skip
_VOICE = ("id", "name", "role", "body", "side", "kind")
_SPOT = ("name", "gazetteer", "id", "lat", "lon", "precision", "radius_km")
_ARTICLE = ("key", "title", "published", "published_from", "updated", "captured", "version_of", "language")


@dataclass(frozen=True, slots=True)
class Rows:
    """An article's rows without numbers. `outlet`, `voices` and `spots` are rows shared with other articles, by digest;
    `statement_voices` and `statement_spots` name a statement by its place in `statements`."""

    article: Row
    outlet: Row | None
    statements: list[Row] = field(default_factory=list)
    statement_voices: list[Row] = field(default_factory=list)
    statement_spots: list[Row] = field(default_factory=list)
    figures: list[Row] = field(default_factory=list)
    times: list[Row] = field(default_factory=list)
    places: list[Row] = field(default_factory=list)
    voices: dict[str, Row] = field(default_factory=dict)
    spots: dict[str, Row] = field(default_factory=dict)


def derive(reading: Row, text: str, verdicts: Mapping[str, Sequence[Verdict]], folding: Folding) -> Rows:
    """The rows of a Reading's JSON value; `verdicts` are what analysts decided of its statements and figures, by id."""
    article = reading["article"]
    day = day_of(article["published"])
    rows = Rows(
        {name: article[name] for name in _ARTICLE}
        | {"authors": dump(article["authors"]), "credits": dump(article["credits"]), "day": day},
        _outlet(article["outlet"], folding),
    )
    seen = shown_text(text)
    _add_places(rows, reading["places"], day, folding)
    at: dict[str, int] = {}
    voices = _Voices(rows, folding)
    for given in reading["statements"]:
        decided = verdicts.get(given["id"], ())
        statement = apply_verdicts(given, decided)
        at[given["id"]] = len(rows.statements)
        row = _statement_row(statement, seen, day, any(v.rejects for v in decided))
        rows.statements.append(row)
        voices.add(statement["voices"], at[given["id"]], row["day"])
        _add_spots(rows, statement["content"], at[given["id"]], row["day"])
    for given in reading["figures"]:
        decided = verdicts.get(given["id"], ())
        row = _figure_row(apply_verdicts(given, decided), seen, any(v.rejects for v in decided))
        statement_at = at.get(row["statement"])
        said = day if statement_at is None else rows.statements[statement_at]["day"]
        rows.figures.append(row | {"statement": statement_at, "day": said})
    for time in reading["times"]:
        start, end = time["span"]
        rows.times.append(
            {"span_start": start, "span_end": end} | {k: time[k] for k in ("type", "value", "edtf", "chosen")}
        )
    for made in (rows.statements, rows.figures, rows.times, rows.voices.values(), rows.spots.values(), [rows.article]):
        make_storable(made)
    return rows


def make_storable(rows: Iterable[Row]) -> None:
    """Puts U+FFFD for lone surrogates, which SQLite's text can't hold; the Reading itself keeps them."""
    for row in rows:
        for name, value in row.items():
            if value.__class__ is str and not value.isascii():
                row[name] = shown_text(value)


def words_of(spans: Iterable[Sequence[int]], text: str) -> str:
    """The words of one or more spans in one line."""
    return BREAK.join(text[start:end] for start, end in spans)


def dump(value: Any) -> str:
    """A list or record within a row."""
    if not value:
        return "[]"
    words = _ENCODER.encode(value)
    return words if words.isascii() else words.encode("utf-8", "replace").decode()


def fold(words: str, folding: Folding) -> str:
    """A name for comparing: accents, spelling and transliteration folded, word by word."""
    kept = "".join(c if c.isalnum() else " " for c in folding.bare(words.replace("'s", "").replace("’s", "")))
    return " ".join(folding.name_word(word) for word in kept.split())


def _outlet(name: str | None, folding: Folding) -> Row | None:
    return None if not name else {"name": shown_text(name), "folded": fold(name, folding)}


def _statement_row(statement: Row, text: str, day: str, rejected: bool) -> Row:
    source, cue = statement["source"] or (None, None), statement["cue"] or (None, None)
    hedges, chain = statement["hedges"], statement["chain"]
    return {name: statement[name] for name in _STATEMENT} | {
        "source_start": source[0],
        "source_end": source[1],
        "cue_start": cue[0],
        "cue_end": cue[1],
        "content": dump(statement["content"]),
        "words": words_of(statement["content"], text),
        "chain": dump(chain),
        "medium": dump(statement["medium"]) if statement["medium"] else None,
        "hedges": dump(hedges),
        "hedged": bool(hedges) or any(link["hedges"] for link in chain),
        "verification": dump(statement["verification"]) if statement["verification"] else None,
        "rejected": rejected,
        "day": day_of(statement["said_on"]) or day,
    }


def _figure_row(figure: Row, text: str, rejected: bool) -> Row:
    start, end = figure["span"]
    return {name: figure[name] for name in _FIGURE} | {
        "statement": figure["statement"],
        "span_start": start,
        "span_end": end,
        "words": text[start:end],
        "of": dump(figure["of"]),
        "by": dump(figure["by"]),
        "part_of": dump(figure["part_of"]),
        "rejected": rejected,
    }


class _Voices:
    """The voices of an article's statements on their way into the rows; one that speaks often is digested once."""

    def __init__(self, rows: Rows, folding: Folding) -> None:
        self.rows, self.folding = rows, folding
        self.digests: dict[tuple[Any, ...], str] = {}

    def add(self, voices: list[Row], statement: int, day: str) -> None:
        """The voices of one statement, in their order."""
        for rank, voice in enumerate(voices):
            key = (*(voice[k] for k in _VOICE), *voice["aliases"])
            digest = self.digests.get(key) or self.digests.setdefault(key, self._digest(voice))
            self.rows.statement_voices.append(
                {"statement": statement, "rank": rank, "voice": digest, "side": voice["side"], "day": day}
            )

    def _digest(self, voice: Row) -> str:
        row = {k: voice[k] for k in _VOICE} | {"aliases": dump(voice["aliases"])}
        digest = joined(line(row))
        folded = " / ".join(fold(name, self.folding) for name in (voice["name"], *voice["aliases"]))
        self.rows.voices[digest] = row | {"digest": digest, "folded": folded}
        return digest


def _add_places(rows: Rows, places: list[Row], day: str, folding: Folding) -> None:
    digests: dict[tuple[Any, ...], str] = {}
    for place in sorted(places, key=lambda p: p["span"][0]):
        key = tuple(place[k] for k in _SPOT)
        if key not in digests:
            spot = {k: place[k] for k in _SPOT}
            digests[key] = joined(line(spot))
            rows.spots[digests[key]] = spot | {"digest": digests[key], "folded": fold(place["name"], folding)}
        start, end = place["span"]
        rows.places.append(
            {"spot": digests[key], "span_start": start, "span_end": end, "use": place["use"], "day": day}
        )


def _add_spots(rows: Rows, content: list[list[int]], statement: int, day: str) -> None:
    held = set()
    for start, end in content:
        for place in rows.places[bisect_left(rows.places, start, key=_start) :]:
            if place["span_start"] >= end:
                break
            if place["use"] == "literal" and place["span_end"] <= end:
                held.add(place["spot"])
    rows.statement_spots.extend({"spot": spot, "statement": statement, "day": day} for spot in sorted(held))


def _start(place: Row) -> int:
    start: int = place["span_start"]
    return start
