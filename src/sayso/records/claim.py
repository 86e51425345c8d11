"""What comparing derives: copies, claims with their origins, relations, stories. Never edited in place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.span import Span
from sayso.records.statement import Modality, Polarity


class ClaimKind(StrEnum):
    """What a claim is made of."""

    STATEMENT = "statement"  # statements in common
    FIGURE = "figure"  # a figure in common


class OriginKind(StrEnum):
    """What an independent root of a claim is."""

    VOICE = "voice"  # somebody's own word
    RELEASE = "release"  # a written release
    AGENCY = "agency"  # a news agency
    OUTLET = "outlet"  # an outlet's own reporting


class CopyKind(StrEnum):
    """How one article's text comes from another's."""

    REPRINT = "reprint"  # the whole of it
    EXCERPT = "excerpt"  # a part of it
    REWRITE = "rewrite"  # in other words
    SHARED = "shared source"  # both from a source unseen


class RelationKind(StrEnum):
    """How two claims stand to each other."""

    SAME = "same"  # one assertion in two wordings
    NARROWER = "narrower"  # asserts part of what the other does
    NEXT = "next in series"  # the next period of a series: never a revision
    UPDATES = "updates"  # the same period or start, as of a later day
    SUPERSEDES = "supersedes"  # takes the other's place by its own voice's word
    DENIES = "denies"  # says that the other is not so
    CONTRADICTS = "contradicts"  # both can't be so
    VOICE_CHANGED = "voice changed"  # the same content from another voice or side: an alarm, not corroboration
    ATTRIBUTION_DROPPED = "attribution dropped"  # the same content without its attribution
    HEDGE_DROPPED = "hedge dropped"  # the same content without its hedge
    NOT_COMPARABLE = "not comparable"  # look alike and can't be compared


@dataclass(frozen=True, slots=True)
class Member:
    """A statement or figure of an article: the article's key, and its id there."""

    key: str
    id: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two articles: a span of each."""

    here: Span
    there: Span


@dataclass(frozen=True, slots=True)
class Copy:
    """One article's text taken from another's, or both from a source unseen."""

    from_: str
    to: str
    kind: CopyKind
    passages: tuple[Passage, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent root of a claim: the voice, release or outlet behind which copies stand."""

    root: str
    kind: OriginKind
    members: tuple[Member, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class About:
    """What a claim is about."""

    predicate: str | None = None
    agent: str | None = None
    target: str | None = None
    place: str | None = None
    time: str | None = None
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many origins are independent: at least low, at most high."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Claim:
    """What statements or figures of several articles assert in common."""

    id: str
    kind: ClaimKind
    about: About
    members: tuple[Member, ...]
    origins: tuple[Origin, ...] = ()
    independent: Bounds = Bounds(1, 1)
    story: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """How two claims stand to each other: score in [0, 1], what was compared, and a sentence."""

    kind: RelationKind
    a: str
    b: str
    score: float
    compared: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one course of events, by key."""

    id: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that comparing derives from a set of Readings."""

    copies: tuple[Copy, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    stories: tuple[Story, ...] = ()
