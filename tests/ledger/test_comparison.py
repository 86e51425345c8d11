"""The comparison kept in the ledger: made once, behind when something comes, and asked by story, claim and voice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.errors import UsageError
from sayso.flow.api import comparing_tools
from sayso.flow.comparing import Compared, bring_up_to_date, is_behind
from sayso.ledger.append import append
from sayso.ledger.check import check, repair
from sayso.ledger.claims import Narrowed, claim, claim_relations, claims_of_article, claims_of_voice, story_claims
from sayso.ledger.compared import held_state
from sayso.ledger.conditions import article_number
from sayso.ledger.decisions import Act, anchor_of, decide
from sayso.ledger.forget import forget
from sayso.ledger.question import Question
from sayso.ledger.store import Store
from sayso.ledger.stories import copies_of, stories, story, story_articles, story_of_article
from sayso.records import DecisionKind, Reading, RelationKind, Voice
from tests.comparing.making import article, one_statement, reading, said, voice
from tests.ledger.readings import PARTS

ROE, SORN = voice("Ana Roe", "Merenia"), voice("Ilya Sorn", "Kordania")
WORDS = "the tunnel under the harbour of Olmino would be closed for the winter"
OTHER = "forty new trams had been bought by the council of Brenhold"


@pytest.fixture
def compared(store: Store) -> Store:
    """Four articles: one utterance in two, the same words of another voice, and something else."""
    append(
        store,
        [told("a", WORDS, ROE), told("b", WORDS, ROE, day="2031-05-05"),
         told("c", WORDS, SORN, day="2031-05-05"), told("d", OTHER, voice("Petra Lunn"), day="2031-05-06")],
    )  # fmt: skip
    up_to_date(store)
    return store


def told(key: str, words: str, who: Voice, day: str = "2031-05-04") -> Reading:
    """An article with one statement, by an outlet of its own."""
    made = one_statement(key, words, who, day=day)
    return replace(made, article=replace(made.article, outlet=key))


def up_to_date(store: Store) -> Compared:
    return bring_up_to_date(store, comparing_tools())


def on(store: Store, kind: DecisionKind, *keys: str) -> None:
    with store.reading() as connection:
        numbers = [article_number(connection, key) for key in keys]
    about = tuple(anchor_of(store, n, "s1") for n in numbers)
    decide(store, Act(kind=kind, who="ann", why="heard the tape", about=about))


def of(store: Store, key: str) -> str:
    return claims_of_article(store, key)["s1"]


def test_one_look_where_nothing_has_changed(compared: Store) -> None:
    assert not is_behind(compared, comparing_tools())
    assert up_to_date(compared).changed == 0
    append(compared, [told("e", WORDS, ROE)])
    assert is_behind(compared, comparing_tools())
    found = up_to_date(compared)
    assert (found.articles, found.changed > 0) == (5, True)


def test_stories_their_articles_and_claims_page_by_page(compared: Store) -> None:
    first = stories(compared, limit=1)
    rest = stories(compared, after=first[0].cursor)
    assert {s.articles for s in (*first, *rest)} == {1, 3}
    large = next(s for s in (*first, *rest) if s.articles == 3)
    assert (large.first, large.last, large.outlets, large.voices, large.claims) == ("2031-05-04", "2031-05-05", 3, 2, 2)
    assert story(compared, large.id[:8]).id == large.id == story_of_article(compared, "b")
    listed = story_articles(compared, large.id, limit=2)
    listed += story_articles(compared, large.id, after=listed[-1].cursor)
    assert listed[0].article.key == "a"
    assert {a.article.key for a in listed} == {"a", "b", "c"}
    claims = story_claims(compared, large.id, limit=1)
    claims += story_claims(compared, large.id, after=claims[-1].cursor)
    assert [(c.articles, c.side) for c in claims] == [(2, "Merenia"), (1, "Kordania")]
    assert [m.article.key for m in claims[0].members] == ["a", "b"]
    assert {m.words for m in claims[0].members} == {WORDS}
    assert [c.id for c in story_claims(compared, large.id, Narrowed(side="Kordania"))] == [claims[1].id]
    assert story_claims(compared, large.id, Narrowed(conflicting=True)) == []


def test_a_title_stands_in_its_article(compared: Store) -> None:
    for card in stories(compared):
        assert card.span is not None
        assert card.title.startswith(("Ana Roe said", "Petra Lunn said"))


def test_stories_by_words(compared: Store) -> None:
    assert [s.articles for s in stories(compared, Question(words="trams"))] == [1]


def test_a_claim_with_its_origins_relations_and_voice(compared: Store) -> None:
    found = claim(compared, of(compared, "a"))
    assert [o.root for o in found.origins] == ["Ana Roe"]
    changed = [r for r in claim_relations(compared, found.id) if r.kind is RelationKind.VOICE_CHANGED]
    assert changed[0].other.id == of(compared, "c")
    assert {key.split()[1] for r in changed for key in r.compared} == {"s1"}
    assert all(len(key) < 10 for r in changed for key in r.compared), "articles by their keys, not their ids"
    assert {c.id for c in claims_of_voice(compared, "Sorn")} == {of(compared, "c")}
    with pytest.raises(UsageError, match="no claim"):
        claim(compared, "0" * 16)


def test_copies_of_an_article(store: Store) -> None:
    text = " ".join(f"{word} {n} of the long report on the valley line" for n, word in enumerate(WORDS.split() * 3))
    append(store, [reading(article("x", text)), reading(article("y", text, "2031-05-06"))])
    up_to_date(store)
    (copy,) = copies_of(store, "y")
    assert (copy.giver.key, copy.taker.key) == ("x", "y")
    assert all(p.here.of(text) == p.there.of(text) for p in copy.passages)


def test_decisions_act_at_once_and_outlive_reading_anew(compared: Store) -> None:
    assert of(compared, "a") != of(compared, "c")
    on(compared, DecisionKind.SAME, "a", "c")
    up_to_date(compared)
    assert of(compared, "a") == of(compared, "c")
    text = told("a", WORDS, ROE).article
    renewed = reading(text, (said(text.text, WORDS, ROE, id="s9"),))
    append(compared, [replace(renewed, made_by=PARTS)])
    up_to_date(compared)
    assert claims_of_article(compared, "a")["s9"] == of(compared, "c")
    on(compared, DecisionKind.REJECT, "c")
    up_to_date(compared)
    assert claims_of_article(compared, "c") == {}
    assert list(check(compared)) == []


def test_corrections_are_compared(compared: Store) -> None:
    with compared.reading() as connection:
        about = (anchor_of(compared, article_number(connection, "a"), "s1"),)
    decide(
        compared, Act(kind=DecisionKind.CORRECT, who="ann", why="tape", about=about, field="polarity", value="negated")
    )
    up_to_date(compared)
    assert claim(compared, of(compared, "a")).about.polarity.value == "negated"


def test_what_is_forgotten_leaves_no_words_in_the_comparison(compared: Store) -> None:
    forget(compared, "d", who="ann", why="court order")
    assert stories(compared) == []
    assert up_to_date(compared).articles == 3
    assert b"forty new trams" not in compared.path.read_bytes()
    assert list(check(compared)) == []


def test_repair_makes_it_again(compared: Store) -> None:
    before = stories(compared)
    repair(compared)
    with compared.reading() as connection:
        assert held_state(connection) is None
    up_to_date(compared)
    assert stories(compared) == before


def test_readings_without_articles_in_common_have_stories_of_their_own(store: Store) -> None:
    empty: list[Reading] = []
    append(store, empty)
    assert up_to_date(store).stories == 0
