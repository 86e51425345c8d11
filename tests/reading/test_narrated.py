"""What the outlet asserts in its own words becomes narrated statements; what others say does not."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from hypothesis import given

from sayso.packs.roster import load_roster
from sayso.reading.draft import Draft, Parts
from sayso.reading.model import ReadingModel
from sayso.reading.narrated import add_narrated
from sayso.records import Act, Figure, Mode, Polarity, Span, Statement
from tests.conftest import any_text
from tests.reading.drafts import at, draft_of
from tests.reading.marked import marked_draft


def _narrated(draft: Draft, *figures: str) -> list[Statement]:
    draft.parts = replace(draft.parts, roster=load_roster(), model=cast("ReadingModel", None))
    draft.figures = tuple(Figure(f"f{i}", at(draft.text, f), 1, 1) for i, f in enumerate(figures))
    add_narrated(draft)
    return [s for s in draft.statements if s.mode is Mode.NARRATED]


def test_a_figure_outside_every_statement_is_the_outlets_assertion() -> None:
    draft = marked_draft(
        "Orsk moved 600 people from the ford and [the premier] {condemned} <the raid>.", outlet="The Lurren Herald"
    )
    (found,) = _narrated(draft, "600 people")
    assert found.content[0].of(draft.text) == "Orsk moved 600 people from the ford"
    assert (found.source, found.cue, found.act) == (None, None, Act.NARRATE)
    assert [v.name for v in found.voices] == ["The Lurren Herald"]


def test_an_event_is_one_too_and_ids_follow_the_text() -> None:
    draft = marked_draft("Dorvan's troops crossed into Orsk at dawn. [The premier] {said} <the line held>.")
    (found,) = _narrated(draft)
    assert found.content[0].of(draft.text) == "Dorvan's troops crossed into Orsk at dawn"
    assert [s.id for s in draft.statements] == ["s1", "s2"]
    assert draft.statements[0] == found
    assert found.voices == ()


def test_what_others_say_and_what_is_no_event_is_not_narrated() -> None:
    draft = marked_draft(
        "[The premier] {said} <Orsk seized 12 boats>. The talks are a long affair. Who shelled the mill?"
    )
    assert _narrated(draft, "12 boats") == []


def test_quoted_words_of_nobody_are_not_the_outlets() -> None:
    draft = marked_draft("[He] {left} <town>. “They shelled the mill with 40 guns,” it went.")
    assert _narrated(draft, "40 guns") == []


def test_a_clause_is_taken_alone_and_weighed() -> None:
    draft = marked_draft("The navy has not sunk any of the 12 boats, and the talks are a long and quiet affair.")
    (found,) = _narrated(draft, "12 boats")
    assert found.content[0].of(draft.text) == "The navy has not sunk any of the 12 boats"
    assert found.polarity is Polarity.NEGATED


def test_a_headline_counts_in_the_present_tense() -> None:
    draft = marked_draft("Orsk seizes ferry off Lurren¶The talks are a long affair, and the ferry is old.")
    (found,) = _narrated(draft)
    assert found.headline
    assert found.content[0].of(draft.text) == "Orsk seizes ferry off Lurren"


@given(any_text)
def test_any_text_gives_spans_outside_the_statements(text: str) -> None:
    draft = draft_of(text, outlet="X")
    draft.parts = Parts(draft.parts.model, draft.parts.packs, load_roster(), draft.parts.gazetteer)
    half = len(text) // 2
    draft.statements = (Statement("s1", None, None, (Span(half, len(text)),)),)
    draft.figures = (Figure("f1", Span(0, len(text)), 1, 1),)
    add_narrated(draft)
    for statement in draft.statements:
        if statement.mode is Mode.NARRATED:
            assert 0 <= statement.content[0].start < statement.content[0].end <= half
