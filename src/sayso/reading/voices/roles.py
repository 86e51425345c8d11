"""Roles: what titles and appositions say of a voice - its office, its body, its side, and what may take it up."""

from __future__ import annotations

from sayso.packs.voice_words import ROLE, Sort
from sayso.packs.world import Use
from sayso.reading.voices.entities import Entity
from sayso.reading.voices.lexing import Lexed
from sayso.reading.voices.naming import Namer
from sayso.reading.voices.phrases import Phrase, read_phrase


class Roles:
    """Reads the titles and appositions of one article."""

    def __init__(self, lexed: Lexed, namer: Namer) -> None:
        self._lexed, self._namer = lexed, namer

    def give(self, entity: Entity, first: int, last: int) -> None:
        """Notes a title or apposition of a person: role, what it may be called by, side and body."""
        lexed = self._lexed
        phrase = read_phrase(lexed, first, last)
        if phrase is None:
            return
        end = phrase.name[0] if phrase.name and phrase.noun_at[0] < phrase.noun_at[1] else phrase.last
        start = phrase.owner[0] if phrase.owner else phrase.core[0]
        nouns = self._role_nouns(phrase.core[0], min(end, phrase.core[1]))
        for noun in nouns:
            entity.may_be(lexed.lexicon.singular(noun))
            entity.gender = entity.gender or lexed.lexicon.gender_of(noun)
        if not entity.role and any(lexed.lexicon.sort(n) & (ROLE | Sort.PEOPLE) for n in nouns):
            entity.role = self._role(start, end) or None
        entity.side = entity.side or self._namer.side_in(start, end)
        entity.body = entity.body or self.body_in(phrase, start, end)

    def nouns_in(self, role: str) -> list[str]:
        """The head nouns of a role given as words ("NATO secretary general")."""
        words = role.lower().split()
        pairs = [" ".join(words[i : i + 2]) for i in range(len(words) - 1)]
        return [w for w in (*pairs, *words) if self._lexed.lexicon.sort(w) & ROLE]

    def body_in(self, phrase: Phrase, first: int, last: int) -> str | None:
        """The body that a role is held in, where its words name one."""
        lexed = self._lexed
        for at in range(first, last):
            known = lexed.known.get(at)
            owned = self._is_others(at, first)
            if known is not None and known[0].use in (Use.BODY, Use.OUTLET) and at + known[1] <= last and not owned:
                return known[0].name
        if phrase.tail[0] < phrase.tail[1] - 1 and lexed.words[phrase.tail[0]].low in ("of", "for", "with", "at"):
            inner = read_phrase(lexed, phrase.tail[0] + 1, min(last, phrase.tail[1]))
            if inner and inner.sort & Sort.BODY and not inner.plural:
                named = self._namer.body(inner)
                return named.name
        return None

    def _is_others(self, at: int, first: int) -> bool:
        """Whether a known name is but the end of another's: "Norland's Security Council", "Social Democratic Party"."""
        before = self._lexed.words[at - 1]
        plain = before.upper and not before.sort & (ROLE | Sort.TITLE) and before.bare not in self._lexed.adjectives
        return at > first and (
            before.low == "'s" or (plain and at - 1 not in self._lexed.known and before.pos == "PROPN")
        )

    def _role_nouns(self, first: int, last: int) -> list[str]:
        """Titles and head nouns of roles in a range, in lower case."""
        found: list[str] = []
        at = first
        while at < last:
            length = self._lexed.phrase_at(at, last)
            low = self._lexed.low(at, at + length)
            if self._lexed.lexicon.sort(low) & (ROLE | Sort.TITLE | Sort.PEOPLE):
                found.append(low)
            at += length
        return found

    def _role(self, first: int, last: int) -> str:
        """A role as words: offices in lower case and singular, names as they are, forms of address left out."""
        lexed = self._lexed
        parts: list[str] = []
        at = first
        while at < last:
            known = lexed.known.get(at)
            if known is not None and at + known[1] <= last:
                parts.append(f" {lexed.shown(at, at + known[1])}")
                at += known[1]
                continue
            length = lexed.phrase_at(at, last)
            low = lexed.low(at, at + length)
            sort = lexed.lexicon.sort(low)
            shown = lexed.shown(at, at + length)
            if sort & Sort.TITLE and not sort & ROLE:
                shown = ""
            elif sort & (ROLE | Sort.PEOPLE):
                shown = lexed.lexicon.singular(low) if sort & Sort.PEOPLE else low
            elif low in lexed.lexicon.role_modifiers and self._before_role(at + length, last):
                shown = low
            joins = parts and lexed.words[at].start == lexed.words[at - 1].end
            parts.append(shown if not shown or joins else f" {shown}")
            at += length
        return "".join(parts).strip(" ,.—–-")

    def _before_role(self, at: int, last: int) -> bool:
        """Whether only modifiers stand between here and a role's noun ("former deputy defence minister")."""
        words, lexicon = self._lexed.words, self._lexed.lexicon
        while at < last and words[at].low in lexicon.role_modifiers and not words[at].sort & ROLE:
            at += 1
        return at < last and bool(words[at].sort & ROLE)
