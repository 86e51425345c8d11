"""A voice: a person, body or state that speaks, as an identity."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class VoiceKind(StrEnum):
    """What kind of speaker a voice is."""

    PERSON = "person"  # somebody with a name
    BODY = "body"  # ministry, company, think tank, armed force
    STATE = "state"  # a country's government as such
    OUTLET = "outlet"  # an outlet or agency speaking for itself
    UNNAMED = "unnamed"  # "Western officials", "a senior diplomat"


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice as a statement names it: what is known of it, the rest None.

    `name` is the fullest name that the article or the roster gives; `body` is whom the voice speaks for.
    """

    id: str
    name: str
    role: str | None = None
    body: str | None = None
    side: str | None = None
    kind: VoiceKind | None = None
    aliases: tuple[str, ...] = ()
