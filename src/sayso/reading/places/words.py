"""A stretch of an article as words: where each stands, its key for the gazetteer, and what joins it to the next."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.packs.toponyms import fold
from sayso.reading.draft import Draft, Paragraph
from sayso.records import Span

# Names are resolved with the names around them; beyond this many characters that is no longer one context, and an
# article of ten megabytes stays linear.
_STRETCH = 20_000
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’ʼʹ‘`][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’‘`][sS]$")
_JOINS = re.compile(r"[ \u00a0]{1,2}|\r?\n|[-‐‑–]|\. ")
_SHORTENED = frozenset({"St", "Ste", "Mt", "Ft"})


class Word(NamedTuple):
    """A word: `opens` where it begins a sentence, `joined` where the next word may belong to the same name."""

    start: int
    end: int
    text: str
    key: str
    capital: bool
    opens: bool
    joined: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Paragraphs read together, and their words."""

    text: str
    span: Span
    words: Sequence[Word]

    def gap(self, at: int) -> str:
        """What stands between word `at` and the next; a line break where there is none."""
        if not 0 <= at < len(self.words) - 1:
            return "\n"
        return self.text[self.words[at].end : self.words[at + 1].start]


def stretches(draft: Draft) -> Iterator[Stretch]:
    """The article's own words in order, whole paragraphs together up to a length."""
    group: list[Paragraph] = []
    for paragraph in draft.paragraphs:
        if group and paragraph.span.end - group[0].span.start > _STRETCH:
            yield from _cut(draft, group)
            group = []
        group.append(paragraph)
    if group:
        yield from _cut(draft, group)


def _cut(draft: Draft, group: Sequence[Paragraph]) -> Iterator[Stretch]:
    """One stretch of the group; several where a single paragraph is too long for one."""
    span = Span(group[0].span.start, group[-1].span.end)
    spans = [p.span for p in group]
    if span.end - span.start > 2 * _STRETCH:
        spans = [Span(at, min(at + _STRETCH, s.end)) for s in spans for at in range(s.start, s.end, _STRETCH)]
        for one in spans:
            yield Stretch(draft.text, one, _words(draft, [one]))
    else:
        yield Stretch(draft.text, span, _words(draft, spans))


def _words(draft: Draft, spans: Sequence[Span]) -> list[Word]:
    """The words of the spans. Small words get a key only where they may stand in a name; the others need none."""
    text, sentences, places = draft.text, draft.sentences, draft.parts.packs.places
    found: list[Word] = []
    keys: dict[str, str] = {}
    start = -1  # of the word read last, which waits for what follows it
    end, said, key, capital, opens = 0, "", "", False, False
    for span in spans:
        at, due = bisect_left(sentences, Span(span.start, 0)), True
        for match in _WORD.finditer(text, span.start, span.end):
            here = match.start()
            if start >= 0:
                found.append(Word(start, end, said, key, capital, opens, _joined(text, end, here, said)))
            start, end = here, match.end()
            opens, due = due, False
            while at < len(sentences) and sentences[at].start <= start:
                at, opens = at + 1, True
            said = match.group()
            if said[-1] in "sS" and len(said) > 2 and _POSSESSIVE.search(said):
                said, end = said[:-2], end - 2
            capital, key = said[0].isupper(), ""
            if capital or said in places.inner or said in places.articles:
                key = keys.get(said, "")
                if not key:
                    key = keys[said] = fold(said)
    if start >= 0:
        found.append(Word(start, end, said, key, capital, opens, False))
    return found


def _joined(text: str, end: int, start: int, said: str) -> bool:
    """Whether a word that ends here and the next, which starts there, may belong to one name."""
    between = text[end:start]
    if between == " ":
        return True
    if len(between) > 2 or not _JOINS.fullmatch(between):
        return False
    return between != ". " or said in _SHORTENED
