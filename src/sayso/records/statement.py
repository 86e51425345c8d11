"""A statement: one attribution in one article, and the chain it came through.

The roles follow the attribution literature (Pareti 2012, PARC; Newell et al. 2018, PolNeAR): source, cue, content.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.span import Span
from sayso.records.voice import Voice


class Mode(StrEnum):
    """How the content is given."""

    DIRECT = "direct"  # wholly inside quotation marks
    INDIRECT = "indirect"  # in the reporter's words
    MIXED = "mixed"  # in the reporter's words, with quoted parts
    NARRATED = "narrated"  # the outlet's own assertion: no source, no cue


class Act(StrEnum):
    """What the cue does."""

    SAY = "say"  # puts it forward, nothing more: say, tell, add, write
    CLAIM = "claim"  # puts it forward and leaves it to the claimant: claim, assert, maintain, allege
    REPORT = "report"  # passes on what was observed or gathered: report, describe, show
    CONFIRM = "confirm"  # says that it is so after it was said before
    DENY = "deny"  # says that it is not so: deny, reject, refute, dismiss
    ADMIT = "admit"  # says it against the own interest: admit, acknowledge, concede
    ACCUSE = "accuse"  # puts blame on somebody
    CONDEMN = "condemn"  # judges it wrong in strong words
    CRITICISE = "criticise"  # finds fault
    PRAISE = "praise"  # thanks, welcomes, praises
    PROMISE = "promise"  # binds itself to do it: promise, vow, pledge
    THREATEN = "threaten"  # announces harm
    WARN = "warn"  # points at a danger
    PREDICT = "predict"  # says what will be: predict, expect, forecast
    SUGGEST = "suggest"  # puts it forward as possible or sensible: suggest, hint, propose
    DEMAND = "demand"  # wants somebody to do it: demand, urge, order, call for
    ASK = "ask"  # asks
    ANNOUNCE = "announce"  # makes it known: announce, reveal, declare
    BELIEVE = "believe"  # holds it to be so: believe, think, know, consider
    HOPE = "hope"  # wishes it: hope, want
    FEAR = "fear"  # is afraid of it
    PLAN = "plan"  # means to do it: plan, intend
    DECLINE = "decline"  # declined to say, refused to comment
    NOT_RULE_OUT = "not rule out"
    AGREE = "agree"  # is of the same mind, or consents
    NARRATE = "narrate"  # the outlet's own telling


class Certainty(StrEnum):
    """How sure the statement makes itself: the weakest of cue, hedges and modal words."""

    CERTAIN = "certain"  # put forward flatly
    PROBABLE = "probable"  # likely, expected, believed
    POSSIBLE = "possible"  # may, could, suggested
    DOUBTFUL = "doubtful"  # distanced: reportedly, allegedly, what it said was


class Polarity(StrEnum):
    """Whether the content is asserted or denied."""

    AFFIRMED = "affirmed"  # it is so
    NEGATED = "negated"  # it is not so


class Modality(StrEnum):
    """In which way the content is put forward."""

    ASSERTED = "asserted"  # as a fact
    POSSIBLE = "possible"  # as what may be
    PLANNED = "planned"  # as what somebody means to do
    WISHED = "wished"  # as what somebody hopes or wants
    DEMANDED = "demanded"  # as what somebody should do
    HYPOTHETICAL = "hypothetical"  # as what would be under a condition


class MediumKind(StrEnum):
    """Through what a voice spoke."""

    SOCIAL = "social"  # a post: Telegram, X, Facebook
    WEBSITE = "website"  # on a website
    STATEMENT = "statement"  # a written statement, communiqué, press release
    BRIEFING = "briefing"  # a briefing or news conference
    SPEECH = "speech"  # an address, sermon, speech
    INTERVIEW = "interview"  # told an outlet
    BROADCAST = "broadcast"  # on television or radio
    DOCUMENT = "document"  # a report, letter, law, court filing
    CALL = "call"  # a telephone or video call
    MEETING = "meeting"  # said in a meeting


class VerificationStatus(StrEnum):
    """What the article says of checking a statement."""

    UNVERIFIED = "unverified"  # could not be verified
    UNCLEAR = "unclear"  # the extent remains unclear
    DISPUTED = "disputed"  # others say otherwise
    VERIFIED = "verified"  # was checked and found so


class LinkKind(StrEnum):
    """How a statement passed through a link of its chain."""

    OUTLET = "outlet"  # an outlet reports it ("writes RT")
    AGENCY = "agency"  # an agency credited for the text
    REPOST = "repost"  # the piece was published there first
    CITES = "cites"  # a voice passes on another's words


@dataclass(frozen=True, slots=True)
class Medium:
    """Through what it was said: a closed kind, the article's own words, and their span."""

    kind: MediumKind
    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Verification:
    """What the article says of checking the statement; `by` is who says so (the outlet where None)."""

    status: VerificationStatus
    span: Span
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One station a statement passed through. `voice` is a name; span, cue and hedges stand in the article."""

    voice: str
    kind: LinkKind
    span: Span | None = None
    cue: Span | None = None
    act: Act | None = None
    hedges: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution: who says what, on whose word, in which words.

    `content` has one or more spans, in order; `voices` is empty where the text names none; `within` is the id of the
    statement in whose content this one stands; `chain` runs from the article outward to the origin.
    """

    id: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    voices: tuple[Voice, ...] = ()
    mode: Mode = Mode.INDIRECT
    within: str | None = None
    chain: tuple[Link, ...] = ()
    medium: Medium | None = None
    said_on: str | None = None
    act: Act | None = None
    hedges: tuple[Span, ...] = ()
    certainty: Certainty | None = None
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    verification: Verification | None = None
    headline: bool = False
