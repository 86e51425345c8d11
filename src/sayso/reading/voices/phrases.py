"""Phrases: what a noun phrase that names a voice is made of - owner, modifiers, head noun, name, complement.

Works on words alone, so that it does not depend on a parser: head nouns come from the pack, names from capitals.
"""

from __future__ import annotations

from typing import NamedTuple

from sayso.packs.voice_words import NOUN, ROLE, Sort
from sayso.packs.world import Use
from sayso.reading.voices.lexing import Lexed, is_mark

Range = tuple[int, int]
_CORE_ENDS = Sort.CLITIC | Sort.MARK | Sort.PREPOSITION
_HEADS = NOUN | Sort.DOCUMENT


class Phrase(NamedTuple):
    """A noun phrase. Ranges count words; `noun` is the head noun in lower case, `sort` what it is, `plural` its
    number.

    `owner` is what stands before "'s" ("Norland" in "Norland's army"), `owner_pronoun` the pronoun that "his" or "its"
    stands for; `core` runs from after these to the first preposition, `tail` from there to the end.
    """

    first: int
    last: int
    determiner: str
    owner: Range | None
    owner_pronoun: str
    core: Range
    tail: Range
    noun: str
    noun_at: Range
    sort: int
    plural: bool
    name: Range | None

    @property
    def definite(self) -> bool:
        """Whether the phrase takes up something known ("the ministry", "this group")."""
        return self.determiner in ("the", "this", "that", "these", "those")


def read_phrase(lexed: Lexed, first: int, last: int) -> Phrase | None:
    """The parts of the phrase in a range of words; None where nothing is left of it."""
    known = lexed.known.get(first)
    if known is not None and first + known[1] == last and (known[1] == 1 or known[0].body is not None):
        name = _name(lexed, first, last, (first, first))
        return Phrase(first, last, "", None, "", (first, last), (last, last), "", (first, first), 0, False, name)
    first, last = _bare_edges(lexed, first, last)
    if first >= last:
        return None
    at, determiner, owner_pronoun = _determiners(lexed, first, last)
    if at >= last:
        return None
    end, owner = _core(lexed, at, last)
    if owner is not None:
        at = owner[1] + 1
    noun_at, sort = _head_noun(lexed, at, end)
    plural = bool(sort & (Sort.PEOPLE | Sort.BODIES)) and not sort & Sort.BODY
    name = _name(lexed, at, end, noun_at) or _name_after_state(lexed, noun_at, end, last)
    return Phrase(
        first=first,
        last=last,
        determiner=determiner,
        owner=owner,
        owner_pronoun=owner_pronoun,
        core=(at, end),
        tail=(end, last),
        noun=lexed.lexicon.singular(lexed.low(*noun_at)) if plural else lexed.low(*noun_at),
        noun_at=noun_at,
        sort=sort,
        plural=plural,
        name=name,
    )


def _bare_edges(lexed: Lexed, first: int, last: int) -> Range:
    words = lexed.words
    while first < last and is_mark(words[first]):
        first += 1
    while last > first and (is_mark(words[last - 1]) or words[last - 1].low in ("'s", "’s")):
        last -= 1
    while first < last and words[first].sort & Sort.OPENING and first not in lexed.known:
        first += 1
        while first < last and is_mark(words[first]):
            first += 1
    return first, last


def _determiners(lexed: Lexed, at: int, last: int) -> tuple[int, str, str]:
    """Past determiners, numbers and "one of the": the next word, the first determiner, the owner's pronoun."""
    words, determiner, owner = lexed.words, "", ""
    while at < last and at not in lexed.known:
        word = words[at]
        if word.sort & Sort.DETERMINER or word.low[:1].isdigit():
            owner = owner or lexed.lexicon.possessives.get(word.low, "")
            determiner = determiner or word.low
        elif not (word.low == "of" and determiner) and not _is_day(lexed, at, last):
            break
        at += 1
    return at, determiner, owner


def _is_day(lexed: Lexed, at: int, last: int) -> bool:
    """Whether a day or month stands here, and not a name that looks like one ("Sun Tzu", "April Corrow")."""
    word = lexed.words[at]
    if not word.upper:
        return False
    named = at in lexed.named and at + 1 < last and lexed.words[at + 1].upper
    return word.low in lexed.lexicon.calendar and not named


def _core(lexed: Lexed, at: int, last: int) -> tuple[int, Range | None]:
    """Where the complement begins, and the owner where there is a possessive."""
    start = at
    owner: Range | None = None
    words, names = lexed.words, lexed.known
    while at < last:
        known = names.get(at)
        if known is not None:
            at = min(last, at + known[1])
            continue
        if at > start and words[at].sort & _CORE_ENDS:
            if at + 1 < last and is_possessive(lexed, at):
                owner = (start, at)
            elif _closes(lexed, at, last):
                break
        at += 1
    return at, owner


def _closes(lexed: Lexed, at: int, last: int) -> bool:
    """Whether a word ends the core: a mark, or a preposition that is no part of a role."""
    if is_mark(lexed.words[at]):
        return not is_abbreviated(lexed, at, last)
    return bool(lexed.words[at].sort & Sort.PREPOSITION) and not _in_role(lexed, at)


def is_possessive(lexed: Lexed, at: int) -> bool:
    """Whether this is "'s", or the lone apostrophe after a plural, attached to the word before."""
    word, before = lexed.words[at], lexed.words[at - 1]
    if not word.sort & Sort.CLITIC or word.start != before.end:
        return False
    if word.low in ("'s", "’s"):
        return True
    after = lexed.words[at + 1] if at + 1 < len(lexed.words) else None
    return word.low in ("'", "’") and before.low.endswith("s") and after is not None and after.start > word.end


def is_abbreviated(lexed: Lexed, at: int, last: int) -> bool:
    """Whether this is the full stop of a title or rank before a name ("Lt. Gen. Roe")."""
    word, before = lexed.words[at], lexed.words[at - 1]
    if word.low != "." or not before.upper or len(before.low) > 5 or word.start != before.end:
        return False
    titled = before.sort & (Sort.TITLE | Sort.RANK | Sort.OFFICE) or len(before.low) == 1
    return bool(titled) and opens_name(lexed, at + 1, last)


def opens_name(lexed: Lexed, at: int, last: int) -> bool:
    """Whether a capital stands here, after particles at most ("von der Leyen")."""
    while at < last and lexed.words[at].sort & Sort.PARTICLE and not lexed.words[at].upper:
        at += 1
    return at < last and lexed.words[at].upper


def _in_role(lexed: Lexed, at: int) -> bool:
    """Whether a preposition is inside a role of several words ("commander in chief", "head of state")."""
    return any(lexed.phrase_at(back, len(lexed.words)) > at - back for back in (at - 1, at - 2) if back >= 0)


def _head_noun(lexed: Lexed, first: int, last: int) -> tuple[Range, int]:
    """The last head noun in the range, as long a phrase as the lexicon has, and what it is; an empty range where there
    is none."""
    found, found_sort = (first, first), 0
    words, names = lexed.words, lexed.known
    at = first
    while at < last:
        known = names.get(at)
        if known is not None and known[0].body is not None:
            at += known[1]
            continue
        word = words[at]
        length = lexed.phrase_at(at, last) if word.sort & Sort.OPENS else 1
        sort = word.sort if length == 1 else lexed.lexicon.sort(lexed.low(at, at + length))
        titled = not sort & NOUN and word.upper and at + length < last and words[at + length].upper
        if sort & _HEADS and not (known and length == 1) and not titled and not _in_name(lexed, first, at, length):
            found, found_sort = (at, at + length), sort
        at += length
    return found, found_sort


def _in_name(lexed: Lexed, first: int, at: int, length: int) -> bool:
    """Whether a capitalised noun ends a body's own name ("Norland Press"), so that it is no head noun."""
    words = lexed.words
    if length > 1 or at == first or not words[at].sort & Sort.ENDING or not words[at].upper:
        return False
    before = words[at - 1]
    return before.upper and at - 1 not in lexed.known and before.bare not in lexed.adjectives


def _name(lexed: Lexed, first: int, last: int, noun: Range) -> Range | None:
    """The proper name in the core: capitals after the head noun, or the whole core where it has no head noun."""
    words = lexed.words
    start = noun[1] if noun[0] < noun[1] else first
    while start < last and (not words[start].upper or words[start].sort & Sort.TITLE or _is_adjective(lexed, start)):
        if words[start].sort & Sort.PARTICLE and opens_name(lexed, start, last):
            break
        start += 1
        if start < last and words[start].low == "." and words[start - 1].sort & (Sort.TITLE | Sort.RANK):
            start += 1
    return (start, last) if start < last else None


def _name_after_state(lexed: Lexed, noun: Range, end: int, last: int) -> Range | None:
    """The name after a complement that is a known one, or that a given name follows ("the President of Norland Ada
    Corrow", "Minister of Foreign Affairs Ada Corrow")."""
    words, at = lexed.words, end + 1
    if not (noun[0] < noun[1] == end and at < last and words[end].low in ("of", "to", "for", "at", "in")):
        return None
    if words[at].low == "the" and at not in lexed.known:
        at += 1
    if not lexed.lexicon.sort(lexed.low(*noun)) & ROLE:
        return None
    known = lexed.known.get(at)
    seen = lexed.persons.get(last, -1)
    if seen > at and not words[seen - 1].sort & (Sort.PREPOSITION | ROLE | Sort.TITLE) and not is_mark(words[seen - 1]):
        at = seen
        while at > end + 2 and words[at - 1].upper and words[at - 1].low in lexed.lexicon.given:
            at -= 1
    elif words[end].low not in ("of", "to"):
        return None
    elif known is not None:
        at += known[1]
    else:
        at = next((i for i in range(at + 1, last - 1) if words[i].upper and words[i].low in lexed.lexicon.given), last)
    named = at < last and words[at].upper and all(w.upper or w.sort & Sort.PARTICLE for w in words[at:last])
    if any(w.sort & NOUN for w in words[at:last]):
        return None
    return (at, last) if named else None


def _is_adjective(lexed: Lexed, at: int) -> bool:
    known = lexed.known.get(at)
    return lexed.words[at].bare in lexed.adjectives if known is None else known[0].use is Use.ADJECTIVE
