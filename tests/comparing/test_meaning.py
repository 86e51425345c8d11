"""One utterance in other words: told as a relation with its likeness, never where something sets the two apart."""

from __future__ import annotations

import pytest

from sayso.comparing import Tools, compare
from sayso.packs.comparing import ComparingPack
from sayso.packs.figures import load_figure_pack
from sayso.records import Comparison, Mode, RelationKind
from tests.comparing.making import one_statement, voice

DAY = "2031-05-05"
A, B = "our engineers warned of the crack a year ago", "twelve months back technicians alerted them to a fissure"


class Always:
    """Holds any two sentences to be this much alike."""

    name = "always"

    def __init__(self, score: float) -> None:
        self.score = score

    def __call__(self, *sentences: str) -> float:
        return self.score if len(set(sentences)) == len((A, B)) else 1.0


def told(words: ComparingPack, a: str, b: str, score: float = 0.8, mode: Mode = Mode.INDIRECT) -> Comparison:
    roe = voice("Ana Roe", "Merenia")
    given = [one_statement(key, text, roe, said_on=DAY, day=DAY, mode=mode) for key, text in (("x", a), ("y", b))]
    return compare(given, Tools(words, load_figure_pack(), Always(score)))


def same(found: Comparison) -> list[str]:
    return [r.reason for r in found.relations if r.kind is RelationKind.SAME]


def test_likeness_is_a_relation_with_its_figure_and_no_claim(words: ComparingPack) -> None:
    found = told(words, A, B)
    assert same(found) == ["Ana Roe, one utterance in other words: likeness 0.80"]
    assert len(found.claims) == 2


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (A, "technicians never alerted them to a fissure"),
        ("our engineers warned of 3 cracks last year", "technicians alerted them to 5 fissures in spring"),
        ("our engineers warned Kordania of the crack", "technicians alerted Norland to a fissure in spring"),
        (A, "they were warned"),
    ],
)
def test_a_negation_a_number_a_name_or_too_few_words_set_apart(words: ComparingPack, a: str, b: str) -> None:
    assert same(told(words, a, b)) == []


def test_less_alike_or_both_quoted_is_nothing(words: ComparingPack) -> None:
    assert same(told(words, A, B, score=0.6)) == []
    assert same(told(words, A, B, mode=Mode.DIRECT)) == []
