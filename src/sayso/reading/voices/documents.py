"""Documents: a statement, report or letter speaks with the voice of whoever issued it."""

from __future__ import annotations

from bisect import bisect_left

from sayso.packs.voice_words import NOUN, Sort
from sayso.reading.voices.cast import Cast
from sayso.reading.voices.entities import Entity
from sayso.reading.voices.joint import read_items
from sayso.reading.voices.phrases import Phrase
from sayso.reading.voices.scene import Document, Scene
from sayso.records import VoiceKind

_BY = frozenset(("by", "from", "of", "in"))
_NAMED = 400  # sentences back within which an outlet was named
_ISSUED = 3  # sentences back within which a document's issuer opens a sentence without naming it
_LAST_WORD = 2  # sentences back within which "the statement" is the last speaker's own


class Documents:
    """Finds issuers of documents in one article."""

    def __init__(self, cast: Cast, scene: Scene) -> None:
        self._cast, self._scene, self._lexed = cast, scene, cast.lexed

    def is_document(self, phrase: Phrase) -> bool:
        """Whether the phrase's head noun is a document's, no body's."""
        sort = phrase.sort
        return bool(sort & Sort.DOCUMENT) and not sort & Sort.BODY and phrase.name is None

    def told(self, phrase: Phrase) -> tuple[Entity, ...]:
        """The issuer that the phrase itself names: before "'s", before the noun, or after "by"."""
        ranges = [phrase.owner] if phrase.owner else []
        if phrase.core[0] < phrase.noun_at[0]:
            ranges.append((phrase.core[0], phrase.noun_at[0]))
        if phrase.tail[0] + 1 < phrase.tail[1] and self._lexed.words[phrase.tail[0]].low in _BY:
            ranges.append((phrase.tail[0] + 1, phrase.tail[1]))
        for span in ranges:
            items = read_items(self._cast, *span)
            named = [i.entity for i in items if i.group == items[0].group and i.entity is not None]
            sure = span != (phrase.core[0], phrase.noun_at[0]) or all(self._may_issue(e) for e in named)
            before = self._lexed.words[span[0] - 1].low if span[0] == phrase.tail[0] + 1 else ""
            if before == "in":
                sure = all(e.kind is VoiceKind.OUTLET for e in named)  # "a report in the Courier", not "in the spring"
            elif before == "from" and self._cast.kinds.is_place(span[0]):
                sure = all(e.kind is not VoiceKind.STATE for e in named)  # "reports from the town"
            if named and sure and all(self._is_issuer(e) for e in named):
                return tuple(named)
        return self._outlet_called(phrase)

    def _outlet_called(self, phrase: Phrase) -> tuple[Entity, ...]:
        """ "The Post", where an outlet was named whose name ends so."""
        word = self._lexed.words[phrase.noun_at[0]]
        if not word.upper or phrase.determiner != "the" or phrase.noun_at != phrase.core:
            return ()
        for mention in self._scene.before(phrase.first, word.quotation, _NAMED):
            if mention.entity.kind is VoiceKind.OUTLET and mention.entity.name.endswith(word.bare):
                return (mention.entity,)
        return ()

    def issuers(self, phrase: Phrase, quotation: int) -> tuple[Entity, ...]:
        """Whose the document is that a definite phrase takes up: told, the last speaker's, or that of one mentioned."""
        told = self.told(phrase)
        if told:
            return told
        at = phrase.first
        speakers = self._scene.speakers_before(at)
        sentence = self._lexed.words[at].sentence
        mentioned = next((d for d in reversed(self._scene.documents) if d.first < at and d.noun == phrase.noun), None)
        if mentioned is None and phrase.noun in self._lexed.lexicon.own_documents:
            return ()
        near = bool(speakers) and sentence - speakers[-1].sentence <= _LAST_WORD
        if near and (mentioned is None or mentioned.first < speakers[-1].first or not mentioned.issuers):
            return tuple(m.entity for m in speakers)
        if mentioned is not None:
            return mentioned.issuers or self._opener(self._lexed.words[mentioned.first].sentence)
        if phrase.noun not in self._lexed.lexicon.own_documents:
            for mention in self._scene.before(at, quotation, _ISSUED):
                if mention.subject and self._is_issuer(mention.entity):
                    return (mention.entity,)
        return ()

    def note(self, phrase: Phrase, sentence: int) -> None:
        """Notes a document that is mentioned; its issuer where the phrase has none opens the sentence."""
        issuers = self.told(phrase) or (self._noted(phrase) if phrase.definite else self._opener(sentence))
        self._scene.documents.append(Document(phrase.first, phrase.noun, issuers))

    def _noted(self, phrase: Phrase) -> tuple[Entity, ...]:
        """Whose the document is that a definite phrase takes up, where one was mentioned before."""
        before = (d for d in reversed(self._scene.documents) if d.first < phrase.first and d.noun == phrase.noun)
        return next((d.issuers for d in before), ())

    def _opener(self, sentence: int) -> tuple[Entity, ...]:
        """The first voice of a sentence, possessors apart: who issues what the sentence tells of."""
        mentions = self._scene.mentions
        start = bisect_left(mentions, sentence, key=lambda m: m.sentence)
        for mention in mentions[start : start + 12]:
            passes_on = mention.entity.kind is VoiceKind.OUTLET
            if mention.sentence == sentence and not mention.owner and not passes_on and self._is_issuer(mention.entity):
                return (mention.entity,)
        return ()

    def _may_issue(self, entity: Entity) -> bool:
        """Whether a name before a document's noun is a voice, not the document's title ("Norland Wealth Report")."""
        return entity.kind is not VoiceKind.BODY or bool(entity.nouns) or entity.side is not None

    def _is_issuer(self, entity: Entity) -> bool:
        if any(self._lexed.lexicon.sort(n) & Sort.DOCUMENT for n in entity.nouns):
            return False
        return entity.kind is not VoiceKind.UNNAMED or any(self._lexed.lexicon.sort(n) & NOUN for n in entity.nouns)
