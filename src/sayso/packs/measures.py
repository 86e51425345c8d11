"""Measures: what became of what is counted (killed, lost, shot down, …), their order, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from sayso.errors import PartError
from sayso.packs.grammar import Grammar
from sayso.packs.loading import table, word, words
from sayso.packs.phrases import Phrases, phrase_words

_COUNTS = ("people", "things", "land", "any")


class Form(StrEnum):
    """How a word of a measure stands to what is counted."""

    PAST = "past"  # "killed": active, passive or by the side of a noun
    ACTIVE = "active"  # "kill", "kills", "killing": the counted is its object
    PARTICIPLE = "participle"  # "shot down", "taken": passive or perfect
    DIES = "dies"  # "died": the counted is its subject
    ADJECTIVE = "adjective"  # "dead"
    NOUN = "noun"  # "deaths": counted itself
    TOLL = "toll"  # "the death toll rose to"
    OF = "of"  # "the death of"
    TAKING = "taking"  # "cost 600 lives": the counted is its object, named by a word such as "lives"


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure; `within` are the wider ones, `owner` whether its verb's subject owns what is counted.

    `against` is True where one side does it to another. `unsaid` tells by the kind of what is counted whose it is where
    nobody says: the speaker's "own", or the "enemy"'s. `people` is the measure of people under these verbs.
    """

    name: str
    within: tuple[str, ...]
    counts: str
    owner: bool
    against: bool = False
    unsaid: Mapping[str, str] = field(default_factory=dict)
    people: str | None = None


@dataclass(frozen=True, slots=True)
class MeasureWord:
    """A word or phrase that says a measure. One phrase may be several: `forms` holds each with its measure's name."""

    forms: tuple[tuple[Form, str], ...]

    def of(self, *forms: Form) -> str | None:
        """The measure that it says in one of these forms."""
        for form, name in self.forms:
            if form in forms:
                return name
        return None


def load_measures(
    tables: Sequence[tuple[str, Mapping[str, Any]]], grammar: Grammar
) -> tuple[dict[str, Measure], Phrases[MeasureWord]]:
    """All measures by name, and the lookup of their words. Raises PartError naming the measure that is wrong."""
    measures: dict[str, Measure] = {}
    forms: dict[tuple[str, ...], dict[Form, str]] = {}
    for where, data in tables:
        for row in data.get("measure", []):
            measure = _measure(row, where)
            old = measures.get(measure.name)
            measures[measure.name] = measure if old is None else _extended(old, measure)
            for phrase, form in _phrases(row, where, grammar):
                forms.setdefault(phrase, {}).setdefault(form, measure.name)
    for measure in measures.values():
        for wider in measure.within:
            if wider not in measures:
                raise PartError("packs", f"measure {measure.name} is within {wider}, which no pack names")
    words_ = {phrase: MeasureWord(tuple(found.items())) for phrase, found in forms.items()}
    return measures, Phrases.of(words_)


def _measure(row: Mapping[str, Any], where: str) -> Measure:
    name, counts = word(row, "name", where), word(row, "counts", where)
    if counts not in _COUNTS:
        raise PartError(f"pack {where}", f"measure {name}: counts must be one of {', '.join(_COUNTS)}")
    subject = word(row, "subject", where)
    if subject not in ("owner", "agent"):
        raise PartError(f"pack {where}", f"measure {name}: subject must be owner or agent")
    unsaid = {kind: word(row["unsaid"], kind, where) for kind in table(row, "unsaid", where)}
    if not set(unsaid.values()) <= {"own", "enemy"}:
        raise PartError(f"pack {where}", f"measure {name}: unsaid must be own or enemy")
    people = word(row, "people", where) if "people" in row else None
    against = row.get("against") is True
    return Measure(name, words(row, "within", where), counts, subject == "owner", against, unsaid, people)


def _extended(old: Measure, new: Measure) -> Measure:
    """A measure that a later pack names again."""
    return replace(
        new,
        within=tuple(dict.fromkeys((*old.within, *new.within))),
        against=old.against or new.against,
        unsaid={**old.unsaid, **new.unsaid},
        people=new.people or old.people,
    )


def _phrases(row: Mapping[str, Any], where: str, grammar: Grammar) -> Iterator[tuple[tuple[str, ...], Form]]:
    for verb in words(row, "verbs", where):
        yield from _verb(phrase_words(verb), grammar)
    for verb in words(row, "dies", where):
        for phrase, _ in _verb(phrase_words(verb), grammar):
            yield phrase, Form.DIES
    for verb in words(row, "taking", where):
        for phrase, _ in _verb(phrase_words(verb), grammar):
            yield phrase, Form.TAKING
    for key, form in (("adjectives", Form.ADJECTIVE), ("tolls", Form.TOLL), ("of_nouns", Form.OF)):
        for said in words(row, key, where):
            yield phrase_words(said), form
    for noun in words(row, "nouns", where):
        said_words = phrase_words(noun)
        yield said_words, Form.NOUN
        yield (*said_words[:-1], plural_of(said_words[-1])), Form.NOUN


def _verb(phrase: tuple[str, ...], grammar: Grammar) -> Iterator[tuple[tuple[str, ...], Form]]:
    """Every form of a verb phrase. The verb is the first word, or both of two joined by and / or, or the one after an
    adverb in -ly."""
    at = 1 if phrase[0].endswith("ly") and len(phrase) > 1 else 0
    heads = [at, at + 2] if len(phrase) > at + 2 and phrase[at + 1] in ("and", "or") else [at]
    forms = [grammar.forms(phrase[i]) for i in heads]
    for name, form in (
        ("base", Form.ACTIVE),
        ("third", Form.ACTIVE),
        ("ing", Form.ACTIVE),
        ("participle", Form.PARTICIPLE),
        ("past", Form.PAST),
    ):
        said = list(phrase)
        if form is Form.PAST and any(v.past != v.participle for v in forms):
            form = Form.ACTIVE
        if form is Form.PARTICIPLE and all(v.past == v.participle for v in forms):
            form = Form.PAST
        ways = [getattr(verb, name).split("|") for verb in forms]  # "burned|burnt"
        for way in zip(*ways, strict=False) if len(ways) > 1 else ((w,) for w in ways[0]):
            for i, verb_form in zip(heads, way, strict=True):
                said[i] = verb_form
            yield tuple(said), form


def plural_of(noun: str) -> str:
    """The regular plural of a noun or noun phrase."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")
