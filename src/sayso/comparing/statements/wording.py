"""How much two wordings share, by words weighted with fixed background frequencies; and what one adds or drops."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two wordings share: of both together, of the shorter, and how many telling words."""

    both: float
    shorter: float
    words: int
    shared: tuple[str, ...]


def overlap(a: Mapping[str, float], b: Mapping[str, float]) -> Overlap:
    """The overlap of two bags of weighted stems."""
    common = sorted(set(a) & set(b))
    shared = sum(min(a[w], b[w]) for w in common)
    weights = sum(a.values()), sum(b.values())
    whole = weights[0] + weights[1] - shared
    least = min(weights)
    return Overlap(
        both=shared / whole if whole else 0.0,
        shorter=shared / least if least else 0.0,
        words=sum(min(a[w], b[w]) >= _TELLING for w in common),
        shared=tuple(sorted(common, key=lambda w: (-a[w], w))),
    )


# A word that weighs at least this much tells of the matter ("bridge"), below it hardly ("people").
_TELLING = 0.2


@dataclass(frozen=True, slots=True)
class Drift:
    """What the second wording drops of the first, and what it adds, in order."""

    dropped: tuple[str, ...]
    added: tuple[str, ...]

    def told(self) -> str:
        """The drift as half a sentence; empty where there is none."""
        parts = []
        if self.dropped:
            parts.append(f"drops {', '.join(self.dropped[:6])}")
        if self.added:
            parts.append(f"adds {', '.join(self.added[:6])}")
        return "; ".join(parts)


def drift(weights_a: Mapping[str, float], weights_b: Mapping[str, float]) -> Drift:
    """The telling stems that only one of two wordings has."""
    return Drift(
        tuple(w for w in weights_a if w not in weights_b and weights_a[w] >= _TELLING),
        tuple(w for w in weights_b if w not in weights_a and weights_b[w] >= _TELLING),
    )
