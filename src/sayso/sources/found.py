"""What a line of a page turns out to be, and the context that the finders judge it in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from sayso.records import Credit, Span
from sayso.sources.rules import PageRules


class Position(Enum):
    """Where a line stands towards the running text."""

    BEFORE = "before the first prose"
    WITHIN = "between prose"
    AFTER = "after the last prose"


@dataclass(frozen=True, slots=True)
class Found:
    """What a line says of the article without being of its words."""

    furniture: tuple[Span, ...] = ()
    credits: tuple[Credit, ...] = ()
    authors: tuple[str, ...] = ()
    corrections: tuple[Span, ...] = ()
    published: str | None = None
    updated: str | None = None
    caption_above: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """The text, the rules to judge by, and where the line stands."""

    text: str
    rules: PageRules
    position: Position
