"""Articles made ready for comparing, kept at hand: each meets many others, and what it says is the same each time."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.comparing.figures import Counted, numbers_in
from sayso.comparing.pieces import Piece
from sayso.comparing.statements import Told, told_by
from sayso.packs.comparing import ComparingPack

# So many articles at hand; some 100 kB each.
_HELD = 512


@dataclass(frozen=True, slots=True)
class Ready:
    """What an article states and counts, before it is known who its voices are."""

    piece: Piece
    told: Told
    numbers: tuple[Counted, ...]


class Preparer:
    """Makes articles ready; those that were met last are kept."""

    def __init__(self, pack: ComparingPack) -> None:
        self._pack = pack
        self._held: dict[str, Ready] = {}

    def ready(self, piece: Piece) -> Ready:
        """The article made ready. One that was read anew, or has another day, is made ready anew."""
        held = self._held.pop(piece.key, None)
        if held is None or held.piece.day != piece.day or held.piece.reading != piece.reading:
            held = Ready(piece, told_by(piece, self._pack), tuple(numbers_in(piece, self._pack)))
        self._held[piece.key] = held
        if len(self._held) > _HELD:
            del self._held[next(iter(self._held))]
        return held
