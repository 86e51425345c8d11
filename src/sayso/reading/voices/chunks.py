"""Chunks: stretches of words that may name a voice, found from capitals and the pack's nouns, without a parser.

A chunk runs from a determiner, possessor or modifier to its head noun or name, with the complement that tells it more
closely ("a nurse at the Luvnya clinic"). A verb ends it: after a name or noun, any lower-case word that is no noun.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.packs.voice_words import NOUN, Sort
from sayso.packs.world import Use
from sayso.reading.voices.lexing import Lexed, is_mark
from sayso.reading.voices.phrases import Range, is_abbreviated, is_possessive

_MODIFIERS = 5  # lower-case words allowed between a determiner or possessor and its head noun
_COMPLEMENTS = 3  # "the head of the office of the president of Norland"
_HEADS = NOUN | Sort.DOCUMENT
_SMALL = Sort.DETERMINER | Sort.STOP | Sort.PREPOSITION
_MARKS = Sort.MARK | Sort.CLITIC
_OPENS = NOUN | Sort.DOCUMENT | Sort.DETERMINER  # what else than a capital may open a chunk
_MODIFYING = frozenset(("NOUN", "ADJ", "PROPN"))
_TOPIC = 3  # words of a topic without a determiner: "chief of information security"


def find_chunks(lexed: Lexed, first: int, last: int) -> Iterator[Range]:
    """The chunks in a range of words of one sentence, in order, none within another."""
    done = first
    words, known = lexed.words, lexed.known
    for at in range(first, last):
        word = words[at]
        if at < done or not (word.upper or word.sort & _OPENS or at in known):
            continue
        if word.low == "that":  # far more often a conjunction or pronoun than a determiner
            continue
        end = _Walk(lexed, at, last).end()
        if end > at:
            done = _with_complements(lexed, at, end, last)
            yield at, done


class _Walk:
    """One walk over the words of a chunk. `_open` counts the modifiers that may still come before a head noun."""

    def __init__(self, lexed: Lexed, first: int, last: int) -> None:
        self._lexed, self._first, self._last = lexed, first, last
        self._at = self._end = first
        self._open = 0

    def end(self) -> int:
        """Where the chunk ends; its first word where none begins there."""
        first = self._lexed.words[self._first]
        if is_mark(first) or (first.sort & Sort.PRONOUN and not first.sort & Sort.DETERMINER):
            return self._first
        while self._at < self._last and self._step():
            pass
        if self._end == self._first and self._before_and_adjective():
            self._end = self._at
        if self._end - self._first == 1 and first.low in self._lexed.lexicon.calendar:
            return self._first
        return self._end

    def _step(self) -> bool:
        """Takes the next word or phrase in; False where the chunk ends before it."""
        lexed, at = self._lexed, self._at
        word, known = lexed.words[at], lexed.known.get(at)
        if known is not None:
            closes = known[0].use is Use.PEOPLE and word.low.endswith("s")  # "Norlanders", not the given name "Dane"
            return self._take_known(known[1], known[0].use is Use.ADJECTIVE) and not closes
        sort, length = word.sort, 1
        if sort & _MARKS:
            return self._take_mark(at, sort)
        if sort & Sort.OPENS:
            length = lexed.phrase_at(at, self._last)
            sort = sort if length == 1 else lexed.lexicon.sort(lexed.low(at, at + length))
        if sort & _HEADS:
            return self._take_noun(length, bool(sort & NOUN))
        if sort & _SMALL and not (word.upper and self._end == at > self._first):
            return self._take_small(bool(sort & Sort.DETERMINER))
        return self._take_other(bool(sort & Sort.PARTICLE))

    def _take_mark(self, at: int, sort: int) -> bool:
        """A possessive goes on, and so does the full stop of a title."""
        if at > self._first and is_possessive(self._lexed, at):
            self._at, self._open = at + 1, _MODIFIERS
            return True
        if not sort & Sort.MARK:
            return self._take_other(False)
        if at > self._first and is_abbreviated(self._lexed, at, self._last):
            self._at += 1
            return True
        return False

    def _take_known(self, length: int, adjective: bool) -> bool:
        if self._after_person():
            return False
        self._at = min(self._last, self._at + length)
        self._open = _MODIFIERS if adjective else 0
        if not adjective or self._at == self._last:
            self._end = self._at
        return True

    def _take_noun(self, length: int, voice: bool) -> bool:
        """A head noun; after a person's full name a lower-case one is a verb ("Ada Corrow chairs")."""
        word = self._lexed.words[self._at]
        lower = not word.upper
        if lower and word.pos == "ADJ" and self._open and self._before_noun():
            self._at += 1
            return True
        if lower and word.pos == "VERB" and self._end == self._at > self._first:
            return False
        if lower and (self._after_person() or (not voice and self._after_name())):
            return False
        self._at += length
        self._end, self._open = self._at, 0
        return True

    def _take_small(self, determiner: bool) -> bool:
        """A determiner opens a chunk; an "and" goes on where it is inside a body's name."""
        if self._at == self._first and determiner:
            self._at, self._open = self._at + 1, _MODIFIERS
            return True
        if self._lexed.words[self._at].low in ("and", "&") and self._inside_body():
            self._at += 1
            return True
        if determiner and self._open == _MODIFIERS and self._end == self._first:
            self._at += 1
            return True
        return False

    def _take_other(self, particle: bool) -> bool:
        lexed, at = self._lexed, self._at
        word = lexed.words[at]
        if not (word.upper or self._open or particle or self._end == at):
            return False
        number = self._end == at and word.low[:1].isdigit() and at > self._first and lexed.words[at - 1].upper
        if word.upper and word.bare in lexed.adjectives:
            self._at, self._open = at + 1, _MODIFIERS
            if self._at == self._last:
                self._end = self._at
        elif word.upper or number:
            self._at = self._end = at + 1
            self._open = 0
        elif particle and self._name_may_open() and word.low != "of" and self._name_goes_on():
            self._at += 1
            while not lexed.words[self._at].upper:
                self._at += 1
        elif self._open and word.low not in lexed.lexicon.nobody and not self._is_finite():
            self._at, self._open = at + 1, self._open - 1
        elif self._end == at and word.pos in _MODIFYING and self._noun_follows():
            self._at, self._open = at + 1, 1
        else:
            return False
        return True

    def _is_finite(self) -> bool:
        """Whether the model's verb stands here after a noun, so that a clause goes on ("the economies remain …")."""
        before = self._lexed.words[self._at - 1]
        return self._lexed.words[self._at].pos == "VERB" and before.pos in ("NOUN", "PROPN") and self._at > self._first

    def _name_may_open(self) -> bool:
        """Whether a name's particle may stand here: after a word of the chunk, or the full stop of a title."""
        return self._end == self._at or (self._end == self._at - 1 and self._lexed.words[self._end].low == ".")

    def _before_and_adjective(self) -> bool:
        """Whether adjectives stand alone before "and" and another one ("Norland and Tansori officials")."""
        lexed, at = self._lexed, self._at
        if not (self._first < at < self._last - 1 and lexed.words[at].low in ("and", "&", ",")):
            return False
        known = lexed.known.get(at + 1)
        adjective = known is not None and known[0].use is Use.ADJECTIVE
        return self._is_adjective(self._first) and (adjective or lexed.words[at + 1].bare in lexed.adjectives)

    def _is_adjective(self, at: int) -> bool:
        known = self._lexed.known.get(at)
        return self._lexed.words[at].bare in self._lexed.adjectives if known is None else known[0].use is Use.ADJECTIVE

    def _before_noun(self) -> bool:
        """Whether a lower-case noun stands right after ("an official appeal")."""
        after = self._at + 1
        return after < self._last and self._lexed.words[after].pos == "NOUN" and not self._lexed.words[after].upper

    def _noun_follows(self) -> bool:
        """Whether the model's nouns and adjectives lead on to a head noun ("state emergency service")."""
        words = self._lexed.words
        for at in range(self._at + 1, min(self._at + 3, self._last)):
            word = words[at]
            if word.upper or word.pos not in _MODIFYING:
                return False
            if word.sort & NOUN:
                return True
        return False

    def _name_goes_on(self) -> bool:
        """Whether particles lead to another capital ("van der Brenn")."""
        words, at = self._lexed.words, self._at + 1
        while at < self._last and words[at].sort & Sort.PARTICLE and not words[at].upper and at < self._at + 3:
            at += 1
        return at < self._last and words[at].upper

    def _after_name(self) -> bool:
        """Whether a name stands right before; a capital that only opens the sentence is none."""
        at, words = self._at, self._lexed.words
        if self._end != at or at == self._first or not words[at - 1].upper:
            return False
        opens = self._lexed.sentences[words[at].sentence]
        return at - 1 != opens or at - 1 in self._lexed.known

    def _after_person(self) -> bool:
        """Whether a given name and a surname stand right before."""
        words, at = self._lexed.words, self._at
        if at - self._first < 2 or self._end != at:
            return False
        given = words[at - 2].low in self._lexed.lexicon.given and at - 2 not in self._lexed.known
        return given and words[at - 2].upper and words[at - 1].upper and not words[at - 1].sort & NOUN

    def _inside_body(self) -> bool:
        """Whether "and" joins two words of one name: "Norland's Trade and Fisheries Board"."""
        lexed, at = self._lexed, self._at
        before = lexed.words[at - 1]
        if at + 1 >= self._last or not before.upper or before.sort & NOUN or at - 1 in lexed.known:
            return False
        start = at - 1
        while start > self._first and lexed.words[start - 1].upper and start - 1 not in lexed.known:
            start -= 1
        led = start > self._first and (
            lexed.words[start - 1].low == "the" or start - 1 in lexed.known or is_possessive(lexed, start - 1)
        )
        end = at + 1
        while end < self._last and lexed.words[end].upper:
            end += 1
        return led and end > at + 2 and bool(lexed.words[end - 1].sort & Sort.BODY)


def _with_complements(lexed: Lexed, first: int, end: int, last: int) -> int:
    """The end with the complements that follow: preposition and a chunk, or a determiner and one word."""
    words = lexed.words
    for _ in range(_COMPLEMENTS):
        at = end
        while at < last and words[at].low in lexed.lexicon.complements and at < end + 2:
            at += 1
        if at == end or at >= last or words[at].low in lexed.lexicon.calendar:
            break
        if words[end].low == "to" and words[end - 1].low not in lexed.lexicon.to_roles:
            break
        if words[at - 1].low == "for" and words[at].low in lexed.lexicon.possessives:
            break  # "the government for its support"
        inner = _Walk(lexed, at, last).end()
        inner = _and_topic(lexed, first, inner, last) if inner > at else _plain_object(lexed, at, last)
        if inner == at:
            break
        end = inner
    return end


def _and_topic(lexed: Lexed, first: int, end: int, last: int) -> int:
    """The end with a second topic of a ministry or minister: "Ministry of Trade and Fisheries"."""
    words = lexed.words
    held = any(w.sort & (Sort.BODY | Sort.OFFICE) and w.upper for w in words[first : first + 5])
    if held:
        end = _topics(lexed, end, last)
    if held and end + 1 < last and words[end].low == "and" and words[end - 1].upper and words[end + 1].upper:
        topic = words[end + 1]
        plain = end + 1 not in lexed.known and topic.low not in lexed.lexicon.given and not topic.sort & NOUN
        alone = end + 2 >= last or not words[end + 2].upper
        if plain and alone and end - 1 not in lexed.known:
            return end + 2
    return end


def _topics(lexed: Lexed, end: int, last: int) -> int:
    """The end with a list of topics behind it: "Department for Business, Energy and Industrial Strategy"."""
    words, at, listed = lexed.words, end, 0
    while at + 1 < last and words[at].low in (",", "and") and words[at + 1].upper:
        closing, at = words[at].low == "and", at + 1
        while at < last and words[at].upper:
            if at in lexed.known or words[at].low in lexed.lexicon.given or words[at].sort & (NOUN | Sort.TITLE):
                return end
            at += 1
        listed += 1
        if closing:
            return at if listed > 1 else end
    return end


def _plain_object(lexed: Lexed, at: int, last: int) -> int:
    """After a determiner one word, whatever it is ("close to the talks"); without one, a topic that a mark closes."""
    words = lexed.words
    if at + 1 < last and words[at].sort & Sort.DETERMINER and not is_mark(words[at + 1]):
        return at + 2
    end = at
    while end < last and end < at + _TOPIC and _is_plain(lexed, end):
        end += 1
    return end if end > at and (end == last or is_mark(words[end]) or end == at + 1) else at


def _is_plain(lexed: Lexed, at: int) -> bool:
    word = lexed.words[at]
    small = Sort.DETERMINER | Sort.STOP | Sort.PREPOSITION | Sort.PRONOUN
    return word.low.replace("-", "").isalpha() and not word.sort & small and at not in lexed.known
