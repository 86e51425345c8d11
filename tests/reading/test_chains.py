"""Chains: reposts, credited agencies, nesting and outlets beside a statement, nearest first."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.chains import trace_chains
from sayso.reading.draft import Draft
from sayso.records import Act, Credit, CreditKind, Mode, Span, Statement, Voice, VoiceKind
from tests.conftest import any_text
from tests.reading.drafts import at, draft_of
from tests.reading.voiced import voiced


def credit(text: str, name: str, kind: CreditKind) -> Credit:
    return Credit(name, kind, at(text, name))


def links(draft: Draft) -> list[list[tuple[str, str]]]:
    trace_chains(draft)
    return [[(link.voice, link.kind.value) for link in s.chain] for s in draft.statements]


def test_repost_and_agency() -> None:
    """Reposted piece first, then the agency of its text; authors, photographers and the own outlet are no links."""
    text = "Ada Corrow said no. First in Hestvik Herald. Reuters. Photo: TASS. By Tove Lind."
    draft = draft_of(
        text,
        outlet="Norland Notes",
        authors=("Tove Lind",),
        credits=(
            credit(text, "Reuters", CreditKind.TEXT),
            credit(text, "TASS", CreditKind.PHOTO),
            credit(text, "Tove Lind", CreditKind.TEXT),
            credit(text, "Hestvik Herald", CreditKind.REPOST),
        ),
    )
    said = Statement("s1", at(text, "Ada Corrow"), at(text, "said"), (at(text, "no."),))
    told = Statement("s2", None, None, (at(text, "First"),), mode=Mode.NARRATED)
    assert links(voiced(draft, said, told)) == [[("Hestvik Herald", "repost"), ("Reuters", "agency")]] * 2


def test_own_outlet_and_own_voice_are_no_links() -> None:
    """An agency's own article, and an agency that speaks itself, have no link to themselves."""
    text = "Reuters said the road was shut. Ada Corrow said no. By Reuters"
    named = (Credit("Reuters", CreditKind.TEXT, Span(len(text) - 7, len(text))),)
    speaks = Statement("s1", at(text, "Reuters"), at(text, "said"), (at(text, "the road was shut"),))
    says = Statement("s2", at(text, "Ada Corrow"), None, (at(text, "no."),))
    assert links(voiced(draft_of(text, credits=named), speaks, says)) == [[], [("Reuters", "agency")]]
    assert links(voiced(draft_of(text, credits=named, outlet="Reuters"), speaks, says)) == [[], []]


def test_nested_outermost_first() -> None:
    """An inner statement came through all outer ones, the outermost nearest, with source, cue, act and hedges."""
    text = "Reuters reported that the Danish army said that Ada Corrow had claimed a win."
    outer = Statement("s1", at(text, "Reuters"), at(text, "reported"), (Span(17, len(text)),))
    middle = Statement(
        "s2",
        at(text, "the Danish army"),
        at(text, "said"),
        (at(text, "that Ada Corrow had claimed a win"),),
        within="s1",
    )
    inner = Statement("s3", at(text, "Ada Corrow"), at(text, "had claimed"), (at(text, "a win"),), within="s2")
    draft = voiced(draft_of(text), outer, middle, inner)
    draft.statements = tuple(replace(s, act=Act.REPORT) if s.id == "s1" else s for s in draft.statements)
    assert links(draft) == [[], [("Reuters", "outlet")], [("Reuters", "outlet"), ("Danish army", "cites")]]
    first = draft.statements[2].chain[0]
    assert (first.span, first.cue, first.act) == (outer.source, outer.cue, Act.REPORT)


def test_outlet_after_the_words() -> None:
    """ "…", writes an outlet at the end of the sentence: a link, though it is no statement of its own."""
    text = "“According to the Danish army, the pass is shut,” writes RT."
    only = Statement("s1", at(text, "the Danish army"), at(text, "According to"), (at(text, "the pass is shut"),))
    assert links(voiced(draft_of(text), only)) == [[("RT", "outlet")]]


def test_outlet_whose_words_hold_the_statement() -> None:
    """Without nesting found, an outlet's reported content that holds the statement is a link all the same."""
    text = "RT wrote: “The pass is shut, according to the Danish army.”"
    whole = Statement(
        "s1", at(text, "RT"), at(text, "wrote"), (at(text, "“The pass is shut, according to the Danish army.”"),)
    )
    part = Statement("s2", at(text, "the Danish army"), at(text, "according to"), (at(text, "The pass is shut"),))
    assert links(voiced(draft_of(text), whole, part)) == [[], [("RT", "outlet")]]


def test_circle_ends() -> None:
    """Statements said to stand within each other give an end all the same."""
    text = "Ada Corrow said that Tove Lind said no."
    one = Statement("s1", at(text, "Ada Corrow"), None, (at(text, "Tove Lind said no"),), within="s2")
    two = Statement("s2", at(text, "Tove Lind"), None, (at(text, "no."),), within="s1")
    assert links(voiced(draft_of(text), one, two)) == [[("Tove Lind", "cites")], [("Ada Corrow", "cites")]]


@given(any_text, st.lists(st.tuples(st.integers(0, 200), st.integers(1, 40), st.integers(0, 4)), max_size=5))
def test_any_text(text: str, cuts: list[tuple[int, int, int]]) -> None:
    """Any statements give chains in which no voice stands twice."""
    statements = []
    for number, (start, length, within) in enumerate(cuts):
        span = Span(min(start, len(text)), min(start + length, len(text)))
        if span.end > span.start:
            voice = Voice(id=f"v{number % 3}", name=f"Voice {number % 3}", kind=VoiceKind.OUTLET)
            statements.append(Statement(f"s{number}", span, None, (span,), voices=(voice,), within=f"s{within}"))
    draft = draft_of(text)
    draft.statements = tuple(statements)
    for chain in links(draft):
        assert len(chain) == len(set(chain))
