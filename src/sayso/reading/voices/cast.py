"""The cast: every voice that one article names, and which phrase names which."""

from __future__ import annotations

import re

from sayso.packs.voice_words import NOUN, ROLE, Sort
from sayso.packs.world import Known, Use
from sayso.reading.draft import Draft
from sayso.reading.voices.entities import Entity
from sayso.reading.voices.lexing import Lexed, is_mark
from sayso.reading.voices.name_kinds import NameKinds
from sayso.reading.voices.naming import Namer, own_name, possessive, without_determiner
from sayso.reading.voices.persons import Persons
from sayso.reading.voices.phrases import Phrase, Range, read_phrase
from sayso.reading.voices.roles import Roles
from sayso.records import VoiceKind

_OWNER = re.compile(r"(\w+)['’]s(?!\w)")
_FULL_NAME = 2  # words
_LONGEST_NAME = 3  # words; a longer run of capitals may be a headline


class Cast:
    """The voices of one article, made as phrases are read; a phrase read again gives the same voice."""

    def __init__(self, lexed: Lexed, draft: Draft) -> None:
        self.lexed = lexed
        self.namer = Namer(lexed)
        self.roles = Roles(lexed, self.namer)
        self.persons = Persons(lexed.world.folding, lexed.lexicon.suffixes)
        self.kinds = NameKinds(lexed, draft.analysis.names, frozenset(p.span.start for p in draft.places))
        self._roster = draft.parts.roster
        self._published = draft.article.published
        self._others: dict[str, Entity] = {}
        self._others_by_name: dict[tuple[VoiceKind, str], Entity] = {}
        self._looked_up: set[str] = set()
        self._held: list[tuple[Entity, str]] = []
        self._outlet = draft.article.outlet
        self.authors = draft.article.authors

    def of(self, first: int, last: int) -> Entity | None:
        """The voice that a phrase names by itself; None for one that names nobody."""
        phrase = read_phrase(self.lexed, first, last)
        return None if phrase is None else self.of_phrase(phrase)

    def of_phrase(self, phrase: Phrase) -> Entity | None:
        """As `of`, for a phrase already read."""
        lexed = self.lexed
        start = phrase.owner[0] if phrase.owner else phrase.core[0]
        known = self.namer.known_at(start, phrase.core[1])
        if known is not None and known.use is not Use.ADJECTIVE and not self._of_other_state(known, phrase):
            return self.known(known, lexed.shown(start, phrase.core[1]))
        if known is None and phrase.noun_at[1] == phrase.core[1]:
            before = self._known_before(phrase)
            if before is not None:
                return before
        if phrase.name is not None:
            named = self._named(phrase)
            if named is not None:
                return named
        sort = phrase.sort
        if phrase.core[1] - phrase.core[0] == 1 and not phrase.determiner and lexed.words[phrase.core[0]].upper:
            surname = self.persons.find(lexed.shown(*phrase.core), sentence=lexed.words[phrase.core[0]].sentence)
            if surname is not None:
                surname.called(lexed.shown(*phrase.core))
                return surname
        if sort & Sort.BODY and not phrase.plural:
            return self._body(phrase)
        if sort & (NOUN | Sort.DOCUMENT):
            return self._unnamed(phrase)
        return None

    def _of_other_state(self, known: Known, phrase: Phrase) -> bool:
        """Whether a complement says that a known name is another's ("Supreme Court of Norland")."""
        first, last = phrase.tail
        if known.body is None or first + 1 >= last or self.lexed.words[first].low != "of":
            return False
        return self.lexed.words[last - 1].upper and self.namer.side_in(first + 1, last) != known.side

    def _known_before(self, phrase: Phrase) -> Entity | None:
        """The body in "the state-run Norland Radio broadcaster": a known name before a noun that it is called by."""
        lexed, at = self.lexed, phrase.noun_at[0]
        called = phrase.sort & Sort.BODY
        for back in range(at - 1, phrase.core[0] - 1, -1):
            found = lexed.known.get(back)
            if found is None:
                continue
            fits = all(w.sort & (Sort.BODY | Sort.DOCUMENT) for w in lexed.words[back + found[1] : at])
            body = found[0].body
            if (
                body is not None
                and called
                and fits
                and (body.outlet or any(lexed.lexicon.alike(phrase.noun, n) for n in body.nouns))
            ):
                return self.known(found[0], lexed.shown(back, back + found[1]))
            return None
        return None

    def state_after(self, phrase: Phrase) -> str | None:
        """The state in "the president of Norland", where the complement is nothing else."""
        first, last = phrase.tail
        if first + 1 >= last or self.lexed.words[first].low != "of":
            return None
        known = self.namer.known_at(first + 1, last)
        return known.side if known is not None and known.use is Use.STATE else None

    def settle(self) -> None:
        """What the article's own words leave open: roles that the roster has, the sides of aides."""
        for entity, role in self._held:
            entity.role = entity.role or role
        for entity in self.persons.all:
            for owner in _OWNER.findall(entity.role or "") if entity.side is None else ():
                person = self.persons.find(owner)
                if person is not None and person is not entity:
                    entity.side = entity.side or person.side

    def known(self, known: Known, shown: str) -> Entity:
        """The voice under a known name: a state for its capital, a people as its members, a body or outlet."""
        if known.use is Use.PEOPLE:
            return self.other(VoiceKind.UNNAMED, shown, side=known.side, plural=True)
        if known.body is None:
            entity = self.other(VoiceKind.STATE, known.name, side=known.side)
            entity.nouns = entity.nouns or [*self.lexed.lexicon.state_nouns]
            entity.called(shown.removeprefix("the ").removeprefix("The "))
            return entity
        kind = VoiceKind.OUTLET if known.body.outlet else VoiceKind.BODY
        entity = self.other(kind, known.name, side=known.side)
        entity.nouns = entity.nouns or list(known.body.nouns)
        entity.called(shown.removeprefix("the ").removeprefix("The "))
        return entity

    def person(self, name: Range, gender: str = "") -> Entity:
        """The person whose name stands in a range of words."""
        name = self._without_state(name)
        shown = self.lexed.shown(*name)
        gender = gender or self.lexed.lexicon.given.get(self.lexed.words[name[0]].low, "")
        entity = self.persons.add(shown, gender, self.lexed.words[name[0]].sentence)
        if shown not in self._looked_up:
            self._looked_up.add(shown)
            self._take_from_roster(entity, shown)
        return entity

    def _without_state(self, name: Range) -> Range:
        """A person's name without the state of a title before it ("Ambassador of Norland to Tansor | Ada Corrow")."""
        known = self.lexed.known.get(name[0])
        if known is None or known[0].use is not Use.STATE or name[1] - name[0] - known[1] < _FULL_NAME:
            return name
        before = self.lexed.words[name[0] - 1] if name[0] else None
        titled = before is not None and before.low in ("of", "to", "for")
        return (name[0] + known[1], name[1]) if titled else name

    def _take_from_roster(self, entity: Entity, shown: str) -> None:
        """A known person's id, full name, role on the day, body and side."""
        row = self._roster.known(entity.name) or self._roster.known(shown)
        if row is None:
            return
        entity.renamed(row.name)
        entity.gender = entity.gender or self.lexed.lexicon.given.get(row.name.split()[0].lower(), "")
        entity.key, entity.side, entity.body = row.id, entity.side or row.side, entity.body or row.body
        role = row.role_on(self._published[:10] if self._published else None)
        if role is not None:
            self._held.append((entity, role))
            entity.may_be(*self.roles.nouns_in(role))

    def other(self, kind: VoiceKind, name: str, side: str | None = None, plural: bool = False) -> Entity:
        """The body, state, outlet or unnamed voice of this name, made where there is none."""
        found = self._others_by_name.get((kind, name))
        if found is None:
            found = self._others_by_name[(kind, name)] = self._make_other(kind, name, plural)
        found.side = found.side or side
        return found

    def _make_other(self, kind: VoiceKind, name: str, plural: bool) -> Entity:
        """The voice whose folded name is the same, or a new one; id, name and side from the roster where it has it."""
        key = self.lexed.world.folding.key(name)
        row = self._roster.known(name) if kind is not VoiceKind.UNNAMED else None
        if row is not None:
            key, name = row.id, row.name
        found = self._others.get(key)
        if found is None:
            found = self._others[key] = Entity(kind, key, name, side=row.side if row else None, plural=plural)
        return found

    def outlet(self) -> tuple[Entity, ...]:
        """The article's own outlet, where it is known."""
        return (self.other(VoiceKind.OUTLET, self._outlet),) if self._outlet else ()

    def _named(self, phrase: Phrase) -> Entity | None:
        """The person or body whose proper name the phrase ends in."""
        assert phrase.name is not None
        first, last = phrase.name
        lexed = self.lexed
        has_noun = phrase.noun_at[0] < phrase.noun_at[1] and phrase.noun_at[1] <= first
        kind = self.kinds.of(first, last, phrase.noun if has_noun else "")
        titles = lexed.low(phrase.core[0], first).replace(".", "").split()
        gender = next((g for t in titles if (g := lexed.lexicon.gender.get(t))), "")
        if kind is VoiceKind.PERSON:
            if sum(not is_mark(w) for w in lexed.words[first:last]) > _LONGEST_NAME:
                first, last = self.kinds.clipped(first, last)
            entity = self.person((first, last), gender)
            if first > phrase.core[0] or phrase.owner:
                self.roles.give(entity, phrase.owner[0] if phrase.owner else phrase.core[0], first)
            return entity
        if kind is None:
            return None
        if has_noun and lexed.words[phrase.noun_at[0]].upper:
            first = phrase.noun_at[0]
        if lexed.words[first].upper and self.kinds.whole(first, phrase.last):
            last = phrase.last
        known = self.namer.known_at(first, last)
        if known is not None:
            entity = self.known(known, lexed.shown(first, last))
        else:
            side = self.namer.side_in(*phrase.tail) if last == phrase.last else None
            entity = self.other(kind, lexed.shown(first, last), side=side or self.namer.side_in(*phrase.core))
        if has_noun:
            entity.may_be(phrase.noun)
        if kind is VoiceKind.OUTLET and not entity.nouns:
            entity.may_be(*lexed.lexicon.outlet_nouns)
        entity.may_be(*self.kinds.nouns_in(first, last))
        return entity

    def _body(self, phrase: Phrase) -> Entity:
        named = self.namer.body(phrase)
        owner = phrase.owner
        if owner is not None and named.side is None:
            person = self.of(*owner)
            if person is not None:
                name = f"{possessive(person.name, person.plural)} {own_name(self.lexed, phrase)}"
                entity = self.other(VoiceKind.BODY, name, side=person.side)
                entity.body, entity.nouns = person.name, [phrase.noun]
                return entity
        name = named.name if named.whole else without_determiner(self.lexed, phrase.first, phrase.last)
        entity = self.other(VoiceKind.BODY, name, side=named.side)
        if phrase.noun not in entity.nouns:
            entity.may_be(phrase.noun)
        entity.called(self.lexed.shown(phrase.first, phrase.last))
        return entity

    def _unnamed(self, phrase: Phrase) -> Entity:
        """People without a name, as the article calls them: "Western officials", "a nurse at the clinic"."""
        lexed = self.lexed
        start = phrase.owner[0] if phrase.owner else phrase.first
        if phrase.determiner == "one" and phrase.plural:
            start = phrase.core[0]
        name = without_determiner(lexed, start, phrase.last)
        side = self.namer.side_in(start, phrase.core[1])
        if not any(w.upper for w in lexed.words[phrase.core[0] : phrase.core[1]]):
            side = side or self.namer.side_in(*phrase.tail)
        owner = self.of(*phrase.owner) if phrase.owner else None
        if owner is not None and owner.kind is VoiceKind.PERSON:
            name, side = (
                f"{possessive(owner.name, owner.plural)} {lexed.shown(phrase.core[0], phrase.last)}",
                side or owner.side,
            )
        entity = self.other(VoiceKind.UNNAMED, name, side=side, plural=phrase.plural)
        entity.nouns = entity.nouns or [phrase.noun]
        entity.gender = entity.gender or lexed.lexicon.gender.get(phrase.noun, "")
        entity.body = entity.body or self.roles.body_in(phrase, start, phrase.last)
        if not phrase.plural and lexed.lexicon.sort(phrase.noun) & ROLE:
            entity.role = entity.role or phrase.noun
        return entity

    def plain(self, first: int, last: int) -> Entity | None:
        """A voice by its words alone, where the pack knows none of them: a name if capitals say so, else unnamed."""
        lexed = self.lexed
        phrase = read_phrase(lexed, first, last)
        if phrase is None or phrase.core[0] >= phrase.core[1]:
            return None
        known = self.namer.known_at(*phrase.core)
        if known is not None and known.use is Use.ADJECTIVE:
            return self.other(VoiceKind.STATE, known.name, side=known.side)  # "Russian claims"
        at, end = phrase.core
        if any(w.low[:1].isalpha() for w in lexed.words[at:end]):
            name = without_determiner(lexed, phrase.owner[0] if phrase.owner else phrase.first, phrase.last)
            counted = phrase.determiner[:1].isdigit() or phrase.determiner in ("many", "most", "some")
            if lexed.words[at].upper and not counted:
                person = self.persons.find(lexed.shown(at, end), sentence=lexed.words[at].sentence)
                if person is not None:
                    person.called(lexed.shown(at, end))
                    return person
                model = self.kinds.model_kind(at, end)
                if (
                    model is None
                    and end - at == 1
                    and name.endswith("s")
                    and at == lexed.sentences[lexed.words[at].sentence]
                ):
                    return self.other(VoiceKind.UNNAMED, name[:1].lower() + name[1:], plural=True)
                if model == "person" or (model is None and end - at == 1 and lexed.words[at].bare[1:].islower()):
                    return self.person((at, end))
                kind = {"organisation": VoiceKind.BODY, "place": VoiceKind.STATE}.get(model or "", VoiceKind.UNNAMED)
                return self.other(kind, name)
            if end - at == 1 and not phrase.determiner and lexed.words[at].pos == "ADJ":
                return None  # "international warnings" are nobody's
            return self.other(VoiceKind.UNNAMED, name, side=self.namer.side_in(first, last))
        return None
