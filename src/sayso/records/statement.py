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

    SAY = "say"
    CLAIM = "claim"
    REPORT = "report"
    CONFIRM = "confirm"
    DENY = "deny"
    ADMIT = "admit"
    ACCUSE = "accuse"
    CONDEMN = "condemn"
    CRITICISE = "criticise"
    PRAISE = "praise"
    PROMISE = "promise"
    THREATEN = "threaten"
    WARN = "warn"
    PREDICT = "predict"
    SUGGEST = "suggest"
    DEMAND = "demand"
    ASK = "ask"
    ANNOUNCE = "announce"
    BELIEVE = "believe"
    HOPE = "hope"
    FEAR = "fear"
    PLAN = "plan"
    DECLINE = "decline"  # declined to say, refused to comment
    NOT_RULE_OUT = "not rule out"
    AGREE = "agree"
    NARRATE = "narrate"  # the outlet's own telling


class Certainty(StrEnum):
    """How sure the statement makes itself: the weakest of cue, hedges and modal words."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    DOUBTFUL = "doubtful"


class Polarity(StrEnum):
    """Whether the content is asserted or denied."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Modality(StrEnum):
    """In which way the content is put forward."""

    ASSERTED = "asserted"
    POSSIBLE = "possible"
    PLANNED = "planned"
    WISHED = "wished"
    DEMANDED = "demanded"
    HYPOTHETICAL = "hypothetical"


class MediumKind(StrEnum):
    """Through what a voice spoke."""

    SOCIAL = "social"  # a post: Telegram, X, Facebook
    WEBSITE = "website"
    STATEMENT = "statement"  # a written statement, communiqué, press release
    BRIEFING = "briefing"  # a briefing or news conference
    SPEECH = "speech"  # an address, sermon, speech
    INTERVIEW = "interview"  # told an outlet
    BROADCAST = "broadcast"  # on television or radio
    DOCUMENT = "document"  # a report, letter, law, court filing
    CALL = "call"  # a telephone or video call
    MEETING = "meeting"


class VerificationStatus(StrEnum):
    """What the article says of checking a statement."""

    UNVERIFIED = "unverified"  # could not be verified
    UNCLEAR = "unclear"  # the extent remains unclear
    DISPUTED = "disputed"
    VERIFIED = "verified"


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
