"""Packs: a domain's words as data (TOML), validated on load. One module here per section of the packs.

`Packs` gathers the sections that reading applies; each section is a frozen record made by its module's `load()`.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.packs.english import English, load_english
from sayso.packs.world import World, load_world


@dataclass(frozen=True, slots=True)
class Packs:
    """All sections, and the names and versions of the packs they came from ("conflict 1")."""

    names: tuple[str, ...]
    english: English
    world: World


def load_packs() -> Packs:
    """The packs that come with sayso. Raises PartError naming the file and key that is wrong."""
    english = load_english()
    world = load_world()
    return Packs(
        names=(english.name, *world.names),
        english=english,
        world=world,
    )
