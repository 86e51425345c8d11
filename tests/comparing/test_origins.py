"""One voice counts once, however many carry it; what is not known to be independent is a bound."""

from __future__ import annotations

from sayso.comparing import Tools, compare, too_large
from sayso.comparing.origins import how_independent
from sayso.records import Bounds, Claim, Credit, CreditKind, Figure, Mode, OriginKind, Reading, Span, VoiceKind
from tests.comparing.making import article, one_statement, reading, said, span, voice
from tests.comparing.test_copies import prose

WORDS = "the tunnel under the harbour of Olmino would be closed for the winter"


def one_claim(tools: Tools, *readings: Reading) -> Claim:
    """The claim that most articles carry."""
    return max(compare(readings, tools).claims, key=lambda c: len(c.members))


def test_five_articles_that_quote_one_minister_are_one_origin(tools: Tools) -> None:
    claim = one_claim(tools, *(one_statement(f"a{i}", WORDS, voice("Ana Roe")) for i in range(5)))
    assert len(claim.members) == 5
    assert [(o.root, o.kind) for o in claim.origins] == [("Ana Roe", OriginKind.VOICE)]
    assert claim.independent == Bounds(1, 1)
    assert "5 articles" in claim.origins[0].reason


def test_a_claim_that_grows_over_too_many_articles_is_an_alarm(tools: Tools) -> None:
    found = compare([one_statement(f"a{i}", WORDS, voice("Ana Roe")) for i in range(5)], tools)
    assert too_large(found) == ()
    assert set(too_large(found, limit=4)) == {found.claims[0].id, found.stories[0].id}


def test_voices_that_speak_jointly_are_at_most_so_many(tools: Tools) -> None:
    jointly = one_statement("a", WORDS, voice("Ana Roe"), voice("Norland", "Norland", VoiceKind.STATE))
    claim = one_claim(tools, jointly)
    assert claim.independent == Bounds(1, 2)
    assert how_independent(claim.independent) == "at most 2 independent origins"


def _toll(key: str, text: str, day: str, agency: str | None = None) -> Reading:
    given = article(key, text, day, f"Outlet {key}")
    start = text.index("412 people")
    told = said(text, text[start : text.index(".", start)], mode=Mode.NARRATED)
    figure = Figure("f1", Span(start, start + 10), 412.0, 412.0, unit="person", measure="evacuated", statement="s1")
    if agency:
        given = type(given)(**{f: getattr(given, f) for f in given.__slots__} | {
            "credits": (Credit(agency, CreditKind.TEXT, Span(0, 1)),)})  # fmt: skip
    return reading(given, (told,), (figure,))


def test_a_copy_goes_back_to_the_article_that_it_was_taken_from(tools: Tools) -> None:
    text = " ".join(prose(71)) + " In Luvnya 412 people were evacuated from the flooded quarter."
    claim = one_claim(tools, _toll("a", text, "2031-05-04"), _toll("b", text, "2031-05-05"))
    assert [(o.root, len(o.members)) for o in claim.origins] == [("Outlet a", 2)]


def test_two_outlets_with_one_agency_are_one_origin(tools: Tools) -> None:
    text = " ".join(prose(72)) + " In Luvnya 412 people were evacuated from the flooded quarter."
    claim = one_claim(tools, _toll("a", text, "2031-05-04", "CP"), _toll("b", text, "2031-05-04", "CP"))
    assert [(o.root, o.kind, len(o.members)) for o in claim.origins] == [("CP", OriginKind.AGENCY, 2)]


def test_outlets_of_one_owner_count_once(tools: Tools) -> None:
    text = "Some 40 people waited at the quay of Luvnya on Friday."
    made = [_told(f"o{i}", text, outlet) for i, outlet in enumerate(("The Times", "New York Post", "Harbour Herald"))]
    claim = next(c for c in compare(made, tools).claims if len(c.members) > 1)
    assert (len(claim.members), claim.independent.high) == (3, 2)


def _told(key: str, text: str, outlet: str) -> Reading:
    """An outlet's own telling of a figure."""
    figure = Figure("f1", span(text, "40"), 40, 40, unit="person", measure="waiting")
    return reading(article(key, text, outlet=outlet), (), (figure,))
