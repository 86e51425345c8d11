"""W3C Web Annotations (JSON-LD): each statement and figure, pinned to its words by position and by quotation.

The target's source is the article's address where it has one; `state` pins the digest of the text that positions
count in, and that of the captured bytes. Positions are code points (Web Annotation Data Model, 4.2.5).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.exports.wording import amount, who_said
from sayso.ledger.kept import all_readings
from sayso.ledger.store import Store
from sayso.records import Article, Figure, Reading, Span, Statement
from sayso.records.shape import to_json

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters before and after that a quote selector carries


def write(store: Store, out: Path) -> int:
    """One AnnotationCollection with all in its first page; how many annotations."""
    count = 0
    with out.open("w", encoding="utf-8", errors="replace", newline="\n") as stream:
        head = json.dumps({"@context": _CONTEXT, "type": "AnnotationCollection", "label": "sayso"})
        stream.write(f'{head[:-1]}, "first": {{"type": "AnnotationPage", "items": [')
        for reading in all_readings(store):
            for annotation in annotations_of(reading):
                stream.write(",\n" if count else "\n")
                stream.write(json.dumps(annotation, ensure_ascii=False, allow_nan=False))
                count += 1
        stream.write(f'\n]}}, "total": {count}}}\n')
    return count


def annotations_of(reading: Reading) -> Iterator[dict[str, Any]]:
    """The annotations of one Reading: its statements, then its figures."""
    article = reading.article
    for statement in reading.statements:
        yield _annotation(article, statement, statement.content, _said(article, statement))
    for figure in reading.figures:
        yield _annotation(article, figure, (figure.span,), amount(figure))


def _annotation(article: Article, item: Statement | Figure, spans: tuple[Span, ...], words: str) -> dict[str, Any]:
    kind = "statement" if isinstance(item, Statement) else "figure"
    targets = [_target(article, span) for span in spans]
    return {
        "@context": _CONTEXT,
        "id": f"urn:sayso:{article.id}#{item.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": words},
            {"type": "Dataset", "purpose": "classifying", "format": "application/json", kind: to_json(item)},
        ],
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _target(article: Article, span: Span) -> dict[str, Any]:
    text = article.text
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    return {
        "type": "SpecificResource",
        "source": article.url or f"urn:sha256:{article.text_digest}",
        "state": {"type": "State", "text_digest": article.text_digest, "digest": article.digest},
        "selector": [{"type": "TextPositionSelector", "start": span.start, "end": span.end}, quote],
    }


def _said(article: Article, statement: Statement) -> str:
    source = statement.source.of(article.text) if statement.source else None
    act = f" ({statement.act.value})" if statement.act else ""
    return f"{who_said(statement, source)}{act}"
