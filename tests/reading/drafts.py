"""Drafts for tests of single steps: an article, the real packs, and roles given by their words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

from sayso.packs import Packs, load_packs
from sayso.packs.gazetteer import Gazetteer
from sayso.packs.roster import Roster
from sayso.reading.analysis import Analysis, Attribution
from sayso.reading.draft import Draft, Parts
from sayso.reading.quotes import find_quotations
from sayso.reading.sentences import find_sentences
from sayso.records import Article, Span
from sayso.records.identity import article_id, text_digest

if TYPE_CHECKING:
    from sayso.reading.model import ReadingModel


@cache
def packs() -> Packs:
    """The packs that come with sayso, loaded once for all tests."""
    return load_packs()


def draft_of(text: str, **fields: object) -> Draft:
    """A draft with paragraphs, sentences and quotations found, for steps that need no model, roster or gazetteer."""
    digest = text_digest(text)
    article = Article(article_id(None, None, digest), digest, text, **fields)  # type: ignore[arg-type]
    missing = cast("ReadingModel", None)
    parts = Parts(missing, packs(), cast(Roster, None), cast(Gazetteer, None))
    draft = Draft(article, parts)
    find_sentences(draft)
    find_quotations(draft)
    return draft


def attribution(
    text: str, source: str | None, cue: str | None, *content: str, parent: int | None = None
) -> Attribution:
    """Roles by their words, each the first that stands in the text."""
    return Attribution(
        source=(at(text, source),) if source else (),
        cue=(at(text, cue),) if cue else (),
        content=tuple(at(text, c) for c in content),
        parent=parent,
    )


def at(text: str, words: str) -> Span:
    """Where the words first stand in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


def analysed(draft: Draft, *attributions: Attribution) -> Draft:
    """The draft with these attributions as what the model found."""
    draft.analysis = Analysis(attributions=attributions)
    return draft
