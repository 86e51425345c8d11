"""Statements are whole: quotation marks, broken and continued quotations, mode, nesting, headline."""

from __future__ import annotations

from sayso.reading.statements import build_statements
from sayso.records import Mode, Statement
from tests.reading.drafts import analysed, attribution, draft_of


def statements(text: str, *roles: tuple[object, ...]) -> tuple[Statement, ...]:
    given = [attribution(text, *r[:3], *r[3:], parent=None) for r in roles]  # type: ignore[arg-type]
    draft = analysed(draft_of(text), *given)
    build_statements(draft)
    return draft.statements


def test_a_content_grows_over_its_quotation_marks() -> None:
    text = "“We hold the bridge,” Orlo said."
    (statement,) = statements(text, ("Orlo", "said", "We hold the bridge"))
    assert statement.content[0].of(text) == "“We hold the bridge,”"
    assert statement.mode is Mode.DIRECT


def test_a_quotation_broken_by_its_cue_is_one_statement() -> None:
    text = "“We hold the bridge,” Orlo said. “Nobody will cross it today.” He left."
    (statement,) = statements(text, ("Orlo", "said", "We hold the bridge"))
    assert [c.of(text) for c in statement.content] == ["“We hold the bridge,”", "“Nobody will cross it today.”"]


def test_a_quotation_over_paragraphs_is_one_statement() -> None:
    text = "Orlo said: “We went there for our people.\n\n“We stayed there for them.”\n\nHe left."
    (statement,) = statements(text, ("Orlo", "said", "We went there for our people"))
    assert len(statement.content) == 2


def test_a_quotation_with_another_voice_is_not_joined() -> None:
    text = "“We hold the bridge,” Orlo said. “They do not hold it at all,” Roe said."
    found = statements(text, ("Orlo", "said", "We hold the bridge"), ("Roe", "said", "They do not hold it at all"))
    assert [len(s.content) for s in found] == [1, 1]


def test_modes() -> None:
    text = "Orlo said the bridge was “lost for good” and Roe said it stood."
    mixed, indirect = statements(text, ("Orlo", "said", "the bridge was “lost for good”"), ("Roe", "said", "it stood"))
    assert (mixed.mode, indirect.mode) == (Mode.MIXED, Mode.INDIRECT)


def test_marks_around_the_cue_too_belong_to_the_statement_around() -> None:
    text = "“According to the ministry, the column was stopped,” writes the Courier."
    (statement,) = statements(text, ("the ministry", "According to", "the column was stopped"))
    assert statement.mode is Mode.INDIRECT


def test_nesting_is_kept_by_id_and_ids_follow_the_text() -> None:
    text = "Roe said Orlo had denied that the bridge fell."
    draft = analysed(
        draft_of(text),
        attribution(text, "Orlo", "denied", "that the bridge fell", parent=1),
        attribution(text, "Roe", "said", "Orlo had denied that the bridge fell"),
    )
    build_statements(draft)
    assert [(s.id, s.within) for s in draft.statements] == [("s1", None), ("s2", "s1")]


def test_a_statement_in_the_headline_says_so() -> None:
    text = "Bridge at Olmino closed, ministry says\n\nThe bridge was closed on Friday."
    (statement,) = statements(text, ("ministry", "says", "Bridge at Olmino closed"))
    assert statement.headline


def test_empty_content_makes_no_statement() -> None:
    assert statements("Orlo said: —", ("Orlo", "said", "—")) == ()


def test_a_cue_after_its_content_takes_nothing_from_it() -> None:
    text = "Fighting continued, according to Orlo. Denied entry, the column turned, according to Roe."
    found = statements(text, ("Roe", "turned, according to", "Denied entry, the column"))
    assert found[0].cue is not None
    assert found[0].cue.of(text) == "turned, according to"
