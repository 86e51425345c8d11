"""Closed words of English grammar, plurals and verb forms, as the search for figures needs them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.errors import PartError
from sayso.packs.loading import table, words
from sayso.packs.phrases import Phrases, phrase_words

_LISTS = (
    "articles", "possessives", "prepositions", "conjunctions", "pronouns", "be", "have", "modals", "do", "verbs",
    "adverbs", "relatives", "determining", "naming", "named", "months", "rates", "rated",
)  # fmt: skip
_SMALL = (
    "after_metres",
    "after_other_one",
    "after_participles",
    "aged",
    "before_bare",
    "before_counts",
    "before_object",
    "before_other_half",
    "before_other_one",
    "before_verdicts",
    "belligerents",
    "changes",
    "clause_links",
    "conditions",
    "enemies",
    "first_persons",
    "forces",
    "indices",
    "invariable",
    "lands",
    "like_auxiliaries",
    "list_links",
    "locating",
    "mild_negations",
    "naming_small",
    "no_bound_over",
    "no_names",
    "number_prefixes",
    "open_modals",
    "out_of",
    "period_words",
    "person_pronouns",
    "phrase_prepositions",
    "plan_nouns",
    "possessing",
    "restating",
    "saying",
    "suffering",
    "third_persons",
    "times_of_day",
    "titles",
    "totalled",
)
_WAYS = ("denied", "negated", "possible", "planned", "wished", "demanded", "hypothetical")


@dataclass(frozen=True, slots=True)
class VerbForms:
    """A verb's forms: base, third person, past, participle, -ing."""

    base: str
    third: str
    past: str
    participle: str
    ing: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """Word classes by name; `stops` are words that no noun phrase goes over."""

    articles: frozenset[str]
    possessives: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    pronouns: frozenset[str]
    be: frozenset[str]
    have: frozenset[str]
    modals: frozenset[str]
    do: frozenset[str]
    verbs: frozenset[str]
    adverbs: frozenset[str]
    relatives: frozenset[str]
    determining: frozenset[str]
    naming: frozenset[str]
    named: frozenset[str]
    months: frozenset[str]
    rates: frozenset[str]
    rated: frozenset[str]
    stops: frozenset[str]
    aux: frozenset[str]
    plurals: Mapping[str, str]
    irregular: Mapping[str, tuple[str, ...]]
    modality: Phrases[str]
    reach_ends: frozenset[str]
    verdicts: frozenset[str]
    lists: Mapping[str, frozenset[str]]

    def singular(self, noun: str) -> str | None:
        """The singular of a plural noun; None where the word is none."""
        known = self.plurals.get(noun)
        if known is not None:
            return (
                known if known != noun or noun in ("aircraft", "staff", "sheep", "cattle", "fish", "series") else None
            )
        if noun.endswith("men") and len(noun) > 4 and noun not in ("specimen", "regimen", "abdomen", "acumen", "omen"):
            return noun[:-2] + "an"
        if len(noun) < 3 or noun[-1] != "s" or noun.endswith(("ss", "us", "is")):
            return None
        if noun.endswith("ies") and len(noun) > 4:
            return noun[:-3] + "y"
        if noun.endswith(("ches", "shes", "sses", "xes", "zzes")) or (noun.endswith("oes") and len(noun) > 5):
            return noun[:-2]
        return noun[:-1]

    def forms(self, verb: str) -> VerbForms:
        """All forms of a verb from its base."""
        third = verb[:-1] + "ies" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else verb + "s"
        if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
            third = verb + "es"
        known = self.irregular.get(verb)
        if known is not None:
            return VerbForms(verb, third, known[0], known[1], known[2])
        stem = verb[:-1] if verb.endswith("e") else verb
        past = verb[:-1] + "ied" if third.endswith("ies") else stem + "ed"
        return VerbForms(verb, third, past, past, stem + "ing" if not verb.endswith("ee") else verb + "ing")


def load_grammar(tables: Sequence[tuple[str, Mapping[str, Any]]]) -> Grammar:
    """The closed words of all packs together. Raises PartError."""
    lists: dict[str, frozenset[str]] = {}
    ways: dict[tuple[str, ...], str] = {}
    plurals: dict[str, str] = {}
    irregular: dict[str, tuple[str, ...]] = {}
    ends: dict[str, frozenset[str]] = {}
    small: dict[str, frozenset[str]] = dict.fromkeys(_SMALL, frozenset())
    for where, data in tables:
        given = table(data, "grammar", where)
        for key in _LISTS:
            lists[key] = lists.get(key, frozenset()) | frozenset(words(given, key, where))
        modality = table(data, "modality", where)
        for key in _WAYS:
            ways.update({phrase_words(w): key for w in words(modality, key, where)})
        for key in ("reach_ends", "verdicts"):
            ends[key] = ends.get(key, frozenset()) | frozenset(words(modality, key, where))
        for key in table(data, "lists", where):
            if key not in _SMALL:
                raise PartError(f"pack {where}", f"lists.{key} is a list that nothing goes by")
            small[key] |= frozenset(words(table(data, "lists", where), key, where))
        plurals.update({k: str(v) for k, v in table(data, "plurals", where).items()})
        forms = table(data, "irregular", where)
        for verb in forms:
            if len(words(forms, verb, where)) != 3:
                raise PartError(f"pack {where}", f"irregular.{verb} must be [past, participle, -ing form]")
            irregular[verb] = words(forms, verb, where)
    aux = lists["be"] | lists["have"] | lists["modals"] | lists["do"]
    stops = aux | lists["articles"] | lists["possessives"] | lists["prepositions"] | lists["conjunctions"]
    return Grammar(
        **lists,
        stops=stops | lists["pronouns"] | lists["verbs"],
        aux=aux,
        plurals=plurals,
        irregular=irregular,
        modality=Phrases.of(ways),
        **ends,
        lists=small,
    )
