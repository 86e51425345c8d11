"""Who is whom across articles: a surname in one and the full name in another are one voice where nobody else fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.comparing.pieces import Piece
from sayso.packs.folding import Folding
from sayso.records import Decision, DecisionKind, Voice, VoiceKind

_OFFICIAL = frozenset({VoiceKind.BODY, VoiceKind.STATE})
EMPTY = frozenset({"of", "the", "for", "and"})


@dataclass(frozen=True, slots=True)
class Known:
    """A voice across articles: its id, its fullest name, its side and body where all articles that tell agree.

    `official` for bodies and states, `speaks` for those of a side: what they publish is their word, not an
    outlet's report; `named` for all but "officials" and their like.
    """

    id: str
    name: str
    side: str | None
    body: str | None
    official: bool
    speaks: bool = False
    named: bool = True


@dataclass(frozen=True, slots=True)
class VoiceBook:
    """The voices of a set of articles: `same` leads each id to the one that it stands for, `by_name` each name."""

    same: Mapping[str, str]
    known: Mapping[str, Known]
    by_name: Mapping[str, str]
    folding: Folding

    def of(self, voice: Voice) -> Known:
        """The voice behind a mention."""
        return self.known[self.same[voice.id]]

    def named(self, name: str) -> Known:
        """The voice under a name; one of its own where no article has it as a voice."""
        key = self.folding.person_key(name)
        found = self.by_name.get(key)
        return self.known[found] if found else Known(key, name, None, None, False)

    def faction(self, voice: Known) -> str:
        """Whose word it is for a series of figures: a side's ministries and armies count as one."""
        return voice.side if voice.side and voice.official else voice.id


def tail_of(voice: Voice) -> str:
    """What a voice is found by however it is named: a person's last name, of others the words in whatever order."""
    parts = voice.id.split("-")
    if voice.kind is VoiceKind.PERSON:
        return parts[-1]
    return "-".join(sorted(set(parts) - EMPTY))


def voice_book(pieces: Iterable[Piece], folding: Folding, decisions: Sequence[Decision] = ()) -> VoiceBook:
    """The voices of all statements, joined by name and by the decisions to merge. A function of the set."""
    mentions: dict[str, list[Voice]] = {}
    for piece in pieces:
        for statement in piece.reading.statements:
            for voice in statement.voices:
                mentions.setdefault(voice.id, []).append(voice)
    same = _joined(mentions, decisions)
    groups: dict[str, list[Voice]] = {}
    for one in sorted(mentions):
        groups.setdefault(same[one], []).extend(mentions[one])
    known = {id: _known(id, voices) for id, voices in groups.items()}
    by_name: dict[str, set[str]] = {}
    for id, voices in groups.items():
        for voice in voices:
            for name in (voice.name, *voice.aliases):
                by_name.setdefault(folding.person_key(name), set()).add(id)
    return VoiceBook(same, known, {n: next(iter(i)) for n, i in by_name.items() if len(i) == 1}, folding)


def _joined(mentions: Mapping[str, Sequence[Voice]], decisions: Sequence[Decision]) -> dict[str, str]:
    fuller: dict[str, set[str]] = {}
    for id, voices in mentions.items():
        parts = id.split("-")
        if any(v.kind is VoiceKind.PERSON for v in voices):
            for at in range(1, len(parts)):
                fuller.setdefault("-".join(parts[at:]), set()).add(id)
    same = {id: id for id in mentions}
    for id in mentions:
        longer = fuller.get(id, set())
        longest = [x for x in longer if not fuller.get(x, set()) & longer]
        if len(longest) == 1 and any(v.kind is VoiceKind.PERSON for v in mentions[id]):
            same[id] = longest[0]
    for ids in _in_other_order(mentions):
        root = min(same[id] for id in ids)
        same = {id: root if other in {same[i] for i in ids} else other for id, other in same.items()}
    return _merged(same, decisions)


def _in_other_order(mentions: Mapping[str, Sequence[Voice]]) -> list[list[str]]:
    """Bodies under the same words in another order: "Ministry of Defence of X", "X Defence Ministry"."""
    found: dict[frozenset[str], list[str]] = {}
    for id in sorted(mentions):
        if any(v.kind is not VoiceKind.PERSON for v in mentions[id]):
            found.setdefault(frozenset(id.split("-")) - EMPTY, []).append(id)
    return [ids for ids in found.values() if len(ids) > 1]


def _merged(same: dict[str, str], decisions: Sequence[Decision]) -> dict[str, str]:
    """The analysts' merges on top: every voice named in one decision is the first of them by id."""
    for decision in sorted(decisions, key=lambda d: (d.when, d.id)):
        if decision.kind is DecisionKind.MERGE_VOICES:
            roots = sorted({same.get(v, v) for v in decision.voices})
            same = {id: roots[0] if root in roots else root for id, root in same.items()}
            same |= {v: roots[0] for v in roots if v not in same}
    return {id: root if root in same else id for id, root in same.items()}


def _known(id: str, voices: Sequence[Voice]) -> Known:
    sides = {v.side for v in voices if v.side}
    bodies = {v.body for v in voices if v.body}
    return Known(
        id=id,
        name=max((v.name for v in voices), key=lambda n: (len(n), n)),
        side=next(iter(sides)) if len(sides) == 1 else None,
        body=next(iter(bodies)) if len(bodies) == 1 else None,
        official=any(v.kind in _OFFICIAL for v in voices),
        named=any(v.kind is not VoiceKind.UNNAMED for v in voices),
        speaks=len(sides) == 1 and any(v.kind in _OFFICIAL for v in voices),
    )
