"""An article's words with what the packs know of each: the ground on which phrases and mentions are found."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any, NamedTuple

from sayso.packs.voice_words import NOUN, Sort, VoiceWords
from sayso.packs.world import Known, Use, World
from sayso.reading.draft import Draft, Quotation
from sayso.records import Span

_INITIALS = r"(?:[^\W\d_]\.){2,8}"
_NUMBER = r"\d{1,30}(?:[.,]\d{1,30}){0,9}(?![^\W_])"
_CLITIC = r"['’](?:[sS]|m|d|ll|re|ve)(?![^\W_])"
_JOINED = rf"[^\W_]{{1,60}}(?:(?!{_CLITIC})[-‑'’/&][^\W_]{{1,60}}){{0,8}}"
_WORD = re.compile(rf"{_INITIALS}|{_NUMBER}|{_JOINED}|{_CLITIC}|[^\w\s]|_")
_DASHES = frozenset(("-", "–", "—", "―"))
# Behind a role and its complement ("adviser to the president Ada Corrow") even a doubtful name is one.
_SURE = 0.4
_POSSESSIVE = ("'s", "’s")
_CLITICS = frozenset((*_POSSESSIVE, "'", "’"))
_BRACKETS = {"(": ")", "[": "]"}


class Word(NamedTuple):
    """A word or mark: its span, the word bare of accents, in lower case, what it may be, whether it has a capital.

    `pos` is the model's part of speech, empty where it gives none.
    """

    start: int
    end: int
    bare: str
    low: str
    sort: int
    upper: bool
    sentence: int
    quotation: int
    pos: str


@dataclass(slots=True)
class Lexed:
    """The words of an article's sentences; `known` has the known names by the index of their first word, `persons` the
    first words of what the model takes for persons' names by the index behind their last, `named` those first words,
    `capitals` the words with a capital."""

    text: str
    words: Sequence[Word]
    world: World
    lexicon: VoiceWords
    starts: Sequence[int]
    bares: Sequence[str]
    sentences: Sequence[int]
    capitals: Sequence[int]
    headlines: Sequence[Span] = ()
    adjectives: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    known: dict[int, tuple[Known, int]] = field(default_factory=dict)
    persons: Mapping[int, int] = field(default_factory=dict)
    named: frozenset[int] = frozenset()

    def within(self, span: Span) -> tuple[int, int]:
        """The range of words that a span holds at least the start of."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def span(self, first: int, last: int) -> Span:
        """The span of a range of words."""
        return Span(self.words[first].start, self.words[last - 1].end)

    def shown(self, first: int, last: int) -> str:
        """The words of a range as the text writes them, line breaks as blanks."""
        shown = self.text[self.words[first].start : self.words[last - 1].end]
        return shown if last - first == 1 else " ".join(shown.split())

    def sentence_range(self, sentence: int) -> tuple[int, int]:
        """The range of words of a sentence."""
        after = self.sentences[sentence + 1] if sentence + 1 < len(self.sentences) else len(self.words)
        return self.sentences[sentence], after

    def phrase_at(self, at: int, end: int) -> int:
        """How many words the longest noun phrase of the lexicon has that begins at `at` ("prime minister": 2)."""
        if not self.words[at].sort & Sort.OPENS:
            return 1
        longest = self.lexicon.longest[self.words[at].low]
        for length in range(min(longest, end - at), 1, -1):
            if " ".join(w.low for w in self.words[at : at + length]) in self.lexicon.sorts:
                return length
        return 1

    def low(self, first: int, last: int) -> str:
        """The words of a range in lower case, one blank between."""
        if last - first == 1:
            return self.words[first].low
        return " ".join([w.low for w in self.words[first:last]])

    def headline_at(self, at: int) -> bool:
        """Whether a word stands in a headline."""
        start = self.words[at].start
        return any(h.start <= start < h.end for h in self.headlines)


def lex(draft: Draft) -> Lexed:
    """The article's words, sentence by sentence, with quotations numbered (-1 outside)."""
    world, lexicon = draft.parts.packs.world, draft.parts.packs.voice_words
    sentences = draft.sentences or (Span(0, len(draft.text)),)
    columns = _columns(draft, sentences)
    # Built without `Word`'s own constructor, which costs more than all else here.
    found = list(map(tuple.__new__, repeat(Word), zip(*columns[1:], strict=True)))
    opens = columns[0]
    lexed = Lexed(
        text=draft.text,
        words=found,
        world=world,
        lexicon=lexicon,
        starts=columns[1],
        bares=columns[3],
        sentences=opens,
        capitals=[i for i, w in enumerate(found) if w.upper],
        headlines=[p.span for p in draft.paragraphs if p.headline],
    )
    lexed.known = dict(_known_names(lexed))
    seen = (lexed.within(Span(n.start, n.end)) for n in draft.analysis.names if n.kind == "person" and n.score >= _SURE)
    lexed.persons = {last: first for first, last in seen}
    lexed.named = frozenset(lexed.persons.values())
    lexed.adjectives = _adjectives(lexed)
    opening = set(opens)
    lexed.inside = frozenset(
        found[i].bare for i in lexed.capitals if i not in opening and found[i - 1].low[:1].isalnum()
    )
    return lexed


def _columns(draft: Draft, sentences: Sequence[Span]) -> list[list[Any]]:
    """Where each sentence opens, then the fields of `Word`, each for all words of the article."""
    text, bare, sorts = draft.text, draft.parts.packs.world.folding.bare, draft.parts.packs.voice_words.alone
    opens: list[int] = []
    numbers: list[int] = []
    spans: list[tuple[int, int]] = []
    for number, sentence in enumerate(sentences):
        opens.append(len(spans))
        spans += [m.span() for m in _WORD.finditer(text, sentence.start, sentence.end)]
        numbers += [number] * (len(spans) - opens[-1])
    starts, ends = [a for a, _ in spans], [b for _, b in spans]
    bares = [text[a:b] for a, b in spans]
    if not text.isascii():
        bares = [w if w.isascii() else bare(w) for w in bares]
    openings = draft.parts.packs.world.openings
    lows = [w.lower() if not w.isupper() or w not in openings else _lower(w, sorts) for w in bares]
    tagged = {token.start: token.pos for token in draft.analysis.tokens if token.pos}
    return [
        opens,
        starts,
        ends,
        bares,
        lows,
        [sorts.get(w, 0) if w[:1].isalnum() else sorts.get(w, 0) | _mark(w) for w in lows],
        [w[:1].isupper() for w in bares],
        numbers,
        _quotations(draft.quotations, starts),
        [tagged.get(start, "") for start in starts],
    ]


def _lower(name: str, sorts: Mapping[str, int]) -> str:
    """A known name of capitals in lower case; as it is where it would be a pronoun ("US")."""
    low = name.lower()
    return name if sorts.get(low, 0) & Sort.PRONOUN and len(name) > 1 else low


def _mark(low: str) -> int:
    """What a word that opens with no letter or figure is beside what the pack knows of it."""
    return (Sort.CLITIC if low in _CLITICS else 0) | (0 if low.startswith(_POSSESSIVE) else Sort.MARK)


def _quotations(quotations: Sequence[Quotation], starts: Sequence[int]) -> list[int]:
    """The number of the quotation each word stands in, -1 outside any."""
    found = [-1] * len(starts)
    for number, quotation in enumerate(quotations):
        first, last = bisect_left(starts, quotation.inner.start), bisect_left(starts, quotation.inner.end)
        found[first:last] = [number] * (last - first)
    return found


def _known_names(lexed: Lexed) -> list[tuple[int, tuple[Known, int]]]:
    found: list[tuple[int, tuple[Known, int]]] = []
    at, words, openings = 0, lexed.words, lexed.world.openings
    while at < len(words):
        match = lexed.world.match(lexed.bares, at) if words[at].bare in openings else None
        if match is None or _goes_on(lexed, at, match):
            at += 1
            continue
        found.append((at, match))
        at += match[1]
    return found


def _goes_on(lexed: Lexed, at: int, match: tuple[Known, int]) -> bool:
    """Whether "the Australian" or "the Times" is no outlet here, since a name or noun goes on from it."""
    after = at + match[1]
    if match[0].use is not Use.OUTLET or lexed.words[at].low != "the" or after >= len(lexed.words):
        return False
    word = lexed.words[after]
    goes_on = word.upper or bool(word.sort & NOUN) or (word.pos in ("ADJ", "NOUN") and not word.sort & Sort.STOP)
    return word.start == lexed.words[after - 1].end + 1 and goes_on


def _adjectives(lexed: Lexed) -> frozenset[str]:
    """Adjectives of states that no pack knows: the article has the state's name, or puts a determiner before it."""
    words, lexicon = lexed.words, lexed.lexicon
    capitalised = frozenset(words[i].bare for i in lexed.capitals)
    found: set[str] = set(lexicon.affiliations & capitalised)
    found |= {w for w in capitalised if "-" in w and w.rpartition("-")[2][:1].islower()}  # "Norland-backed"
    for word in capitalised:
        if (
            len(word) < 6
            or word.lower() in lexicon.given
            or word in lexed.world.openings
            or word.lower() in lexicon.sorts
        ):
            continue
        for ending, other in lexicon.derived:
            if other and word.endswith(other) and len(other) > 1 and word.removesuffix(other) + ending in capitalised:
                found.add(word)
    trusted = lexicon.derived[0][1]
    for i in lexed.capitals:
        word = words[i].bare
        if i and len(word) > 5 and word.endswith(trusted) and words[i - 1].sort & Sort.DETERMINER:
            found.add(word)
    return frozenset(found)


def is_dash(word: Word) -> bool:
    """Whether a mark is a dash, as it sets off an apposition."""
    return word.low in _DASHES


def is_mark(word: Word) -> bool:
    """Whether this is a mark, not a word or number."""
    return word.sort & Sort.MARK != 0


def closing(word: Word) -> str | None:
    """The bracket that closes the one given; None for anything else."""
    return _BRACKETS.get(word.low)
