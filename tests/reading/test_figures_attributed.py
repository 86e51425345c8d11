"""Figures get their statement, voice, side, period and place from what the steps before found."""

from __future__ import annotations

from sayso.reading.figures import attribute_figures, find_figures
from sayso.reading.times import find_times
from sayso.records import Act, Figure, Modality, Mode, Place, PlaceUse, Polarity, Span, Statement, Voice
from tests.reading.drafts import draft_of


def read(text: str, *statements: Statement, places: tuple[Place, ...] = ()) -> tuple[Figure, ...]:
    """The figures of a text published on 4 May 2031, with statements already found."""
    draft = draft_of(text, published="2031-05-04")
    find_times(draft)
    draft.places = places
    draft.statements = statements
    find_figures(draft)
    attribute_figures(draft)
    return draft.figures


def said(text: str, content: str, name: str, act: Act = Act.SAY, side: str | None = None, id: str = "s1") -> Statement:
    """A statement whose content is these words of the text."""
    start = text.index(content)
    voice = Voice(id=name.lower(), name=name, side=side)
    return Statement(id, None, None, (Span(start, start + len(content)),), (voice,), act=act)


def test_a_figure_is_by_the_innermost_voice_that_says_it() -> None:
    text = "The radio said that the mayor said that nine houses burned down, and 14 cars."
    outer = said(text, "that the mayor said that nine houses burned down, and 14 cars", "radio")
    inner = said(text, "that nine houses burned down", "mayor", id="s2")
    houses, cars = read(text, outer, inner)
    assert (houses.statement, houses.by) == ("s2", ("mayor",))
    assert (cars.statement, cars.by) == ("s1", ("radio",))


def test_a_figure_outside_every_statement_is_nobody_s() -> None:
    text = "Nine houses burned down, the mayor said."
    (figure,) = read(text)
    assert (figure.statement, figure.by) == (None, ())


def test_what_a_voice_denies_or_promises_is_not_asserted() -> None:
    text = "The ministry denied losing 40 tanks. It promised 300 buses."
    denied = said(text, "losing 40 tanks", "ministry", Act.DENY)
    promised = said(text, "300 buses", "ministry", Act.PROMISE, id="s2")
    tanks, buses = read(text, denied, promised)
    assert tanks.polarity is Polarity.NEGATED
    assert buses.modality is Modality.PLANNED


def test_the_enemy_is_the_other_side() -> None:
    text = "Merenian troops crossed the river of Merenia. “The enemy has lost 300 men,” Kordania's ministry said. "
    content = "The enemy has lost 300 men"
    (figure,) = read(text, said(text, content, "Kordanian Defence Ministry", side="Kordania"))
    assert figure.of == ("Merenia",)


def test_period_and_as_of_are_the_sentence_s_own() -> None:
    text = "Since March, 900 people have fled. On Friday 12 people died."
    fled, died = read(text)
    assert (fled.period, fled.as_of, fled.cumulative) == ("2031-03/2031-05-04", "2031-05-04", True)
    assert (died.period, died.cumulative) == ("2031-05-02", False)


def test_when_a_voice_spoke_is_no_period_of_what_it_counts() -> None:
    text = "On Friday the ministry said 12 people had died in the flood."
    (figure,) = read(text, said(text, "12 people had died in the flood", "ministry"))
    assert figure.period is None


def test_a_list_shares_measure_owner_and_period() -> None:
    text = "In the past 24 hours Ukraine has lost 40 men, two tanks and a howitzer."
    figures = read(text)
    assert [f.measure for f in figures] == ["lost"] * 3
    assert {f.of for f in figures} == {("Ukraine",)}
    assert {f.period for f in figures} == {"2031-05-03/2031-05-04"}


def test_a_spot_is_one_where_something_is_put() -> None:
    text = "Luvnya sent buses after 12 people died in Olmino."
    spots = tuple(
        Place(Span(text.index(name), text.index(name) + 6), name, use)
        for name, use in (("Luvnya", PlaceUse.LITERAL), ("Olmino", PlaceUse.LITERAL))
    )
    (figure,) = read(text, places=spots)
    assert figure.place == "Olmino"


def test_the_outlet_s_own_telling_yields_to_a_voice_s_words() -> None:
    text = "The mayor said 14 cars burned."
    told = Statement("s1", None, None, (Span(0, len(text)),), mode=Mode.NARRATED)
    voiced = said(text, "14 cars burned", "mayor", id="s2")
    (figure,) = read(text, told, voiced)
    assert figure.by == ("mayor",)
