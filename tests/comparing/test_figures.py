"""The algebra of figures: what must agree, and what then decides. Each row is one pair."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.comparing import Tools
from sayso.comparing.figures import compare_figures, counted_of
from sayso.comparing.figures.gates import Pair
from sayso.comparing.pieces import pieces_of
from sayso.comparing.voices import voice_book
from sayso.records import Figure, Modality, Polarity, Span, VoiceKind
from tests.comparing.making import article, reading, said, voice

_TEXT = "The ministry said that 340 soldiers were killed."
_DAILY = {"period": "2031-05-03/2031-05-04", "cumulative": False}
_TOTAL = {"period": "2030-09/2031-05-04", "cumulative": True, "as_of": "2031-05-04"}


def pair(tools: Tools, a: dict[str, Any], b: dict[str, Any], together: bool = True) -> Pair:
    """Two figures of two articles, by default the same count of killed Merenian soldiers."""
    readings = []
    for key, fields in (("a", a), ("b", b)):
        day = fields.pop("day", "2031-05-04")
        speaker = voice(fields.pop("by", "Ministry"), fields.pop("side", "Kordania"), VoiceKind.BODY)
        plain = {"low": 340.0, "high": 340.0, "unit": "person", "measure": "killed", "of": ("Merenia",)}
        figure = Figure(id="f1", span=Span(23, 26), statement="s1", **(plain | fields))
        statement = said(_TEXT, "that 340 soldiers were killed", speaker)
        readings.append(reading(article(key, _TEXT, day, key), (statement,), (figure,)))
    pieces = sorted(pieces_of(readings, tools.words.folding), key=lambda p: p.key)
    book = voice_book(pieces, tools.words.folding)
    first, second = (next(iter(counted_of(p, book, tools.words))) for p in pieces)
    return Pair(first, second, tools.figures, together)


ROWS: list[tuple[dict[str, Any], dict[str, Any], str, str]] = [
    ({**_DAILY}, {**_DAILY}, "same", "same bounds"),
    ({}, {"day": "2031-05-05"}, "same", "same bounds"),
    ({**_DAILY}, {"period": "2031-05-04/2031-05-05", "low": 485.0, "high": 485.0, "day": "2031-05-05"},
     "next in series", "no conflict"),
    ({**_DAILY}, {"period": "2031-05-04/2031-05-05", "measure": "lost", "low": 485.0, "high": 485.0},
     "next in series", "no conflict"),
    ({**_DAILY}, {**_TOTAL, "low": 49000.0, "high": None}, "not comparable", "one day against a total"),
    ({**_DAILY}, {**_DAILY, "of": ("Kordania",)}, "not comparable", "different sides"),
    ({**_TOTAL, "low": 31000.0, "high": None},
     {"period": "2030-09/2031-05-06", "as_of": "2031-05-06", "cumulative": True, "low": 31300.0, "high": None,
      "day": "2031-05-06"}, "updates", "later day"),
    ({**_DAILY}, {**_DAILY, "low": 12.0, "high": 12.0, "by": "Staff", "side": "Merenia"}, "contradicts", "exclude"),
    ({**_DAILY, "low": 10.0, "high": 10.0}, {**_DAILY, "low": 10.0, "high": None}, "narrower", "within"),
    ({**_DAILY}, {**_DAILY, "who": "civilians"}, "same", "same bounds"),
    ({**_DAILY, "who": "soldiers"}, {**_DAILY, "who": "civilians"}, "not comparable", "soldiers against civilians"),
    ({**_DAILY}, {**_DAILY, "polarity": Polarity.NEGATED}, "not comparable", "negated"),
    ({**_DAILY}, {**_DAILY, "modality": Modality.PLANNED}, "not comparable", "planned"),
    ({"place": "Luvnya"}, {"place": "Olmino"}, "not comparable", "Luvnya against Olmino"),
    ({"low": 2.0, "high": 2.0}, {"low": 3.0, "high": 3.0, "day": "2031-05-06"}, "updates", "later day"),
    ({"low": 2.0, "high": 2.0, "by": "Police"}, {"low": 3.0, "high": 3.0, "by": "Hospital", "side": "Norland"},
     "contradicts", "exclude"),
    ({"low": 340.0}, {"low": 9000.0, "high": 9000.0, "day": "2031-05-06"}, "not comparable", "not told"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "kind", "reason"), ROWS)
def test_two_figures(tools: Tools, a: dict[str, Any], b: dict[str, Any], kind: str, reason: str) -> None:
    verdict = compare_figures(pair(tools, dict(a), dict(b)))
    assert verdict is not None
    assert (verdict.kind.value, reason in verdict.reason) == (kind, True), verdict


def test_other_units_do_not_even_look_alike(tools: Tools) -> None:
    assert compare_figures(pair(tools, {}, {"unit": "tank"})) is None


def test_the_enemy_is_the_other_side(tools: Tools) -> None:
    text = "Minister Roe said 12 of the enemy fell. The staff said it was quiet."
    figure = Figure("f1", Span(18, 20), 12.0, 12.0, unit="person", measure="killed", of=("the enemy",), statement="s1")
    statements = (
        said(text, "12 of the enemy fell", voice("Roe", "Merenia")),
        said(text, "it was quiet", voice("Staff", "Kordania", VoiceKind.BODY), id="s2"),
    )
    pieces = pieces_of([reading(article("a", text), statements, (figure,))], tools.words.folding)
    (counted,) = counted_of(pieces[0], voice_book(pieces, tools.words.folding), tools.words)
    assert counted.of == {"kordania"}
