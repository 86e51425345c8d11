"""Decisions: kept for good, applied while they hold, hung on what they speak of after a re-read, or up for review."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sayso.errors import StaleError, UsageError
from sayso.ledger import queries as q
from sayso.ledger.append import append
from sayso.ledger.ask import ask_figures, ask_statements
from sayso.ledger.check import check
from sayso.ledger.decisions import Act as Decide
from sayso.ledger.decisions import anchor_of, decide, decisions, last_decision, review
from sayso.ledger.question import Question
from sayso.ledger.store import Store
from sayso.records import Act, Anchor, Decision, DecisionKind, Reading, Span
from tests.ledger.readings import PARTS, TEXT, article, reading

NEWER = replace(PARTS, model="newsreader 4")


def on(store: Store, kind: DecisionKind, *items: str, **more: str | None) -> Decision:
    """A decision on items of the first article."""
    about = tuple(anchor_of(store, 1, item) for item in items)
    return decide(store, Decide(kind=kind, who="ann", why="seen the tape", about=about, **more))  # type: ignore[arg-type]


def reread(*statements: tuple[int, int], figures: tuple[tuple[int, int], ...] = ()) -> Reading:
    """The article read by a newer part: contents and figures at these places."""
    made = reading(parts=NEWER)
    one, number = made.statements[2], made.figures[1]
    return replace(
        made,
        statements=tuple(
            replace(one, id=f"s{i + 1}", content=(Span(*s),), source=None, cue=None) for i, s in enumerate(statements)
        ),
        figures=tuple(replace(number, id=f"f{i + 1}", span=Span(*s), statement=None) for i, s in enumerate(figures)),
    )


def test_what_is_rejected_is_left_out_unless_asked_for(filled: Store) -> None:
    made = on(filled, DecisionKind.REJECT, "s2")
    assert "s2" not in [f.statement.id for f in ask_statements(filled, Question(article="one")) if f.statement]
    shown = ask_statements(filled, Question(article="one", rejected=True, act=Act.DENY))
    assert [f.decisions for f in shown] == [(made.id,)]
    assert list(check(filled)) == []


def test_what_is_corrected_is_found_and_shown_as_corrected_and_the_reading_stays(filled: Store) -> None:
    on(filled, DecisionKind.CORRECT, "s2", field="act", value="condemn")
    on(filled, DecisionKind.CORRECT, "f1", field="high", value="400")
    assert [f.statement.id for f in q.by_act(filled, Act.CONDEMN) if f.statement] == ["s2"]
    (figure,) = ask_figures(filled, Question(article="one", measure="killed"))
    assert figure.figure is not None
    assert (figure.figure.low, figure.figure.high) == (340, 400)
    assert list(check(filled)) == []


def test_taking_a_decision_back_undoes_it_and_loses_nothing(filled: Store) -> None:
    made = on(filled, DecisionKind.REJECT, "s2")
    decide(filled, Decide(kind=DecisionKind.REVOKE, who="bo", why="it was said", revokes=made.id))
    assert "s2" in [f.statement.id for f in ask_statements(filled, Question(article="one")) if f.statement]
    assert decisions(filled) == []
    assert [d.kind for d in decisions(filled, in_force=False)] == [DecisionKind.REJECT, DecisionKind.REVOKE]


def test_a_decision_ends_with_its_day(filled: Store) -> None:
    filled.clock = lambda: datetime(2031, 3, 10, tzinfo=UTC)
    on(filled, DecisionKind.REJECT, "s2", until="2031-03-12T00:00:00+00:00")
    assert len(ask_statements(filled, Question(article="one"))) == 2
    filled.clock = lambda: datetime(2031, 3, 13, tzinfo=UTC)
    assert len(ask_statements(filled, Question(article="one"))) == 3
    assert list(check(filled)) == []


def test_merged_voices_are_found_as_one(filled: Store) -> None:
    before = len(q.by_voice(filled, "v:terel-1", 1000))
    decide(
        filled, Decide(kind=DecisionKind.MERGE_VOICES, who="ann", why="the same man", voices=("v:terel-1", "v:terel-2"))
    )
    decide(filled, Decide(kind=DecisionKind.MERGE_VOICES, who="ann", why="again", voices=("v:terel-2", "v:terel-3")))
    assert len(q.by_voice(filled, "v:terel-1", 1000)) == 3 * before


def test_after_a_reread_a_decision_hangs_on_the_same_words(store: Store) -> None:
    append(store, [reading()])
    on(store, DecisionKind.REJECT, "s3")
    place = reading().statements[2].content[0]
    append(store, [reread((0, 16), tuple(place))])
    assert [f.statement.id for f in ask_statements(store, Question()) if f.statement] == ["s1"], "s3 is s2 now"
    assert review(store) == []


def test_edges_that_moved_a_little_do_not_lose_a_decision(store: Store) -> None:
    append(store, [reading()])
    on(store, DecisionKind.REJECT, "s3")
    start, end = reading().statements[2].content[0]
    append(store, [reread((start + 5, end))])
    assert ask_statements(store, Question()) == []
    with store.raw() as connection:
        assert connection.execute("SELECT how, item FROM attachments").fetchall() == [("moved", "s1")]


def test_what_is_no_longer_read_goes_to_review_and_comes_back_when_it_is_read_again(store: Store) -> None:
    append(store, [reading()])
    made = on(store, DecisionKind.REJECT, "s3")
    append(store, [reread((0, 16))])
    (listed,) = review(store)
    assert (listed.decision, listed.reason) == (made.id, "nothing is read there any more")
    assert [d.id for d in decisions(store)] == [made.id]
    append(store, [reading(parts=replace(PARTS, model="newsreader 5"))])
    assert review(store) == []
    assert list(check(store)) == []


def test_a_figure_s_decision_does_not_hang_on_another_number(store: Store) -> None:
    append(store, [reading()])
    on(store, DecisionKind.REJECT, "f1")
    start, end = reading().figures[0].span
    append(store, [reread((0, 16), figures=((start, end - 1),))])
    assert review(store) == [], "the same digits: the same figure"
    longer = TEXT.replace("340 soldiers were killed near", "340 soldiers were killed near")
    append(store, [reread((0, 16), figures=((start, longer.index("340") + 1),))])
    assert len(review(store)) == 1


def test_another_text_of_the_article_is_followed_by_quotation(store: Store) -> None:
    """A newer extractor gives a text with a heading less: the words stand elsewhere."""
    append(store, [reading()])
    on(store, DecisionKind.REJECT, "s3")
    cut = TEXT.split("\n\n", 1)[1]
    place = cut.index("that his army")
    again = replace(
        reread((place, len(cut) - 1)),
        article=replace(article(cut), id=article().id, digest=article().digest), times=(), places=(),
    )  # fmt: skip
    again = replace(again, article=replace(again.article, encoding=None, title=None))
    append(store, [again])
    assert ask_statements(store, Question()) == []
    with store.raw() as connection:
        assert connection.execute("SELECT how FROM attachments").fetchall() == [("moved",)]


def test_words_that_stand_several_times_are_not_guessed_at(store: Store) -> None:
    append(store, [reading()])
    on(store, DecisionKind.REJECT, "s3")
    words = reading().statements[2].content[0].of(TEXT)
    twice = f"One: {words}. Two: {words}."
    again = replace(
        reread((5, 5 + len(words))),
        article=replace(article(twice), id=article().id, digest=article().digest, encoding=None), times=(), places=(),
    )  # fmt: skip
    append(store, [again])
    (listed,) = review(store)
    assert "several times" in listed.reason


@pytest.mark.parametrize(
    "act",
    [
        Decide(kind=DecisionKind.REJECT, who="ann", why=" "),
        Decide(kind=DecisionKind.REJECT, who="ann", why="no anchor"),
        Decide(kind=DecisionKind.SAME, who="ann", why="one", about=(Anchor("d", (Span(0, 1),), "x"),)),
        Decide(kind=DecisionKind.MERGE_VOICES, who="ann", why="one", voices=("v:terel",)),
        Decide(kind=DecisionKind.MERGE_VOICES, who="ann", why="unknown", voices=("v:terel", "v:nobody")),
        Decide(kind=DecisionKind.REVOKE, who="ann", why="unknown", revokes="nothing"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(store: Store, act: Decide) -> None:
    append(store, [reading()])
    with pytest.raises(UsageError):
        decide(store, act)
    assert decisions(store, in_force=False) == []


@pytest.mark.parametrize(
    ("field", "value"), [("id", "s9"), ("act", "shout"), ("low", "many"), ("headline", "1"), ("colour", "red")]
)
def test_a_correction_that_no_record_takes_is_refused(filled: Store, field: str, value: str) -> None:
    with pytest.raises(UsageError):
        on(filled, DecisionKind.CORRECT, "s1", field=field, value=value)


def test_a_span_is_corrected_in_its_text_alone(filled: Store) -> None:
    anchor = anchor_of(filled, 1, "s1")
    start, end = anchor.spans[0]
    corrected = Decide(
        kind=DecisionKind.CORRECT, who="ann", why="begins later", about=(anchor,), field="content",
        value=f"[[{start + 2}, {end}]]",
    )  # fmt: skip
    decide(filled, corrected)
    found = ask_statements(filled, Question(article=reading().article.id))
    changed = next(one for one in found if one.statement is not None and one.statement.id == "s1")
    assert changed.statement is not None
    assert changed.statement.content[0] == (start + 2, end)
    assert changed.words == anchor.quotation[2:]
    assert not list(check(filled))


@pytest.mark.parametrize("value", ["[[5, 2]]", "[]", "[[0, 99999999]]", "5", '"x"', "[[4, 9], [0, 2]]", "[[0, true]]"])
def test_a_span_outside_the_text_is_refused(filled: Store, value: str) -> None:
    about = (anchor_of(filled, 1, "s1"),)
    act = Decide(kind=DecisionKind.CORRECT, who="ann", why="x", about=about, field="content", value=value)
    with pytest.raises(UsageError):
        decide(filled, act)


def test_of_two_who_decide_on_the_same_the_second_is_told(filled: Store) -> None:
    about = (anchor_of(filled, 1, "s1"),)
    seen = last_decision(filled)
    first = decide(filled, Decide(kind=DecisionKind.ACCEPT, who="ann", why="heard it", about=about), seen=seen)
    with pytest.raises(StaleError, match="ann has decided on this meanwhile"):
        decide(filled, Decide(kind=DecisionKind.REJECT, who="bob", why="did not", about=about), seen=seen)
    other = (anchor_of(filled, 1, "s2"),)
    decide(filled, Decide(kind=DecisionKind.ACCEPT, who="bob", why="heard it", about=other), seen=seen)
    seen = last_decision(filled)
    decide(filled, Decide(kind=DecisionKind.REVOKE, who="ann", why="no", revokes=first.id), seen=seen)
    with pytest.raises(StaleError):
        decide(filled, Decide(kind=DecisionKind.REVOKE, who="bob", why="no", revokes=first.id), seen=seen)
