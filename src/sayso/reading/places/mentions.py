"""Mentions: capitalised words that a gazetteer or a pack knows as a place's name, before they are weighed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.packs.gazetteer import Entry, Found, Gazetteer, PlaceClass
from sayso.packs.places import PlaceWords
from sayso.packs.toponyms import fold
from sayso.packs.world import Use, World
from sayso.reading.places.words import Stretch, Word

_LONGEST = 6  # words in a name: "Stratford upon Avon", "Republic of the Marshall Islands"


@dataclass(slots=True)
class Mention:
    """A place's name in the text, while it is worked on.

    `first` and `last` are its words; `admits` the classes that a word beside it allows; `seat` the country whose
    capital bears the name; `fixed` says that nothing else can be meant; `within` is the mention that holds it
    ("Paris, Texas"), `held` the one that it holds; `model` is what the reading model took it for, with "-part" where
    the model's name is longer.
    """

    first: int
    last: int
    start: int
    end: int
    key: str
    found: tuple[Found, ...] = ()
    admits: frozenset[PlaceClass] | None = None
    fixed: bool = False
    demonym: bool = False
    ground: bool = False
    described: bool = False
    seat: str = ""
    within: Mention | None = None
    held: Mention | None = None
    model: str = ""
    score: float = 0.0
    evidence: float = 0.0
    entry: Entry | None = None
    associative: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What mentions are found with."""

    words: PlaceWords
    world: World
    gazetteer: Gazetteer
    countries: Mapping[str, Entry]
    regions: Mapping[tuple[str, str], Entry]


def find_mentions(stretch: Stretch, known: Known) -> list[Mention]:
    """Every candidate in order, none overlapping another: the longest name at each word."""
    words = stretch.words
    starts = [i for i, w in enumerate(words) if w.key and (w.capital or _opens_small(w, known.words))]
    listed = known.gazetteer.lookup(key for i in starts for _, key in _grams(words, i, known.words))
    shortened = dict(_shortened(stretch, known))
    found: list[Mention] = []
    at = 0
    for i in starts:
        if i < at:
            continue
        mention = shortened.get(i) or _longest(words, i, known, listed)
        if mention is not None:
            found.append(mention)
            at = mention.last + 1
    return found


def _opens_small(word: Word, words: PlaceWords) -> bool:
    return word.joined and word.text in words.articles


def _grams(words: Sequence[Word], first: int, known: PlaceWords) -> Iterator[tuple[int, str]]:
    """The names that may begin at a word: the index of the last word, and the key."""
    parts: list[str] = []
    for i in range(first, min(first + _LONGEST, len(words))):
        word = words[i]
        if i > first and not word.capital and word.text not in known.inner:
            return
        if word.key:
            parts.append(word.key)
        if word.capital and parts:
            yield i, " ".join(parts)
        if not word.joined:
            return


def _longest(
    words: Sequence[Word], first: int, known: Known, listed: Mapping[str, tuple[Found, ...]]
) -> Mention | None:
    people = _demonym(words, first, known)
    best: Mention | None = None
    for last, key in _grams(words, first, known.words):
        hits = listed.get(key)
        if hits and not _is_none(words, first, last, hits, known.words):
            best = Mention(first, last, words[first].start, words[last].end, key, hits)
            best.seat = _seat(" ".join(w.text for w in words[first : last + 1]), known)
    if people is not None and (best is None or best.last <= people.last):
        return people
    return best


def _seat(said: str, known: Known) -> str:
    """The country whose capital is so called."""
    state = known.world.phrases.get(said)
    return known.world.states[state.name].iso if state is not None and state.use is Use.SEAT else ""


def _is_none(words: Sequence[Word], first: int, last: int, hits: Sequence[Found], known: PlaceWords) -> bool:
    """Whether the words are no place's name in spite of being listed."""
    said = words[first].text
    if first != last:
        return False
    if said in known.never or len(said) < 2:
        return True
    short = len(words[first].key) <= 3
    return (
        short
        and not (said.isupper() and any(h.entry.kind is PlaceClass.COUNTRY for h in hits))
        and (said.isupper() or not any(h.entry.population > 20_000 for h in hits))
    )


def _demonym(words: Sequence[Word], first: int, known: Known) -> Mention | None:
    """An adjective or people's name of a state or other place."""
    said = words[first].text
    two = f"{said} {words[first + 1].text}" if words[first].joined and first + 1 < len(words) else ""
    for last, name in ((first + 1, two), (first, said)):
        if not name:
            continue
        state = known.world.phrases.get(name)
        if state is not None and state.use in (Use.ADJECTIVE, Use.PEOPLE) and name not in ("US", "U.S."):
            country = known.countries.get(known.world.states[state.name].iso)
            return _people(words, first, last, (Found(country, True),) if country else ())
        if name in known.words.demonyms:
            return _people(words, first, last, _place_named(known.words.demonyms[name], known))
    return None


def _people(words: Sequence[Word], first: int, last: int, found: tuple[Found, ...]) -> Mention:
    key = " ".join(w.key for w in words[first : last + 1])
    return Mention(first, last, words[first].start, words[last].end, key, found, fixed=True, demonym=True)


def _place_named(name: str, known: Known) -> tuple[Found, ...]:
    """The most prominent place of that name."""
    hits = known.gazetteer.lookup([fold(name)]).get(fold(name), ())
    ranked = sorted(hits, key=lambda h: (-_RANK.get(h.entry.kind, 0), not h.main, -h.entry.population, h.entry.id))
    return tuple(ranked[:1])


_RANK = {PlaceClass.CONTINENT: 5, PlaceClass.COUNTRY: 4, PlaceClass.AREA: 3, PlaceClass.REGION: 2, PlaceClass.WATER: 2}


def _shortened(stretch: Stretch, known: Known) -> Iterator[tuple[int, Mention]]:
    """Regions written short: "Calif.", "W.Va.", and after a comma "Ill." and "TX"."""
    at_start = {w.start: i for i, w in enumerate(stretch.words)}
    for match in known.words.shortened.finditer(stretch.text, stretch.span.start, stretch.span.end):
        first = at_start.get(match.start())
        if first is not None:
            yield from _region(stretch, first, match.group(), match.end(), known)
    for i, word in enumerate(stretch.words):
        if word.capital and len(word.text) in (2, 3) and word.text.isupper():
            yield from _region(stretch, i, word.text, word.end, known)


def _region(stretch: Stretch, first: int, said: str, end: int, known: Known) -> Iterator[tuple[int, Mention]]:
    code = known.words.abbreviations.get(said)
    if code is None and stretch.gap(first - 1).startswith(",") and first and stretch.words[first - 1].capital:
        code = known.words.after_comma.get(said)
    entry = known.regions.get((code.country, code.code)) if code else None
    if entry is not None:
        last = first
        while last + 1 < len(stretch.words) and stretch.words[last + 1].end <= end:
            last += 1
        key = entry.name.lower()
        yield first, Mention(first, last, stretch.words[first].start, end, key, (Found(entry, True),), fixed=True)
