"""Lines: sentences cut into words for lookups, and the figures found in one while the search works on it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.packs.figures import FigurePack
from sayso.packs.phrases import WORD
from sayso.packs.world import World
from sayso.records import Modality, Polarity, Span


@dataclass(slots=True)
class Found:
    """A figure while it is being read. Indexes count words of its line; `end` is excluded.

    `weak` ones stand only where a measure or a whole gives them sense ("a man", a bare "two"). `role` is set where the
    unit names people by what they do; a `victim` is one person without a number, `definite` where the reader knows of
    them already ("Smith", "the man"); a `single` is a thing or person after "a".
    """

    first: int
    end: int
    number: int
    number_end: int
    low: float | None
    high: float | None
    exclusive: bool = False
    approximate: bool = False
    vague: bool = False
    unit: str | None = None
    kind: str | None = None
    who: str | None = None
    role: bool = False
    measure: str | None = None
    of: tuple[str, ...] = ()
    agent: str | None = None
    cause: str | None = None
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    weak: bool = False
    bare: bool = False
    share: bool = False
    partitive: bool = False
    definite: bool = False
    victim: bool = False
    doer: str | None = None  # the subject of its verb, or whom a passive names
    fraction: bool = False  # counted out of a whole: the whole does not share its measure
    single: bool = False
    attributive: bool = False  # only says what something is like: "a five-storey building"
    trigger: int | None = None
    trigger_end: int = 0
    wholes: list[Found] = field(default_factory=list)
    twin: Found | None = None
    again: Found | None = None  # what it counts once more: "a figure the ministry puts at 41"
    place: int = 0  # among all figures of the article, in order of the text


@dataclass(slots=True)
class Line:
    """A sentence's words: lower case, starts and ends in the article's text; with the pack they are looked up in."""

    text: str
    span: Span
    pack: FigurePack
    world: World
    low: list[str]
    start: list[int]
    end: list[int]
    figures: list[Found] = field(default_factory=list)

    def raw(self, i: int) -> str:
        """Word i as written."""
        return self.text[self.start[i] : self.end[i]]

    def glued(self, i: int) -> bool:
        """Whether word i follows the one before it without a gap."""
        return 0 < i < len(self.low) and self.start[i] == self.end[i - 1]

    def word(self, i: int) -> str:
        """Word i in lower case, empty beyond the line's ends."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def capital(self, i: int) -> bool:
        """Whether word i begins with a capital letter."""
        return 0 <= i < len(self.low) and self.text[self.start[i]].isupper()

    def stops(self, i: int) -> bool:
        """Whether word i is a closed word that bounds a phrase; "US" and "IT" are not "us" and "it"."""
        if self.low[i] not in self.pack.grammar.stops:
            return False
        raw = self.raw(i)
        if len(raw) < 2 or not raw.isupper():
            return True
        around = [self.raw(k) for k in (i - 1, i + 1) if 0 <= k < len(self.low) and self.low[k][0].isalpha()]
        return not around or all(w.isupper() for w in around)

    def covering(self, i: int) -> Found | None:
        """The figure that word i belongs to."""
        for found in self.figures:
            if found.first <= i < found.end:
                return found
        return None


def read_line(text: str, span: Span, pack: FigurePack, world: World) -> Line:
    """The words of one sentence."""
    low: list[str] = []
    start: list[int] = []
    end: list[int] = []
    for m in WORD.finditer(text, span.start, span.end):
        low.append(m.group().lower())
        start.append(m.start())
        end.append(m.end())
    return Line(text, span, pack, world, low, start, end)
