"""What an analyst decided holds at once and after every recomputation."""

from __future__ import annotations

from sayso.comparing import Tools, compare
from sayso.records import Anchor, Decision, DecisionKind, Reading
from tests.comparing.making import one_statement, voice

WORDS = "the tunnel under the harbour of Olmino would be closed for the winter"
OTHER = "nobody had asked for a new timetable"


def anchor(given: Reading) -> Anchor:
    spans = given.statements[0].content
    return Anchor(given.article.text_digest or "", spans, spans[0].of(given.article.text))


def decided(kind: DecisionKind, *about: Reading, id: str = "d1", **fields: object) -> Decision:
    return Decision(id, kind, "analyst", "2031-05-09T10:00:00Z", "seen", tuple(map(anchor, about)), **fields)  # type: ignore[arg-type]


def sizes(tools: Tools, readings: list[Reading], *decisions: Decision) -> list[int]:
    return sorted(len(c.members) for c in compare(readings, tools, decisions).claims)


def test_not_same_parts_what_looks_alike(tools: Tools) -> None:
    a = one_statement("a", WORDS, voice("Ana Roe"))
    b = one_statement("b", WORDS + " and the spring", voice("Ana Roe"))
    assert sizes(tools, [a, b]) == [2]
    assert sizes(tools, [a, b], decided(DecisionKind.NOT_SAME, a, b)) == [1, 1]


def test_same_joins_what_nothing_shows(tools: Tools) -> None:
    a, b = one_statement("a", WORDS, voice("Ana Roe")), one_statement("b", OTHER, voice("Ana Roe"))
    assert sizes(tools, [a, b]) == [1, 1]
    assert sizes(tools, [a, b], decided(DecisionKind.SAME, a, b)) == [2]


def test_a_decision_taken_back_no_longer_holds(tools: Tools) -> None:
    a, b = one_statement("a", WORDS, voice("Ana Roe")), one_statement("b", OTHER, voice("Ana Roe"))
    back = Decision("d2", DecisionKind.REVOKE, "analyst", "2031-05-10T10:00:00Z", "wrong", revokes="d1")
    assert sizes(tools, [a, b], decided(DecisionKind.SAME, a, b), back) == [1, 1]


def test_a_rejected_statement_makes_no_claim(tools: Tools) -> None:
    a, b = one_statement("a", WORDS, voice("Ana Roe")), one_statement("b", f"again {WORDS}", voice("Ana Roe"))
    assert sizes(tools, [a, b], decided(DecisionKind.REJECT, a)) == [1]


def test_merged_voices_are_one(tools: Tools) -> None:
    a, b = one_statement("a", WORDS, voice("Ana Roe")), one_statement("b", WORDS, voice("The Minister"))
    merge = decided(DecisionKind.MERGE_VOICES, voices=("ana-roe", "the-minister"))
    assert sizes(tools, [a, b]) == [1, 1]
    assert sizes(tools, [a, b], merge) == [2]
