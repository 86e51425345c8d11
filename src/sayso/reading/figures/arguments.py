"""Arguments: the counted phrase that is a verb's object or subject, found by closed words and commas alone."""

from __future__ import annotations

from sayso.reading.figures.lines import Found, Line
from sayso.reading.figures.persons import Person, person_before, read_person

_RELATIVES = frozenset(("who", "that", "which", "whom"))
_LONGEST_ASIDE = 24


def object_of(line: Line, j: int) -> Found | Person | None:
    """What a verb that ends before word j has as its object: a figure at once, or one person."""
    for p in range(j, min(len(line.low), j + 5)):
        found = line.covering(p)
        if found is not None:
            return found if found.number >= j else None
        if p == j or line.low[p - 1] in ("and", "or"):
            person = read_person(line, p)
            if person is not None:
                return None if _is_possessor(line, person) else person
        if (
            line.low[p] not in line.pack.grammar.lists["before_object"]
            and line.low[p] not in line.pack.grammar.adverbs
            and not line.low[p].endswith("ly")
        ):
            return None
    return None


def _is_possessor(line: Line, person: Person) -> bool:
    return line.word(person.end) in ("'s", "’s")


def subject_of(line: Line, i: int) -> Found | Person | None:
    """What stands as the subject of the verb at word i: past auxiliaries, asides in commas, relative pronouns and
    prepositional phrases to its head."""
    p = _before_auxiliaries(line, i)
    for _ in range(8):
        if p <= 0:
            return None
        said = line.low[p - 1]
        if said == "," or said in (")", "—", "–"):
            opened = _aside(line, p - 1)
            if opened is None:
                return None
            p = opened
            continue
        if said in _RELATIVES:
            p -= 1
            if line.word(p - 1) == ",":
                p -= 1
            if line.word(p - 1) in ("of", "some", "all", "most") and line.covering(p - 1) is None:
                return None
            continue
        found = line.covering(p - 1)
        if found is not None and not (found.measure == "age" and _in_person(line, p)):
            return found if found.kind != "time" else None
        person = person_before(line, p)
        if person is not None and not _is_in_phrase(line, person.first):
            return person if not _is_joined(line, person) else None
        start = person.first if person is not None else _phrase_start(line, p)
        if start >= p or not _is_in_phrase(line, start):
            return None
        p = start - 1
        p = _before_auxiliaries(line, p) if line.word(p - 1) in ("injured", "wounded", "shot", "found") else p
    return None


def _before_auxiliaries(line: Line, i: int) -> int:
    """The index after the subject: auxiliaries, adverbs and joined participles are passed."""
    grammar, p = line.pack.grammar, i
    while p > 0 and line.covering(p - 1) is None:
        said = line.low[p - 1]
        if said in ("and", "or") and (line.word(p - 2).endswith("ed") or line.word(p - 2) in ("shot", "struck", "hit")):
            p -= 2
        elif (
            said in grammar.aux
            or said in grammar.adverbs
            or said.endswith("ly")
            or said in line.pack.grammar.lists["like_auxiliaries"]
            or said in ("n't", "not")
        ):
            p -= 1
        else:
            break
    return p


def _aside(line: Line, close: int) -> int | None:
    """Where the aside that ends at word `close` begins: the mark that opened it."""
    mark = line.low[close]
    opener = {")": "(", ",": ",", "—": "—", "–": "–"}[mark]
    for p in range(close - 1, max(-1, close - _LONGEST_ASIDE), -1):
        if line.low[p] == opener:
            return p
        if line.low[p] in (";", ":"):
            return None
    return None


def _in_person(line: Line, p: int) -> bool:
    return person_before(line, p) is not None


def _is_joined(line: Line, person: Person) -> bool:
    """Whether the person is one of several joined subjects ("Roe and Lee were killed")."""
    return line.word(person.first - 1) == "and" and line.word(person.end) in ("were", "are", "have")


def _phrase_start(line: Line, p: int) -> int:
    """Where the noun phrase that ends before word p begins."""
    grammar, q = line.pack.grammar, p
    while q > 0 and p - q < 8 and line.covering(q - 1) is None:
        said = line.low[q - 1]
        if not (said[0].isalnum() or said in ("-", "'s", "’s")) or said in grammar.stops:
            break
        q -= 1
    if q > 0 and (line.low[q - 1] in grammar.articles or line.low[q - 1] in grammar.possessives):
        q -= 1
    return q


def _is_in_phrase(line: Line, start: int) -> bool:
    """Whether the phrase at word `start` depends on a preposition, so that the subject stands before it."""
    before = line.word(start - 2) if line.word(start - 1) == "the" else line.word(start - 1)
    return before in line.pack.grammar.lists["phrase_prepositions"]
