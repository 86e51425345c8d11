"""Weighing: whether a capitalised word that some place bears as its name is a place here.

Each clue in the text adds to or takes from a mention's evidence (the weights stand in `scene`). What one mention of a
name shows, counts for the others.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from sayso.packs.gazetteer import Found, PlaceClass
from sayso.reading.analysis import Name
from sayso.reading.places.mentions import Mention
from sayso.reading.places.scene import Scene, Weights

ACCEPT = 0.0
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
_ALIAS = -1.2  # what a name that is not the place's main one takes from its prior
# What a name gains where another mention of it, or one listed with it, is sure; and how sure.
_AGAIN, _LISTED, _SURE = 1.5, 1.2, 1.5
_LISTING = frozenset({", ", " and ", ", and ", " or ", " and in "})
_DATELINE_MARK = re.compile(r"\s*(?:,[^.\n]{1,25})?\s*(?:\([A-Z][^)\n]{1,30}\)\s*)?[-–—:]{1,2}\s")


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
    weights = at.weights
    total = weights.bias + weights.prior * _prior(mention.found) + weights.more_words * (mention.last - mention.first)
    total += _named(mention, weights)
    if mention.fixed:
        return total + 3.0
    return total + _before(mention, at) + _behind(mention, at) + _alone(mention, at)


def _prior(found: Sequence[Found]) -> float:
    best = -9.0
    for hit in found:
        entry = hit.entry
        value = _PRIOR.get(entry.kind)
        if value is None:
            value = min(2.5, 0.75 * (math.log10(entry.population + 10) - 4.6))
        best = max(best, value if hit.main or entry.kind is PlaceClass.COUNTRY else value + _ALIAS)
    return best


def _named(mention: Mention, weights: Weights) -> float:
    """The reading model's word on it."""
    kind, part, _ = mention.model.partition("-part")
    if kind == "place":
        return weights.place * mention.score + (weights.part if part else 0.0)
    if kind == "person":
        return weights.person
    if kind == "organisation":
        return weights.organisation
    return weights.other if kind == "other" else 0.0


def _before(mention: Mention, at: Scene) -> float:
    words, i = at.stretch.words, mention.first - 1
    if i < 0:
        return 0.0
    word, gap = words[i], at.stretch.gap(i)
    if word.text in at.words.around.titles and gap in (" ", ". ", "\n"):
        return at.weights.title
    if not word.joined:
        return 0.0
    low = word.text if not word.capital else word.text.lower()
    if low in at.words.around.strong:
        return at.weights.strong
    if low in at.words.around.prepositions:
        return at.weights.weak
    if low == "the" and mention.first == mention.last:
        return at.weights.article
    if word.capital and i not in at.taken and gap != "-" and not (word.opens and word.text.lower() in at.small):
        return at.weights.beside
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
        total += at.weights.comma if comma else at.weights.inside
    if mention.described:
        total += at.weights.described
    if words[mention.first].opens and _DATELINE_MARK.match(at.stretch.text, mention.end, mention.end + 60):
        total += at.weights.dateline if words[mention.first].text.isupper() else 0.0
    if words[mention.last].joined and word.capital and i not in at.taken and gap == " ":
        total += at.weights.body if word.text in at.words.around.bodies else at.weights.behind
    elif words[mention.last].joined and (word.text in at.words.around.locals or word.text in at.words.around.speakers):
        total += at.weights.locals
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
    if (
        after is not None
        and after.first == i
        and holds(after, mention)
        and not (comma and _in_list(mention, after, at))
    ):
        return after, comma
    return None, False


def _in_list(mention: Mention, after: Mention, at: Scene) -> bool:
    """Whether two names belong to a list of regions ("Louisiana, Missouri and Nevada"), though towns are so called."""
    if not _is_wide(mention) or not _is_wide(after):
        return False
    before = at.taken.get(mention.first - 1)
    if before is not None and _is_wide(before) and at.stretch.gap(mention.first - 1).startswith(","):
        return True
    i = after.last + 1
    if i + 1 < len(at.stretch.words) and at.stretch.words[i].text in ("and", "or"):
        i += 1
    following = at.taken.get(i)
    return following is not None and following.first == i and _is_wide(following) and not following.demonym


def _is_wide(mention: Mention) -> bool:
    return any(h.main and h.entry.kind in (PlaceClass.REGION, PlaceClass.COUNTRY) for h in mention.found)


def _alone(mention: Mention, at: Scene) -> float:
    first = at.stretch.words[mention.first]
    if mention.first != mention.last:
        return 0.0
    total = at.weights.opens if first.opens else 0.0
    if first.text in at.surnames:
        total += at.weights.surname
    if first.text.lower() in at.small:
        total += at.weights.small
    if first.text.isupper() and len(first.text) > 1 and len(first.text) <= 5 and not _is_state(mention.found):
        total += at.weights.capitals
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
