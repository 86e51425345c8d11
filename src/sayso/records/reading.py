"""A Reading: all that was found in one article, and which parts made it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.records.article import Article
from sayso.records.figure import Figure
from sayso.records.place import Place
from sayso.records.statement import Statement
from sayso.records.time import Time

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class MadeBy:
    """The named, versioned parts that made a Reading."""

    sayso: str
    model: str | None = None
    packs: tuple[str, ...] = ()
    roster: str | None = None
    gazetteer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One article's statements, figures, times and places: a pure function of the article and the parts."""

    schema: int = SCHEMA
    article: Article
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    made_by: MadeBy
