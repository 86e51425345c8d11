"""One utterance is known again in other words; the same words from another voice are an alarm."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.comparing import Tools, compare
from sayso.records import (
    Certainty,
    Comparison,
    Medium,
    MediumKind,
    Mode,
    Polarity,
    Reading,
    RelationKind,
    Span,
    VoiceKind,
)
from tests.comparing.making import article, one_statement, reading, said, voice

ROE = voice("Ana Roe", "Merenia")
POST = Medium(MediumKind.SOCIAL, "Telegram", Span(0, 1))
BRIDGE = "the old bridge at Luvnya was blown up by saboteurs from Kordania before dawn"


def kinds(found: Comparison) -> set[str]:
    """The kinds of relation between claims of different articles; "one claim" where they share one."""
    shared = {"one claim" for c in found.claims if len({m.key for m in c.members}) > 1}
    return shared | {r.kind.value for r in found.relations}


def both(tools: Tools, a: Reading, b: Reading) -> set[str]:
    found = compare([a, b], tools)
    assert found == compare([b, a], tools)
    return kinds(found)


PAIRS: list[tuple[str, str, dict[str, Any], dict[str, Any], bool]] = [
    (BRIDGE, BRIDGE, {}, {}, True),
    (BRIDGE, "saboteurs from Kordania blew up the old bridge at Luvnya", {}, {}, True),
    (BRIDGE, "the old bridge at Luvnya was blown up", {}, {}, True),
    ("the people of Luvnya are very worried, since the shelling came as a surprise to everyone in the town",
     "there is much fear in Luvnya because the shelling was a complete surprise",
     {"said_on": "2031-05-04", "medium": POST}, {"said_on": "2031-05-04", "medium": POST}, True),
    (BRIDGE, "the harvest in Olmino would be poor this year", {}, {}, False),
    (BRIDGE, BRIDGE, {"said_on": "2031-05-04"}, {"said_on": "2031-04-20"}, False),
    ("the gates of the dam at Olmino were opened", "the gates of the dam at Olmino were not opened", {},
     {"polarity": Polarity.NEGATED}, False),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "of_a", "of_b", "joined"), PAIRS)
def test_one_voice(tools: Tools, a: str, b: str, of_a: dict[str, Any], of_b: dict[str, Any], joined: bool) -> None:
    found = both(tools, one_statement("a", a, ROE, **of_a), one_statement("b", b, ROE, **of_b))
    assert bool(found & {"one claim", "same", "narrower"}) is joined


def test_the_same_words_from_another_voice_are_an_alarm_and_no_confirmation(tools: Tools) -> None:
    other = voice("Ilya Sorn", "Kordania")
    found = compare([one_statement("a", BRIDGE, ROE), one_statement("b", BRIDGE, other)], tools)
    assert kinds(found) == {RelationKind.VOICE_CHANGED.value}
    assert all(c.independent.high == 1 for c in found.claims)


def test_a_statement_told_as_a_fact_has_lost_its_attribution(tools: Tools) -> None:
    text = BRIDGE[0].upper() + BRIDGE[1:] + "."
    told = said(text, text[:-1], voice("The Lantern", kind=VoiceKind.OUTLET), mode=Mode.NARRATED)
    later = reading(article("b", text, "2031-05-05", "The Lantern"), (told,))
    assert "attribution dropped" in both(tools, one_statement("a", BRIDGE, ROE), later)


def test_a_hedge_that_is_left_out_is_named(tools: Tools) -> None:
    hedged = one_statement("a", BRIDGE, ROE, certainty=Certainty.DOUBTFUL)
    found = compare([hedged, one_statement("b", BRIDGE, ROE, day="2031-05-05")], tools)
    assert [r.kind for r in found.relations] == [RelationKind.HEDGE_DROPPED]


def test_what_one_denies_of_what_the_other_says(tools: Tools) -> None:
    a = one_statement(
        "a", "its patrol boats had boarded the trawler Anna", voice("Norland", "Norland", VoiceKind.STATE)
    )
    b = one_statement(
        "b", "patrol boats had not boarded the trawler Anna", voice("Velgrad", "Kordania", VoiceKind.STATE),
        polarity=Polarity.NEGATED,
    )  # fmt: skip
    assert "denies" in both(tools, a, b)


def test_what_only_one_of_two_sides_can_hold(tools: Tools) -> None:
    a = one_statement("a", "its forces hold the village of Luvnya", voice("Staff", "Merenia", VoiceKind.BODY))
    b = one_statement("b", "its forces seized the village of Luvnya", voice("Ministry", "Kordania", VoiceKind.BODY))
    assert "contradicts" in both(tools, a, b)


def test_a_surname_is_the_full_name_where_nobody_else_bears_it(tools: Tools) -> None:
    found = compare([one_statement("a", BRIDGE, ROE), one_statement("b", BRIDGE, voice("Roe"))], tools)
    assert "one claim" in kinds(found)
    apart = compare(
        [one_statement("a", BRIDGE, ROE), one_statement("b", BRIDGE, voice("Roe")),
         one_statement("c", "a bridge at Luvnya was old", voice("Ben Roe"), day="2031-05-03")],
        tools,
    )  # fmt: skip
    assert "one claim" not in kinds(apart)


@pytest.mark.parametrize(("side", "kinds"), [("Merenia", {"contradicts"}), ("Kordania", set()), (None, set())])
def test_two_sides_in_one_article_are_held_against_each_other(tools: Tools, side: str | None, kinds: set[str]) -> None:
    text = "Ana Roe said its forces had seized Olmino. Ivo Brandt said its troops still held Olmino."
    one = said(text, "its forces had seized Olmino", voice("Ana Roe", "Kordania"))
    other = said(text, "its troops still held Olmino", voice("Ivo Brandt", side), id="s2")
    found = compare([reading(article("a", text), (one, other))], tools).relations
    assert {r.kind.value for r in found} & {"contradicts", "denies"} == kinds
