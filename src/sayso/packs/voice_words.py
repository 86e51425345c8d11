"""Voice words: pronouns, titles, ranks, offices, and what bodies, documents and unnamed people are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sayso.errors import PartError
from sayso.packs.loading import load_toml, table, word, words


class Sort:
    """What a word may be in a phrase that names a voice: bits, as a word may be several. Plain numbers, since they are
    asked for every word of every article, and flags of `enum` cost twenty times as much."""

    OFFICE: Final = 1  # president, spokesman
    RANK: Final = 2  # colonel
    TRADE: Final = 4  # analyst, nurse
    PEOPLE: Final = 8  # officials, residents: more than one
    BODY: Final = 16  # ministry, air force
    BODIES: Final = 32  # ministries
    DOCUMENT: Final = 64  # statement, report
    TITLE: Final = 128  # Mr, Dr
    PARTICLE: Final = 256  # van, bin
    SUFFIX: Final = 512  # Jr, IV
    STOP: Final = 1024  # a title before a name does not reach over it
    PREPOSITION: Final = 2048
    DETERMINER: Final = 4096
    OPENING: Final = 8192  # according, to, and
    BREAK: Final = 16384  # who, citing
    PRONOUN: Final = 32768
    ENDING: Final = 65536  # Tribune, Bank: last word of a body's own name
    MARK: Final = 131072  # no word
    CLITIC: Final = 524288  # 's, or an apostrophe alone
    OPENS: Final = 262144  # prime: opens a phrase of several words


ROLE = Sort.OFFICE | Sort.RANK | Sort.TRADE
_NONE: frozenset[str] = frozenset()
NOUN = ROLE | Sort.PEOPLE | Sort.BODY | Sort.BODIES


@dataclass(frozen=True, slots=True)
class VoiceWords:
    """The words, indexed. `sorts` has words and phrases of several words in lower case, `alone` what single words are,
    those that open a phrase marked so; `longest` says how many words
    the longest phrase has that begins with a word. `pronouns` gives each pronoun its class ("male", "plural" …),
    `gender` is "male" or "female" for titles, roles and given names."""

    name: str
    sorts: Mapping[str, int]
    alone: Mapping[str, int]
    longest: Mapping[str, int]
    pronouns: Mapping[str, str]
    possessives: Mapping[str, str]
    joined: frozenset[str]
    first_of_two: frozenset[str]
    second_of_two: frozenset[str]
    nobody: frozenset[str]
    gender: Mapping[str, str]
    given: Mapping[str, str]
    same: Mapping[str, frozenset[str]]
    of_state: frozenset[str]
    state_nouns: frozenset[str]
    seat_nouns: frozenset[str]
    derived: Sequence[Sequence[str]]
    calendar: frozenset[str]
    time_openers: frozenset[str]
    complements: frozenset[str]
    affiliations: frozenset[str]
    suffixes: frozenset[str]
    own_documents: frozenset[str]
    topics: Mapping[str, str]
    venues: frozenset[str]
    to_roles: frozenset[str]
    role_modifiers: frozenset[str]
    bygone: frozenset[str]
    citing: Mapping[str, tuple[str, ...]]
    negative: tuple[str, ...]
    beside: tuple[str, ...]
    quoted: tuple[str, ...]
    press: frozenset[str]
    through: Mapping[str, tuple[str, ...]]
    reporting: frozenset[str]
    outlets: frozenset[str]
    outlet_nouns: Sequence[str]
    places: frozenset[str]
    raising: frozenset[str]
    feelings: frozenset[str]
    receiving: frozenset[str]
    reproaches: frozenset[str]
    ranging: frozenset[str]
    accused: frozenset[str]
    telling: frozenset[str]
    of_no_state: frozenset[str]
    hypernyms: frozenset[str]

    def sort(self, low: str) -> int:
        """What a word or phrase in lower case may be."""
        return self.sorts.get(low, 0)

    def alike(self, one: str, other: str) -> bool:
        """Whether two nouns may name one voice ("pontiff" and "pope")."""
        return one == other or other in self.same.get(one, ())

    def any_alike(self, one: str, others: Sequence[str]) -> bool:
        """Whether one of the other nouns may name the same voice."""
        return one in others or not self.same.get(one, _NONE).isdisjoint(others)

    def gender_of(self, noun: str) -> str:
        """Whether a title or role says "male" or "female"; empty where it does not. "-man" alone says nothing."""
        return self.gender.get(noun, "female" if noun.endswith("woman") else "")

    def singular(self, low: str) -> str:
        """A plural noun's singular, by its ending ("officials" gives "official"); other words as they are."""
        for plural, one in (("men", "man"), ("women", "woman"), ("ies", "y"), ("s", "")):
            if low.endswith(plural) and self.sort(low[: -len(plural)] + one) & NOUN:
                return low[: -len(plural)] + one
        return low


def load_voice_words() -> VoiceWords:
    """The voice words that come with sayso. Raises PartError naming the key that is wrong."""
    data = load_toml("data/voice_words.toml")
    sorts: dict[str, int] = {}
    for low, sort in _sorted_words(data):
        sorts[low] = sorts.get(low, 0) | sort
    longest: dict[str, int] = {}
    for low in sorts:
        first, *rest = low.split(" ")
        longest[first] = max(longest.get(first, 1), len(rest) + 1)
    roles, bodies = table(data, "roles", "voice words"), table(data, "bodies", "voice words")
    passing, names = table(data, "passing", "voice words"), table(data, "names", "voice words")
    pronouns = table(data, "pronouns", "voice words")
    return VoiceWords(
        name=f"{word(data, 'name', 'voice words')} {word(data, 'version', 'voice words')}",
        sorts=sorts,
        alone=_alone(sorts, longest),
        longest=longest,
        pronouns=_pronouns(pronouns),
        possessives={k: str(v) for k, v in table(pronouns, "possessive", "voice words").items()},
        gender=_genders(names),
        given=_genders(table(data, "given", "voice words"), ("male", "female")),
        same=_groups((*_lists(roles, "same"), *_lists(bodies, "same"))),
        derived=_lists(bodies, "derived"),
        citing=_by_first(words(passing, "citing", "voice words.passing")),
        through=_by_first(words(passing, "through", "voice words.passing")),
        negative=words(pronouns, "negative", "voice words"),
        beside=words(passing, "beside", "voice words.passing"),
        quoted=words(passing, "quoted", "voice words.passing"),
        topics={k: str(v) for k, v in table(bodies, "topics", "voice words.bodies").items()},
        outlet_nouns=words(bodies, "outlet_nouns", "voice words"),
        **{field: _set(data, part, key) for field, (part, key) in _SETS.items()},
    )


# Fields that are plain sets of words: the table and the key where each stands.
_SETS: Mapping[str, tuple[str, str]] = {
    "joined": ("pronouns", "joined"),
    "first_of_two": ("pronouns", "first_of_two"),
    "second_of_two": ("pronouns", "second_of_two"),
    "nobody": ("pronouns", "nobody"),
    "to_roles": ("names", "to_roles"),
    "complements": ("names", "complements"),
    "suffixes": ("names", "suffixes"),
    "affiliations": ("names", "affiliations"),
    "bygone": ("roles", "bygone"),
    "role_modifiers": ("roles", "modifiers"),
    "of_state": ("bodies", "of_state"),
    "state_nouns": ("bodies", "state_nouns"),
    "seat_nouns": ("bodies", "seat_nouns"),
    "outlets": ("bodies", "outlets"),
    "places": ("bodies", "places"),
    "calendar": ("calendar", "days"),
    "time_openers": ("calendar", "openers"),
    "own_documents": ("documents", "own"),
    "venues": ("documents", "venues"),
    "press": ("passing", "press"),
    "reporting": ("passing", "reporting"),
    "raising": ("causing", "raising"),
    "feelings": ("causing", "feelings"),
    "receiving": ("causing", "receiving"),
    "reproaches": ("causing", "reproaches"),
    "ranging": ("causing", "ranging"),
    "accused": ("causing", "accused"),
    "telling": ("causing", "telling"),
    "of_no_state": ("bodies", "of_no_state"),
    "hypernyms": ("roles", "hypernyms"),
}


def _set(data: Mapping[str, Any], part: str, key: str) -> frozenset[str]:
    return frozenset(words(table(data, part, "voice words"), key, f"voice words.{part}"))


def _by_first(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Phrases by their first words, the longest first."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase in sorted(phrases, key=lambda p: -len(p.split())):
        first = phrase.split(" ", 1)[0]
        found[first] = (*found.get(first, ()), phrase)
    return found


def _alone(sorts: Mapping[str, int], longest: Mapping[str, int]) -> dict[str, int]:
    found = {low: sort for low, sort in sorts.items() if " " not in low}
    for low, length in longest.items():
        if length > 1:
            found[low] = found.get(low, 0) | Sort.OPENS
    return found


_PLACES: tuple[tuple[str, str, int], ...] = (
    ("roles", "people", Sort.PEOPLE),
    ("names", "particles", Sort.PARTICLE),
    ("names", "suffixes", Sort.SUFFIX),
    ("names", "titles", Sort.TITLE),
    ("names", "male_titles", Sort.TITLE),
    ("names", "female_titles", Sort.TITLE),
    ("bodies", "endings", Sort.ENDING),
    ("documents", "nouns", Sort.DOCUMENT),
    ("stop", "left", Sort.STOP),
    ("stop", "prepositions", Sort.PREPOSITION),
    ("stop", "determiners", Sort.DETERMINER),
    ("stop", "openings", Sort.OPENING),
    ("stop", "breaks", Sort.BREAK),
    ("pronouns", "male", Sort.PRONOUN),
    ("pronouns", "female", Sort.PRONOUN),
    ("pronouns", "plural", Sort.PRONOUN),
    ("pronouns", "thing", Sort.PRONOUN),
    ("pronouns", "first", Sort.PRONOUN),
)
_WITH_PLURAL: tuple[tuple[str, str, int, int], ...] = (
    ("roles", "offices", Sort.OFFICE, Sort.PEOPLE),
    ("roles", "ranks", Sort.RANK, Sort.PEOPLE),
    ("roles", "trades", Sort.TRADE, Sort.PEOPLE),
    ("bodies", "nouns", Sort.BODY, Sort.BODIES),
)


def _sorted_words(data: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    for part, key, sort in _PLACES:
        for low in words(table(data, part, "voice words"), key, f"voice words.{part}"):
            yield low, sort
    for part, key, one, many in _WITH_PLURAL:
        for low in words(table(data, part, "voice words"), key, f"voice words.{part}"):
            yield low, one
            yield _plural(low), many


def _plural(low: str) -> str:
    if low.endswith("man"):
        return low[:-3] + "men"
    if low.endswith("y") and low[-2:-1] not in "aeiou":
        return low[:-1] + "ies"
    if low.endswith(("s", "x", "ch", "sh")):
        return low + "es"
    return low + "s"


def _pronouns(pronouns: Mapping[str, Any]) -> dict[str, str]:
    return {
        low: kind
        for kind in ("male", "female", "plural", "thing", "relative", "first", "second")
        for low in words(pronouns, kind, "voice words.pronouns")
    }


def _genders(names: Mapping[str, Any], keys: Iterable[str] = ()) -> dict[str, str]:
    listed = tuple(keys) or ("male_titles", "female_titles", "male_roles", "female_roles")
    return {
        low: "female" if key.startswith("female") else "male"
        for key in listed
        for low in words(names, key, "voice words.names")
    }


def _lists(data: Mapping[str, Any], key: str) -> Sequence[Sequence[str]]:
    rows = data.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(r, list) and all(isinstance(x, str) for x in r) for r in rows):
        raise PartError("pack voice words", f"{key} must be a list of lists of words")
    return rows


def _groups(rows: Iterable[Sequence[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in rows:
        for low in row:
            found[low] = found.get(low, frozenset()) | frozenset(row)
    return found
