"""From what queries find to what the API answers with."""

from __future__ import annotations

from sayso.desk.api.shapes import (
    AnchorItem,
    ArticleCard,
    ArticleItem,
    ClaimItem,
    CopyItem,
    DecisionItem,
    Finding,
    OriginItem,
    RelationItem,
    StoryArticleItem,
    StoryItem,
    passage,
)
from sayso.ledger.browsing import Held
from sayso.ledger.claims import ClaimFound, RelationFound
from sayso.ledger.found import Card, Found
from sayso.ledger.stories import CopyFound, StoryArticle, StoryCard
from sayso.records import Bounds, Decision


def card_shape(card: Card) -> ArticleCard:
    """An article's card."""
    return ArticleCard(**{name: getattr(card, name) for name in ArticleCard.model_fields})


def article_shape(found: Found, held: Held | None) -> ArticleItem:
    """An article in a list."""
    return ArticleItem(
        **card_shape(found.article).model_dump(), day=found.day, words=found.words,
        statements=held.statements if held else 0, figures=held.figures if held else 0,
    )  # fmt: skip


def finding_shape(found: Found) -> Finding:
    """A statement or figure."""
    item = found.figure.id if found.figure else found.statement.id if found.statement else ""
    return Finding.model_construct(
        article=card_shape(found.article), item=item, day=found.day, words=found.words, source=found.source,
        statement=found.statement, figure=found.figure, decisions=list(found.decisions),
    )  # fmt: skip


def story_shape(card: StoryCard) -> StoryItem:
    """A story."""
    given = {name: getattr(card, name) for name in StoryItem.model_fields if name != "independent"}
    return StoryItem(**given, independent=_pair(card.independent))


def story_article_shape(one: StoryArticle) -> StoryArticleItem:
    """An article of a story."""
    return StoryArticleItem(
        article=card_shape(one.article), day=one.day, statements=one.statements, figures=one.figures,
        taken_from=list(one.taken_from),
    )  # fmt: skip


def claim_shape(claim: ClaimFound) -> ClaimItem:
    """A claim."""
    plain = ("id", "kind", "about", "story", "side", "day", "articles", "conflicts")
    return ClaimItem.model_construct(
        **{name: getattr(claim, name) for name in plain}, independent=_pair(claim.independent),
        members=[finding_shape(one) for one in claim.members],
        origins=[
            OriginItem(root=o.root, kind=o.kind.value, members=list(o.members), reason=o.reason) for o in claim.origins
        ],
    )  # fmt: skip


def relation_shape(one: RelationFound) -> RelationItem:
    """A relation."""
    return RelationItem(
        kind=one.kind, claim=one.other.id, first=one.first, score=one.score, compared=list(one.compared),
        reason=one.reason,
    )  # fmt: skip


def copy_shape(one: CopyFound) -> CopyItem:
    """A copy."""
    return CopyItem(
        giver=card_shape(one.giver), taker=card_shape(one.taker), kind=one.kind.value,
        passages=[passage(p) for p in one.passages], reason=one.reason,
    )  # fmt: skip


def decision_shape(one: Decision) -> DecisionItem:
    """A decision."""
    plain = ("id", "kind", "who", "when", "why", "field", "value", "until", "revokes")
    about = [AnchorItem(text_digest=a.text_digest, spans=list(a.spans), quotation=a.quotation) for a in one.about]
    return DecisionItem(**{name: getattr(one, name) for name in plain}, about=about, voices=list(one.voices))


def _pair(bounds: Bounds) -> tuple[int, int]:
    return bounds.low, bounds.high
