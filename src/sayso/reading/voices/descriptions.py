"""Descriptions: whom "the ministry", "the general", "the think tank", "the Norland president" take up."""

from __future__ import annotations

from sayso.packs.voice_words import ROLE, Sort
from sayso.reading.voices.cast import Cast
from sayso.reading.voices.entities import Entity
from sayso.reading.voices.phrases import Phrase
from sayso.reading.voices.scene import Mention, Scene
from sayso.records import VoiceKind

_FAR = 400  # sentences: a description reaches back over the whole of any article, but not of a book
_SOME = 15  # sentences: "the lawmakers" are those of whom the article has just told
_JUST = 2  # sentences back to the person whom a former role may mean
_NEAR = 4  # sentences back within which a person of unknown role may be meant by one


class Descriptions:
    """Takes up descriptions of one article."""

    def __init__(self, cast: Cast, scene: Scene) -> None:
        self._cast, self._scene, self._lexed = cast, scene, cast.lexed

    def resolve(self, phrase: Phrase, quotation: int) -> tuple[Entity, ...]:
        """The voice that a description takes up; where the article has named none, who it is by its own words."""
        state = self._state(phrase)
        if state is not None:
            return (state,)
        sort = phrase.sort
        side = self._cast.namer.side_in(*phrase.core) or self._cast.state_after(phrase)
        found = (
            self._speaker(phrase, side)
            or self._best(phrase, quotation, side)
            or self._only(phrase, side)
            or self._likely(phrase, quotation, sort, side)
            or self._former(phrase, quotation, side)
        )
        if found is not None:
            return (found,)
        if sort & Sort.BODY and phrase.noun_at == phrase.core and phrase.noun in ("ministry", "agency", "department"):
            return ()
        made = self._cast.of_phrase(phrase)
        return (made,) if made is not None else ()

    def both(self, phrase: Phrase, quotation: int) -> tuple[Entity, ...]:
        """The two persons just named who each are what "the presidents" calls them; none where they are not two."""
        if not phrase.definite or phrase.noun_at != phrase.core or not phrase.sort & Sort.PEOPLE:
            return ()
        found: list[Entity] = []
        for mention in self._scene.before(phrase.first, quotation, _JUST):
            entity = mention.entity
            fits = entity.kind is VoiceKind.PERSON and phrase.noun in entity.nouns
            if fits and all(entity is not e for e in found):
                found.append(entity)
        return tuple(reversed(found)) if len(found) == 2 else ()

    def _state(self, phrase: Phrase) -> Entity | None:
        """ "The Norland capital" and "the country" are states."""
        if phrase.noun in self._lexed.lexicon.seat_nouns:
            side = self._cast.namer.side_in(*phrase.core)
            return self._cast.other(VoiceKind.STATE, side, side=side) if side else None
        return None

    def _best(self, phrase: Phrase, quotation: int, side: str | None) -> Entity | None:
        """The mention that fits best: a speaker before others in the same sentence, else the nearest."""
        best: Mention | None = None
        for mention in self._scene.before(phrase.first, quotation, _SOME if phrase.plural else _FAR):
            if not self._fits(mention.entity, phrase, side):
                continue
            if best is None or (
                mention.sentence == best.sentence
                and mention.subject
                and not best.subject
                and (phrase.noun in mention.entity.nouns or phrase.noun not in best.entity.nouns)
            ):
                best = mention
            elif mention.sentence < best.sentence:
                break
        return best.entity if best is not None else None

    def _only(self, phrase: Phrase, side: str | None) -> Entity | None:
        """The one person of the whole article who fits, where none stood before but one is named later."""
        fitting = [e for e in self._cast.persons.all if e.role and self._fits(e, phrase, side)]
        return fitting[0] if len(fitting) == 1 and (side is None or fitting[0].side == side) else None

    def _fits(self, entity: Entity, phrase: Phrase, side: str | None) -> bool:
        if entity.plural != phrase.plural:
            return False
        if not self._lexed.lexicon.any_alike(phrase.noun, entity.nouns):
            return False
        if side is not None and (entity.side is not None or entity.kind is VoiceKind.UNNAMED) and side != entity.side:
            return False
        return self._modifiers_fit(entity, phrase)

    def _modifiers_fit(self, entity: Entity, phrase: Phrase) -> bool:
        """Whether what stands before the noun ("the foreign ministry") stands in the entity's name or role too."""
        lexed, word = self._lexed, self._lexed.world.folding.word
        if entity.kind is VoiceKind.PERSON and not entity.role:
            return True
        have = {word(w) for text in (entity.name, entity.role or "", *entity.aliases) for w in text.split()}
        for at in range(phrase.core[0], phrase.noun_at[0]):
            one = lexed.words[at]
            if at in lexed.known or self._cast.namer.state_of_adjective(one.bare) or not one.low.isalpha():
                continue
            if one.low in ("top", "former", "senior", "veteran", "local", "country"):
                continue
            if word(one.bare) not in have:
                return False
        return True

    def _likely(self, phrase: Phrase, quotation: int, sort: int, side: str | None) -> Entity | None:
        """A person whose role, or a body whose nature, the article has not told, where there is just one near."""
        wanted = VoiceKind.PERSON if sort & ROLE else VoiceKind.BODY if sort & Sort.BODY else None
        bare = phrase.noun_at == phrase.core or (wanted is VoiceKind.BODY and phrase.core[1] == phrase.noun_at[1])
        if wanted is None or phrase.plural or side is not None or not bare:
            return None
        if wanted is VoiceKind.BODY and phrase.noun in self._lexed.lexicon.of_state:
            return None
        found: list[Entity] = []
        for mention in self._scene.before(phrase.first, quotation, _NEAR):
            entity = mention.entity
            told = any(self._tells(n, wanted) for n in entity.nouns)
            if entity.kind is wanted and mention.subject and not told and all(entity is not e for e in found):
                found.append(entity)
        return found[0] if len(found) == 1 else None

    def _former(self, phrase: Phrase, quotation: int, side: str | None) -> Entity | None:
        """ "The former Norland president": a person of that side just before, whose present role is another."""
        words = self._lexed.words[phrase.core[0] : phrase.noun_at[0]]
        if side is None or phrase.plural or not any(w.low in self._lexed.lexicon.bygone for w in words):
            return None
        for mention in self._scene.before(phrase.first, quotation, _JUST):
            if mention.entity.kind is VoiceKind.PERSON and mention.entity.side == side and mention.subject:
                return mention.entity
        return None

    def _speaker(self, phrase: Phrase, side: str | None) -> Entity | None:
        """ "The diplomat", "the official": the one person who has just spoken, though not told to be one; "the Norland
        leader" where he is told to be nothing else."""
        if phrase.plural or not phrase.definite or not phrase.sort & ROLE:
            return None
        last = self._scene.speakers_before(phrase.first)
        here = self._lexed.words[phrase.first].sentence
        if len(last) != 1 or here - last[0].sentence > _JUST or last[0].entity.kind is not VoiceKind.PERSON:
            return None
        person = last[0].entity
        called = side is None and phrase.noun_at == phrase.core and phrase.noun in self._lexed.lexicon.hypernyms
        unknown = side is not None and person.side in (None, side) and not person.nouns and " " in person.name
        if not called and not unknown:
            return None
        gender = self._lexed.lexicon.gender_of(phrase.noun)
        return person if not gender or person.gender in ("", gender) else None

    def _tells(self, noun: str, wanted: VoiceKind) -> bool:
        """Whether a noun says what someone is; a rank or form of address does not say which office they hold."""
        sort = self._lexed.lexicon.sort(noun)
        return bool(sort & (Sort.OFFICE | Sort.TRADE)) if wanted is VoiceKind.PERSON else bool(sort & Sort.BODY)
