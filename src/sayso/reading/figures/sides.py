"""Sides that no table knows: a place or people whose adjective the same article uses ("Merenia", "Merenian")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sayso.packs.world import World

_CAPITALISED = re.compile(r"\b[A-Z][a-z]{3,20}\b")
# Endings of English demonyms, each with what it replaces: Merenia-n, Tansor-i, Belkan-ese, Orvan-ian, Ruthen-ish.
_ENDINGS = (("n", ""), ("i", ""), ("ese", ""), ("ian", ""), ("ian", "y"), ("an", ""), ("ish", ""), ("ish", "land"))
_SHORTEST = 4


def local_sides(text: str, world: World) -> Mapping[str, str]:
    """Capitalised words of the article that name or describe a side, by the side's name."""
    seen = set(_CAPITALISED.findall(text))
    found: dict[str, str] = {}
    for word in sorted(seen):
        if word in world.openings:
            continue
        for stem in _stems(word):
            if stem in seen and stem not in world.openings:
                found[word] = stem
                found.setdefault(stem, stem)
                break
    return found


def _stems(word: str) -> Iterator[str]:
    singular = word[:-1] if word.endswith("s") else word
    for ending, replaced in _ENDINGS:
        if singular.endswith(ending):
            stem = singular[: -len(ending)] + replaced
            if len(stem) >= _SHORTEST:
                yield stem
