"""What a statement negates, stands for, and holds to be the cause; and which pairs of statements exclude each other."""

from __future__ import annotations

import pytest

from sayso.comparing.figures.matter import Spot, are_apart
from sayso.comparing.pieces import pieces_of
from sayso.comparing.statements import Said, said_of
from sayso.comparing.statements.conflicts import Sides, exclude
from sayso.comparing.statements.stands import stand_of
from sayso.comparing.voices import voice_book
from sayso.packs.comparing import ComparingPack
from sayso.records import RelationKind
from tests.comparing.making import one_statement, voice


def prepared(words: ComparingPack, content: str, name: str = "Ana Roe") -> Said:
    """The statement that this content makes."""
    (piece,) = pieces_of([one_statement("a", content, voice(name))], words.folding)
    return next(iter(said_of(piece, voice_book([piece], words.folding), words)))


@pytest.mark.parametrize(
    ("content", "heads"),
    [
        ("the gates of the dam had not been opened", {"open"}),
        ("there was no water in the dam", {"water"}),
        ("the dam, which nobody had inspected, was safe", {"inspect"}),
        ("the gates of the dam had been opened", set()),
    ],
)
def test_what_is_negated(words: ComparingPack, content: str, heads: set[str]) -> None:
    assert stand_of(prepared(words, content), words).heads == heads


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        ("the mill was destroyed by a Merenian rocket near the river", {"merenian", "rocket"}),
        ("a Merenian rocket destroyed the mill", {"merenian", "rocket"}),
        ("the mill was destroyed on Monday", set()),
    ],
)
def test_what_is_held_to_be_the_cause(words: ComparingPack, content: str, cause: set[str]) -> None:
    assert stand_of(prepared(words, content), words).cause == cause


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("the mill at Olmino was destroyed", "the mill at Olmino was undamaged", RelationKind.CONTRADICTS),
        ("the mill at Olmino had been sold", "the mill at Olmino had not been sold", RelationKind.DENIES),
        ("the mill at Olmino was hit by a Merenian rocket", "the mill at Olmino was hit by a Kordanian drone",
         RelationKind.CONTRADICTS),
        ("the mill at Olmino was destroyed", "the bakery at Luvnya was undamaged", None),
        ("its pilots returned safely to Olmino", "its pilots were shot down near Olmino", None),
        ("four millers at Olmino were alive", "three millers at Olmino were dead", None),
    ],
)  # fmt: skip
def test_which_exclude_each_other(words: ComparingPack, a: str, b: str, kind: RelationKind | None) -> None:
    one, other = prepared(words, a), prepared(words, b, "Ben Sorn")
    ruling = exclude(Sides(one, other, (stand_of(one, words), stand_of(other, words)), words))
    assert (ruling.kind if ruling else None) == kind


def test_places_apart_are_far_from_each_other_or_have_other_names() -> None:
    olmino, near = Spot("olmino", 10.0, 20.0, 5.0), Spot("luvnya", 10.1, 20.0, 5.0)
    far, unknown = Spot("halynsk", 14.0, 20.0, 5.0), Spot("olmino-mill", None, None, 0.0)
    assert not are_apart([olmino], [near])
    assert are_apart([olmino], [far])
    assert not are_apart([olmino], [unknown])
    assert not are_apart([], [far])
