"""Rewriting of examples that keeps their annotation: other quotation marks, headlines in title case or capitals, other
paragraph breaks. News comes in all of these; the corpora mostly in one."""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from dataclasses import dataclass

from sayso.records.span import Span
from training.examples import Example, Roles, Word, lines_of

_STYLES = (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»"), ("„", "“"), ("''", "''"), ("“", "”"))
_DOUBLE = re.compile(r"“|”|\"|''")
_SMALL = frozenset(
    ["a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "by", "as", "with", "from", "over"]
)
_BREAK_AFTER = re.compile(r"[.?!] (?=[A-Z])")
_FLOATING = re.compile(r"[“\"].*[”\"]$")


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters [start, end) of a text and what takes their place."""

    start: int
    end: int
    text: str


def rewrite(example: Example, edits: list[Edit]) -> Example:
    """The example with its text edited and all its spans moved along; paragraphs are found anew as lines."""
    if not edits:
        return example
    edits = sorted(edits, key=lambda e: e.start)
    starts = [e.start for e in edits]
    shifts = [0]
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (example.text[at : edit.start], edit.text)
        at = edit.end
        shifts.append(shifts[-1] + len(edit.text) - (edit.end - edit.start))
    text = "".join((*parts, example.text[at:]))

    def place(offset: int, closing: bool) -> int:
        index = bisect_right(starts, offset - closing)
        if index and offset < edits[index - 1].end:  # inside an edit: its beginning, or its end for a closing offset
            edge = edits[index - 1].start + shifts[index - 1]
            return edge + (len(edits[index - 1].text) if closing else 0)
        return offset + shifts[index]

    def move(span: Span) -> Span:
        return Span(place(span.start, False), place(span.end, True))

    attributions = None
    if example.attributions is not None:
        attributions = [
            Roles([move(s) for s in r.source], [move(s) for s in r.cue], [move(s) for s in r.content])
            for r in example.attributions
        ]
    words = None
    if example.words is not None:
        words = [Word(move(w.span), w.pos, w.head, w.dep) for w in example.words]
    names = None if example.names is None else [(move(s), k) for s, k in example.names]
    return Example(text, lines_of(text), attributions, example.complete, example.flat, names, words,
                   [move(s) for s in example.ignored], [move(s) for s in example.unsure])  # fmt: skip


def vary(example: Example, chance: random.Random) -> Example:
    """The example as another newsroom might have set it."""
    if chance.random() < 0.45:
        example = rewrite(example, _other_marks(example.text, chance))
    if chance.random() < 0.35:
        example = rewrite(example, _capitals(example, chance))
    if example.attributions is not None and example.flat:
        example.ignored = example.ignored or floating_quotations(example)
        if chance.random() < 0.6:
            example = rewrite(example, _paragraph_breaks(example, chance))
    return example


def floating_quotations(example: Example) -> list[Span]:
    """Paragraphs that are one quotation and hold no attribution: they continue an earlier one, unannotated."""
    if example.attributions is None:
        return []
    taken = sorted(s.start for r in example.attributions for s in r.spans())
    found: list[Span] = []
    for paragraph in example.paragraphs:
        at = bisect_right(taken, paragraph.end - 1)
        free = at == 0 or taken[at - 1] < paragraph.start
        opens = example.text[paragraph.start] in '“"'
        if free and opens:
            found.append(paragraph)
    return found


def _other_marks(text: str, chance: random.Random) -> list[Edit]:
    opening, closing = chance.choice(_STYLES)
    edits: list[Edit] = []
    inside = False
    last_line = 0
    for match in _DOUBLE.finditer(text):
        if "\n" in text[last_line : match.start()]:
            inside = False
        last_line = match.start()
        opens = match[0] == "“" or (match[0] != "”" and not inside)
        inside = opens
        edits.append(Edit(match.start(), match.end(), opening if opens else closing))
    return edits


def _capitals(example: Example, chance: random.Random) -> list[Edit]:
    """Sets the first line, and now and then another short one, in title case or capitals."""
    chosen = [
        p for i, p in enumerate(example.paragraphs) if i == 0 or (p.end - p.start < 110 and chance.random() < 0.15)
    ]
    loud = chance.random() < 0.3
    edits: list[Edit] = []
    for paragraph in chosen:
        if paragraph.end - paragraph.start > 200:
            continue
        for match in re.finditer(r"[^\W\d_]+(?:[’'][^\W\d_]+)?", example.text[paragraph.start : paragraph.end]):
            word = match[0]
            new = word.upper() if loud else (word if word.lower() in _SMALL else word[0].upper() + word[1:])
            if len(new) == len(word) and new != word:
                edits.append(Edit(paragraph.start + match.start(), paragraph.start + match.end(), new))
    return edits


def _paragraph_breaks(example: Example, chance: random.Random) -> list[Edit]:
    """Breaks paragraphs within quotations, the way newspapers set long ones and continued ones."""
    edits: list[Edit] = []
    text = example.text
    for roles in example.attributions or ():
        for index, span in enumerate(roles.content):
            opening = text[span.start : span.start + 1]
            before = text[span.start - 2 : span.start]
            if index and opening in ("“", '"') and re.fullmatch(r"[.] ", before) and chance.random() < 0.4:
                edits.append(Edit(span.start - 1, span.start, "\n\n"))  # "…," he said. ¶ "…"
            elif opening in ("“", '"') and span.end - span.start > 130 and chance.random() < 0.4:
                inner = text[span.start + 30 : span.end - 30]
                breaks = [m for m in _BREAK_AFTER.finditer(inner) if not re.search(r"[”\"\n]", inner[: m.end()])]
                if breaks:
                    at = span.start + 30 + chance.choice(breaks).end()
                    edits.append(Edit(at - 1, at, "\n\n" + opening))  # "… . ¶ "… ."
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda e: e.start):
        if not kept or kept[-1].end <= edit.start:
            kept.append(edit)
    return kept
