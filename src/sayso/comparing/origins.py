"""Origins: the roots behind a claim's carriers. Copies, one agency, one official, one release, one owner count once.

What is not known to be independent is a bound: at least one, at most so many; never a sum.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.comparing.pieces import Piece
from sayso.comparing.voices import EMPTY, Known
from sayso.packs.comparing import ComparingPack
from sayso.packs.folding import Folding
from sayso.packs.owners import outlet_key
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
class Root:
    """What a carrier goes back to: `key` is what is counted once, `name` what it is shown as."""

    key: str
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Rooted:
    """A root, and the ids of an article's items that go back to it."""

    root: Root
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownAs:
    """One root under what an earlier article made of it, and under what is known of it by a later one."""

    before: Root
    now: Root


class Roots:
    """Finds the roots of carriers. `piece_of` gives an article by its key, `copies_of` the copies that it is part of.
    Outlets of one owner (the pack's) have one root."""

    def __init__(
        self, piece_of: Callable[[str], Piece], copies_of: Callable[[str], Sequence[Copy]], pack: ComparingPack
    ) -> None:
        self.piece_of, self.copies_of, self.folding = piece_of, copies_of, pack.folding
        self.owners = pack.owners

    def roots_of(self, carrier: Carrier) -> tuple[Root, ...]:
        """The roots of one member of a claim: several where several speak jointly."""
        if carrier.voices:
            released = carrier.medium is not None and carrier.medium.kind in _RELEASED
            return tuple(
                Root(_own(v, self.folding), v.name, Kind.RELEASE if released and v.official else Kind.VOICE)
                for v in carrier.voices
            )
        agency = [link.voice for link in carrier.chain if link.kind is LinkKind.AGENCY]
        piece = self._source(self.piece_of(carrier.member.key), carrier.spans)
        agency = agency or list(piece.credited(CreditKind.TEXT))
        if agency:
            return (Root(self.folding.key(agency[-1]), agency[-1], Kind.AGENCY),)
        first = piece.credited(CreditKind.REPOST)
        name = first[0] if first else piece.outlet
        owner = self.owners.get(outlet_key(name, self.folding), name)
        return (Root(self.folding.key(owner), name, Kind.OUTLET),)

    def _source(self, piece: Piece, spans: tuple[Span, ...]) -> Piece:
        """The earliest article that these words can be followed to, from copy to original."""
        seen = {piece.key}
        while True:
            before = [
                (self.piece_of(copy.from_).order, copy.from_, passage.here)
                for copy in taken_by(piece.key, self.copies_of)
                if copy.from_ not in seen
                for passage in copy.passages
                if any(passage.there.meets(s) for s in spans)
            ]
            if not before:
                return piece
            _, key, here = min(before)
            seen.add(key)
            piece, spans = self.piece_of(key), (here,)


def taken_by(key: str, copies_of: Callable[[str], Sequence[Copy]]) -> list[Copy]:
    """The copies in which an article has another's words."""
    return [c for c in copies_of(key) if c.to == key and c.kind is not CopyKind.SHARED]


def origins_of(
    found: Mapping[Root, Sequence[Member]],
    copies_of: Callable[[str], Sequence[Copy]],
    known: Iterable[KnownAs] = (),
) -> tuple[Origin, ...]:
    """The origins of a claim, in order of their names, each with the members that go back to it. `known` has roots of
    which later articles tell more: a spokesman whose ministry they name."""
    merged = _merged(found, known)
    return tuple(
        Origin(root.name, root.kind, tuple(members), _reason(root, members, copies_of))
        for root, members in sorted(merged.items(), key=lambda e: (e[0].name, e[0].key))
    )


def _reason(root: Root, members: Sequence[Member], copies_of: Callable[[str], Sequence[Copy]]) -> str:
    articles = sorted({m.key for m in members})
    many = f"{len(articles)} articles carry it" if len(articles) > 1 else "one article carries it"
    among = set(articles)
    copied = sum(any(c.from_ in among for c in taken_by(key, copies_of)) for key in articles)
    also = f", {copied} of them with words taken from another" if copied else ""
    what = {
        Kind.VOICE: f"{root.name}'s own word", Kind.RELEASE: f"what {root.name} gave out",
        Kind.AGENCY: f"the report of {root.name}", Kind.OUTLET: f"{root.name}'s own telling",
    }[root.kind]  # fmt: skip
    return f"{what}; {many}{also}"


def _own(voice: Known, folding: Folding) -> str:
    """Under what a voice counts once: the body that it speaks for, where it is told."""
    return folding.key(voice.body) if voice.body and not voice.official else folding.key(voice.name)


def _merged(found: Mapping[Root, Sequence[Member]], known: Iterable[KnownAs]) -> dict[Root, list[Member]]:
    """One official and his ministry, a release and its repetition, a name in another order or in part, are one root,
    under the fullest of its names."""
    groups: list[tuple[set[frozenset[str]], list[Root]]] = []
    also: dict[Root, set[frozenset[str]]] = defaultdict(set)
    for one in known:
        also[one.before] |= {_words(one.now.key), _words(one.now.name)}
    for root in sorted(found, key=lambda r: (r.key, r.name, r.kind)):
        names = {_words(root.key), _words(root.name), *also.get(root, ())}
        met = [group for group in groups if names & group[0]]
        groups = [group for group in groups if group not in met]
        groups.append((names.union(*(g[0] for g in met)), [root, *(r for g in met for r in g[1])]))
    merged = {}
    for roots in _with_surnames([group[1] for group in groups]):
        first = max(roots, key=lambda r: (len(r.name), len(found[r]), r.kind is not Kind.VOICE, r.name, r.key))
        members = sorted({m for r in roots for m in found[r]}, key=lambda m: (m.key, m.id))
        merged[first] = members
    return merged


def _words(name: str) -> frozenset[str]:
    """A name's words in whatever order, without those that only join them."""
    return frozenset(name.lower().replace("-", " ").split()) - EMPTY


def _with_surnames(groups: list[list[Root]]) -> list[list[Root]]:
    """The groups, one that goes by a surname alone put to the one that has it at the end of a fuller name."""
    joined = [list(group) for group in groups]
    for group in groups:
        short = [root.key for root in group if "-" not in root.key]
        fuller = [g for g in joined if any(r.key.endswith(f"-{s}") for r in g for s in short)]
        if len(fuller) == 1 and group in joined:
            joined.remove(group)
            fuller[0].extend(group)
    return joined


def independence(origins: Sequence[Origin]) -> Bounds:
    """How many origins are independent: at most as many as there are, and no more than one is known to be."""
    return Bounds(min(1, len(origins)), len(origins))


def how_independent(bounds: Bounds) -> str:
    """The bounds in words."""
    if bounds.high <= 1:
        return "one origin"
    return f"at most {bounds.high} independent origins" if bounds.low < bounds.high else f"{bounds.low} origins"
