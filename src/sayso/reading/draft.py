"""The draft: what is known of one article while the steps of the plan work on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.reading.analysis import Analysis
from sayso.records import Article, Figure, Place, Span, Statement, Time

if TYPE_CHECKING:
    from sayso.packs import Packs
    from sayso.packs.gazetteer import Gazetteer
    from sayso.packs.roster import Roster
    from sayso.reading.model import ReadingModel


@dataclass(frozen=True, slots=True)
class Parts:
    """The frozen, versioned parts that a Reading is made with."""

    model: ReadingModel
    packs: Packs
    roster: Roster
    gazetteer: Gazetteer


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the article's own words (no furniture), and whether it is a headline."""

    span: Span
    headline: bool


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words. `span` includes the marks, `inner` leaves them out.

    `closed` is False where the quotation runs on into the next paragraph without a closing mark; `continues` is the
    index of the quotation that this one takes up again (an opening mark repeated at a paragraph's start).
    """

    span: Span
    inner: Span
    closed: bool = True
    continues: int | None = None


@dataclass(slots=True)
class Draft:
    """One article on its way to a Reading; each step fills in what it gives. All spans count in `article.text`."""

    article: Article
    parts: Parts
    paragraphs: tuple[Paragraph, ...] = ()
    sentences: tuple[Span, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    analysis: Analysis = field(default_factory=Analysis)
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text
