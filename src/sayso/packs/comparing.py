"""What comparing looks up: how common a word is, who "the enemy" is, which predicates exclude each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.errors import PartError
from sayso.packs.attribution import load_attribution
from sayso.packs.folding import Folding, load_folding
from sayso.packs.inflection import Inflection
from sayso.packs.loading import load_toml, packaged, tables, word, words

_WHERE = "data/comparing.toml"
_FREQUENCIES = "data/word_frequencies.txt"
# Zipf value of a word that the table does not hold: names and rare words, just below the table's cut at 3.
_RARE = 2.5
# From here on a word says next to nothing of what a text is about ("after", "their"); such words weigh nothing.
_COMMON = 6.2
# A longer word in -ed is a verb's past ("red", "need" are none).
_PAST = 4


@dataclass(frozen=True, slots=True)
class Opposite:
    """Two groups of predicates of which only one can be so of one thing at one time; each a tuple of words."""

    one: tuple[tuple[str, ...], ...]
    other: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ComparingPack:
    """The section, ready to use. `frequencies` are Zipf values by word in lower case."""

    name: str
    folding: Folding
    frequencies: Mapping[str, float]
    enemies: frozenset[str]
    light: frozenset[str]
    opposites: tuple[Opposite, ...]
    exclusive: tuple[str, ...]
    verbs: frozenset[str]

    def is_clause(self, words: Sequence[str]) -> bool:
        """Whether the words say that something is so, as far as a verb's form shows it: "the raid" is none."""
        return any(w in self.verbs or (w.endswith("ed") and len(w) > _PAST) for w in words)

    def weight(self, folded: str) -> float:
        """How much a word tells, 0 to 1, from its fixed background frequency: the same whatever else is compared."""
        if folded in self.light:
            return 0.0
        if folded[:1].isdigit():
            return 0.8
        zipf = self.frequencies.get(folded, _RARE)
        return min(1.0, max(0.0, (_COMMON - zipf) / (_COMMON - _RARE)))


def load_comparing() -> ComparingPack:
    """The section from its files. Raises PartError naming the key that is wrong."""
    data = load_toml(_WHERE)
    inflection = load_attribution().inflection
    return ComparingPack(
        name=f"{word(data, 'name', _WHERE)} {word(data, 'version', _WHERE)}",
        folding=load_folding(),
        frequencies=dict(_frequencies()),
        enemies=frozenset(words(data, "enemies", _WHERE)),
        light=frozenset(words(data, "light", _WHERE)),
        opposites=tuple(
            Opposite(*(tuple(_forms(words(row, key, _WHERE), inflection)) for key in ("one", "other")))
            for row in tables(data, "opposite", _WHERE)
        ),
        exclusive=words(data, "exclusive", _WHERE),
        verbs=frozenset(words(data, "auxiliaries", _WHERE)) | {f for fs in inflection.irregular.values() for f in fs},
    )


def _forms(phrases: Sequence[str], inflection: Inflection) -> Iterator[tuple[str, ...]]:
    """Every phrase with its first word in each form of a verb: "hold" gives "held" too."""
    for phrase in phrases:
        for form in dict.fromkeys((phrase, *inflection.verb(phrase))):
            yield tuple(form.split())


def _frequencies() -> Iterator[tuple[str, float]]:
    for line in packaged(_FREQUENCIES).splitlines():
        if line.startswith("#"):
            continue
        level, *listed = line.split()
        if not level.isdigit() or not listed:
            raise PartError(f"pack {_FREQUENCIES}", f"a line must be a number and words, not {line[:40]!r}")
        for one in listed:
            yield one, int(level) / 5
