"""Uses: whether a place's name stands for the spot, for a body or party named after it, or for its people."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.packs.gazetteer import PlaceClass
from sayso.packs.places import PlaceWords
from sayso.reading.draft import Draft
from sayso.reading.places.mentions import Mention
from sayso.reading.places.words import Stretch
from sayso.records import Span

_REACH = 20_000  # characters between a cue and its source: they stand in one window of the reading model


def tell_uses(mentions: Sequence[Mention], stretch: Stretch, words: PlaceWords, draft: Draft) -> None:
    """Marks the mentions that are associative (Gritta, Pilehvar and Collier 2018): speakers, parties and bodies."""
    given = draft.analysis.attributions
    ends = (stretch.span.start - _REACH, stretch.span.end + _REACH)
    low, high = (bisect_left(given, at, key=lambda a: a.cue[0].start) for at in ends)
    sources = sorted({s for a in given[low:high] for s in a.source})
    for mention in mentions:
        if mention.demonym or mention.ground:
            continue
        mention.associative = (
            mention.model.startswith("organisation")
            or _names_body(mention, stretch, words)
            or _speaks(mention, sources)
            or _is_party(mention, stretch, words)
        )


def _names_body(mention: Mention, stretch: Stretch, words: PlaceWords) -> bool:
    """ "Laurel County Sheriff's Office", "University of Kentucky", "the London club"."""
    if not stretch.words[mention.last].joined:
        return False
    following = stretch.words[mention.last + 1]
    return following.text in words.around.bodies or following.text in words.around.speakers


def _speaks(mention: Mention, sources: Sequence[Span]) -> bool:
    """Whether a statement's source is this name and nothing more."""
    at = bisect_right(sources, Span(mention.start, mention.start + 1_000_000)) - 1
    for source in sources[max(0, at - 1) : at + 1]:
        if source.start <= mention.start and mention.end <= source.end:
            return (mention.start - source.start) + (source.end - mention.end) <= 4
    return False


def _is_party(mention: Mention, stretch: Stretch, words: PlaceWords) -> bool:
    """Countries and their capitals behind a word that wants a party: "accused Kyiv", "talks with Moscow"."""
    if mention.entry is None or mention.entry.kind not in (PlaceClass.COUNTRY, PlaceClass.SETTLEMENT):
        return False
    if mention.entry.kind is PlaceClass.SETTLEMENT and mention.entry.population < 100_000:
        return False
    last = stretch.words[mention.first - 1] if mention.first else None
    if last is None or not last.joined:
        return False
    two = f"{stretch.words[mention.first - 2].text.lower()} {last.text}" if mention.first > 1 else ""
    return last.text in words.around.parties or two in words.around.parties
