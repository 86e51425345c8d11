"""Places: every mention of one, what it stands for, and where on Earth it is as far as the text says.

Read `find_places` first: mentions are found (`mentions`, `grounds`), weighed (`weigh`), resolved (`resolve`), and
their use and derived points told (`uses`, `derived`).
"""

from __future__ import annotations

from bisect import bisect_left

from sayso.reading.draft import Draft
from sayso.reading.places.derived import derived_points
from sayso.reading.places.grounds import describe, find_grounds, find_unlisted
from sayso.reading.places.mentions import Known, find_mentions
from sayso.reading.places.placing import place_of
from sayso.reading.places.resolve import resolve
from sayso.reading.places.scene import scene
from sayso.reading.places.uses import tell_uses
from sayso.reading.places.weigh import weigh
from sayso.reading.places.words import Stretch, stretches
from sayso.records import Place


def find_places(draft: Draft) -> None:
    """Fills `places`, in text order."""
    parts = draft.parts
    gazetteer = parts.gazetteer
    known = Known(parts.packs.places, parts.packs.world, gazetteer, gazetteer.countries, gazetteer.regions)
    found: list[Place] = []
    for stretch in stretches(draft):
        found += _read(draft, stretch, known)
    draft.places = tuple(sorted(found, key=lambda p: (p.span, p.name)))


def _read(draft: Draft, stretch: Stretch, known: Known) -> list[Place]:
    names = draft.analysis.names
    low = bisect_left(names, stretch.span.start, key=lambda n: n.start)
    high = bisect_left(names, stretch.span.end, key=lambda n: n.start)
    mentions = find_mentions(stretch, known)
    describe(mentions, stretch, known.words)
    accepted = weigh(mentions, scene(stretch, known.words, names[low:high], bool(draft.analysis.tokens)))
    accepted = find_grounds(accepted, stretch, known.words)
    accepted = find_unlisted(accepted, stretch, known, names[low:high])
    resolve(accepted)
    tell_uses(accepted, stretch, known.words, draft)
    places = [place_of(mention, stretch) for mention in accepted]
    return places + derived_points(accepted, stretch, known.words)
