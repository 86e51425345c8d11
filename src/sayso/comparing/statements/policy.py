"""The policy for two statements, as a table to be read aloud.

Two are one utterance when one voice said both, at a time that both allow, and the words, the figures or the medium show
it. The same words from another voice are never a confirmation but an alarm.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.comparing.figures.bounds import are_disjoint
from sayso.comparing.statements.said import Said
from sayso.comparing.statements.wording import Drift, Overlap, drift, overlap
from sayso.records import Mode, Polarity, RelationKind

# One utterance is told of within so many days; said on days that differ by one where clocks and copy differ.
_TOLD_WITHIN = 4
_CLOCKS = 1
# An excerpt has this share of its words from the longer one. Of two that share less, one of which speaks of what is yet
# to come and the other does not, neither is the other in other words.
_EXCERPT = 0.8


@dataclass(frozen=True, slots=True)
class Two:
    """Two statements, the earlier first, with what their wordings share."""

    a: Said
    b: Said
    shared: Overlap

    @property
    def figures(self) -> int:
        """How many figures they share."""
        return len(self.a.counts & self.b.counts)

    @property
    def one_day(self) -> bool:
        """Whether both speak of one day: one tells it, the other tells the same or was published by the next."""
        mine, theirs = self.a.day or self.a.published, self.b.day or self.b.published
        if mine is None or theirs is None or (self.a.day is None and self.b.day is None):
            return False
        return abs(mine - theirs) <= (_CLOCKS if self.a.day is None or self.b.day is None else 0)

    @property
    def one_phrase(self) -> bool:
        """Whether what one quotes stands in the other word for word."""
        return any(
            _holds(two.words, phrase) for one, two in ((self.a, self.b), (self.b, self.a)) for phrase in one.quoted
        )

    @property
    def one_medium(self) -> bool:
        """Whether both name the same kind of medium."""
        mine, theirs = self.a.medium, self.b.medium
        return mine is not None and theirs is not None and mine.kind is theirs.kind


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two statements of one voice are: kind, score, a sentence."""

    kind: RelationKind
    score: float
    reason: str


# Kind, score, when, and in words. The first row that holds decides. Thresholds were set on reports of our own writing
# (tests/cases/examples): between 0.25 and 0.35 of the weight shared lie the other translations, below 0.2 lie other
# utterances of one voice on one day.
POLICY: tuple[tuple[RelationKind, float, Callable[[Two], bool], str], ...] = (
    (RelationKind.SAME, 0.98, lambda t: t.shared.both >= 0.85, "word for word"),
    (RelationKind.SAME, 0.9, lambda t: t.shared.both >= 0.6, "nearly word for word"),
    (
        RelationKind.NARROWER, 0.85,
        lambda t: t.shared.shorter >= _EXCERPT and t.shared.words >= 2 and longest_run(t.a.words, t.b.words) >= 3,
        "one is an excerpt of the other",
    ),
    (RelationKind.SAME, 0.8, lambda t: t.figures >= 2 and t.shared.both >= 0.12, "the same figures in other words"),
    (
        RelationKind.SAME, 0.75,
        lambda t: t.shared.both >= 0.28 and t.shared.words >= 3 and (t.one_day or t.one_medium),
        "in other words, of one day or medium: another translation or a retelling",
    ),
    (
        RelationKind.NARROWER, 0.7,
        lambda t: t.shared.shorter >= 0.6 and t.shared.words >= 2 and (t.one_day or t.one_medium or t.figures >= 1),
        "most of the shorter one stands in the longer",
    ),
    (
        RelationKind.NARROWER,
        0.7,
        lambda t: t.one_phrase and (t.one_day or t.one_medium) and t.shared.both >= 0.2,
        "one quotes what stands word for word in the other",
    ),
    (
        RelationKind.SAME,
        0.65,
        lambda t: t.one_day and t.one_medium and t.shared.both >= 0.22 and t.shared.words >= 3,
        "of one day and medium, in other words: another translation or a retelling",
    ),
    (
        RelationKind.SAME,
        0.6,
        lambda t: t.figures >= 1 and (t.one_day or t.one_medium) and t.shared.both >= 0.12,
        "the same figure, of one day or medium, in other words",
    ),
    (RelationKind.SAME, 0.65, lambda t: t.shared.both >= 0.4 and t.shared.words >= 3, "in other words"),
    (
        RelationKind.SAME, 0.6,
        lambda t: t.figures >= 1 and t.shared.both >= 0.22 and t.shared.words >= 2,
        "the same figure and matter in other words",
    ),
)  # fmt: skip


def compare_statements(a: Said, b: Said) -> Likeness | None:
    """How alike two statements of one voice are; None where nothing shows that they are one utterance."""
    if not may_be_one_utterance(a, b):
        return None
    two = Two(a, b, overlap(a.weights, b.weights))
    if a.is_ahead != b.is_ahead and two.shared.shorter < _EXCERPT:
        return None
    for kind, score, holds, reason in POLICY:
        if holds(two):
            apart = drift(a.weights, b.weights)
            told = Drift(tuple(a.as_said(apart.dropped)), tuple(b.as_said(apart.added))).told()
            who = next(v.name for v in a.voices if v.id in b.ids)
            return Likeness(kind, score, f"{who}, {reason}" + (f": the second {told}" if told else ""))
    return None


def may_be_one_utterance(a: Said, b: Said) -> bool:
    """Whether a voice said both, and neither days nor figures nor a negation set them apart."""
    return bool(a.ids & b.ids) and days_fit(a, b) and not _figures_conflict(a, b) and not _is_turned(a, b)


def days_fit(a: Said, b: Said) -> bool:
    """Whether what is told of the days allows one utterance."""
    if a.day is not None and b.day is not None:
        return abs(a.day - b.day) <= _CLOCKS
    known = [d for d in (a.day or a.published, b.day or b.published) if d is not None]
    return len(known) < 2 or abs(known[0] - known[1]) <= _TOLD_WITHIN


def _figures_conflict(a: Said, b: Said) -> bool:
    """Whether they count one thing differently: then they are two utterances, or one of the articles is wrong."""
    for f in a.figures:
        for g in b.figures:
            alike = f.unit == g.unit and f.measure == g.measure and f.measure is not None and f.who == g.who
            if alike and f.of == g.of and are_disjoint(f, g) and not a.counts & b.counts:
                return True
    return False


def _is_turned(a: Said, b: Said) -> bool:
    """Whether one denies what the other affirms."""
    mine, theirs = a.statement.polarity, b.statement.polarity
    negated = (mine is Polarity.NEGATED) != (theirs is Polarity.NEGATED)
    direct = a.statement.mode is Mode.DIRECT and b.statement.mode is Mode.DIRECT
    return negated and not direct


def _holds(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    size = len(phrase)
    return any(words[i : i + size] == phrase for i in range(len(words) - size + 1))


def longest_run(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """The longest run of words in common, up to eight."""
    for size in range(8, 1, -1):
        runs = {a[i : i + size] for i in range(len(a) - size + 1)}
        if any(b[i : i + size] in runs for i in range(len(b) - size + 1)):
            return size
    return 1
