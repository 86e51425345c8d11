"""Packs: a domain's words as data (TOML), validated on load. One module here per section of the packs.

`Packs` gathers the sections that reading applies; each section is a frozen record made by its module's `load()`.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.packs.attribution import Attribution, load_attribution
from sayso.packs.edges import EdgeWords, load_edges
from sayso.packs.english import English, load_english
from sayso.packs.events import Events, load_events
from sayso.packs.figures import FigurePack, load_figure_pack
from sayso.packs.furniture import Furniture, load_furniture
from sayso.packs.hedges import Hedges, load_hedges
from sayso.packs.media import Media, load_media
from sayso.packs.places import PlaceWords, load_places
from sayso.packs.times import TimeWords, load_time_words
from sayso.packs.verification import Checking, load_checking
from sayso.packs.voice_words import VoiceWords, load_voice_words
from sayso.packs.world import World, load_world


@dataclass(frozen=True, slots=True)
class Packs:
    """All sections, and the names and versions of the packs they came from ("conflict 1")."""

    names: tuple[str, ...]
    english: English
    edges: EdgeWords
    world: World
    voice_words: VoiceWords
    attribution: Attribution
    hedges: Hedges
    media: Media
    checking: Checking
    events: Events
    furniture: Furniture
    places: PlaceWords
    times: TimeWords
    figures: FigurePack


def load_packs() -> Packs:
    """The packs that come with sayso. Raises PartError naming the file and key that is wrong."""
    english = load_english()
    edges = load_edges()
    world = load_world()
    voice_words = load_voice_words()
    attribution = load_attribution()
    hedges = load_hedges(attribution.inflection)
    media = load_media(attribution.inflection)
    checking = load_checking()
    events = load_events(attribution.inflection)
    furniture = load_furniture()
    places = load_places()
    times = load_time_words()
    figures = load_figure_pack()
    return Packs(
        names=(
            english.name,
            edges.name,
            *world.names,
            voice_words.name,
            attribution.name,
            hedges.name,
            media.name,
            checking.name,
            events.name,
            furniture.name,
            places.name,
            times.name,
            *figures.names,
        ),
        english=english,
        edges=edges,
        world=world,
        voice_words=voice_words,
        attribution=attribution,
        hedges=hedges,
        media=media,
        checking=checking,
        events=events,
        furniture=furniture,
        places=places,
        times=times,
        figures=figures,
    )
