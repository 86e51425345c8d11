"""Pronouns: whom "he", "it", "they", "who" and "both" take up.

Salience by place, as in Lappin and Leass (1994): a speaker counts more than a subject, a subject more than an object, a
possessor least; every sentence between takes off. Gender and number must fit; quoted words of others are passed over.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.packs.voice_words import ROLE
from sayso.reading.voices.entities import Entity
from sayso.reading.voices.lexing import Lexed
from sayso.reading.voices.scene import Mention, Scene
from sayso.records import VoiceKind

_SOURCE, _SUBJECT, _PLAIN, _OWNER = 3.4, 3.0, 1.5, 0.8
_DISTANCE = 1.3  # taken off for every sentence between: a subject one sentence back outweighs an object here
_BODY = 1.0  # taken off for a body that "they" may mean: "the company said they" is rarer than people
_GENDER = 0.6  # added where the gender is known to agree, not only unknown


def resolve_pronoun(
    scene: Scene, low: str, at: int, quotation: int, barred: Sequence[Entity] = ()
) -> tuple[Entity, ...]:
    """The voices that a pronoun at word `at` stands for; none where nobody fits. `barred` can't be meant."""
    kind = scene.lexed.lexicon.pronouns.get(low, "")
    if kind == "relative":
        return _relative(scene, at)
    if kind == "plural":
        return _plural(scene, at, quotation, barred)
    best, score = None, (False, float("-inf"))
    for mention in scene.before(at, quotation):
        entity = mention.entity
        if any(entity is b for b in barred) or not fits(scene.lexed, entity, kind):
            continue
        worth = _worth(scene.lexed, mention, at) + (_GENDER if entity.gender and entity.gender == kind else 0.0)
        if (_is_introduced(mention), worth) > score:
            best, score = entity, (_is_introduced(mention), worth)
    if best is None:
        return ()
    if best.kind is VoiceKind.PERSON and kind in ("male", "female"):
        best.gender = best.gender or kind  # whom "he" took up is not "she" further on
    return (best,)


def _is_introduced(mention: Mention) -> bool:
    """Whether the article tells more of a person than one word, which may as well be a place's name; or he spoke."""
    entity = mention.entity
    if entity.kind is not VoiceKind.PERSON or mention.source:
        return True
    return " " in entity.name or bool(entity.role or entity.gender or entity.nouns)


def fits(lexed: Lexed, entity: Entity, kind: str) -> bool:
    """Whether an entity may stand behind a pronoun of this class: "male", "female" or "thing"."""
    single = entity.kind is VoiceKind.UNNAMED and not entity.plural
    human = entity.kind is VoiceKind.PERSON or (single and any(lexed.lexicon.sort(n) & ROLE for n in entity.nouns))
    if kind in ("male", "female"):
        return human and entity.gender in ("", kind)
    return kind == "thing" and not human and not entity.plural


def _worth(lexed: Lexed, mention: Mention, at: int) -> float:
    here = lexed.words[at].sentence if at < len(lexed.words) else mention.sentence
    place = _SOURCE if mention.source else _SUBJECT if mention.subject else _OWNER if mention.owner else _PLAIN
    return place - _DISTANCE * (here - mention.sentence)


def _relative(scene: Scene, at: int) -> tuple[Entity, ...]:
    """ "Who" and "which": the mention that ends right before, marks apart, or the last one in the sentence."""
    words = scene.lexed.words
    last = at
    while last > 0 and not words[last - 1].low[:1].isalnum():
        last -= 1
    found: Mention | None = None
    for mention in scene.before(at, words[at].quotation if at < len(words) else -1, reach=0):
        if any(n in scene.lexed.lexicon.venues for n in mention.entity.nouns[:1]):
            last = mention.first - 1
            continue
        if mention.last == last and not mention.owner:
            return tuple(m.entity for m in scene.mentions[-40:] if m.group == mention.group and m.last <= last)
        found = found or (None if mention.owner else mention)
    thing = at < len(words) and words[at].low in ("that", "which") and words[last - 1].pos == "NOUN"
    if found is not None and found.last != last and thing:
        return ()  # "has information that shows": not whoever has it
    return (found.entity,) if found is not None else ()


def _plural(scene: Scene, at: int, quotation: int, barred: Sequence[Entity]) -> tuple[Entity, ...]:
    """ "They": people who are several, or voices that stood joined."""
    best: tuple[Entity, ...] = ()
    score = float("-inf")
    for mention in scene.before(at, quotation):
        entity = mention.entity
        if any(entity is b for b in barred):
            continue
        joined = joined_with(scene, mention)
        place = mention.source or mention.subject
        many = len(joined) > 1 and all(e.kind is not VoiceKind.STATE or place for e in joined)
        near = mention.source or mention.sentence == scene.lexed.words[at].sentence
        body = entity.kind is VoiceKind.BODY and near
        if not (many or entity.plural or body):
            continue
        worth = _worth(scene.lexed, mention, at) - (_BODY if body and not many else 0.0)
        if worth > score:
            best, score = (joined if many else (entity,)), worth
    return best


def joined_with(scene: Scene, mention: Mention) -> tuple[Entity, ...]:
    """The entities that stand joined with a mention, itself included, in their order."""
    found: list[Entity] = []
    near = [m for m in scene.mentions[-60:] if m.group == mention.group and m.sentence == mention.sentence]
    for other in near:
        if all(other.entity is not e for e in found):
            found.append(other.entity)
    return tuple(found) or (mention.entity,)


def resolve_joined(scene: Scene, at: int, quotation: int, count: int = 2) -> tuple[Entity, ...]:
    """ "Both", "the two": the last voices that stood joined; else the last two persons who opened sentences."""
    for mention in scene.before(at, quotation):
        joined = joined_with(scene, mention)
        if len(joined) == count or (len(joined) > count > 2):
            return joined
    return ()
