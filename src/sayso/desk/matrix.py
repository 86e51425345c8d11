"""The matrix of a story: what is claimed as rows; side A, side B and third parties as columns.

Claims on one matter stand in one row: figures that count the same of the same, and claims that deny, contradict,
narrow, update or take the place of each other, or carry the same content from another voice. A side without a claim in
a row is silent there. Rows on which several sides speak come first: there is something to compare.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.desk.claiming import ClaimShown, counted, shown
from sayso.desk.words import label
from sayso.ledger.claims import ClaimFound
from sayso.ledger.relations import Between
from sayso.records import ClaimKind, RelationKind

CONFLICTS = (RelationKind.CONTRADICTS, RelationKind.DENIES)
MATTER = (
    *CONFLICTS, RelationKind.SAME, RelationKind.NARROWER, RelationKind.UPDATES, RelationKind.SUPERSEDES,
    RelationKind.VOICE_CHANGED, RelationKind.ATTRIBUTION_DROPPED, RelationKind.HEDGE_DROPPED,
)  # fmt: skip
SUPERSEDED = "superseded"
_LARGEST = 24  # claims of one row; a matter that would grow over more stays apart
_HEADING = 70


@dataclass(frozen=True, slots=True)
class CellClaim:
    """A claim in a cell, with how it stands to others in its row, as words: "contradicts", "updates" …"""

    shown: ClaimShown
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One matter: its heading, what each column says of it, and the conflicts within it as sentences."""

    heading: str
    kind: ClaimKind
    cells: tuple[tuple[CellClaim, ...], ...]
    conflicts: tuple[Between, ...]

    @property
    def rank(self) -> tuple[bool, int, int]:
        """What orders rows: conflicts, then how many columns speak, then how many articles carry it."""
        return not self.conflicts, -self.speaking, -self.carried

    @property
    def speaking(self) -> int:
        """How many columns say something."""
        return sum(bool(cell) for cell in self.cells)

    @property
    def carried(self) -> int:
        """How many articles carry the most carried of its claims."""
        return max(one.shown.claim.articles for cell in self.cells for one in cell)

    @property
    def compares(self) -> bool:
        """Whether there is something to compare: several columns, several articles, or a conflict."""
        return bool(self.conflicts) or self.speaking > 1 or self.carried > 1


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows under the columns' sides; the last column is "", third parties and outlets."""

    sides: tuple[str, ...]
    rows: tuple[Row, ...]


def matrix(claims: Sequence[ClaimFound], between: Sequence[Between], sides: Sequence[str]) -> Matrix:
    """The matrix of claims, in their order, with the first two of the sides as columns."""
    columns = (*sides[:2], "")
    by_id = {one.id: one for one in claims}
    rows = [_row([by_id[id_] for id_ in matter], between, columns) for matter in _matters(claims, between)]
    return Matrix(columns, tuple(sorted(rows, key=lambda row: row.rank)))


def _matters(claims: Sequence[ClaimFound], between: Sequence[Between]) -> list[list[str]]:
    """Ids of claims on one matter, conflicts joined first, in the order of the first of them."""
    group: dict[str, list[str]] = {}
    counting: dict[str, list[str]] = {}
    for one in claims:
        key = counted(one) if one.kind is ClaimKind.FIGURE else one.id
        group[one.id] = counting.setdefault(key, [])
        group[one.id].append(one.id)
    kinds = {one.id: one.kind for one in claims}
    for link in sorted(between, key=lambda r: (r.kind not in CONFLICTS, MATTER.index(r.kind), -r.score)):
        a, b = group[link.a], group[link.b]
        if a is not b and kinds[link.a] is kinds[link.b] and len(a) + len(b) <= _LARGEST:
            a += b
            for id_ in b:
                group[id_] = a
    made: dict[int, list[str]] = {}
    for claim in claims:
        made.setdefault(id(group[claim.id]), group[claim.id])
    order = {one.id: at for at, one in enumerate(claims)}
    return [sorted(matter, key=order.__getitem__) for matter in made.values()]


def _row(claims: Sequence[ClaimFound], between: Sequence[Between], columns: Sequence[str]) -> Row:
    ids = {one.id for one in claims}
    within = [one for one in between if one.a in ids and one.b in ids and one.a != one.b]
    cells: list[list[CellClaim]] = [[] for _ in columns]
    for claim in claims:
        side = columns.index(claim.side) if claim.side in columns else len(columns) - 1
        cells[side].append(CellClaim(shown(claim), tuple(_marks(claim.id, within))))
    return Row(
        _heading(claims[0]), claims[0].kind, tuple(map(tuple, cells)), tuple(r for r in within if r.kind in CONFLICTS)
    )


def _heading(claim: ClaimFound) -> str:
    if claim.kind is ClaimKind.FIGURE:
        return label(counted(claim), _HEADING)
    words = claim.about.predicate or (claim.members[0].words if claim.members else claim.id)
    return label(words.removeprefix("that "), _HEADING)


def _marks(id_: str, within: Sequence[Between]) -> list[str]:
    """How a claim stands to the others in its row, conflicts first, each once; a number taken back is "superseded"."""
    found = sorted(
        (MATTER.index(one.kind), SUPERSEDED if one.kind is RelationKind.SUPERSEDES and one.b == id_ else one.kind.value)
        for one in within
        if id_ in (one.a, one.b) and one.kind is not RelationKind.SAME
    )
    return list(dict.fromkeys(kind for _, kind in found))
