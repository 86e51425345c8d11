"""What a copy changes of an event is named by its slot; a copy that changes nothing sets off no alarm."""

from __future__ import annotations

import pytest

from sayso.comparing import Tools, compare
from sayso.comparing.pieces import pieces_of
from sayso.comparing.statements.altered import Alteration, Slot, find_alterations
from sayso.packs.comparing import ComparingPack
from sayso.records import Place, Precision, Reading, RelationKind, VoiceKind
from tests.comparing.making import article, reading, said, span, voice

TEXT = (
    "Rebels shelled the market of Olmino on Monday, 5 May 2031, and a mortar killed 12 civilians among the stalls, "
    "a doctor of the town said by telephone. The market had been reopened a week before, and traders had come from "
    "many villages."
)
LAT = {"Olmino": 10.0, "Luvnya": 12.0}


def report(key: str, text: str) -> Reading:
    """An article of one statement, with its places located."""
    doctor = voice("Ana Roe", kind=VoiceKind.PERSON)
    places = tuple(
        Place(span(text, name), name, lat=lat, lon=20.0, precision=Precision.SETTLEMENT, radius_km=5.0)
        for name, lat in LAT.items()
        if name in text
    )
    made = reading(article(key, text, "2031-05-06", key), (said(text, text[: text.index(", a doctor")], doctor),))
    return Reading(article=made.article, statements=made.statements, places=places, made_by=made.made_by)


def alterations(words: ComparingPack, changed: str) -> list[Alteration]:
    one, other = pieces_of([report("a", TEXT), report("b", changed)], words.folding)
    return find_alterations(one, other, words)


@pytest.mark.parametrize(
    ("old", "new", "slot"),
    [
        ("Olmino", "Luvnya", Slot.PLACE),
        ("Monday, 5 May 2031", "Friday, 4 April 2031", Slot.TIME),
        ("mortar", "sniper", Slot.CAUSE),
        ("Rebels shelled", "Soldiers shelled", Slot.ACTOR),
        ("civilians", "militants", Slot.CASUALTY),
    ],
)
def test_a_changed_slot_is_named(tools: Tools, words: ComparingPack, old: str, new: str, slot: Slot) -> None:
    changed = TEXT.replace(old, new)
    assert [a.slot for a in alterations(words, changed)] == [slot]
    found = compare([report("a", TEXT), report("b", changed)], tools)
    reasons = [r.reason for r in found.relations if r.kind is RelationKind.CONTRADICTS]
    assert any(f"{slot.value}: " in reason for reason in reasons), found.relations


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("many villages", "all villages"),
        ("a week before", "last week"),
        ("among the stalls", "between the stalls"),
    ],
)
def test_other_changes_set_off_nothing(words: ComparingPack, old: str, new: str) -> None:
    assert alterations(words, TEXT.replace(old, new)) == []
