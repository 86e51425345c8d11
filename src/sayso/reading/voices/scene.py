"""The scene: who has been mentioned so far, where, and who spoke last - what pronouns and "the ministry" take up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sayso.reading.voices.entities import Entity
from sayso.reading.voices.lexing import Lexed
from sayso.records import VoiceKind

# How many sentences back a pronoun reaches; most antecedents stand in the same or the last sentence (Hobbs 1978).
REACH = 7


class Mention(NamedTuple):
    """Where an entity stands. `subject` opens its sentence, `owner` is a possessor, `source` speaks there.

    Mentions that stand joined have the same `group`; `quotation` is the number of the quotation it is in, or -1.
    """

    first: int
    last: int
    entity: Entity
    sentence: int
    quotation: int
    group: int
    subject: bool = False
    owner: bool = False
    source: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was mentioned, and whose it is."""

    first: int
    noun: str
    issuers: tuple[Entity, ...]


@dataclass(slots=True)
class Scene:
    """Everything mentioned before the place that is being read."""

    lexed: Lexed
    mentions: list[Mention] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    groups: int = 0

    def add(self, mention: Mention) -> None:
        """Notes a mention; they come in the order of the text."""
        self.mentions.append(mention)

    def new_group(self) -> int:
        """A number for mentions that stand joined."""
        self.groups += 1
        return self.groups

    def before(self, at: int, quotation: int, reach: int = REACH) -> Iterator[Mention]:
        """Mentions before a word, nearest first, none from a quotation other than the word's own."""
        sentence = self.lexed.words[at].sentence if at < len(self.lexed.words) else len(self.lexed.sentences)
        for mention in reversed(self.mentions):
            if mention.sentence < sentence - reach:
                return
            if mention.first < at and mention.quotation in (-1, quotation):
                yield mention

    def speakers_before(self, at: int) -> Sequence[Mention]:
        """The voices, joined or single, of the last source before a word; outlets, that pass on, are passed over."""
        for mention in reversed(self.mentions):
            if mention.source and mention.first < at and mention.entity.kind is not VoiceKind.OUTLET:
                return [m for m in self.mentions[-40:] if m.group == mention.group and m.source]
        return []
