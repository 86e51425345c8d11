"""A number that an article takes back is superseded by the one that it gives instead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.comparing import Tools, compare
from sayso.records import Figure, Reading, RelationKind
from tests.comparing.making import article, reading, said, span, voice


def corrected(note: str) -> Reading:
    text = f"Three people were killed in Olmino, the mayor said. {note}"
    made = article("a", text, outlet="The Lantern")
    killed = [
        Figure("f1", span(text, "Three people"), low=3, high=3, unit="person", measure="killed", statement="s1"),
        Figure("f2", span(text, "13 people"), low=13, high=13, unit="person", measure="killed"),
    ]
    statements = (said(text, "Three people were killed in Olmino", voice("Ana Roe")),)
    return reading(replace(made, corrections=(span(text, note),)), statements, tuple(killed))


@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version of this article said that 13 people had been killed.",
        "Correction: The number of dead was three, not 13 people.",
        "Correction: We reported wrongly that 13 people died.",
    ],
)
def test_what_is_taken_back_is_superseded(tools: Tools, note: str) -> None:
    found = compare([corrected(note)], tools)
    ids = {m.id: c.id for c in found.claims for m in c.members}
    kinds = {(r.kind, r.a, r.b) for r in found.relations}
    assert (RelationKind.SUPERSEDES, ids["f1"], ids["f2"]) in kinds
    assert not any(r.kind is RelationKind.CONTRADICTS for r in found.relations)


def test_a_correction_that_gives_the_right_number_takes_nothing_back(tools: Tools) -> None:
    found = compare([corrected("Update: 13 people have died since.")], tools)
    assert not any(r.kind is RelationKind.SUPERSEDES for r in found.relations)
