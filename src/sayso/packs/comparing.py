"""What comparing looks up: how common a word is, who "the enemy" is, which predicates exclude each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.errors import PartError
from sayso.packs.attribution import load_attribution
from sayso.packs.folding import Folding, load_folding
from sayso.packs.inflection import Inflection, stem
from sayso.packs.loading import load_toml, packaged, table, tables, word, words
from sayso.packs.owners import load_owners

_WHERE = "data/comparing.toml"
_FREQUENCIES = "data/word_frequencies.txt"
# Zipf value of a word that the table does not hold: names and rare words, just below the table's cut at 3.
_RARE = 2.5
# From here on a word says next to nothing of what a text is about ("after", "their"); such words weigh nothing.
_COMMON = 6.2
# A longer word in -ed is a verb's past ("red", "need" are none).
_PAST = 4
_LISTS = ("negators", "breaks", "causes", "passives", "places", "owning", "months", "numbers", "futures")
_STEMS = ("accidents", "weapons", "parties", "victims")


@dataclass(frozen=True, slots=True)
class ComparingPack:
    """The section, ready to use.

    `frequencies` are Zipf values by word in lower case. `predicates` leads from the stems of a phrase, by their number,
    to the pairs of opposites that it belongs to, each with its group (0 or 1): only one group can be so of one thing.
    `sorts` has for the stem of each cause of harm its sort, `persons` for words like "girl" whom they count. `harms`,
    `accidents`, `weapons`, `parties` (who fights, governs, suffers) and `victims` are stems, `pasts` the past forms of
    harm; `exclusive` has the stems of each verb for what only one side can do; the rest are words as they stand: what
    negates, where a negation or a cause ends (`breaks`), what leads to a cause, marks a passive, leads to a place,
    stands for the speaker (`owning`), names of days and numbers, what is yet to come (`futures`); `taken_back` are
    phrases behind which the note of a correction says what was wrong.
    """

    name: str
    folding: Folding
    frequencies: Mapping[str, float]
    enemies: frozenset[str]
    light: frozenset[str]
    predicates: Mapping[int, Mapping[tuple[str, ...], tuple[tuple[int, int], ...]]]
    exclusive: Mapping[str, frozenset[str]]
    owners: Mapping[str, str]
    losses: frozenset[str]
    verbs: frozenset[str]
    negators: frozenset[str]
    breaks: frozenset[str]
    harms: frozenset[str]
    causes: frozenset[str]
    passives: frozenset[str]
    places: frozenset[str]
    owning: frozenset[str]
    pasts: frozenset[str]
    accidents: frozenset[str]
    weapons: frozenset[str]
    sorts: Mapping[str, str]
    persons: Mapping[str, str]
    parties: frozenset[str]
    victims: frozenset[str]
    weekdays: tuple[str, ...]
    months: frozenset[str]
    numbers: frozenset[str]
    futures: frozenset[str]
    taken_back: tuple[str, ...]

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
    shared = load_attribution().inflection
    own = table(data, "irregular", _WHERE)
    inflection = Inflection({**shared.irregular, **{v: words(own, v, _WHERE) for v in own}}, shared.doubled)
    return ComparingPack(
        name=f"{word(data, 'name', _WHERE)} {word(data, 'version', _WHERE)}",
        folding=load_folding(),
        frequencies=dict(_frequencies()),
        enemies=frozenset(words(data, "enemies", _WHERE)),
        light=frozenset(words(data, "light", _WHERE)),
        predicates=_predicates(tables(data, "opposite", _WHERE), inflection),
        exclusive={w: _stems_of(w, inflection) for w in words(data, "exclusive", _WHERE)},
        taken_back=words(data, "taken_back", _WHERE),
        owners=load_owners(load_folding()),
        losses=frozenset(words(data, "losses", _WHERE)),
        verbs=_verbs(data, inflection),
        harms=frozenset(stem(w[0]) for w in _forms(words(data, "harms", _WHERE), inflection)),
        pasts=frozenset(f for w in words(data, "harms", _WHERE) for f in inflection.verb(w)[2:]),
        sorts={stem(w): sort for sort in table(data, "sorts", _WHERE) for w in words(data["sorts"], sort, _WHERE)},
        persons={w: kind for kind in table(data, "persons", _WHERE) for w in words(data["persons"], kind, _WHERE)},
        weekdays=words(data, "weekdays", _WHERE),
        **{key: frozenset(map(stem, words(data, key, _WHERE))) for key in _STEMS},
        **{key: frozenset(words(data, key, _WHERE)) for key in _LISTS},
    )


def _stems_of(verb: str, inflection: Inflection) -> frozenset[str]:
    """The stems of a verb's forms: "hold" and "held"."""
    return frozenset(stem(form[0]) for form in _forms([verb], inflection))


def _predicates(
    rows: Sequence[Mapping[str, Any]], inflection: Inflection
) -> dict[int, dict[tuple[str, ...], tuple[tuple[int, int], ...]]]:
    found: dict[int, dict[tuple[str, ...], tuple[tuple[int, int], ...]]] = {}
    for pair, row in enumerate(rows):
        for group, key in enumerate(("one", "other")):
            for phrase in _forms(words(row, key, _WHERE), inflection):
                stems = tuple(stem(w) for w in phrase)
                held = found.setdefault(len(stems), {})
                held[stems] = tuple(dict.fromkeys((*held.get(stems, ()), (pair, group))))
    return found


def _verbs(data: Mapping[str, Any], inflection: Inflection) -> frozenset[str]:
    """What shows a clause: auxiliaries, irregular forms, and every form of the predicates that have opposites."""
    found = set(words(data, "auxiliaries", _WHERE)) | {f for forms in inflection.irregular.values() for f in forms}
    for row in tables(data, "opposite", _WHERE):
        for key in ("one", "other"):
            found |= {p[0] for p in _forms(words(row, key, _WHERE), inflection) if not p[0].endswith("ing")}
    return frozenset(found)


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
