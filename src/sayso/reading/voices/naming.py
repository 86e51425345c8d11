"""Naming: the name under which a state or body stands, however the text writes it.

"Norland's Ministry of Defence", "the Norland defense ministry" and "Norland Defence Ministry" are one body.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.packs.voice_words import NOUN, Sort
from sayso.packs.world import Known, Use
from sayso.reading.voices.lexing import Lexed, is_mark
from sayso.reading.voices.phrases import Phrase

_OF = frozenset(("of", "for"))


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's name, its side, and whether the phrase says whose body it is ("the ministry" does not)."""

    name: str
    side: str | None
    whole: bool


class Namer:
    """Names states and bodies of one article; states that no pack knows are told by the article's own adjectives."""

    def __init__(self, lexed: Lexed) -> None:
        self._lexed = lexed
        self._capitalised = frozenset(lexed.words[i].bare for i in lexed.capitals)

    def adjective(self, state: str) -> str:
        """A state's adjective: the world's, or one that the article uses, or the state's name itself."""
        world = self._lexed.world
        if state in world.states:
            return world.adjective(state)
        for ending, other in self._lexed.lexicon.derived:
            made = state.removesuffix(ending) + other if state.endswith(ending) else ""
            if made and (made in self._capitalised or (ending, other) == tuple(self._lexed.lexicon.derived[0])):
                return made
        return state

    def state_of_adjective(self, adjective: str) -> str | None:
        """The state that an adjective belongs to; None where neither world nor article knows one."""
        found = self._lexed.world.state_of(adjective)
        if found is not None or "-" in adjective or adjective in self._lexed.lexicon.of_no_state:
            return found  # who is "Pro-Norlandic" is of no state
        trusted = tuple(self._lexed.lexicon.derived[0])
        for ending, other in self._lexed.lexicon.derived:
            if other and adjective.endswith(other) and len(adjective) > len(other) + 2:
                made = adjective.removesuffix(other) + ending
                if made in self._capitalised or (ending, other) == trusted:
                    return made
        return None

    def known_at(self, first: int, last: int) -> Known | None:
        """The known name that fills the range, a leading "the" apart."""
        if first < last and self._lexed.words[first].low == "the" and first not in self._lexed.known:
            first += 1
        found = self._lexed.known.get(first)
        return found[0] if found is not None and first + found[1] == last else None

    def side_in(self, first: int, last: int) -> str | None:
        """The state or side that the words of a range name first, by a known name or an adjective of the article."""
        lexed = self._lexed
        for at in range(first, last):
            known = lexed.known.get(at)
            if known is not None and known[0].side is not None and known[0].use is not Use.OUTLET:
                return known[0].side
            word = lexed.words[at]
            if known is None and word.upper and not word.sort & NOUN and not is_mark(word):
                state = self.state_of_adjective(word.bare)
                if state is not None:
                    return state
        return None

    def body(self, phrase: Phrase) -> BodyName:
        """The name of the body that a phrase with a body's noun stands for."""
        lexed = self._lexed
        owner, side = self._owner(phrase)
        first, last = phrase.core
        words = [w.bare for w in lexed.words[first : phrase.noun_at[0]] if not is_mark(w)]
        noun = self._noun_words(phrase)
        of, of_side, of_state = self._complement(phrase)
        if owner is None and words:
            lead = self._leading_state(first, phrase.noun_at[0])
            if lead is not None:
                side, count = lead
                known = lexed.known.get(first)
                of_name = side is not None and known is not None and known[0].use is Use.STATE
                of_name = of_name and " ".join(words[:count]) not in lexed.world.states[side or ""].adjectives
                owner, words = self.adjective(side) if of_name and side else " ".join(words[:count]), words[count:]
        proper = any(w.upper for w in lexed.words[first:last])
        if phrase.noun in ("ministry", "department") and of and not of_state:
            topic, state = self._topic(phrase)
            owner = owner or (self.adjective(state) if state else None)
            topic = lexed.lexicon.topics.get(" ".join(topic).lower(), " ".join(topic)).split()
            words, of, side = [*topic, *words], "", side or state
        elif of_state and owner is None and not (proper and lexed.words[phrase.noun_at[0]].upper):
            owner, side, of = self.adjective(of_side or of), of_side or of, ""
        side = side or of_side
        parts = [*words, *noun.split()]
        if owner is not None or proper:
            parts = [_capital(w) if self._is_office(phrase) else w for w in parts]
        name = " ".join([*([owner] if owner else []), *parts])
        if of:
            name += f" {lexed.low(phrase.tail[0], phrase.tail[0] + 1)} {of}"
        return BodyName(name, side, owner is not None or proper or bool(of))

    def _topic(self, phrase: Phrase) -> tuple[list[str], str | None]:
        """What a ministry is for, and whose it is where "of" says so again ("Ministry of Defence of Norland")."""
        lexed = self._lexed
        first, last = phrase.tail[0] + 1, phrase.tail[1]
        for at in range(first + 1, last - 1):
            if lexed.words[at].low == "of":
                start = at + 1 if lexed.words[at + 1].low != "the" else at + 2
                known = self.known_at(start, last)
                state = known.side if known is not None else lexed.words[start].bare if start + 1 == last else None
                return [w.bare for w in lexed.words[first:at] if not is_mark(w)], state
        return [w.bare for w in lexed.words[first:last] if not is_mark(w) and w.low != "the"], None

    def _noun_words(self, phrase: Phrase) -> str:
        lexed = self._lexed
        end = phrase.core[1]
        kept = [w.bare for w in lexed.words[phrase.noun_at[0] : end] if not is_mark(w)]
        return " ".join(kept)

    def _is_office(self, phrase: Phrase) -> bool:
        """Whether it is an office of a state, which is written with capitals ("Foreign Ministry")."""
        return phrase.noun in ("ministry", "department") or any(
            w.upper for w in self._lexed.words[phrase.noun_at[0] : phrase.noun_at[1]]
        )

    def _owner(self, phrase: Phrase) -> tuple[str | None, str | None]:
        """What stands before "'s", as an adjective where it is a state, and the side."""
        if phrase.owner is None:
            return None, None
        lexed = self._lexed
        first, last = phrase.owner
        known = self.known_at(first, last)
        if known is not None and known.use in (Use.STATE, Use.SEAT):
            return self.adjective(known.name), known.name
        if known is not None:
            return known.name, known.side
        shown = lexed.shown(first, last).removeprefix("the ").removeprefix("The ")
        if last - first == 1 and phrase.noun in lexed.lexicon.of_state and lexed.words[first].upper:
            return self.adjective(lexed.words[first].bare), lexed.words[first].bare
        return (shown + "'s" if last - first else shown), None

    def _leading_state(self, first: int, last: int) -> tuple[str | None, int] | None:
        """The state whose adjective or name leads the modifiers, and how many words it has."""
        known = self._lexed.known.get(first)
        if known is not None and first + known[1] <= last:
            of_state = known[0].use in (Use.STATE, Use.ADJECTIVE, Use.SEAT)
            return (known[0].side, known[1]) if of_state else None
        word = self._lexed.words[first]
        if word.upper and not word.sort & NOUN and first < last:
            state = self.state_of_adjective(word.bare)
            return (state, 1) if state is not None else None
        return None

    def _complement(self, phrase: Phrase) -> tuple[str, str | None, bool]:
        """What follows "of" or "for": its words, its side, and whether it is a state by itself."""
        lexed = self._lexed
        first, last = phrase.tail
        if first >= last or lexed.words[first].low not in (*_OF, "in", "at"):
            return "", None, False
        first += 1
        if first < last and lexed.words[first].low == "the":
            first += 1
        known = self.known_at(first, last)
        if known is not None and known.use in (Use.STATE, Use.SEAT):
            return known.name, known.name, lexed.words[phrase.tail[0]].low == "of"
        low_noun = phrase.noun in lexed.lexicon.of_state
        if last - first == 1 and low_noun and lexed.words[first].upper and lexed.words[phrase.tail[0]].low == "of":
            topic = phrase.noun in ("ministry", "department")
            return lexed.words[first].bare, None if topic else lexed.words[first].bare, not topic
        return lexed.shown(first, last), self.side_in(first, last), False


def _capital(word: str) -> str:
    return (
        word if word[:1].isupper() or word in ("of", "for", "the", "and", "in", "on") else word[:1].upper() + word[1:]
    )


def without_determiner(lexed: Lexed, first: int, last: int) -> str:
    """The words of a range as the text shows them, a leading article left out; a capital only where a name has one."""
    start = first
    if start < last and lexed.words[start].low in ("a", "an", "the", "some", "several", "many", "multiple", "few"):
        start += 1
    if start >= last:
        return lexed.shown(first, last)
    shown = lexed.shown(start, last)
    word = lexed.words[start]
    opens = start in (lexed.sentences[word.sentence], lexed.sentences[word.sentence] + (start - first))
    common = word.sort & (NOUN | Sort.DETERMINER | Sort.DOCUMENT) or (
        word.bare not in lexed.inside and last - start > 1
    )
    named = start + 1 < last and lexed.words[start + 1].upper and not word.sort & Sort.TITLE  # "Capital Economics"
    if opens and word.upper and common and not named and start not in lexed.known and word.bare not in lexed.adjectives:
        shown = shown[:1].lower() + shown[1:]
    return shown


def possessive(name: str, plural: bool) -> str:
    """A name with "'s", or the apostrophe alone after a plural."""
    return f"{name}'" if name.endswith("s") and plural else f"{name}'s"


def own_name(lexed: Lexed, phrase: Phrase) -> str:
    """What a body is called behind its owner: "Office of Foreign Assets Control" in full, "office" by its noun."""
    proper = phrase.tail[0] < phrase.tail[1] and lexed.words[phrase.noun_at[0]].upper
    return lexed.shown(phrase.noun_at[0], phrase.last) if proper else phrase.noun
