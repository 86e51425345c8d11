"""Examples: annotated texts of every corpus in one shape, spans in code points, as the network's teacher sees them."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.records.span import Span


@dataclass(slots=True)
class Roles:
    """One attribution: its source, cue and content spans; any may be empty but the cue."""

    source: list[Span]
    cue: list[Span]
    content: list[Span]

    def spans(self) -> list[Span]:
        """All spans of all roles."""
        return [*self.source, *self.cue, *self.content]


@dataclass(slots=True)
class Word:
    """A treebank's word: where it stands, its part of speech, its head's index in the example (itself: root)."""

    span: Span
    pos: str
    head: int
    dep: str


@dataclass(slots=True)
class Example:
    """An annotated text. None means that the layer is not annotated here, an empty list that nothing is there.

    `complete` is False where attributions may stand in the text that are not listed: cue-like words outside the
    listed cues are then no counter-examples. `ignored` are spans in which content is unsettled,
    `unsure` such in which names are.
    """

    text: str
    paragraphs: list[Span]
    attributions: list[Roles] | None = None
    complete: bool = True
    flat: bool = True
    names: list[tuple[Span, str]] | None = None
    words: list[Word] | None = None
    ignored: list[Span] = field(default_factory=list)
    unsure: list[Span] = field(default_factory=list)


def lines_of(text: str) -> list[Span]:
    """The non-blank lines of a text, trimmed: the paragraphs of the corpora."""
    found: list[Span] = []
    start = 0
    for line in text.split("\n"):
        inner = line.strip()
        if inner:
            at = start + line.index(inner)
            found.append(Span(at, at + len(inner)))
        start += len(line) + 1
    return found
