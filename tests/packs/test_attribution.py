"""The packs of attribution: forms of words, and errors that name what is wrong."""

from __future__ import annotations

import pytest

from sayso.errors import PartError
from sayso.packs.attribution import load_attribution, one_of
from sayso.packs.events import load_events
from sayso.packs.inflection import Inflection
from sayso.packs.loading import only
from sayso.packs.verification import load_checking
from sayso.records import Act


def test_every_act_but_the_outlets_own_has_a_cue() -> None:
    pack = load_attribution()
    acts = {value.act for phrases in pack.cues.by_first.values() for _, value in phrases}
    acts |= {cue.act for cue in pack.negated.values()}
    assert acts == set(Act) - {Act.NARRATE}


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("deny", ("deny", "denies", "denied", "denying")),
        ("argue", ("argue", "argues", "argued", "arguing")),
        ("agree to", ("agree to", "agrees to", "agreed to", "agreeing to")),
        ("admit", ("admit", "admits", "admitted", "admitting")),
        ("stress", ("stress", "stresses", "stressed", "stressing")),
        ("rule out", ("rule out", "rules out", "ruled out", "ruling out")),
        ("say", ("say", "says", "said", "saying")),
        ("convey", ("convey", "conveys", "conveyed", "conveying")),
        ("lie", ("lie", "lies", "lied", "lying")),
    ],
)
def test_verbs_are_inflected(lemma: str, forms: tuple[str, ...]) -> None:
    assert load_attribution().inflection.verb(lemma) == forms


def test_nouns_have_plurals() -> None:
    inflection = Inflection({}, frozenset())
    assert inflection.noun("reply") == ("reply", "replies")
    assert inflection.noun("call for") == ("call for", "calls for")


def test_a_wrong_word_is_named() -> None:
    with pytest.raises(PartError, match="shout"):
        one_of(Act, "shout", "here")


def test_the_present_tense_counts_in_headlines_only() -> None:
    events = load_events(load_attribution().inflection)
    assert events.told.at(["seizes"], 0) is None
    assert events.told.at(["seized"], 0) is not None
    assert events.headlined.at(["seizes"], 0) is not None


def test_patterns_of_checking_are_complete() -> None:
    checking = load_checking()
    assert all("{" not in pattern.pattern.replace("{0,", "").replace("{2,", "") for _, pattern in checking.patterns)


def test_a_misspelt_key_is_named() -> None:
    with pytest.raises(PartError, match="verbz"):
        only({"act": "say", "verbz": ["say"]}, frozenset(["act", "verbs"]), "here")
