"""Nouns: the phrase after a number that says what is counted, without a parse: closed words and plurals bound it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.packs.figures import Unit
from sayso.packs.world import Use
from sayso.reading.figures.lines import Line

_LONGEST = 9
_JOINS = frozenset("-–‑")
_QUOTES = frozenset("\"“”‘’'")


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted: a unit of the packs or the noun itself, singular; words [first, end) of the line."""

    first: int
    end: int
    name: str
    unit: Unit | None = None
    side: str | None = None
    attributive: bool = False


def read_noun(line: Line, i: int, one: bool) -> Noun | None:
    """The noun phrase that begins with word i, where a number stands before; `one` where that number is one."""
    start = _after_opening(line, i)
    if line.word(start) in line.pack.numbers.first and not _is_number_compound(line, start):
        return None  # "one of nine": the second number has the noun
    end = _stretch(line, start, one)
    if end <= start:
        return None
    return _known_noun(line, start, end, one) or _unknown_noun(line, start, end, one)


def _after_opening(line: Line, i: int) -> int:
    """Past "of", "of the", "of its" and quotation marks."""
    grammar = line.pack.grammar
    if line.word(i) == "of" and line.word(i - 1) not in ("%", "percent"):
        i += 1
        while line.word(i) in grammar.articles or line.word(i) in grammar.possessives:
            i += 1
        if line.word(i) in ("about", "around", "some", "more", "at", "up"):
            return i
    while line.word(i) in _QUOTES and not line.glued(i):
        i += 1
    return i


def _stretch(line: Line, start: int, one: bool) -> int:
    """Where the run of words that may be a noun phrase ends."""
    grammar, k, plural = line.pack.grammar, start, False
    while k < len(line.low) and k - start < _LONGEST:
        said = line.low[k]
        if said in _JOINS:
            if not (line.glued(k) and line.glued(k + 1)):
                break
        elif said in ("'s", "’s", "’", "'"):
            if one and k == start:
                break
        elif _is_number_compound(line, k):
            pass
        elif said in line.pack.numbers.first and k > start:
            break
        elif said[0].isdecimal():
            if not (k > start + 1 and line.low[k - 1] in _JOINS and line.glued(k) and line.low[k - 2].isalpha()):
                break
        elif said == "and" and not plural and not one and k > start:
            if line.word(k + 1) in grammar.stops or not line.word(k + 1)[:1].isalpha():
                break
        elif not said[0].isalpha() or (line.stops(k) and not (_is_modifier(line, k) or _is_joined_on(line, k, start))):
            break
        elif grammar.singular(said) is not None:
            plural = True
        k += 1
    while k > start and line.low[k - 1] in ("and", "-", "'s", "’s", "’", "'"):
        k -= 1
    return k


def _is_number_compound(line: Line, k: int) -> bool:
    """Whether a number at word k only modifies: "nine three-point shots", "five 40-yard dashes"."""
    said = line.word(k)
    if not (said[:1].isdecimal() or said in line.pack.numbers.cardinals) or line.word(k + 1) not in _JOINS:
        return False
    joined = line.word(k + 2)
    if not (line.glued(k + 1) and line.glued(k + 2) and joined[:1].isalpha()):
        return False
    return joined not in line.pack.numbers.first and line.pack.grammar.singular(line.word(k + 3)) is not None


def _is_joined_on(line: Line, k: int, start: int) -> bool:
    """Whether a hyphen joins word k to the one before: "high-rise buildings"."""
    return k > start + 1 and line.low[k - 1] in _JOINS and line.glued(k) and line.glued(k - 1)


def _is_modifier(line: Line, k: int) -> bool:
    """Closed words that may stand inside a counted phrase: "two held villages" no, "five used cars" yes."""
    if line.low[k] == "straight":
        return line.word(k + 1)[:1].isalpha() and line.word(k + 1) not in line.pack.grammar.stops
    return (
        line.low[k] in ("wounded", "injured", "used", "dead")
        and line.pack.grammar.singular(line.word(k + 1)) is not None
    )


def _known_noun(line: Line, start: int, end: int, one: bool) -> Noun | None:
    """The first phrase of the packs that is plural; for "one" the last that ends the stretch or nearly."""
    best: Noun | None = None
    for p in range(start, end):
        match = line.pack.units.at(line.low, p)
        if match is None or (p + match.length > end and match.length < 3):
            people = _demonym(line, p) if not one or p == end - 1 else None
            if people is not None:
                return people
            continue
        unit, stop = match.value, p + match.length
        if line.word(stop) in _JOINS and line.glued(stop) and line.glued(stop + 1) and stop < end and not unit.plural:
            continue  # "a tank-killing missile"
        if one:
            if best is None or stop > best.end:
                best = Noun(start, stop, unit.name, unit)
        elif unit.plural or _is_invariable(line, line.low[stop - 1]):
            if stop < end and _goes_on(line, stop, end):
                continue
            return Noun(start, stop, unit.name, unit)
        elif line.pack.grammar.singular(line.low[p]) is not None and match.length == 1 and stop == end:
            return Noun(start, stop, unit.name, unit)
    if best is not None and best.end < end and _unknown_tail(line, best.end, end):
        return None
    return best


def _unknown_tail(line: Line, stop: int, end: int) -> bool:
    """Whether what follows a known noun is another noun that it only modifies ("a tank crew", not "a man named")."""
    following = line.low[stop]
    return (
        not following.endswith(("ed", "ing", "ly"))
        and following not in ("named", "shot", "hit")
        and end - stop == 1
        and not line.capital(stop)
    )


def _goes_on(line: Line, stop: int, end: int) -> bool:
    """Whether the noun only modifies a later plural ("drones operators")."""
    match = line.pack.units.at(line.low, stop)
    return match is not None and match.value.plural and stop + match.length <= end


def _is_invariable(line: Line, said: str) -> bool:
    """Whether a plural looks like its singular ("aircraft", "staff")."""
    return said in line.pack.grammar.lists["invariable"]


def _demonym(line: Line, p: int) -> Noun | None:
    """People named by their state: "30 Ukrainians", "an American"."""
    if not line.capital(p):
        return None
    matched = line.world.match([line.raw(p)], 0)
    if matched is None or matched[0].use is not Use.PEOPLE:
        return None
    return Noun(p, p + 1, "person", Unit("person", "people", None, None, True, True), matched[0].side)


def _unknown_noun(line: Line, start: int, end: int, one: bool) -> Noun | None:
    """A noun of no pack: the modifiers and the singular of the first plural; before a singular, an attributive unit."""
    grammar = line.pack.grammar
    if one and line.low[start].endswith("ing"):
        return None
    if one:
        stop = end
        while stop - start > 1 and (
            line.low[stop - 1].endswith(("ed", "ly", "ing")) or line.low[stop - 1] in ("shot",)
        ):
            stop -= 1
        if line.low[stop - 1].endswith(("ed", "ing")):
            return None
        return Noun(start, stop, _name(line, start, stop, line.low[stop - 1]))
    for p in range(start, end):
        if line.low[p] in _JOINS or not line.low[p][0].isalpha():
            continue
        if line.word(p + 1) in ("'s", "’s", "’"):
            continue
        singular = _singular(line, p)
        if singular is None or (line.capital(p) and p + 1 < end and _heads(line, p + 1, end)):
            continue
        if line.word(p + 1) in _JOINS and p + 1 < end:
            continue
        return Noun(start, p + 1, _name(line, start, p + 1, singular))
    first = line.low[start]
    if len(first) == 1:
        return None  # "2 x 500"
    stop = start + 1
    while stop + 1 < end and line.low[stop] in _JOINS:
        stop += 2
    if not first[0].isalpha() or first.endswith(("ly", "ed")) or first in grammar.determining or line.capital(start):
        return None
    return Noun(start, stop, _name(line, start, stop, line.low[stop - 1]), attributive=True)


def _singular(line: Line, p: int) -> str | None:
    """The singular of word p where it is a plural; letters with an s are one ("RBIs")."""
    known, raw = line.pack.grammar.singular(line.low[p]), line.raw(p)
    if known is None and len(raw) > 2 and raw[-1] == "s" and raw[:-1].isupper():
        return line.low[p][:-1]
    return known


def _heads(line: Line, p: int, end: int) -> bool:
    """Whether a name goes on at word p, or a plural follows that it only modifies ("five Sanders supporters")."""
    return line.capital(p) or any(line.pack.grammar.singular(w) is not None for w in line.low[p:end])


def _name(line: Line, start: int, end: int, head: str) -> str:
    """Modifiers and head; words that only determine, quotation marks and owners' names are left out."""
    parts: list[str] = []
    after_state = start
    for p in range(start, end - 1):
        said = line.low[p]
        after_state = max(after_state, p + _state(line, p))
        if said in ("'s", "’s", "’", "'"):
            parts.clear()
            continue
        if said in _JOINS:
            if parts:
                parts[-1] += "-"
        elif parts and parts[-1].endswith("-"):
            parts[-1] += said
        elif said != "and" and said not in line.pack.grammar.determining and said[0].isalpha() and p >= after_state:
            parts.append(said)
    if parts and parts[-1].endswith("-"):
        parts[-1] += head
        return " ".join(parts)
    return " ".join((*parts, head))


def _state(line: Line, p: int) -> int:
    """How many words from word p name a state ("New Zealand"): such modifiers say whose, not what."""
    if not line.capital(p) or line.raw(p) not in line.world.openings:
        return 0
    found = line.world.match([line.raw(k) for k in range(p, min(p + 3, len(line.low)))], 0)
    return 0 if found is None else found[1]
