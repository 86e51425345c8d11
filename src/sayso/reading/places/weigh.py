"""Weighing: whether a capitalised word that some place bears as its name is a place here.

Each clue in the text adds to or takes from a mention's evidence, in units of about one log-odds; the weights were set
by hand on the even articles of two corpora. What several mentions of one name show, counts for all of them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.packs.gazetteer import Found, PlaceClass
from sayso.packs.places import PlaceWords
from sayso.reading.analysis import Name
from sayso.reading.places.mentions import Mention
from sayso.reading.places.words import Stretch, Word

ACCEPT = 0.0
_SURE = 1.5  # evidence of one mention from which the others of its name gain by it
_PRIOR = {
    PlaceClass.CONTINENT: 4.5,
    PlaceClass.COUNTRY: 4.5,
    PlaceClass.REGION: 2.2,
    PlaceClass.DISTRICT: 1.0,
    PlaceClass.AREA: 3.0,
    PlaceClass.WATER: 3.0,
    PlaceClass.RIVER: 2.0,
    PlaceClass.MOUNTAIN: 2.5,
    PlaceClass.SPOT: 3.0,
}
# Weights of single clues.
_STRONG, _WEAK, _IN, _COMMA, _DESCRIBED, _DATELINE = 2.4, 0.7, 1.0, 3.0, 2.5, 3.0
_BODY, _LOCALS, _AGAIN, _LISTED = 0.8, 1.6, 1.5, 1.2
_LISTING = frozenset({", ", " and ", ", and ", " or ", " and in "})
_PERSON, _BESIDE, _BEHIND, _TITLE, _SURNAME, _SMALL, _OPENS, _ALIAS = -4.5, -2.2, -1.8, -5.0, -3.0, -2.0, -0.5, -1.2
_PLACE, _ORGANISATION, _OTHER, _NO_NAME = 3.5, -0.3, -1.0, -1.0
_DATELINE_MARK = re.compile(r"\s*(?:,[^.\n]{1,25})?\s*(?:\([A-Z][^)\n]{1,30}\)\s*)?[-–—:]{1,2}\s")


@dataclass(slots=True)
class Scene:
    """What a stretch shows of its words, for weighing the names in it."""

    stretch: Stretch
    words: PlaceWords
    names: Sequence[Name]
    analysed: bool
    small: frozenset[str]
    surnames: frozenset[str]
    taken: Mapping[int, Mention] = field(default_factory=dict)


def scene(stretch: Stretch, words: PlaceWords, names: Sequence[Name], analysed: bool) -> Scene:
    """The scene of one stretch; `names` are the reading model's that stand in it."""
    small = frozenset(w.text for w in stretch.words if not w.capital)
    return Scene(stretch, words, names, analysed, small, _surnames(stretch, words, names))


def weigh(mentions: Sequence[Mention], at: Scene) -> list[Mention]:
    """The mentions that are places, each with its evidence."""
    _take_kinds(mentions, at.names)
    at.taken = {i: m for m in mentions for i in range(m.first, m.last + 1)}
    for mention in mentions:
        mention.evidence = _evidence(mention, at)
    _listed_together(mentions, at)
    strongest: dict[str, float] = {}
    for mention in mentions:
        strongest[mention.key] = max(strongest.get(mention.key, -9.0), mention.evidence)
    for mention in mentions:
        if strongest[mention.key] > _SURE:
            mention.evidence += _AGAIN
    return [m for m in mentions if m.evidence >= ACCEPT]


def _listed_together(mentions: Sequence[Mention], at: Scene) -> None:
    """What is listed with a place is likely one: "Homs, Hama and Rastan"."""
    for one, other in pairwise(mentions):
        if at.stretch.text[one.end : other.start] in _LISTING and not (one.demonym or other.demonym):
            first, second = one.evidence, other.evidence
            other.evidence += _LISTED if first > _SURE else 0.0
            one.evidence += _LISTED if second > _SURE else 0.0


def _take_kinds(mentions: Sequence[Mention], names: Sequence[Name]) -> None:
    """What the reading model took each mention for: the name that overlaps it."""
    at = 0
    for mention in mentions:
        while at < len(names) and names[at].end <= mention.start:
            at += 1
        if at < len(names) and names[at].start < mention.end:
            name = names[at]
            whole = name.start >= mention.start - 4 and name.end <= mention.end + 2
            mention.model, mention.score = name.kind + ("" if whole else "-part"), name.score


def _evidence(mention: Mention, at: Scene) -> float:
    total = _prior(mention.found, mention) + _named(mention, at)
    if mention.fixed:
        return total + 3.0
    return total + _before(mention, at) + _behind(mention, at) + _alone(mention, at)


def _prior(found: Sequence[Found], mention: Mention) -> float:
    best = -9.0
    for hit in found:
        entry = hit.entry
        value = _PRIOR.get(entry.kind)
        if value is None:
            value = min(2.5, 0.75 * (math.log10(entry.population + 10) - 4.6))
        best = max(best, value if hit.main or entry.kind is PlaceClass.COUNTRY else value + _ALIAS)
    return best + 0.9 * (mention.last - mention.first)


def _named(mention: Mention, at: Scene) -> float:
    """The reading model's word on it."""
    if not at.analysed:
        return 0.0
    whole, score = not mention.model.endswith("-part"), max(0.3, mention.score)
    kind = mention.model.removesuffix("-part")
    if kind == "place":
        return _PLACE * score
    if kind == "person":
        return _PERSON * score
    if kind == "organisation":
        return _ORGANISATION if whole else _ORGANISATION - 0.3
    return _OTHER if kind == "other" else _NO_NAME


def _before(mention: Mention, at: Scene) -> float:
    words, i = at.stretch.words, mention.first - 1
    if i < 0:
        return 0.0
    word, gap = words[i], at.stretch.gap(i)
    if word.text in at.words.around.titles and gap in (" ", ". ", "\n"):
        return _TITLE
    if not word.joined:
        return 0.0
    low = word.text if not word.capital else word.text.lower()
    if low in at.words.around.strong:
        return _STRONG
    if low in at.words.around.prepositions:
        return _WEAK
    if low == "the" and mention.first == mention.last:
        return -0.8
    if word.capital and i not in at.taken and gap != "-" and not (word.opens and word.text.lower() in at.small):
        return _BESIDE
    return 0.0


def _behind(mention: Mention, at: Scene) -> float:
    words, i = at.stretch.words, mention.last + 1
    if i >= len(words):
        return 0.0
    gap, word = at.stretch.gap(mention.last), words[i]
    total = 0.0
    holder, comma = _holder(mention, at)
    if holder is not None:
        mention.within, holder.held = holder, mention
        total += _COMMA if comma else _IN
    if mention.described:
        total += _DESCRIBED
    if words[mention.first].opens and _DATELINE_MARK.match(at.stretch.text, mention.end, mention.end + 60):
        total += _DATELINE if words[mention.first].text.isupper() else 0.0
    if words[mention.last].joined and word.capital and i not in at.taken and gap == " ":
        total += _BODY if word.text in at.words.around.bodies else _BEHIND
    elif words[mention.last].joined and (word.text in at.words.around.locals or word.text in at.words.around.speakers):
        total += _LOCALS
    return total


def _holder(mention: Mention, at: Scene) -> tuple[Mention | None, bool]:
    """The mention that the text says this one lies in, and whether behind a comma: "Homs, Syria", "Homs in Syria"."""
    i = mention.last + 1
    comma = at.stretch.gap(mention.last).startswith(",")
    if not comma:
        if at.stretch.words[i].text != "in" or i + 1 >= len(at.stretch.words):
            return None, False
        i += 2 if at.stretch.words[i + 1].text == "the" else 1
    after = at.taken.get(i)
    if after is not None and after.first == i and holds(after, mention):
        return after, comma
    return None, False


def _alone(mention: Mention, at: Scene) -> float:
    first = at.stretch.words[mention.first]
    if mention.first != mention.last:
        return 0.0
    total = _OPENS if first.opens else 0.0
    if first.text in at.surnames:
        total += _SURNAME
    if first.text.lower() in at.small:
        total += _SMALL
    if first.text.isupper() and len(first.text) > 1 and len(first.text) <= 5 and not _is_state(mention.found):
        total -= 1.5
    return total


def _is_state(found: Iterable[Found]) -> bool:
    return any(hit.entry.kind is PlaceClass.COUNTRY for hit in found)


def holds(outer: Mention, inner: Mention) -> bool:
    """Whether some reading of `inner` lies in some reading of `outer` ("Paris", "Texas")."""
    if outer.demonym:
        return False
    return any(lies_in(a, b) for b in outer.found[:12] for a in inner.found)


def lies_in(inner: Found, outer: Found) -> bool:
    """Whether one entry lies in the other, as far as codes say, or for districts and areas, distance."""
    a, b = inner.entry, outer.entry
    if b.kind is PlaceClass.COUNTRY:
        return a.country == b.country and a.kind is not PlaceClass.COUNTRY
    if b.kind is PlaceClass.REGION:
        return a.country == b.country and a.region == b.region and a.kind is not PlaceClass.REGION
    if b.kind in (PlaceClass.DISTRICT, PlaceClass.AREA) and a.kind is PlaceClass.SETTLEMENT:
        reach = max(40.0, b.radius_km) * 1.2 / 111
        return abs(a.lat - b.lat) < reach and abs(a.lon - b.lon) * max(0.2, math.cos(math.radians(a.lat))) < reach
    return False


def _surnames(stretch: Stretch, words: PlaceWords, names: Sequence[Name]) -> frozenset[str]:
    """Last words of persons' names: as the model has them, and behind titles."""
    found: set[str] = set()
    for name in names:
        if name.kind == "person":
            said = stretch.text[name.start : name.end].split()
            if len(said) > 1:
                found.add(said[-1].removesuffix("’s").removesuffix("'s"))
    listed: list[Word] = list(stretch.words)
    for i, word in enumerate(listed[:-1]):
        if word.text in words.around.titles and listed[i + 1].capital and stretch.gap(i) in (" ", ". "):
            after = listed[i + 2] if i + 2 < len(listed) and listed[i + 1].joined and listed[i + 2].capital else None
            found.add(after.text if after else listed[i + 1].text)
    return frozenset(found)
