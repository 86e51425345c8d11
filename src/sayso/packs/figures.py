"""The figures' section of the packs: number words, bounds, units, people, measures and their order, as lookup tables.

`docs/packs.md` tells how to write one. Several packs are laid over each other: a measure named twice is extended.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.errors import PartError
from sayso.packs.grammar import Grammar, load_grammar
from sayso.packs.loading import load_toml, table, word, words
from sayso.packs.measures import Measure, MeasureWord, load_measures, plural_of
from sayso.packs.phrases import Phrases, phrase_words

PACKS = ("quantities", "conflict", "disaster")
_UNLABELLED = ("person", "adults", "members", "suspects")
_COUNTED = ("equipment", "building", "formation", "event", "land")
_BOUND_KINDS = ("floor", "floor_exclusive", "ceiling", "ceiling_exclusive", "about", "exact")


@dataclass(frozen=True, slots=True)
class Unit:
    """What a figure counts or measures in: singular name, kind, pint's name where there is one; `who` of people.

    `person` is True where the words always mean persons; a role ("employee") becomes one under a measure on people.
    """

    name: str
    kind: str
    pint: str | None = None
    who: str | None = None
    person: bool = False
    plural: bool = False


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Number words with their values; vague ones with their interval."""

    cardinals: Mapping[str, float]
    scales: Mapping[str, float]
    short_scales: Mapping[str, float]
    collectives: Mapping[str, float]
    fractions: Mapping[str, float]
    vague: Mapping[str, tuple[float, float]]
    first: frozenset[str]


@dataclass(frozen=True, slots=True)
class FigurePack:
    """All that the search for figures looks up. Words are in lower case, phrases cut as the search cuts its text."""

    names: tuple[str, ...]
    numbers: NumberWords
    before: Phrases[str]
    after: Phrases[str]
    units: Phrases[Unit]
    signs: Mapping[str, Unit]
    money_before: Phrases[Unit]
    money_after: Mapping[str, Unit]
    kinds: Mapping[str, str]
    measures: Mapping[str, Measure]
    measure_words: Phrases[MeasureWord]
    causes: Phrases[str]
    singly: frozenset[str]
    named_measures: Phrases[str]
    grammar: Grammar
    unit_kinds: Mapping[str, str] = field(default_factory=dict)
    kinds_owned: frozenset[str | None] = frozenset(("people", "equipment", "building", "formation", "event", "land"))

    def is_within(self, inner: str, outer: str) -> bool:
        """Whether what counts under `inner` counts under `outer` too: killed within irrecoverable within lost."""
        reached, todo = {inner}, [inner]
        while todo:
            known = self.measures.get(todo.pop())
            for name in known.within if known else ():
                if name not in reached:
                    reached.add(name)
                    todo.append(name)
        return outer in reached

    def common(self, names: Sequence[str]) -> str:
        """The narrowest measure that all of these count under; the first of them where there is none."""
        wide = [m for m in self.measures if all(self.is_within(name, m) for name in names)]
        narrow = [m for m in wide if all(self.is_within(m, other) for other in wide)]
        return narrow[0] if narrow else names[0]


def load_figure_pack(names: Sequence[str] = PACKS) -> FigurePack:
    """The section from its files, laid over each other in order. Raises PartError naming the file and key."""
    tables = [(f"{name}.toml", load_toml(f"data/{name}.toml")) for name in names]
    units = [found for where, data in tables for found in _units(data, where)]
    grammar = load_grammar(tables)
    measures, measure_words = load_measures(tables, grammar)
    phrases = {p: u for _, data in tables for p, u in _unit_words(data, units)}
    phrases.update(_people(tables))
    return FigurePack(
        names=tuple(f"{word(data, 'name', where)} {word(data, 'version', where)}" for where, data in tables),
        numbers=_number_words(tables),
        before=Phrases.of(_bounds(tables, "before")),
        after=Phrases.of(_bounds(tables, "after")),
        units=Phrases.of(phrases),
        signs=_signed(tables, units, "signs", fold=False),
        money_before=Phrases.of({phrase_words(k): u for k, u in _signed(tables, units, "before").items()}),
        money_after=_signed(tables, units, "after"),
        kinds={k: str(v) for _, data in tables for k, v in table(data, "kinds", "kinds").items()},
        measures=measures,
        measure_words=measure_words,
        causes=Phrases.of({phrase_words(w): w for where, data in tables for w in _causes(data, where)}),
        singly=frozenset(
            str(row["name"]) for _, data in tables for row in data.get("measure", []) if row.get("singly") is True
        ),
        named_measures=Phrases.of(
            {phrase_words(k): str(v) for where, data in tables for k, v in table(data, "named_measures", where).items()}
        ),
        grammar=grammar,
        unit_kinds={u.name: u.kind for u in units},
    )


def _causes(data: Mapping[str, Any], where: str) -> tuple[str, ...]:
    return words(table(data, "causes", where), "words", where)


def _units(data: Mapping[str, Any], where: str) -> Iterator[Unit]:
    rows = data.get("unit", [])
    if not isinstance(rows, list):
        raise PartError(f"pack {where}", "unit must be a list of tables")
    for row in rows:
        name = word(row, "name", where)
        if not words(row, "words", where):
            raise PartError(f"pack {where}", f"unit {name} has no words")
        yield Unit(name, word(row, "kind", where), word(row, "pint", where) if "pint" in row else None)


def _unit_words(data: Mapping[str, Any], units: Sequence[Unit]) -> Iterator[tuple[tuple[str, ...], Unit]]:
    named = {u.name: u for u in units}
    for row in data.get("unit", []):
        unit = named[row["name"]]
        plural = Unit(unit.name, unit.kind, unit.pint, plural=True)
        for said in row["words"]:
            many = said.endswith("s") and not unit.name.endswith(said)
            yield phrase_words(said), plural if many else unit
            if unit.kind in _COUNTED and not said.endswith("s"):
                yield phrase_words(plural_of(said)), plural


def _signed(
    tables: Sequence[tuple[str, Mapping[str, Any]]], units: Sequence[Unit], key: str, fold: bool = True
) -> dict[str, Unit]:
    named = {u.name: u for u in units}
    rows = ((row, where) for where, data in tables for row in data.get("unit", []))
    return {(s.lower() if fold else s): named[row["name"]] for row, where in rows for s in words(row, key, where)}


def _people(tables: Sequence[tuple[str, Mapping[str, Any]]]) -> Iterator[tuple[tuple[str, ...], Unit]]:
    """Roles first, so that a word that is in both is a person's."""
    for key in ("roles", "people"):
        for where, data in tables:
            kinds = table(data, key, where)
            for who in kinds:
                said = words(kinds, who, where)
                for name in said:
                    label = None if who in _UNLABELLED else who
                    head = name.split(" of ")[0]
                    plural = head.endswith(("s", "men", "people", "children")) or name in ("staff", "police")
                    yield phrase_words(name), Unit("person", "people", None, label, key == "people", plural)


def _bounds(tables: Sequence[tuple[str, Mapping[str, Any]]], key: str) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for where, data in tables:
        side = table(table(data, "bounds", where), key, where)
        for kind in side:
            if kind not in _BOUND_KINDS:
                raise PartError(f"pack {where}", f"bounds.{key}.{kind} is none of {', '.join(_BOUND_KINDS)}")
            found.update({phrase_words(w): kind for w in words(side, kind, where)})
    return found


def _number_words(tables: Sequence[tuple[str, Mapping[str, Any]]]) -> NumberWords:
    parts: dict[str, dict[str, float]] = {}
    vague: dict[str, tuple[float, float]] = {}
    for where, data in tables:
        given = table(data, "numbers", where)
        for key in ("cardinals", "scales", "short_scales", "collectives", "fractions"):
            parts.setdefault(key, {}).update(
                {k: _number(v, f"numbers.{key}.{k}", where) for k, v in table(given, key, where).items()}
            )
        for name, ends in table(given, "vague", where).items():
            if not isinstance(ends, list) or len(ends) != 2:
                raise PartError(f"pack {where}", f"numbers.vague.{name} must be [low, high]")
            vague[name] = (_number(ends[0], name, where), _number(ends[1], name, where))
    folds = (f"{name}fold" for name in parts["cardinals"])
    first = frozenset(
        (*parts["cardinals"], *folds, *parts["collectives"], *parts["fractions"], *vague, "hundred", "most", "majority")
    )
    return NumberWords(**parts, vague=vague, first=first)


def _number(value: object, key: str, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PartError(f"pack {where}", f"{key} must be a number")
    return float(value)
