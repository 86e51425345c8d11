"""Questions to the comparison by story: which stories there are, their articles, what is copied from whom.

What is answered is what the comparison holds: bring it up to date first (`Ledger.compare`). In lists each item has a
`cursor`; given as `after` it asks for those that follow.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, or_, select, tuple_

from sayso.errors import UsageError
from sayso.ledger import comparison_tables as c
from sayso.ledger import rows as t
from sayso.ledger import tables as k
from sayso.ledger.conditions import article_number
from sayso.ledger.cursor import Hit, hit_before
from sayso.ledger.found import Card
from sayso.ledger.naming import namer
from sayso.ledger.question import Question
from sayso.ledger.showing import cards_of
from sayso.ledger.store import Store
from sayso.ledger.stored import shown_text
from sayso.records import Bounds, CopyKind, Passage, Span
from sayso.records.shape import from_json

_TITLE = 120  # characters of a title made of first words
_HEAD = 4000  # what is looked at of a text for its title
_SENTENCE = re.compile(r"\S.*?(?=[.!?…](?:[\s”\"’]|$)|\n|$)")


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A story in a list. `article` is the earliest with a title, else the earliest; `title` that title, else the
    article's first words; `span` where it stands in the text, None where it is given beside the text alone.
    `independent` bounds the origins behind all claims; `conflicts` counts pairs of claims that exclude each other.
    `first` and `last` are days of publication.
    """

    id: str
    title: str
    article: Card
    span: Span | None
    first: str
    last: str
    articles: int
    outlets: int
    voices: int
    claims: int
    independent: Bounds
    conflicts: int
    cursor: str = ""


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """An article of a story: its day, how many statements and figures were read, and whose words it has, if known."""

    article: Card
    day: str
    statements: int
    figures: int
    taken_from: tuple[str, ...]
    cursor: str = ""


@dataclass(frozen=True, slots=True)
class CopyFound:
    """Words that two articles share: `giver` has them first, `taker` from it. In a passage `here` is the giver's."""

    giver: Card
    taker: Card
    kind: CopyKind
    passages: tuple[Passage, ...]
    reason: str


def stories(
    store: Store, question: Question | None = None, *, after: str | None = None, limit: int = 50
) -> list[StoryCard]:
    """The stories, those with the latest article first. `question` limits them to those with an article that holds the
    words, or is of the period or outlet, asked for."""
    s = c.story_rows.c
    asked = select(c.story_rows).order_by(s.last.desc(), s.n.desc()).limit(limit)
    if after is not None:
        before = hit_before(after, scored=False)
        asked = asked.where(tuple_(s.last, s.n) < tuple_(before.key, before.n))
    if question is not None:
        from sayso.ledger.ask import ask_articles

        ids = [found.article.id for found in ask_articles(store, question)]
        among = select(c.story_articles.c.story).join(k.articles, k.articles.c.n == c.story_articles.c.article)
        asked = asked.where(s.n.in_(among.where(k.articles.c.id.in_(ids))))
    with store.reading() as connection:
        return _story_cards(connection, connection.execute(asked).all())


def story(store: Store, id: str) -> StoryCard:
    """One story, by its id or an unambiguous beginning of it. Raises UsageError where there is none."""
    with store.reading() as connection:
        n = story_number(connection, id)
        rows = connection.execute(select(c.story_rows).where(c.story_rows.c.n == n)).all()
        return _story_cards(connection, rows)[0]


def has_story(store: Store, id: str) -> bool:
    """Whether one story, and no other, has this id or one that begins so."""
    s = c.story_rows.c
    with store.reading() as connection:
        return len(connection.execute(select(s.n).where(s.id.between(id, id + "g")).limit(2)).all()) == 1


def story_of_article(store: Store, article: str) -> str | None:
    """The id of the story that an article (its key or id) is in; None where it was not compared yet."""
    with store.reading() as connection:
        asked = select(c.story_rows.c.id).join(c.story_articles, c.story_articles.c.story == c.story_rows.c.n)
        return connection.execute(
            asked.where(c.story_articles.c.article == article_number(connection, article))
        ).scalar()


def story_articles(store: Store, id: str, *, after: str | None = None, limit: int = 50) -> list[StoryArticle]:
    """The articles of a story, the earliest first."""
    a = c.story_articles.c
    with store.reading() as connection:
        asked = select(a.article, a.day).where(a.story == story_number(connection, id))
        if after is not None:
            before = hit_before(after, scored=False)
            asked = asked.where(tuple_(a.day, a.article) > tuple_(before.key, before.n))
        rows = connection.execute(asked.order_by(a.day, a.article).limit(limit)).all()
        numbers = [row.article for row in rows]
        cards = cards_of(connection, set(numbers))
        counts = [_counted(connection, table, numbers) for table in (t.statement_rows, t.figure_rows)]
        taken = _taken(connection, numbers)
    return [
        StoryArticle(
            cards[row.article], row.day, counts[0].get(row.article, 0), counts[1].get(row.article, 0),
            taken.get(row.article, ()), Hit(row.article, row.day).cursor,
        )
        for row in rows
    ]  # fmt: skip


def copies_of(store: Store, article: str) -> list[CopyFound]:
    """What an article (its key or id) has from others and others have from it, with the passages."""
    x = c.copy_rows.c
    with store.reading() as connection:
        n = article_number(connection, article)
        rows = connection.execute(select(c.copy_rows).where(or_(x.giver == n, x.taker == n)).order_by(x.n)).all()
        cards = cards_of(connection, {n for row in rows for n in (row.giver, row.taker)})
        name = namer(connection, [row.reason for row in rows])
    return [
        CopyFound(
            cards[row.giver], cards[row.taker], CopyKind(row.kind),
            tuple(from_json(Passage, p) for p in json.loads(row.passages)), name(row.reason),
        )
        for row in rows
    ]  # fmt: skip


def story_number(connection: Connection, id: str) -> int:
    """The row of a story. Raises UsageError where none has this id, or several begin with it."""
    s = c.story_rows.c
    rows = connection.execute(select(s.n).where(s.id.between(id, id + "g")).limit(2)).scalars().all()
    if len(rows) == 1 and id:
        return int(rows[0])
    raise UsageError(id, "no story of this id" if not rows else "several stories begin with this id")


def title_of(card: Card, text: str) -> tuple[str, Span | None]:
    """A title for an article's story: its own, else its first sentence; and where that stands in the text."""
    head = text[:_HEAD]
    if card.title:
        at = head.find(card.title)
        return card.title, Span(at, at + len(card.title)) if at >= 0 else None
    match = _SENTENCE.search(head)
    if match is None:
        return card.key or card.id[:12], None
    start, end = match.span()
    if end - start > _TITLE:
        end = head.rfind(" ", start, start + _TITLE) if " " in head[start : start + _TITLE] else start + _TITLE
    return head[start:end], Span(start, end)


def _story_cards(connection: Connection, rows: Sequence[Any]) -> list[StoryCard]:
    leads = _leads(connection, rows)
    cards = cards_of(connection, set(leads.values()))
    asked = select(t.article_rows.c.n, func.substr(k.texts.c.text, 1, _HEAD)).join(
        k.texts, k.texts.c.n == t.article_rows.c.text
    )
    texts = dict(connection.execute(asked.where(t.article_rows.c.n.in_(list(leads.values())))).all())
    found = []
    for row in rows:
        lead = leads[row.n]
        title, span = title_of(cards[lead], shown_text(texts.get(lead, "")))
        found.append(
            StoryCard(
                row.id, title, cards[lead], span, row.first, row.last, row.articles, row.outlets, row.voices,
                row.claims, Bounds(min(1, row.origins), row.origins), row.conflicts, Hit(row.n, row.last).cursor,
            )
        )  # fmt: skip
    return found


def _leads(connection: Connection, rows: Sequence[Any]) -> dict[int, int]:
    """The article that each story is titled by: the earliest that has a title, else the earliest."""
    a, r = c.story_articles.c, t.article_rows.c
    asked = select(a.story, a.article).join(t.article_rows, r.n == a.article).where(r.title.is_not(None))
    asked = asked.where(a.story.in_([row.n for row in rows])).order_by(a.story, a.day.desc(), a.article.desc())
    return {row.n: row.article for row in rows} | {row.story: row.article for row in connection.execute(asked)}


def _counted(connection: Connection, table: Any, numbers: Sequence[int]) -> dict[int, int]:
    asked = select(table.c.article, func.count()).where(table.c.article.in_(numbers)).group_by(table.c.article)
    return dict(connection.execute(asked).all())


def _taken(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[str, ...]]:
    x = c.copy_rows.c
    asked = select(x.taker, k.articles.c.id).join(k.articles, k.articles.c.n == x.giver).where(x.taker.in_(numbers))
    found: dict[int, tuple[str, ...]] = {}
    for row in connection.execute(asked.where(x.kind != CopyKind.SHARED.value).order_by(x.n)):
        found[row.taker] = (*found.get(row.taker, ()), row.id)
    return found
