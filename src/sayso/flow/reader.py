"""Reading, wired: the parts loaded once, and one Reading for each article."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from sayso.flow.long import Collected, pieces_of
from sayso.packs import Packs, load_packs
from sayso.packs.gazetteer import open_gazetteer
from sayso.packs.roster import load_roster, world_of
from sayso.reading.draft import Draft, Parts
from sayso.reading.model import ReadingModel
from sayso.reading.plan import READING, check_order
from sayso.records import Article, MadeBy, Reading
from sayso.settings import Settings
from sayso.sources import PageRules, page_rules
from sayso.version import VERSION

# What the reading model was trained on. An article in another language is kept and stays unread.
LANGUAGES = frozenset({None, "en"})


class Reader:
    """Reads articles with one set of parts. The parts are loaded at the first reading, and never change after."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()

    @cached_property
    def packs(self) -> Packs:
        """The packs, which sources need too. Raises PartError where one is broken."""
        return load_packs()

    @cached_property
    def rules(self) -> PageRules:
        """By what sources tell an article's words from the rest of its page."""
        return page_rules(self.packs.furniture)

    @cached_property
    def parts(self) -> Parts:
        """The parts. Raises PartError where one is missing or broken."""
        check_order(READING)
        roster = load_roster(self.settings.roster)
        return Parts(
            model=ReadingModel.load(self.settings.model),
            packs=replace(self.packs, world=world_of(roster, self.packs.world)),
            roster=roster,
            gazetteer=open_gazetteer(self.settings.gazetteer),
        )

    @cached_property
    def made_by(self) -> MadeBy:
        """The names and versions of the parts."""
        parts = self.parts
        return MadeBy(
            sayso=VERSION,
            model=parts.model.name,
            packs=parts.packs.names,
            roster=parts.roster.version,
            gazetteer=parts.gazetteer.version,
        )

    def read(self, article: Article) -> Reading:
        """One article's Reading; without statements where the article is in a language that is not read."""
        if article.language not in LANGUAGES:
            return Reading(article=article, made_by=self.made_by)
        found = Collected()
        for at, piece in pieces_of(article):
            draft = Draft(piece, self.parts)
            for step in READING:
                step.run(draft)
            found.add(draft, at)
        return Reading(
            article=article,
            statements=tuple(found.statements),
            figures=tuple(found.figures),
            times=tuple(found.times),
            places=tuple(found.places),
            made_by=self.made_by,
        )
