"""Joint: chunks joined to items - a name with title and appositions is one, "Norland, Tansor and the EU" are three."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.packs.voice_words import ROLE, Sort
from sayso.packs.world import Use
from sayso.reading.voices.cast import Cast
from sayso.reading.voices.chunks import find_chunks
from sayso.reading.voices.entities import Entity
from sayso.reading.voices.lexing import Lexed, Word, is_dash
from sayso.reading.voices.phrases import Phrase, read_phrase
from sayso.records import VoiceKind

_MODIFIERS = 4  # unknown words before a head noun in a list
_LINK = 8  # words and marks that may join two chunks, at most
_QUIET = frozenset((",", "“", "”", '"'))
_AND_PHRASES = (["as", "well", "as"], ["along", "with"], ["together", "with"])
_AND = frozenset(("and", "&", "or", "plus"))


@dataclass(slots=True)
class Item:
    """One voice of a phrase, from its title to its last apposition; `entity` is None until it is taken up from before.

    Items that stand joined ("A, B and C") have the same `group`.
    """

    first: int
    last: int
    phrase: Phrase
    entity: Entity | None
    group: int
    apposed: bool = False


def read_items(cast: Cast, first: int, last: int, loose: bool = False) -> list[Item]:
    """The items in a range of words of one sentence, in order.

    A `loose` range is known to be one source, in which unknown words after "and" belong to what follows them
    ("protesters and civic leaders"); in running text they may be verbs.
    """
    lexed = cast.lexed
    items: list[Item] = []
    at, group = first, 0
    chunks = list(find_chunks(lexed, first, last))
    for index, (start, end) in enumerate(chunks):
        start = _reach_back(cast, start, at) if loose and items else start
        phrase = read_phrase(lexed, start, end)
        if phrase is None or _is_number(cast, phrase):
            continue
        before = items[-1] if items and items[-1].last == at and _in_one_voice(lexed, at, start) else None
        link = _link(lexed.words[at:start]) if before is not None and start - at <= _LINK else ""
        at = end
        entity = None if takes_up(cast, phrase) else cast.of_phrase(phrase)
        goes_on = before is not None and link == "comma" and _list_goes_on(cast, chunks, index, last)
        if before is not None and link == "comma" and _is_person(entity):
            _one_of_two(cast, items)
            before = items[-1]
        if link and before is not None and phrase.name is None and _name_follows(cast, chunks, index):
            link = ""  # "…, the president, Ada Corrow": the role is hers
        if before is not None and link in ("comma", "dash") and _appose(cast, before, phrase, entity, link, goes_on):
            before.last = end
            continue
        if before is not None and link == "copula":
            _equate(cast, before, phrase, entity)
        if before is not None and (link == "and" or goes_on) and _is_further_state(cast, before, phrase, entity):
            before.last = end
            before.entity = cast.of(before.first, end) or before.entity
            continue
        if before is not None and link == "and" and _continues(cast, before, phrase, entity):
            before.last = end
            continue
        if before is not None and link == "and" and _is_same_person(cast, before, phrase, entity):
            before.last, before.entity, before.phrase, before.apposed = end, entity, phrase, True
            continue
        joined = before is not None and (link == "and" or goes_on)
        group = group if joined else group + 1
        item = Item(start, end, phrase, entity, group)
        if joined and before is not None:
            _share(cast, before, item)
        items.append(item)
    return items


def _name_follows(cast: Cast, chunks: Sequence[tuple[int, int]], index: int) -> bool:
    """Whether a person's name stands right behind a definite role and a comma."""
    lexed, (start, end) = cast.lexed, chunks[index]
    if index + 1 >= len(chunks) or chunks[index + 1][0] != end + 1 or lexed.words[end].low != ",":
        return False
    if lexed.words[start].low != "the":
        return False
    role, after = read_phrase(lexed, start, end), read_phrase(lexed, *chunks[index + 1])
    if role is None or after is None or after.name is None or not role.sort & ROLE or role.plural:
        return False
    return after.name == after.core and cast.kinds.of(*after.name, "") is VoiceKind.PERSON


def _in_one_voice(lexed: Lexed, end: int, start: int) -> bool:
    """Whether two chunks stand in the same quotation, or both outside any."""
    return lexed.words[end - 1].quotation == lexed.words[start].quotation


def _reach_back(cast: Cast, start: int, floor: int) -> int:
    """The start with unknown words before it, as far as a comma or "and"."""
    words, at = cast.lexed.words, start
    while at > floor and start - at < _MODIFIERS and words[at - 1].low not in _AND:
        if not words[at - 1].low.replace("-", "").isalpha():
            break
        at -= 1
    return at if at > floor and (words[at - 1].low in _AND or words[at - 1].low == ",") else start


def takes_up(cast: Cast, phrase: Phrase) -> bool:
    """Whether a phrase takes up a voice named elsewhere: "the ministry", "the general", "his office", "the two"."""
    lexed = cast.lexed
    if phrase.owner_pronoun and phrase.name is None:
        return True
    sort = phrase.sort
    if phrase.name is not None or phrase.owner is not None or not phrase.definite:
        bare = phrase.noun_at == phrase.core and sort & Sort.BODY and not phrase.tail[0] < phrase.tail[1]
        return bool(phrase.name is None and phrase.owner is None and bare and lexed.words[phrase.core[0]].upper)
    if cast.namer.known_at(*phrase.core) is not None and phrase.noun not in lexed.lexicon.seat_nouns:
        return False
    if sort & ROLE and not phrase.plural and cast.state_after(phrase) is not None:
        return True
    if sort & (ROLE | Sort.PEOPLE | Sort.DOCUMENT):
        return not (phrase.tail[0] < phrase.tail[1])
    if phrase.noun in lexed.lexicon.seat_nouns:
        return True
    if sort & Sort.BODY and phrase.noun in lexed.lexicon.of_state and not phrase.tail[0] < phrase.tail[1]:
        return cast.namer.side_in(*phrase.core) is None
    if sort & Sort.BODY:
        own = any(w.upper for w in lexed.words[phrase.core[0] : phrase.noun_at[0]])
        return not own and not (phrase.tail[0] < phrase.tail[1] and lexed.words[phrase.tail[1] - 1].upper)
    return bool(sort & Sort.BODIES)


def _is_number(cast: Cast, phrase: Phrase) -> bool:
    return phrase.core[1] - phrase.core[0] == 1 and cast.lexed.words[phrase.core[0]].low[:1].isdigit()


def _link(between: Sequence[Word]) -> str:
    """What joins two chunks: "and", "comma", "dash", or nothing that does."""
    words = [w.low for w in between if w.low not in _QUIET]
    if not words:
        return "comma" if any(w.low == "," for w in between) else ""
    if words in _AND_PHRASES or all(w in _AND for w in words):
        return "and"
    if len(words) > 1:
        return ""
    if is_dash(between[0]) or any(is_dash(w) or w.low == "(" for w in between):
        return "dash"
    return "copula" if words[0] in ("is", "was") else ""


def _equate(cast: Cast, before: Item, phrase: Phrase, entity: Entity | None) -> None:
    """ "The host was Ada Corrow", "Ada Corrow is a baker": one tells the role of the other."""
    sort = phrase.sort
    if entity is not None and entity.kind is VoiceKind.PERSON and _is_description(before):
        cast.roles.give(entity, before.phrase.first, before.phrase.last)
    elif before.entity is not None and before.entity.kind is VoiceKind.PERSON and phrase.name is None and sort & ROLE:
        cast.roles.give(before.entity, phrase.first, phrase.last)


def _appose(cast: Cast, before: Item, phrase: Phrase, entity: Entity | None, link: str, goes_on: bool) -> bool:
    """Joins a phrase to the item before it where one tells the other more closely; whether it did."""
    lexed = cast.lexed
    sort = phrase.sort
    person = entity is not None and entity.kind is VoiceKind.PERSON
    named_before = before.entity is not None and before.entity.kind is VoiceKind.PERSON
    if person and not named_before and entity is not None and _is_description(before):
        cast.roles.give(entity, before.phrase.first, before.phrase.last)
        before.entity, before.apposed = entity, True
        return True
    if named_before and before.entity is not None and phrase.name is None and sort & ROLE and not phrase.plural:
        cast.roles.give(before.entity, phrase.first, phrase.last)
        before.apposed = True
        return True
    own_body = before.entity is not None and before.entity.kind in (VoiceKind.BODY, VoiceKind.OUTLET, VoiceKind.STATE)
    indefinite = phrase.determiner in ("a", "an", "another") or phrase.noun not in lexed.lexicon.of_state
    if own_body and not goes_on and before.entity is not None and phrase.determiner and indefinite and sort & Sort.BODY:
        before.entity.may_be(phrase.noun)
        before.apposed = True
        return True
    return link == "dash"


def _is_person(entity: Entity | None) -> bool:
    return entity is not None and entity.kind is VoiceKind.PERSON


def _one_of_two(cast: Cast, items: list[Item]) -> None:
    """Two singular descriptions before one name are one person's ("Norland's president and host, Ada Corrow")."""
    if len(items) < 2 or items[-1].group != items[-2].group or items[-2].last + 1 != items[-1].first:
        return
    second, first = items[-1], items[-2]
    if all(_is_description(i) and not i.phrase.plural for i in (first, second)) and not second.phrase.determiner:
        phrase = read_phrase(cast.lexed, first.first, second.last)
        if phrase is not None:
            items[-2:] = [Item(first.first, second.last, first.phrase, None, first.group)]


def _is_description(item: Item) -> bool:
    """Whether an item only describes: "the head of the office", "Norland's commander", "another"."""
    sort = item.phrase.sort
    return (
        item.phrase.name is None
        and bool(sort & (ROLE | Sort.PEOPLE))
        and item.phrase.noun_at[0] < item.phrase.noun_at[1]
    )


def _is_same_person(cast: Cast, before: Item, phrase: Phrase, entity: Entity | None) -> bool:
    """Whether two offices under one article are one person's ("the exiled dissident and oligarch Ada Corrow")."""
    one = before.phrase.determiner in ("the", "a", "an") and not before.phrase.plural and not phrase.plural
    if entity is None or not _is_person(entity) or phrase.determiner or phrase.owner is not None or not one:
        return False
    if not _is_description(before) or not phrase.sort & ROLE or before.phrase.tail[0] < before.phrase.tail[1]:
        return False
    if cast.lexed.words[phrase.noun_at[0]].upper:
        return False  # "the minister and President Corrow"
    cast.roles.give(entity, before.phrase.first, before.phrase.last)
    return True


def _is_further_state(cast: Cast, before: Item, phrase: Phrase, entity: Entity | None) -> bool:
    """Whether a bare state goes on a list of those that people are of ("the leaders of Norland and Merenia")."""
    tail = before.phrase.tail
    people = before.phrase.plural and before.phrase.sort & Sort.PEOPLE and before.phrase.name is None
    if entity is None or entity.kind is not VoiceKind.STATE or phrase.noun or phrase.owner is not None or not people:
        return False
    if tail[1] - tail[0] < 2 or cast.lexed.words[tail[0]].low != "of":
        return False
    known = cast.namer.known_at(tail[0] + 1, tail[1])
    return known is not None and known.use is Use.STATE


def _continues(cast: Cast, before: Item, phrase: Phrase, entity: Entity | None) -> bool:
    """Whether "and" goes on within an apposition: "a member of the council and the chairman of its committee"."""
    if not before.apposed or phrase.name is not None or (entity is not None and entity.kind is not VoiceKind.UNNAMED):
        return False
    sort = phrase.sort
    if phrase.plural or not sort & ROLE or before.entity is None:
        return False
    cast.roles.give(before.entity, phrase.first, phrase.last)
    return True


def _list_goes_on(cast: Cast, chunks: Sequence[tuple[int, int]], index: int, last: int) -> bool:
    """Whether a comma is one of a list: further on, only commas apart, an "and" joins the last."""
    words = cast.lexed.words
    if _ends_opening(cast, chunks[index][0]):
        return False
    for number in range(index, min(index + 8, len(chunks))):
        after = chunks[number + 1][0] if number + 1 < len(chunks) else last
        between = [w.low for w in words[chunks[number][1] : after] if w.low != ","]
        if between and all(w in _AND for w in between):
            return number + 1 < len(chunks)
        if between:
            return False
    return False


def _ends_opening(cast: Cast, at: int) -> bool:
    """Whether the comma before a word is the first of a sentence that opens with a clause or phrase ("As …, he …")."""
    words = cast.lexed.words
    opening = cast.lexed.sentences[words[at].sentence]
    if not words[opening].sort & (Sort.OPENING | Sort.PREPOSITION | Sort.BREAK) or opening in cast.lexed.known:
        return False
    return words[at - 1].low == "," and all(w.low != "," for w in words[opening : at - 1])


def _share(cast: Cast, before: Item, item: Item) -> None:
    """What two joined items share: "Norland and Tansori officials", "Ada and Nell Corrow", "ministers A and B"."""
    lexed = cast.lexed
    known = cast.namer.known_at(*before.phrase.core)
    only_adjective = before.entity is None and before.phrase.noun_at[0] == before.phrase.noun_at[1]
    if only_adjective and item.phrase.plural and item.entity is not None:
        state = cast.namer.side_in(*before.phrase.core)
        if (known is not None and known.use is Use.ADJECTIVE) or state:
            noun = lexed.shown(item.phrase.noun_at[0], item.phrase.last)
            name = f"{lexed.shown(*before.phrase.core)} {noun}"
            before.entity = cast.other(VoiceKind.UNNAMED, name, side=state, plural=True)
            before.entity.nouns = before.entity.nouns or [item.phrase.noun]
        return
    if item.entity is None or item.entity.kind is not VoiceKind.PERSON:
        return
    names = before.phrase.name
    family = item.entity.name.split()
    if names is not None and names[1] - names[0] == 1 and len(family) > 1:
        given = lexed.words[names[0]]
        if given.low in lexed.lexicon.given and given.bare != family[-1]:
            gender = lexed.lexicon.given[given.low]
            before.entity = cast.persons.add(f"{lexed.shown(*names)} {family[-1]}", gender)
    if before.entity is not None and before.phrase.plural and before.phrase.noun and not item.entity.nouns:
        start = before.phrase.owner[0] if before.phrase.owner else before.phrase.core[0]
        cast.roles.give(item.entity, start, before.phrase.noun_at[1])
