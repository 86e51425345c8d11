"""Persons: phrases for one human being - "a man", "the 17-year-old victim", "Ana Roe", "him" - read from either end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.packs.world import Use
from sayso.reading.figures.lines import Line

_INDEFINITE = frozenset(("a", "an", "another", "one"))
_ARTICLES = frozenset(("a", "an", "the", "this", "that", "another", "one"))
_LONGEST = 11


@dataclass(frozen=True, slots=True)
class Person:
    """One human being at words [first, end); `definite` where the phrase presumes that the reader knows of them."""

    first: int
    end: int
    who: str | None
    definite: bool


def read_person(line: Line, p: int) -> Person | None:
    """The phrase for one person that begins with word p."""
    said = line.word(p)
    if said in line.pack.grammar.lists["person_pronouns"]:
        possessive = (
            said == "her" and line.word(p + 1)[:1].isalpha() and line.word(p + 1) not in line.pack.grammar.stops
        )
        if not possessive:
            return Person(p, p + 1, None, True)
    determined = said in _ARTICLES or said in line.pack.grammar.possessives
    start = p + 1 if determined else p
    end = _stretch(line, start)
    if end <= start:
        return None
    definite = said not in _INDEFINITE and determined
    return _by_noun(line, p, start, end, definite) or (None if determined else _by_name(line, start, end))


def person_before(line: Line, p: int) -> Person | None:
    """The phrase for one person that ends directly before word p."""
    grammar, q = line.pack.grammar, p
    if p <= 0:
        return None
    if line.low[p - 1] in ("he", "she"):
        return Person(p - 1, p, None, True)
    while q > 0 and p - q < _LONGEST and (_in_phrase(line, q - 1)):
        q -= 1
    if q > 0 and (line.low[q - 1] in _ARTICLES or line.low[q - 1] in grammar.possessives):
        q -= 1
    for first in range(q, p):
        person = read_person(line, first)
        if person is not None and person.end == p:
            return person
        if first == q and line.low[q] in _ARTICLES:
            continue
        if person is not None and person.end > p:
            return None
    return None


def _in_phrase(line: Line, i: int) -> bool:
    said = line.low[i]
    if said[0].isalpha():
        return not line.stops(i)
    return (
        said in ("-", "'s", "’s", ".")
        and ((line.glued(i) and said != ".") or line.low[i - 1] in line.pack.grammar.lists["titles"])
    ) or (said[0].isdecimal() and line.word(i + 1) in ("-", "year"))


def _stretch(line: Line, start: int) -> int:
    k = start
    while k < len(line.low) and k - start < _LONGEST and _in_phrase(line, k):
        k += 1
    while k > start and line.low[k - 1] in ("'s", "’s", "-", "."):
        k -= 1
    return k


def _by_noun(line: Line, p: int, start: int, end: int, definite: bool) -> Person | None:
    """A singular noun for a person, with a name after it; "the 17-year-old" alone."""
    for k in range(start, end):
        match = line.pack.units.at(line.low, k)
        if match is not None and match.value.kind == "people":
            stop = k + match.length
            if (
                match.value.plural
                or stop > end
                or line.low[k] in ("people", "men", "women", "children", "dead", "life", "members")
            ):
                return None
            if line.word(stop) in ("'s", "’s", "-", "’") and stop < len(line.low):
                continue  # "the man's daughter"
            following = line.pack.units.at(line.low, stop) if stop < end else None
            if following is not None and following.value.kind == "people" and not line.capital(stop):
                continue  # "a police officer", "a student driver"
            if stop < end and not line.capital(stop) and line.pack.grammar.singular(line.low[stop]) is not None:
                return None  # "terrorist havens"
            while stop < end and line.capital(stop) and line.low[stop][0].isalpha():
                stop += 1
            return Person(p, stop, match.value.who, definite and line.low[p] not in _INDEFINITE)
        if line.low[k] == "old" and line.word(k - 1) == "-" and (k + 1 == end or line.capital(k + 1)):
            stop = k + 1
            while stop < end and line.capital(stop):
                stop += 1
            return Person(p, stop, None, definite)
    return None


def _by_name(line: Line, start: int, end: int) -> Person | None:
    """One to four capitalised words that name no state, seat, body, place or office."""
    stop = start
    while stop < end and line.capital(stop) and line.low[stop][0].isalpha():
        stop += 1
        if (line.word(stop) == "." and line.low[stop - 1] in line.pack.grammar.lists["titles"]) or (
            stop < end and line.low[stop] == "." and len(line.low[stop - 1]) == 1
        ):
            stop += 1
    count = stop - start
    if (
        not 1 <= count <= 5
        or line.low[stop - 1] in line.pack.grammar.lists["no_names"]
        or line.low[start] in line.pack.grammar.lists["no_names"]
    ):
        return None
    if line.low[stop - 1] in line.pack.grammar.months or (
        line.pack.grammar.singular(line.low[stop - 1]) is not None and _is_plural_noun(line, stop - 1)
    ):
        return None
    if any(line.low[k] in line.pack.grammar.lists["no_names"] for k in range(start, stop)):
        return None
    named = line.world.match([line.raw(k) for k in range(start, stop)], 0)
    if named is not None and named[0].use is not Use.OUTLET:
        return None
    if count == 1 and (start == 0 and not _is_repeated_name(line, start)):
        return None
    return Person(start, stop, None, True)


def _is_plural_noun(line: Line, i: int) -> bool:
    match = line.pack.units.at(line.low, i)
    return match is not None and match.value.plural


def _is_repeated_name(line: Line, i: int) -> bool:
    """Whether a word that opens the line is a name: nobody begins a sentence with an unknown common noun and a verb."""
    following = line.word(i + 1)
    return following in line.pack.grammar.aux or following in ("died", "succumbed")


def surnames(words: Sequence[str]) -> frozenset[str]:
    """Words of names in lower case."""
    return frozenset(w.lower() for w in words)
