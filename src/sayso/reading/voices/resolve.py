"""Resolving: from the words of a source to the voices that speak."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.packs.voice_words import Sort
from sayso.packs.world import Use
from sayso.reading.voices.cast import Cast
from sayso.reading.voices.descriptions import Descriptions
from sayso.reading.voices.documents import Documents
from sayso.reading.voices.entities import Entity
from sayso.reading.voices.joint import Item, read_items, takes_up
from sayso.reading.voices.lexing import is_dash, is_mark
from sayso.reading.voices.owned import of_owner
from sayso.reading.voices.phrases import Phrase, read_phrase
from sayso.reading.voices.pronouns import fits, resolve_joined, resolve_pronoun
from sayso.reading.voices.scene import Scene
from sayso.records import VoiceKind

_OWN_ARTICLE = re.compile(r"(?<![^ ])this (article|story|post|dispatch)(?![^ ])")


class Resolver:
    """Resolves sources of one article, in the order of the text."""

    def __init__(self, cast: Cast, scene: Scene) -> None:
        self._cast, self._scene, self._lexed = cast, scene, cast.lexed
        self._descriptions = Descriptions(cast, scene)
        self.documents = Documents(cast, scene)

    def source(self, first: int, last: int, barred: Sequence[Entity] = ()) -> tuple[Entity, ...]:
        """The voices of a source in a range of words, each once; none where they can't be told."""
        lexed = self._lexed
        while first < last and (is_mark(lexed.words[first]) or lexed.words[first].low in ("according", "to", "by")):
            first += 1
        last = self._until_break(first, last)
        if first >= last:
            return ()
        if self._is_dateline(first, last):
            return ()
        low = lexed.low(first, last)
        special = self._special(low, first, last, barred)
        if special is not None:
            return special
        found: list[Entity] = []
        items = read_items(self._cast, first, last, loose=True)
        closer = self._told_closer(items, first, last)
        if closer:
            return closer
        whole = self._whole(items, first, last)
        if whole is not None:
            return whole
        for item in items:
            if item.group != items[0].group:
                break
            before = found[-1] if found and item.phrase.owner_pronoun else None
            for entity in self._owned_by(before, item) or self.item(item, barred) or self._plain_item(item):
                if all(entity is not e for e in found):
                    found.append(entity)
        if not items:
            found.extend(self._plain(first, last))
        return tuple(found)

    def _told_closer(self, items: Sequence[Item], first: int, last: int) -> tuple[Entity, ...]:
        """An unnamed voice with its relative clause, or a document with who made it, that its chunk leaves out."""
        if not items or items[0].last >= last:
            return ()
        phrase = read_phrase(self._lexed, first, last)
        if phrase is None or items[0].last >= phrase.last:
            return ()
        if self.documents.is_document(phrase):
            return self.documents.told(phrase)
        entity = items[0].entity
        unnamed = len(items) == 1 and entity is not None and entity.kind is VoiceKind.UNNAMED
        after = self._lexed.words[items[0].last]
        goes_on = after.low.isalpha() and not after.sort & (Sort.BREAK | Sort.STOP) and after.pos != "VERB"
        if unnamed and (after.low in self._lexed.lexicon.complements or goes_on):
            longer = self._cast.of_phrase(phrase)
            return (longer,) if longer is not None else ()
        if self._tells_unnamed(first, items[0].last) and self._lexed.words[items[0].last].low in (
            "who",
            "that",
            "which",
        ):
            entity = self._cast.of_phrase(phrase)
            return (entity,) if entity is not None else ()
        return ()

    def _is_dateline(self, first: int, last: int) -> bool:
        """Whether a place opens the text's own line: "HESTVIK — …", "Hestvik: …"."""
        lexed = self._lexed
        if (
            last >= len(lexed.words)
            or first != lexed.sentences[lexed.words[first].sentence]
            or lexed.headline_at(first)
        ):
            return False
        after, words = lexed.words[last], lexed.words[first:last]
        known = self._cast.namer.known_at(first, last)
        place = self._cast.kinds.model_kind(first, last) == "place" or (known is not None and known.use is Use.SEAT)
        return (is_dash(after) and all(w.bare.isupper() for w in words)) or (after.low == ":" and place)

    def _first_mark(self, first: int, last: int) -> int:
        return next((at for at in range(first + 1, last) if is_mark(self._lexed.words[at])), last)

    def _whole(self, items: Sequence[Item], first: int, last: int) -> tuple[Entity, ...] | None:
        """A source that is one phrase with words that the pack does not know: the name that closes it ("talk radio host
        Ada Corrow"), or the whole where even its head is unknown ("the spot"). None where its items say all."""
        words = self._lexed.words
        end = self._first_mark(first, last)
        for at in range(first + 1, end):
            if at not in self._lexed.known and words[at].sort & Sort.PREPOSITION:
                end = at
                break
        plain = [at for at in range(first, end) if words[at].low.isalpha() and not words[at].upper]
        inside = {at for item in items for at in range(item.first, item.last)}
        # "Officials and gas analyst Ada Corrow" are two; "oil and gas analyst Ada Corrow" is one.
        joints = {at for at in plain if words[at].low in ("and", "or") and (at - 1 in inside or words[at - 1].upper)}
        if not plain or joints or any(words[at].low == "'s" for at in plain):
            return None
        small = Sort.DETERMINER | Sort.OPENING | Sort.PRONOUN
        if not any(at not in inside and not words[at].sort & small for at in plain):
            return None
        closing = next((i for i in items if i.first < end <= i.last), None)
        if closing is None or closing.entity is None:
            return self._plain(first, end)
        return (closing.entity,) if closing.entity.kind is VoiceKind.PERSON else self._plain(first, end)

    def item(self, item: Item, barred: Sequence[Entity] = ()) -> tuple[Entity, ...]:
        """The voices of one item: named by itself, or taken up from before."""
        phrase = item.phrase
        quotation = self._lexed.words[item.first].quotation
        if self.documents.is_document(phrase) and not (item.apposed and item.entity):
            return self._document(phrase, item, quotation)
        if item.entity is not None:
            return (item.entity,)
        if phrase.owner_pronoun:
            return self._owned(phrase, quotation, barred)
        if phrase.plural:
            return self._plural(phrase, quotation)
        return self._descriptions.resolve(phrase, quotation) if takes_up(self._cast, phrase) else ()

    def _special(self, low: str, first: int, last: int, barred: Sequence[Entity]) -> tuple[Entity, ...] | None:
        """Pronouns, "both", "the latter", and words that name nobody; None for all other sources."""
        lexed, lexicon = self._lexed, self._lexed.lexicon
        quotation = lexed.words[first].quotation
        head = lexed.words[first].low
        if low in lexicon.joined:
            return resolve_joined(self._scene, first, quotation)
        if low in lexicon.first_of_two or low in lexicon.second_of_two:
            pair = resolve_joined(self._scene, first, quotation)
            return () if len(pair) != 2 else (pair[0] if low in lexicon.first_of_two else pair[1],)
        if _OWN_ARTICLE.search(low):
            return self._cast.outlet()
        low = lexicon.possessives.get(low, low)
        kind = lexicon.pronouns.get(low)
        if kind in ("first", "second"):
            return (tuple(barred) or self._author(quotation)) if kind == "first" else ()
        if kind is not None:
            return self._no_document(resolve_pronoun(self._scene, low, first, quotation, barred), first)
        if (
            lexicon.pronouns.get(head) in ("relative", "male", "female")
            and last - first > 1
            and is_mark(lexed.words[first + 1])
        ):
            return resolve_pronoun(self._scene, head, first, quotation, barred)
        words = [w.low for w in lexed.words[first:last] if not is_mark(w)]
        if head in lexicon.pronouns and words[1:] in (
            ["himself"],
            ["herself"],
            ["themselves"],
            ["both"],
            ["all"],
            ["itself"],
        ):
            return resolve_pronoun(self._scene, head, first, quotation, barred)
        if low.startswith(lexicon.negative):
            return ()
        stripped = [w for w in words if w not in ("a", "an", "the")]
        if len(stripped) == 1 and stripped[0] in lexicon.nobody:
            return ()
        return None

    def _author(self, quotation: int) -> tuple[Entity, ...]:
        """Whoever wrote the article, where one person signed it: "I" outside any quotation."""
        authors = self._cast.authors
        return (self._cast.persons.add(authors[0]),) if quotation < 0 and len(authors) == 1 else ()

    def _no_document(self, found: tuple[Entity, ...], at: int) -> tuple[Entity, ...]:
        """The voices, a document's issuers for the document."""
        if len(found) != 1 or found[0].kind is not VoiceKind.UNNAMED:
            return found
        nouns = found[0].nouns
        if not nouns or not self._lexed.lexicon.sort(nouns[0]) & Sort.DOCUMENT:
            return found
        noted = next((d for d in reversed(self._scene.documents) if d.first < at and d.noun == nouns[0]), None)
        return noted.issuers if noted is not None else ()

    def _until_break(self, first: int, last: int) -> int:
        """The source without a relative clause or a participle that follows its name."""
        lexed = self._lexed
        for at in range(first + 1, last):
            word = lexed.words[at]
            if self._is_time(at, last):
                return at
            if word.sort & Sort.BREAK and at not in lexed.known and not word.upper:
                if word.low in ("who", "that", "which") and self._tells_unnamed(first, at):
                    return last
                return at
        return last

    def _is_time(self, at: int, last: int) -> bool:
        """Whether an adverbial of time begins here, amid a source ("the parliament earlier this month")."""
        words, lexicon = self._lexed.words, self._lexed.lexicon
        return words[at].low in lexicon.time_openers and any(
            w.low in lexicon.calendar for w in words[at + 1 : min(at + 3, last)]
        )

    def _tells_unnamed(self, first: int, at: int) -> bool:
        """Whether a relative clause is part of what an unnamed voice is called ("a diplomat who asked …")."""
        phrase = read_phrase(self._lexed, first, at)
        return phrase is not None and phrase.determiner in ("a", "an", "one") and phrase.name is None

    def _document(self, phrase: Phrase, item: Item, quotation: int) -> tuple[Entity, ...]:
        told = self.documents.told(phrase)
        if told:
            return told
        if phrase.owner_pronoun:
            return resolve_pronoun(self._scene, phrase.owner_pronoun, item.first, quotation)
        titled = phrase.core[0] < phrase.noun_at[0] and self._lexed.words[phrase.noun_at[0]].upper
        if phrase.definite and not titled:
            issuers = self.documents.issuers(phrase, quotation)
            if issuers or phrase.noun not in self._lexed.lexicon.own_documents:
                return issuers
        entity = self._cast.of_phrase(phrase)
        return (entity,) if entity is not None else ()

    def _owned(self, phrase: Phrase, quotation: int, barred: Sequence[Entity]) -> tuple[Entity, ...]:
        """ "His office", "its spokesman": named for the owner that the pronoun takes up."""
        if self._lexed.lexicon.pronouns.get(phrase.owner_pronoun) == "first":
            return self._plain(phrase.core[0], phrase.core[1])
        owners = resolve_pronoun(self._scene, phrase.owner_pronoun, phrase.first, quotation, barred)
        return of_owner(self._cast, self._scene, owners[0], phrase) if owners else ()

    def _owned_by(self, before: Entity | None, item: Item) -> tuple[Entity, ...]:
        """ "Ada Corrow and her aides": the pronoun is who stands before in the same source, where it fits."""
        if before is None or item.entity is not None:
            return ()
        kind = self._lexed.lexicon.pronouns.get(item.phrase.owner_pronoun, "")
        return of_owner(self._cast, self._scene, before, item.phrase) if fits(self._lexed, before, kind) else ()

    def _plural(self, phrase: Phrase, quotation: int) -> tuple[Entity, ...]:
        """ "The officials", "the two men": several of that kind mentioned before, or voices that stood joined."""
        count = {"two": 2, "three": 3}.get(self._lexed.words[phrase.core[0] - 1].low if phrase.core[0] else "", 0)
        if count:
            joined = resolve_joined(self._scene, phrase.first, quotation, count)
            if joined and self._may_be(joined, phrase):
                return joined
        return self._descriptions.both(phrase, quotation) or self._descriptions.resolve(phrase, quotation)

    def _may_be(self, joined: Sequence[Entity], phrase: Phrase) -> bool:
        """Whether voices may be what a plural noun calls them: persons no organisations, organisations no men."""
        sort = phrase.sort
        human = bool(sort & Sort.PEOPLE) and not sort & Sort.BODIES
        told = [e for e in joined if e.kind in (VoiceKind.PERSON, VoiceKind.BODY, VoiceKind.OUTLET, VoiceKind.STATE)]
        return all((e.kind is VoiceKind.PERSON) == human for e in told) if phrase.noun else True

    def bare_name(self, item: Item) -> tuple[Entity, ...]:
        """A single capitalised word that no pack knows, where the model or another of its places says it is a name."""
        first, last = item.phrase.core
        if item.phrase.noun or item.phrase.owner or last - first != 1 or not self._cast.kinds.is_name(first):
            return ()
        return self._plain(first, last)

    def _plain_item(self, item: Item) -> tuple[Entity, ...]:
        return (
            ()
            if takes_up(self._cast, item.phrase) or self.documents.is_document(item.phrase)
            else self._plain(item.first, item.last)
        )

    def _plain(self, first: int, last: int) -> tuple[Entity, ...]:
        """A source in whose words nothing known stands: a name where it has capitals, else unnamed as it is."""
        entity = self._cast.plain(first, last)
        return (entity,) if entity is not None else ()
