"""The step that names voices: mentions and sources in the order of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.packs.voice_words import NOUN, ROLE, Sort
from sayso.reading.draft import Draft
from sayso.reading.statements import renumbered
from sayso.reading.voices.cast import Cast
from sayso.reading.voices.entities import Entity
from sayso.reading.voices.joint import Item, read_items
from sayso.reading.voices.lexing import Lexed, Word, lex
from sayso.reading.voices.passing import Passed, passed_on, without_relayed
from sayso.reading.voices.pronouns import fits, resolve_pronoun
from sayso.reading.voices.resolve import Resolver
from sayso.reading.voices.scene import Mention, Scene
from sayso.reading.voices.silent import Turn, is_adjective, is_impersonal, is_spoken_of, speaks
from sayso.reading.voices.unsourced import unsourced
from sayso.records import Mode, Span, Statement, VoiceKind

_SUBJECT = 4  # words: what a cue breaks off is a clause's subject ("The two men")
_DEPTH = 8  # statements within statements; more is a fault of what went before


def name_voices(draft: Draft) -> None:
    """Fills `voices` of every statement that is not narrated; none where the article does not tell."""
    if not any(s.mode is not Mode.NARRATED for s in draft.statements):
        return
    lexed = lex(draft)
    cast = Cast(lexed, draft)
    items = _all_items(cast)
    scene = Scene(lexed)
    modifiers = frozenset(t.start for t in draft.analysis.tokens if t.dep == "amod")
    named = _Naming(cast, scene, items, modifiers).run(_turns(lexed, draft.statements))
    cast.settle()
    voiced = [
        replace(s, voices=tuple(e.voice() for e in named[s.id].voices), chain=named[s.id].chain) if s.id in named else s
        for s in draft.statements
    ]
    draft.statements = renumbered(without_relayed(voiced))


def _all_items(cast: Cast) -> list[Item]:
    """Every item of every sentence; reading them fills the cast with full names and roles."""
    lexed = cast.lexed
    found: list[Item] = []
    group = 0
    for sentence in range(len(lexed.sentences)):
        items = read_items(cast, *lexed.sentence_range(sentence))
        for item in items:
            item.group += group
        group = items[-1].group if items else group
        found.extend(items)
    return found


def _turns(lexed: Lexed, statements: Sequence[Statement]) -> list[Turn]:
    """The turns in the order of their sources, one within another's content after that other."""
    turns: dict[str, Turn] = {}
    for statement in statements:
        if statement.mode is not Mode.NARRATED:
            span = statement.source or Span(statement.content[0].start, statement.content[0].start)
            first, last = lexed.within(span)
            turns[statement.id] = Turn(first, last if statement.source else first, statement)
    ready: dict[str, tuple[int, int]] = {}
    for turn in turns.values():
        place, depth = turn.at, 0
        outer = turns.get(turn.statement.within or "")
        while outer is not None and depth < _DEPTH:
            place, depth = max(place, outer.at), depth + 1
            outer = turns.get(outer.statement.within or "")
        ready[turn.statement.id] = (place, depth)
    return sorted(turns.values(), key=lambda t: (*ready[t.statement.id], t.at, t.statement.content[0].start))


class _Naming:
    """One pass over an article: notes what is mentioned and resolves what speaks."""

    def __init__(self, cast: Cast, scene: Scene, items: Sequence[Item], modifiers: frozenset[int]) -> None:
        self._modifiers = modifiers
        self._cast, self._scene, self._items = cast, scene, items
        self._resolver = Resolver(cast, scene)
        self._next = 0
        self._group, self._given_group = 0, -1
        self._opened = -1
        self._named: dict[str, Passed] = {}
        self._by_id: dict[str, Turn] = {}

    def run(self, turns: Sequence[Turn]) -> dict[str, Passed]:
        """The voices of each statement, and through whom they came, by its id."""
        self._by_id = {t.statement.id: t for t in turns}
        for turn in turns:
            self._mentions_until(turn.at)
            cue = turn.statement.cue
            if cue is not None and cue.start in self._modifiers and is_adjective(self._cast.lexed, turn):
                passed = Passed(())  # "investigated the alleged abuses"
            elif turn.statement.source is None:
                passed = Passed(self._possessor(turn) or self._unsourced(turn))
            else:
                voices = self._source(turn)
                passed = passed_on(self._cast.lexed, self._resolver, turn.statement, voices)
            self._named[turn.statement.id] = passed
            self._note_source(turn, passed.voices)
        return self._named

    def _outer(self, turn: Turn) -> tuple[Entity, ...]:
        """The voices of the statement in whose content this one stands."""
        outer = self._named.get(turn.statement.within or "")
        return outer.voices if outer is not None else ()

    def _unsourced(self, turn: Turn) -> tuple[Entity, ...]:
        if is_spoken_of(self._cast.lexed, turn):
            return ()
        outer = self._by_id.get(turn.statement.within or "")
        return unsourced(self._cast.lexed, self._scene, turn.statement, outer.statement if outer else None)

    def _cited_behind(self, turn: Turn) -> bool:
        """Whether it stands before who is cited for it: in "he said so, according to the clerk" he is not the clerk."""
        outer = self._by_id.get(turn.statement.within or "")
        if outer is None or outer.statement.cue is None or outer.at <= turn.at:
            return False
        return self._cast.lexed.words[self._cast.lexed.within(outer.statement.cue)[0]].low == "according"

    def _possessor(self, turn: Turn) -> tuple[Entity, ...]:
        """Whose a cue is that opens with a possessive pronoun ("its intention to …")."""
        lexed, cue = self._cast.lexed, turn.statement.cue
        at = lexed.within(cue)[0] if cue is not None else len(lexed.words)
        pronoun = lexed.lexicon.possessives.get(lexed.words[at].low, "") if at < len(lexed.words) else ""
        if not pronoun:
            return ()
        kind = lexed.lexicon.pronouns.get(pronoun, "")
        outer = tuple(e for e in self._outer(turn) if kind == "first" or fits(lexed, e, kind))
        if outer or kind in ("first", "second"):
            return outer
        return resolve_pronoun(self._scene, pronoun, at, lexed.words[at].quotation)

    def _source(self, turn: Turn) -> tuple[Entity, ...]:
        lexed = self._cast.lexed
        if turn.at >= turn.last or is_impersonal(lexed, turn):
            return ()
        outer = () if self._cited_behind(turn) else self._outer(turn)
        quoted = lexed.words[turn.at].quotation >= 0
        if outer and not quoted and turn.last - turn.at == 1:
            kind = lexed.lexicon.pronouns.get(lexed.words[turn.at].low, "")
            same = tuple(
                e for e in outer if fits(lexed, e, kind) or (kind == "plural" and (e.plural or len(outer) > 1))
            )
            if same:
                return same
        apposed = self._apposed_before(turn)
        if apposed is not None:
            return (apposed,)
        first, last = self._made_whole(turn)
        own = lexed.lexicon.pronouns.get(lexed.words[turn.at].low) == "first"
        barred = outer if quoted or own else self._spoken_of(turn)
        voices = self._resolver.source(first, last, barred)
        return self._joined_before(turn, voices) if speaks(lexed, turn, voices) else ()

    def _spoken_of(self, turn: Turn) -> tuple[Entity, ...]:
        """Who opens a content that a pronoun's cue breaks in two: "The men, they say, fled" is told of the men."""
        content, source = turn.statement.content, turn.statement.source
        lexed = self._cast.lexed
        if source is None or turn.last - turn.at != 1 or len(content) < 2 or content[0].end > source.start:
            return ()
        first, last = lexed.within(content[0])
        if last - first > _SUBJECT or first >= len(lexed.words) or lexed.words[first].quotation >= 0:
            return ()
        return tuple(m.entity for m in self._scene.mentions[-8:] if first <= m.first < last)

    def _made_whole(self, turn: Turn) -> tuple[int, int]:
        """The words of a source; of one that is only a phrase's start ("the", "Mr", "regional") the whole phrase."""
        at = bisect_right(self._items, turn.at, key=lambda i: i.first) - 1
        if any(_says_who(w) for w in self._cast.lexed.words[turn.at : turn.last]):
            item = self._items[at] if at >= 0 else None
            apposed = item is not None and item.apposed and item.phrase.name is None and item.phrase.last == turn.last
            goes_on = apposed or self._breaks_off(turn, item)
            return (turn.at, item.last) if goes_on and item is not None else (turn.at, turn.last)
        cue = turn.statement.cue
        for item in self._items[max(0, at) : at + 2]:
            reached = item.first <= turn.last and turn.last < item.last and item.last > turn.at
            if reached and (cue is None or not self._cast.lexed.span(item.first, item.last).meets(cue)):
                return turn.at, item.last
        return turn.at, turn.last

    def _apposed_before(self, turn: Turn) -> Entity | None:
        """Whom a source tells more closely that is but the apposition ("Ada Corrow, | the head of the office,")."""
        at = bisect_right(self._items, turn.at, key=lambda i: i.first) - 1
        item = self._items[at] if at >= 0 else None
        if item is None or not item.apposed or not item.first < turn.at < item.last:
            return None
        told_of = self._cast.lexed.span(item.first, turn.at)  # "Mr Roe, | his lawyer | said, is innocent"
        if any(c.meets(told_of) for c in turn.statement.content):
            return None
        return item.entity if self._cast.lexed.words[turn.at - 1].low == "," else None

    def _breaks_off(self, turn: Turn, item: Item | None) -> bool:
        """Whether a source ends amid an item: at a preposition ("the head of"), or between two words of a name."""
        if item is None or not item.first <= turn.at < turn.last < item.last:
            return False
        cue = turn.statement.cue
        if cue is not None and self._cast.lexed.span(turn.last, item.last).meets(cue):
            return False
        final, following = self._cast.lexed.words[turn.last - 1], self._cast.lexed.words[turn.last]
        named = item.phrase.name is not None and item.phrase.name[0] == turn.last and following.upper
        of = following.low == "of" and bool(final.sort & ROLE)  # "his chief | of staff"
        breaks = bool(final.sort & (Sort.PREPOSITION | Sort.DETERMINER)) or (final.upper and following.upper)
        return named or of or breaks

    def _joined_before(self, turn: Turn, voices: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """The voices with those that stand joined before them, where the source's span begins amid a list."""
        at = bisect_left(self._items, turn.at, key=lambda i: i.first)
        if at >= len(self._items) or self._items[at].first >= turn.last or not voices:
            return voices
        first = at
        while first > 0 and self._items[first - 1].group == self._items[at].group:
            first -= 1
        if first < at and self._is_object(self._items[first]):
            return voices  # "declined to invite the officials and | its director | said"
        found: list[Entity] = []
        while at > 0 and self._items[at - 1].group == self._items[at].group:
            at -= 1
            for entity in reversed(self._resolver.item(self._items[at])):
                if all(entity is not e for e in (*found, *voices)):
                    found.append(entity)
        return (*reversed(found), *voices)

    def _is_object(self, item: Item) -> bool:
        """Whether a verb right before an item has it as its object."""
        return item.first > 0 and self._cast.lexed.words[item.first - 1].pos == "VERB"

    def _mentions_until(self, word: int) -> None:
        while self._next < len(self._items) and self._items[self._next].first < word:
            self._mention(self._items[self._next])
            self._next += 1

    def _mention(self, item: Item) -> None:
        lexed, words = self._cast.lexed, self._cast.lexed.words
        here = words[item.first]
        if item.group != self._given_group:
            self._given_group, self._group = item.group, self._scene.new_group()
        if self._resolver.documents.is_document(item.phrase):
            self._resolver.documents.note(item.phrase, here.sentence)
        owner = self._cast.of(*item.phrase.owner) if item.phrase.owner is not None else None
        if owner is not None and item.phrase.owner is not None:
            group = self._scene.new_group()
            self._scene.add(Mention(*item.phrase.owner, owner, here.sentence, here.quotation, group, owner=True))
        inner = _after_preposition(lexed, item.first)
        subject = self._opened != here.sentence and not inner
        if subject and here.quotation == -1:
            self._opened = here.sentence
        for entity in self._resolver.item(item) or (() if inner else self._resolver.bare_name(item)):
            self._scene.add(
                Mention(item.first, item.last, entity, here.sentence, here.quotation, self._group, subject=subject)
            )

    def _note_source(self, turn: Turn, voices: Sequence[Entity]) -> None:
        """A source becomes a mention that speaks; not one within another voice's words, unless that is an outlet."""
        lexed = self._cast.lexed
        if not voices or any(e.kind is not VoiceKind.OUTLET for e in self._outer(turn)):
            return
        at = min(turn.at, len(lexed.words) - 1)
        here = lexed.words[at]
        group = self._scene.new_group()
        mention = [Mention(at, turn.last, e, here.sentence, -1, group, subject=True, source=True) for e in voices]
        place = bisect_left(self._scene.mentions, at + 1, key=lambda m: m.first)
        self._scene.mentions[place:place] = mention


def _says_who(word: Word) -> bool:
    """Whether a word may name a voice by itself, unlike determiners, forms of address and adjectives."""
    if word.upper:
        return not word.sort & (Sort.DETERMINER | Sort.TITLE)
    return bool(word.sort & (NOUN | Sort.PRONOUN | Sort.DOCUMENT))


def _after_preposition(lexed: Lexed, at: int) -> bool:
    before = at - 1
    while before >= 0 and lexed.words[before].sort & Sort.DETERMINER:
        before -= 1
    return before >= 0 and bool(lexed.words[before].sort & Sort.PREPOSITION) and lexed.words[before].low != "that"
