"""What the reading model gives for one article: tokens, names and attributions, all spanned in the article's text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.records.span import Span

NameKind = Literal["person", "organisation", "place", "other"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark. `pos` is its Universal part of speech; of a verb `head` is the index of its governor (-1: none)
    and `dep` its relation to it, of other tokens they are not found."""

    start: int
    end: int
    pos: str = ""
    head: int = -1
    dep: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A name and what it names; score in [0, 1]."""

    start: int
    end: int
    kind: NameKind
    score: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """Roles that belong together. `parent` is the index of the attribution in whose content this one stands."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    parent: int | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the model found in one article."""

    tokens: tuple[Token, ...] = ()
    names: tuple[Name, ...] = ()
    attributions: tuple[Attribution, ...] = ()
