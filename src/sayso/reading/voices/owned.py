"""Owned: "his office", "its spokesman" as voices named for the owner that a pronoun takes up."""

from __future__ import annotations

from sayso.packs.voice_words import Sort
from sayso.reading.voices.cast import Cast
from sayso.reading.voices.entities import Entity
from sayso.reading.voices.naming import possessive
from sayso.reading.voices.phrases import Phrase
from sayso.reading.voices.scene import Scene
from sayso.records import VoiceKind


def of_owner(cast: Cast, scene: Scene, owner: Entity, phrase: Phrase) -> tuple[Entity, ...]:
    """The voice that a phrase names as its owner's: a body that the article has named so, else "Norland's army"."""
    body = bool(phrase.sort & Sort.BODY)
    known = _named(scene, owner, phrase) if body else None
    if known is not None:
        return (known,)
    lead = owner.name if owner.kind in (VoiceKind.BODY, VoiceKind.OUTLET) else possessive(owner.name, owner.plural)
    if owner.kind is VoiceKind.STATE:
        lead = cast.namer.adjective(owner.name)
    kind = VoiceKind.BODY if body else VoiceKind.UNNAMED
    noun = cast.lexed.shown(*phrase.core)
    entity = cast.other(kind, f"{lead} {noun}", side=owner.side, plural=phrase.plural)
    entity.body = entity.body or owner.name
    entity.nouns = entity.nouns or [phrase.noun]
    return (entity,)


def _named(scene: Scene, owner: Entity, phrase: Phrase) -> Entity | None:
    """The nearest body that the article has named as the owner's ("its army" where the Norland army was named)."""
    if owner.kind is not VoiceKind.STATE:
        return None
    for mention in scene.before(phrase.first, -1):
        entity = mention.entity
        if entity.kind is VoiceKind.BODY and entity.side == owner.side and phrase.noun in entity.nouns:
            return entity
    return None
