"""What the API answers with: the shapes at the edge, which OpenAPI documents. Records are those of docs/records.md."""

from __future__ import annotations

from typing import Generic, TypeVar

from pydantic import BaseModel, Field

from sayso.records import About, ClaimKind, DecisionKind, Figure, Passage, RelationKind, Span, Statement

T = TypeVar("T")


class ListOf(BaseModel, Generic[T]):
    """Some of a list, in order. `next` is the cursor for those that come after, to give as `after`; null at the end."""

    items: list[T]
    next: str | None = Field(description="give it as `after` for what follows; null at the end")


class ArticleCard(BaseModel):
    """An article as every finding names it; `text_digest` pins the text that offsets count in."""

    id: str
    key: str | None
    digest: str
    text_digest: str
    url: str | None
    outlet: str | None
    title: str | None
    published: str | None


class ArticleItem(ArticleCard):
    """An article in a list; `words` is a passage with the words searched for."""

    day: str
    words: str
    statements: int
    figures: int


class Finding(BaseModel):
    """A statement or figure: the record, its words, who says it in the article's own words, and the decisions on it."""

    article: ArticleCard
    item: str
    day: str
    words: str
    source: str | None
    statement: Statement | None
    figure: Figure | None
    decisions: list[str]


class VoiceItem(BaseModel):
    """A voice in a list."""

    id: str
    name: str
    role: str | None
    body: str | None
    side: str | None
    kind: str | None
    statements: int


class CarrierItem(BaseModel):
    """An outlet and in how many articles it carries a voice."""

    outlet: str
    articles: int


class VoiceWhole(BaseModel):
    """All that is known of a voice; of names, roles, bodies and sides the most frequent comes first."""

    id: str
    ids: list[str]
    names: list[str]
    roles: list[str]
    bodies: list[str]
    sides: list[str]
    kinds: list[str]
    statements: int
    carriers: list[CarrierItem]


class StoryItem(BaseModel):
    """A story. `independent` bounds the origins behind its claims: at least, at most."""

    id: str
    title: str
    first: str
    last: str
    articles: int
    outlets: int
    voices: int
    claims: int
    independent: tuple[int, int]
    conflicts: int


class StoryArticleItem(BaseModel):
    """An article of a story; `taken_from` has the ids of articles that it has words from."""

    article: ArticleCard
    day: str
    statements: int
    figures: int
    taken_from: list[str]


class OriginItem(BaseModel):
    """An independent root of a claim; a member is an article's id and an item in it."""

    root: str
    kind: str
    members: list[tuple[str, str]]
    reason: str


class ClaimItem(BaseModel):
    """A claim, with its members as findings (of lists at most 40) and its origins."""

    id: str
    kind: ClaimKind
    about: About
    story: str | None
    side: str
    day: str
    articles: int
    independent: tuple[int, int]
    conflicts: int
    members: list[Finding]
    origins: list[OriginItem]


class RelationItem(BaseModel):
    """How a claim stands to another; `first` where the relation goes from the claim that was asked for."""

    kind: RelationKind
    claim: str
    first: bool
    score: float
    compared: list[str]
    reason: str


class CopyItem(BaseModel):
    """Words that two articles share; `giver` has them first."""

    giver: ArticleCard
    taker: ArticleCard
    kind: str
    passages: list[tuple[Span, Span]]
    reason: str


class AnchorItem(BaseModel):
    """What a decision hangs on."""

    text_digest: str
    spans: list[Span]
    quotation: str


class DecisionItem(BaseModel):
    """What an analyst decided."""

    id: str
    kind: DecisionKind
    who: str
    when: str
    why: str
    about: list[AnchorItem]
    voices: list[str]
    field: str | None
    value: str | None
    until: str | None
    revokes: str | None


class Counts(BaseModel):
    """How much the ledger holds, and which version answers."""

    sayso: str
    articles: int
    statements: int
    figures: int
    readings: int
    decisions: int


class Problem(BaseModel):
    """What went wrong (RFC 9457): a short title, the status, and a sentence a user can act on."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    what: str


def passage(one: Passage) -> tuple[Span, Span]:
    """A passage as a pair of spans."""
    return one.here, one.there
