"""Voices: variants are one voice, order does not matter, any text gives an answer, and time is linear."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.analysis import Analysis, Name
from sayso.reading.draft import Draft
from sayso.records import Mode, Span, Statement, VoiceKind
from tests.conftest import any_text
from tests.reading.drafts import at, draft_of
from tests.reading.voiced import voiced


def said(text: str, *sources: str) -> Draft:
    """The text with one statement for each source; the content is what follows it, up to the full stop."""
    statements = []
    place = 0
    for number, source in enumerate(sources, 1):
        start = text.index(source, place)
        end = start + len(source)
        stop = text.find(".", end)
        place = end
        statements.append(
            Statement(f"s{number}", Span(start, end), None, (Span(end + 1, stop if stop > 0 else end + 2),))
        )
    return voiced(draft_of(text), *statements)


def names(draft: Draft) -> list[list[str]]:
    return [[v.name for v in s.voices] for s in draft.statements]


def test_one_body_however_written() -> None:
    """A ministry under four spellings is one voice with one id, in one article and across two."""
    text = (
        "Norway’s Ministry of Defence said it was calm. The Norwegian Defence Ministry said it was calm. "
        "The ministry said it was calm. Norway's Defense Ministry said it was calm."
    )
    draft = said(
        text,
        "Norway’s Ministry of Defence",
        "The Norwegian Defence Ministry",
        "The ministry",
        "Norway's Defense Ministry",
    )
    ids = {s.voices[0].id for s in draft.statements}
    assert len(ids) == 1
    assert ids == {
        said("The Norwegian defense ministry said so.", "The Norwegian defense ministry").statements[0].voices[0].id
    }


def test_person_under_fullest_name() -> None:
    """A surname before and after the full name, in another transliteration, is the person; its names are kept."""
    text = "Tereshensky says no. President Ihor Tereshenskyi said no. He said no. Tereshenskiy said no."
    draft = said(text, "Tereshensky", "President Ihor Tereshenskyi", "He", "Tereshenskiy")
    assert names(draft) == [["Ihor Tereshenskyi"]] * 4
    assert {s.voices[0].id for s in draft.statements} == {draft.statements[0].voices[0].id}
    assert "Tereshensky" in draft.statements[0].voices[0].aliases
    assert draft.statements[0].voices[0].kind is VoiceKind.PERSON


def test_two_of_one_surname() -> None:
    """A surname that two bear is the one last named in full, else the first named."""
    text = "Ada Corrow spoke. Kofi Corrow replied. Corrow said no. It rained. It snowed. Corrow said no."
    first = text.index("Corrow said")
    last = text.rindex("Corrow said")
    draft = voiced(
        draft_of(text),
        Statement("s1", Span(first, first + 6), None, (Span(first + 12, first + 14),)),
        Statement("s2", Span(last, last + 6), None, (Span(last + 12, last + 14),)),
    )
    assert names(draft) == [["Kofi Corrow"], ["Ada Corrow"]]


def test_pronoun_passes_over_quoted_people() -> None:
    """Who is only named inside another's quotation is not taken up outside it."""
    text = "Ada Corrow spoke first. “Ilse Marwen told me so,” she said. She left."
    draft = voiced(
        draft_of(text),
        Statement(
            "s1",
            at(text, "she said")._replace(end=at(text, "she said").start + 3),
            None,
            (at(text, "“Ilse Marwen told me so,”"),),
            mode=Mode.DIRECT,
        ),
    )
    assert names(draft) == [["Ada Corrow"]]


def test_first_person_within_a_quotation() -> None:
    """ "We" within quoted words is whoever is quoted; outside any it is nobody."""
    text = "“We believe the road is mined,” Ada Corrow said. We thought so too."
    outer = Statement(
        "s1", at(text, "Ada Corrow"), at(text, "said"), (at(text, "“We believe the road is mined,”"),), mode=Mode.DIRECT
    )
    inner = Statement("s2", at(text, "We"), at(text, "believe"), (at(text, "the road is mined"),), within="s1")
    own = Statement("s3", Span(text.rindex("We"), text.rindex("We") + 2), at(text, "thought"), (at(text, "so too"),))
    draft = voiced(draft_of(text), outer, inner, own)
    assert names(draft) == [["Ada Corrow"], ["Ada Corrow"], []]


def test_source_cut_within_a_list() -> None:
    """A source that begins amid a list of speakers still names them all."""
    text = "Chile, Peru and NATO have condemned the raid."
    draft = voiced(draft_of(text), Statement("s1", at(text, "Peru and NATO"), None, (at(text, "the raid"),)))
    assert names(draft) == [["Chile", "Peru", "NATO"]]


def test_citing_and_quoted_by() -> None:
    """An outlet that cites a voice is a link and the voice the origin; "quoted by" adds a link."""
    text = (
        "TASS reported, citing the Finnish Defence Ministry, that the mast fell. "
        "Ada Corrow, quoted by Reuters, said no."
    )
    draft = voiced(
        draft_of(text),
        Statement("s1", at(text, "TASS"), at(text, "reported"), (at(text, "that the mast fell"),)),
        Statement("s2", at(text, "Ada Corrow"), at(text, "said"), (at(text, "no."),)),
    )
    assert names(draft) == [["Finnish Defence Ministry"], ["Ada Corrow"]]
    assert [[(link.voice, link.kind) for link in s.chain] for s in draft.statements] == [
        [("TASS", "outlet")],
        [("Reuters", "outlet")],
    ]


def test_model_names_are_heard() -> None:
    """What the model takes for a place is no person, where the words leave it open."""
    text = "Luvnya Orst said no. He said no."
    place = draft_of(text)
    place.analysis = Analysis(names=(Name(0, 11, "place", 0.9),))
    person = draft_of(text)
    person.analysis = Analysis(names=(Name(0, 11, "person", 0.9),))
    he = Statement("s1", at(text, "He"), None, (Span(text.rindex("no"), text.rindex("no") + 2),))
    assert names(voiced(place, he)) == [[]]
    assert names(voiced(person, he)) == [["Luvnya Orst"]]


@given(any_text, st.lists(st.tuples(st.integers(0, 400), st.integers(0, 60), st.booleans()), max_size=6))
def test_any_text(text: str, cuts: list[tuple[int, int, bool]]) -> None:
    """Any text with statements anywhere gives voices with names and ids, and never an exception."""
    statements = []
    for number, (start, length, sourced) in enumerate(cuts):
        a = min(start, len(text))
        b = min(a + length, len(text))
        if b > a:
            source = Span(a, b) if sourced else None
            statements.append(Statement(f"s{number}", source, None, (Span(a, b),), mode=Mode.DIRECT))
    for statement in voiced(draft_of(text), *statements).statements:
        for voice in statement.voices:
            assert voice.name.strip()
            assert isinstance(voice.id, str)


def test_order_does_not_matter() -> None:
    """Articles read in any order have the same voices: nothing is learned from one for another."""
    texts = [
        ("President Ada Corrow came. Corrow said no.", "Corrow"),
        ("Corrow said no.", "Corrow"),
        ("Kofi Corrow came. He said no.", "He"),
    ]

    def read(order: list[int]) -> dict[int, list[list[str]]]:
        return {i: names(said(*texts[i])) for i in order}

    assert read([0, 1, 2]) == read([2, 1, 0]) == read([1, 0, 2])


def test_linear_in_length() -> None:
    """Eight times the text takes no more than some twenty times the time."""
    block = "General Ada Corrow met officials in Hestvik. She said the road was open. The ministry agreed, it said.\n\n"

    def seconds(times: int) -> float:
        text = block * times
        starts = [i * len(block) + block.index("She said") for i in range(times)]
        statements = [Statement(f"s{i}", Span(s, s + 3), None, (Span(s + 9, s + 26),)) for i, s in enumerate(starts)]
        draft = draft_of(text)
        begun = time.process_time()
        voiced(draft, *statements)
        return time.process_time() - begun

    small, large = (min(seconds(times) for _ in range(3)) for times in (40, 320))
    assert large < 20 * small + 0.05
