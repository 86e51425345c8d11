"""Whether a Reading's JSON holds together: spans inside the text, ids that are there. Asked before it is kept, and by
`check` after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Record = dict[str, Any]


def faults_of(reading: Record, text: str) -> list[str]:
    """What does not hold in a Reading of this text, one sentence each; empty where all holds."""
    return [*_spans(reading, len(text)), *_ids(reading)]


def _spans(reading: Record, length: int) -> Iterator[str]:
    for where, span in _every_span(reading):
        start, end = span
        if not 0 <= start <= end <= length:
            yield f"{where}: [{start}, {end}) is outside the text of {length} characters"


def _every_span(reading: Record) -> Iterator[tuple[str, list[int]]]:
    article = reading["article"]
    for name in ("furniture", "corrections"):
        yield from ((f"article.{name}", span) for span in article[name])
    yield from (("article.credits", credit["span"]) for credit in article["credits"])
    for statement in reading["statements"]:
        yield from ((f"statement {statement['id']}", span) for span in _statement_spans(statement))
    for name in ("figures", "times", "places"):
        yield from ((name, record["span"]) for record in reading[name])


def _statement_spans(statement: Record) -> Iterator[list[int]]:
    yield from statement["content"]
    yield from statement["hedges"]
    for name in ("source", "cue"):
        if statement[name] is not None:
            yield statement[name]
    for name in ("medium", "verification"):
        if statement[name] is not None:
            yield statement[name]["span"]
    for link in statement["chain"]:
        yield from (link[name] for name in ("span", "cue") if link[name] is not None)
        yield from link["hedges"]


def _ids(reading: Record) -> Iterator[str]:
    statements = [s["id"] for s in reading["statements"]]
    figures = [f["id"] for f in reading["figures"]]
    for name, ids in (("statements", statements), ("figures", figures)):
        if len(set(ids)) < len(ids):
            yield f"{name}: an id stands twice"
    known, counted = set(statements), set(figures)
    for s in reading["statements"]:
        if not s["content"]:
            yield f"statement {s['id']}: no content"
        if s["within"] is not None and s["within"] not in known:
            yield f"statement {s['id']}: stands within {s['within']}, which is not there"
    for f in reading["figures"]:
        if f["statement"] is not None and f["statement"] not in known:
            yield f"figure {f['id']}: of statement {f['statement']}, which is not there"
        for other in [*f["part_of"], *([f["same_as"]] if f["same_as"] else [])]:
            if other not in counted:
                yield f"figure {f['id']}: points to {other}, which is not there"
