"""The scene of a stretch: what it shows of its words, and how much each clue about a name weighs in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.packs.places import PlaceWords
from sayso.reading.analysis import Name
from sayso.reading.places.mentions import Mention
from sayso.reading.places.words import Stretch


@dataclass(frozen=True, slots=True)
class Weights:
    """What each clue adds to the evidence that a word is a place, in log-odds.

    The reading model's word on a name comes first (`place` times its score, `part` where its name is longer), then
    words before and behind, then the word itself.
    """

    bias: float
    prior: float  # times the prominence of the name's best reading
    more_words: float  # for each word of the name after the first
    place: float
    part: float
    person: float
    organisation: float
    other: float
    strong: float  # "in", "near", "northern"
    weak: float  # "to", "from", "at"
    article: float  # "the"
    beside: float  # a capitalised word directly before
    behind: float  # a capitalised word directly after
    body: float  # "Police", "University" after
    locals: float  # "man", "officials" after
    comma: float  # what holds it after a comma
    inside: float  # what holds it after "in"
    described: float  # "village of", "region"
    dateline: float
    title: float  # "Mr", "Judge" before
    opens: float  # the first word of a sentence
    surname: float  # some person's surname in the article
    small: float  # written small elsewhere in the article
    capitals: float  # an acronym


# Set by hand.
ALONE = Weights(
    bias=0.0, prior=1.0, more_words=0.9, place=0.0, part=0.0, person=0.0, organisation=0.0, other=0.0, strong=2.4,
    weak=0.7, article=-0.8, beside=-2.2, behind=-1.8, body=0.8, locals=1.6, comma=3.0, inside=1.0, described=2.5,
    dateline=3.0, title=-5.0, opens=-0.5, surname=-3.0, small=-2.0, capitals=-1.5,
)  # fmt: skip
# A logistic regression's on the even articles of LGL and TR-News, rounded.
WITH_MODEL = Weights(
    bias=-1.0, prior=0.65, more_words=0.5, place=3.6, part=-0.9, person=-0.8, organisation=1.1, other=-1.4, strong=1.3,
    weak=0.2, article=0.1, beside=-0.6, behind=-0.4, body=0.4, locals=1.8, comma=2.5, inside=0.5, described=0.6,
    dateline=2.4, title=-2.1, opens=0.2, surname=-3.5, small=-0.7, capitals=-2.5,
)  # fmt: skip


@dataclass(slots=True)
class Scene:
    """What a stretch shows of its words, for weighing the names in it."""

    stretch: Stretch
    words: PlaceWords
    names: Sequence[Name]
    weights: Weights
    small: frozenset[str]
    surnames: frozenset[str]
    taken: Mapping[int, Mention] = field(default_factory=dict)


def scene(stretch: Stretch, words: PlaceWords, names: Sequence[Name], analysed: bool) -> Scene:
    """The scene of one stretch; `names` are the reading model's that stand in it."""
    small = frozenset(w.text for w in stretch.words if not w.capital)
    return Scene(stretch, words, names, WITH_MODEL if analysed else ALONE, small, _surnames(stretch, words, names))


def _surnames(stretch: Stretch, words: PlaceWords, names: Sequence[Name]) -> frozenset[str]:
    """Last words of persons' names: as the model has them, and behind titles."""
    found: set[str] = set()
    for name in names:
        if name.kind == "person":
            said = stretch.text[name.start : name.end].split()
            if len(said) > 1:
                found.add(said[-1].removesuffix("’s").removesuffix("'s"))
    listed = stretch.words
    for i, word in enumerate(listed[:-1]):
        if word.text in words.around.titles and listed[i + 1].capital and stretch.gap(i) in (" ", ". "):
            after = listed[i + 2] if i + 2 < len(listed) and listed[i + 1].joined and listed[i + 2].capital else None
            found.add(after.text if after else listed[i + 1].text)
    return frozenset(found)
