"""Origins: the roots behind a claim's carriers. Copies, one agency, one official, one release, one owner count once.

What is not known to be independent is a bound: at least one, at most so many; never a sum.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.comparing.pieces import Piece
from sayso.comparing.voices import Known
from sayso.packs.folding import Folding
from sayso.records import Bounds, Copy, CopyKind, CreditKind, Link, LinkKind, Medium, MediumKind, Member, Origin, Span
from sayso.records import OriginKind as Kind

_RELEASED = frozenset({MediumKind.STATEMENT, MediumKind.SOCIAL, MediumKind.WEBSITE, MediumKind.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Carrier:
    """One member of a claim with what tells its root: who says it, through what, by way of whom, and where."""

    member: Member
    voices: tuple[Known, ...]
    medium: Medium | None
    chain: tuple[Link, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Root:
    key: str
    name: str
    kind: Kind


class Roots:
    """Finds the root of each carrier: `pieces` by key, and the copies among them."""

    def __init__(self, pieces: Mapping[str, Piece], copies: Iterable[Copy], folding: Folding) -> None:
        self.pieces, self.folding = pieces, folding
        self.taken: dict[str, list[Copy]] = defaultdict(list)
        for copy in copies:
            if copy.kind is not CopyKind.SHARED:
                self.taken[copy.to].append(copy)

    def origins(self, carriers: Sequence[Carrier]) -> tuple[Origin, ...]:
        """The origins of a claim, in order of their names, each with the members that go back to it."""
        found: dict[_Root, list[Member]] = defaultdict(list)
        for carrier in carriers:
            for root in self._roots(carrier):
                found[root].append(carrier.member)
        merged = _merged(found)
        return tuple(
            Origin(root.name, root.kind, tuple(members), self._reason(root, members))
            for root, members in sorted(merged.items(), key=lambda e: (e[0].name, e[0].key))
        )

    def copied(self) -> list[tuple[str, str]]:
        """Which article is taken from which: the earlier's key, the later's."""
        return sorted({(copy.from_, copy.to) for taken in self.taken.values() for copy in taken})

    def _roots(self, carrier: Carrier) -> list[_Root]:
        if carrier.voices:
            released = carrier.medium is not None and carrier.medium.kind in _RELEASED
            return [
                _Root(_own(v, self.folding), v.name, Kind.RELEASE if released and v.official else Kind.VOICE)
                for v in carrier.voices
            ]
        agency = [link.voice for link in carrier.chain if link.kind is LinkKind.AGENCY]
        piece = self._source(self.pieces[carrier.member.key], carrier.spans)
        agency = agency or list(piece.credited(CreditKind.TEXT))
        if agency:
            return [_Root(self.folding.key(agency[-1]), agency[-1], Kind.AGENCY)]
        first = piece.credited(CreditKind.REPOST)
        name = first[0] if first else piece.outlet
        return [_Root(self.folding.key(name), name, Kind.OUTLET)]

    def _source(self, piece: Piece, spans: tuple[Span, ...]) -> Piece:
        """The earliest article that these words can be followed to, from copy to original."""
        seen = {piece.key}
        while True:
            before = [
                (self.pieces[copy.from_].order, copy.from_, passage.here)
                for copy in self.taken.get(piece.key, ())
                for passage in copy.passages
                if copy.from_ not in seen and any(passage.there.meets(s) for s in spans)
            ]
            if not before:
                return piece
            _, key, here = min(before)
            seen.add(key)
            piece, spans = self.pieces[key], (here,)

    def _reason(self, root: _Root, members: Sequence[Member]) -> str:
        articles = sorted({m.key for m in members})
        many = f"{len(articles)} articles carry it" if len(articles) > 1 else "one article carries it"
        copied = sum(any(c.from_ in articles for c in self.taken.get(key, ())) for key in articles)
        also = f", {copied} of them with words taken from another" if copied else ""
        what = {
            Kind.VOICE: f"{root.name}'s own word", Kind.RELEASE: f"what {root.name} gave out",
            Kind.AGENCY: f"the report of {root.name}", Kind.OUTLET: f"{root.name}'s own telling",
        }[root.kind]  # fmt: skip
        return f"{what}; {many}{also}"


def _own(voice: Known, folding: Folding) -> str:
    """Under what a voice counts once: the body that it speaks for, where it is told."""
    return folding.key(voice.body) if voice.body and not voice.official else folding.key(voice.name)


def _merged(found: Mapping[_Root, list[Member]]) -> dict[_Root, list[Member]]:
    """One official and his ministry, a release and its repetition, are one root: the one that most members name."""
    groups: dict[str, list[_Root]] = defaultdict(list)
    for root in found:
        groups[root.key].append(root)
    merged = {}
    for roots in groups.values():
        first = max(roots, key=lambda r: (len(found[r]), r.kind is not Kind.VOICE, r.name))
        members = sorted({m for r in roots for m in found[r]}, key=lambda m: (m.key, m.id))
        merged[first] = members
    return merged


def independence(origins: Sequence[Origin]) -> Bounds:
    """How many origins are independent: at most as many as there are, and no more than one is known to be."""
    return Bounds(min(1, len(origins)), len(origins))


def how_independent(bounds: Bounds) -> str:
    """The bounds in words."""
    if bounds.high <= 1:
        return "one origin"
    return f"at most {bounds.high} independent origins" if bounds.low < bounds.high else f"{bounds.low} origins"
