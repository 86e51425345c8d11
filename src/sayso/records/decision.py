"""What an analyst decided: append-only; a later run never loses or overrules it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.span import Span


class DecisionKind(StrEnum):
    """What was decided."""

    ACCEPT = "accept"  # it is as read
    REJECT = "reject"  # it is not there
    CORRECT = "correct"  # a field has another value
    SAME = "same"  # two are one claim
    NOT_SAME = "not same"  # two are different claims
    MERGE_VOICES = "merge voices"  # two names are one voice
    REVOKE = "revoke"  # an earlier decision no longer holds


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a decision speaks of, so that it can be found again after a re-read: text digest, spans, exact quotation."""

    text_digest: str
    spans: tuple[Span, ...]
    quotation: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One act of an analyst. `when` and `until` are ISO 8601 in UTC; `field` and `value` say what CORRECT sets."""

    id: str
    kind: DecisionKind
    who: str
    when: str
    why: str
    about: tuple[Anchor, ...] = ()
    voices: tuple[str, ...] = ()
    field: str | None = None
    value: str | None = None
    until: str | None = None
    revokes: str | None = None
