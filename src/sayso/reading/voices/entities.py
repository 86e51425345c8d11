"""Entities: the voices of one article while they are being found, and the Voice records made of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.records import Voice, VoiceKind


@dataclass(slots=True)
class Entity:
    """One voice of the article. `nouns` are head nouns that may take it up ("ministry", "general"); `gender` is "male",
    "female" or empty; `aliases` are its names in the article, in order of appearance."""

    kind: VoiceKind
    key: str
    name: str
    role: str | None = None
    body: str | None = None
    side: str | None = None
    gender: str = ""
    plural: bool = False
    nouns: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)

    def called(self, name: str) -> None:
        """Adds a name that the article calls it by."""
        if name != self.name and name not in self.aliases:
            self.aliases.append(name)

    def may_be(self, *nouns: str) -> None:
        """Adds nouns that may take it up."""
        self.nouns.extend(n for n in dict.fromkeys(nouns) if n not in self.nouns)

    def renamed(self, name: str) -> None:
        """Takes a fuller name; the one before stays as an alias."""
        if name != self.name:
            before, self.name = self.name, name
            self.aliases = [before, *(a for a in self.aliases if a not in (name, before))]

    def voice(self) -> Voice:
        """The record."""
        return Voice(
            id=self.key,
            name=self.name,
            role=self.role,
            body=self.body,
            side=self.side,
            kind=self.kind,
            aliases=tuple(self.aliases),
        )
