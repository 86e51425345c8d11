"""Words beside a name that say what kind of place it is, and named places that no gazetteer lists: streets, spots,
villages that the text itself calls one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from sayso.packs.gazetteer import Found, PlaceClass
from sayso.packs.places import PlaceWords
from sayso.reading.analysis import Name
from sayso.reading.places.mentions import Known, Mention
from sayso.reading.places.words import Stretch, Word

# The model's score from which a name that no gazetteer lists is a place unknown, and from which behind "in" or "near":
# on the even articles of two corpora, a quarter of those between the two were places, half of those above.
_SURE, _LIKELY = 0.8, 0.5
_LYING = frozenset({", ", " in ", " in the ", " of "})  # what stands between a place and what holds it
_HOLDERS = frozenset({PlaceClass.REGION, PlaceClass.DISTRICT, PlaceClass.AREA, PlaceClass.SETTLEMENT})
_NAME = 4  # capitalised words that a street's name has at most


def describe(mentions: Sequence[Mention], stretch: Stretch, words: PlaceWords) -> None:
    """Notes what the words beside each mention call it: "the village of X", "X region"."""
    for i, mention in enumerate(mentions):
        if mention.demonym:
            continue
        admits = _said_before(stretch, mention.first, words)
        limit = mentions[i + 1].first if i + 1 < len(mentions) else len(stretch.words)
        after = _said_after(stretch, mention, limit, words)
        mention.admits = after or admits
        mention.described = mention.admits is not None


def _said_before(stretch: Stretch, first: int, words: PlaceWords) -> frozenset[PlaceClass] | None:
    if first == 0 or not stretch.words[first - 1].joined:
        return None
    last = stretch.words[first - 1].text.lower()
    if first > 1 and last == "of":
        return words.before.get(f"{stretch.words[first - 2].text.lower()} of")
    return words.before.get(last)


def _said_after(stretch: Stretch, mention: Mention, limit: int, words: PlaceWords) -> frozenset[PlaceClass] | None:
    following = mention.last + 1
    if following >= limit or not stretch.words[mention.last].joined:
        return None
    word = stretch.words[following]
    admits = words.after.get(word.text.lower())
    if admits is not None and word.capital:
        mention.last, mention.end = following, word.end
    return admits


def find_grounds(mentions: Sequence[Mention], stretch: Stretch, words: PlaceWords) -> list[Mention]:
    """The mentions with streets and spots among them. A street takes the place of a town in its name ("Paris Road"); a
    spot keeps it ("Edmonton International Airport"), for it lies there."""
    taken = {i: m for m in mentions for i in range(m.first, m.last + 1)}
    dropped: set[int] = set()
    added: list[Mention] = []
    for ground in _streets(stretch, words):
        inner = {id(taken[i]): taken[i] for i in range(ground.first, ground.last + 1) if i in taken}
        if added and ground.first <= added[-1].last:
            continue
        if ground.spot and inner:
            _widen(list(inner.values())[-1], ground, stretch)
            continue
        first = ground.first
        for mention in inner.values():
            if mention.first == first and mention.last < ground.last and _is_wide(mention):
                first = mention.last + 1  # "Missouri State Highway": the state is named as well
            else:
                dropped.add(id(mention))
        added.append(_ground(stretch, first, ground.last))
    kept = [m for m in mentions if id(m) not in dropped]
    return sorted([*kept, *added], key=lambda m: (m.first, m.last))


def _is_wide(mention: Mention) -> bool:
    return mention.fixed or any(
        h.main and h.entry.kind in (PlaceClass.COUNTRY, PlaceClass.REGION) for h in mention.found
    )


def _widen(mention: Mention, ground: _Ground, stretch: Stretch) -> None:
    """Makes a mention of a town one of the spot there that bears its name."""
    if mention.last < ground.last and not mention.demonym:
        mention.last, mention.end = ground.last, stretch.words[ground.last].end
        mention.admits = mention.admits or frozenset({PlaceClass.SPOT})


class _Ground(NamedTuple):
    """The first and last word of a street's or spot's name."""

    first: int
    last: int
    spot: bool


def _streets(stretch: Stretch, words: PlaceWords) -> Iterator[_Ground]:
    listed = stretch.words
    for i, word in enumerate(listed):
        if not word.capital:
            continue
        said = word.text
        if said in words.grounds.numbered and word.joined and listed[i + 1].text[0].isdigit():
            yield _Ground(i, i + 1, False)
        elif _is_street(stretch, i, words):
            first = _opening(stretch, i)
            if first < i and not (
                listed[first].opens and i - first == 1 and not stretch.text.startswith(".", word.end)
            ):
                yield _Ground(first, i, False)
        elif said in words.grounds.spots and i and not (listed[i - 1].opens and listed[i - 1].text in words.never):
            first = _opening(stretch, i)
            if first < i:
                yield _Ground(first, i, True)


def _is_street(stretch: Stretch, at: int, words: PlaceWords) -> bool:
    word = stretch.words[at]
    if stretch.text.startswith(".", word.end):
        following = stretch.words[at + 1] if stretch.gap(at) == ". " else None
        # "Fort St. John": what is short for "street" is short for "saint" as well.
        saint = following is not None and following.capital and not following.opens
        return f"{word.text}." in words.grounds.streets and not saint
    return word.text in words.grounds.streets


def _opening(stretch: Stretch, last: int) -> int:
    """The first word of the name that ends with this one; the word itself where nothing goes before it."""
    first = last
    while first and last - first < _NAME and _named(stretch, first - 1):
        first -= 1
        if stretch.words[first].opens:
            break
    while first < last and not stretch.words[first].key:
        first += 1
    return first


def _named(stretch: Stretch, at: int) -> bool:
    """Whether a word may be part of a street's name that goes on behind it."""
    word: Word = stretch.words[at]
    between = stretch.gap(at)
    if between == ". ":
        return len(word.text) <= 2 and word.capital
    return between in (" ", "-") and (word.capital or (word.text[0].isdigit() and word.text[-1].isalpha()))


def _ground(stretch: Stretch, first: int, last: int) -> Mention:
    key = " ".join(w.key for w in stretch.words[first : last + 1] if w.key)
    return Mention(first, last, stretch.words[first].start, stretch.words[last].end, key, ground=True, evidence=1.0)


def find_unlisted(mentions: Sequence[Mention], stretch: Stretch, known: Known, names: Sequence[Name]) -> list[Mention]:
    """The mentions, with names that the model or the text itself calls places; looked up on the coarser key."""
    taken = {i for m in mentions for i in range(m.first, m.last + 1)}
    added = [*_by_model(stretch, names, taken, known.words), *_by_description(stretch, known.words, taken)]
    added = list({(m.first, m.last): m for m in added}.values())
    loose = known.gazetteer.lookup_loose(sorted({m.key for m in added})) if added else {}
    for mention in added:
        mention.found = _settlements(loose, mention)
    everything = sorted([*mentions, *added], key=lambda m: (m.first, m.last))
    for one, other in pairwise(everything):
        if one.within is None and not one.found and not one.demonym and _holds(one, other, stretch):
            one.within = other
    return [m for i, m in enumerate(everything) if not i or m.first > everything[i - 1].last]


def _holds(one: Mention, other: Mention, stretch: Stretch) -> bool:
    """Whether an unknown place is said to lie in the next one: "Qervand in Idlib province", "Qervand, Texas"."""
    between = stretch.text[one.end : other.start]
    return between in _LYING and not other.demonym and any(h.entry.kind in _HOLDERS for h in other.found)


def _settlements(loose: Mapping[str, tuple[Found, ...]], mention: Mention) -> tuple[Found, ...]:
    return tuple(Found(h.entry, False) for h in loose.get(mention.key, ())) if len(mention.key) > 4 else ()


def _by_model(stretch: Stretch, names: Sequence[Name], taken: set[int], words: PlaceWords) -> Iterator[Mention]:
    at = 0
    for name in names:
        if name.kind != "place" or name.score < _LIKELY:
            continue
        while at < len(stretch.words) and stretch.words[at].end <= name.start:
            at += 1
        last = at
        while last + 1 < len(stretch.words) and stretch.words[last + 1].start < name.end:
            last += 1
        while at < last and not stretch.words[at].capital:
            at += 1
        if at >= len(stretch.words) or not stretch.words[at].capital or not taken.isdisjoint(range(at, last + 1)):
            continue
        if _is_sure(stretch, at, last, name.score, words):
            key = " ".join(w.key for w in stretch.words[at : last + 1] if w.key)
            yield Mention(at, last, stretch.words[at].start, stretch.words[last].end, key, model="place")


def _is_sure(stretch: Stretch, first: int, last: int, score: float, words: PlaceWords) -> bool:
    if first == last and stretch.words[first].text in words.never:
        return False
    before = stretch.words[first - 1] if first else None
    return score >= _SURE or (before is not None and before.joined and before.text.lower() in words.around.strong)


def _by_description(stretch: Stretch, words: PlaceWords, taken: set[int]) -> Iterator[Mention]:
    for i, word in enumerate(stretch.words):
        if not word.capital or i in taken or word.text in words.never:
            continue
        admits = _said_before(stretch, i, words)
        if admits is None or stretch.words[i - 1].text.lower() != "of":
            continue
        last = i
        while stretch.words[last].joined and stretch.words[last + 1].capital and last + 1 not in taken:
            last += 1
        key = " ".join(w.key for w in stretch.words[i : last + 1] if w.key)
        yield Mention(i, last, word.start, stretch.words[last].end, key, admits=admits, described=True)
