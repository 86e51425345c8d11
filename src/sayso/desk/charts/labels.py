"""How wide a label is, and how it is cut where there is no room. Widths are estimates for a sans-serif face."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_NARROW = frozenset("iljtfrI.,:;'|!()[]‘’“” ·")
_WIDE = frozenset("mwMW@%—…")
_EM = {"narrow": 0.30, "plain": 0.545, "capital": 0.66, "wide": 0.86, "full": 1.02}


def width_of(text: str, size: float) -> float:
    """How wide a text is at a font size, in the picture's units; combining marks take no room."""
    return _ems(text) * size


@lru_cache(maxsize=16384)  # towns and names stand on many pictures, at several sizes
def _ems(text: str) -> float:
    return sum(map(_em, text))


@lru_cache(maxsize=4096)
def _em(c: str) -> float:
    if unicodedata.combining(c) or unicodedata.category(c) in ("Mn", "Me", "Cf"):
        return 0.0
    if c in _NARROW:
        return _EM["narrow"]
    if c in _WIDE:
        return _EM["wide"]
    if unicodedata.east_asian_width(c) in "WF":
        return _EM["full"]
    return _EM["capital"] if c.isupper() else _EM["plain"]


def cut(text: str, size: float, room: float) -> str:
    """The text, ended with an ellipsis where it is wider than the room; empty where not even that fits."""
    if width_of(text, size) <= room:
        return text
    room -= width_of("…", size)
    kept, used = "", 0.0
    for c in text:
        used += _em(c) * size
        if used > room:
            break
        kept += c
    kept = kept.rstrip(" ,.;:·–-(")
    return f"{kept}…" if kept else ""


def wrap(text: str, size: float, room: float, lines: int = 2) -> list[str]:
    """The text in at most so many lines, the last one cut where needed."""
    made: list[str] = []
    words = text.split()
    while words and len(made) < lines - 1:
        taken = 1
        while taken < len(words) and width_of(" ".join(words[: taken + 1]), size) <= room:
            taken += 1
        made.append(cut(" ".join(words[:taken]), size, room))
        words = words[taken:]
    if words:
        made.append(cut(" ".join(words), size, room))
    return made


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that a label takes."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two overlap."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        """Whether it lies wholly in the other."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


def label_box(x: float, y: float, words: str, size: float, anchor: str = "start") -> Box:
    """The room that a label with its baseline at y takes."""
    width = width_of(words, size)
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return Box(left - 1, y - size * 0.82, left + width + 1, y + size * 0.25)
