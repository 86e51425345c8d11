"""Attributions that the model reads twice: one attribution must make one statement.

Cues within cues ("said in a statement that"), a word beside the cue taken for another ("now claims"), a relative clause
that attributes the same once more ("issued a statement which reiterated"), a medium taken for a cue ("In a statement
on Friday, the ministry said"): of such pairs one is dropped, and what stood within it moves up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.packs.attribution import Attribution as CueWords
from sayso.packs.english import English
from sayso.records import Span, hull

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Two contents are one when they share nearly all words: edges differ by a "that" or a date.
_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class Roles:
    """An attribution on its way to a statement; `order` is its index among the model's, `parent` another's."""

    order: int
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    parent: int | None
    score: float


def without_doubles(text: str, found: Sequence[Roles], english: English, cues: CueWords) -> list[Roles]:
    """The attributions, each once, in the order given."""
    kept = {f.order: _tidied(text, f, english, cues) for f in found}
    for given in found:
        inner = kept.get(given.order)
        if inner is None:
            continue
        outer = kept.get(inner.parent) if inner.parent is not None else None
        if outer is None:
            continue
        if _is_phantom(text, outer, inner, english):
            kept[inner.order] = replace(inner, cue=_joined_cue(text, outer, inner), parent=outer.parent)
            _drop(kept, outer)
    for order in [f.order for f in found]:
        if order in kept:
            _drop_twins(text, kept, kept[order], english)
    return [_within_content(kept, f) for f in kept.values()]


def _tidied(text: str, given: Roles, english: English, cues: CueWords) -> Roles:
    """A relative clause on the source is no content; a verb of saying that "appeared to" opens belongs to the cue."""
    content = given.content
    if given.source is not None and len(content) > 1:
        kept = tuple(c for c in content if not _hangs_on(text, given.source, c, english))
        content = kept or content
    if len(content) > 1:
        content = tuple(c for c in content if not _is_relative(text, c, english)) or content
    given = replace(given, cue=_whole_words(text, given.cue, content[0], english), content=content)
    first = _WORD.search(text, content[0].start, content[0].end)
    if given.cue is None or first is None or not text[given.cue.start : given.cue.end].lower().endswith(" to"):
        return given
    rest = Span(first.end(), content[0].end)
    if first.start() < given.cue.end or text[given.cue.end : first.start()].strip() or not _says(cues, first.group()):
        return given
    if any(_says(cues, m.group()) for m in _WORD.finditer(text, *given.cue)):
        return given  # "has promised to": the cue says what it does already
    if not _WORD.search(text, *rest):
        return given
    start = rest.start + len(text[rest.start : rest.end]) - len(text[rest.start : rest.end].lstrip())
    return replace(given, cue=Span(given.cue.start, first.end()), content=(Span(start, rest.end), *content[1:]))


def _whole_words(text: str, cue: Span | None, content: Span, english: English) -> Span | None:
    """The cue without the small words of a phrase that it breaks off in ("said in an | address to officials")."""
    if cue is None or 0 <= content.start - cue.end <= 2:
        return cue
    words = [Span(*m.span()) for m in _WORD.finditer(text, *cue)]
    while len(words) > 1 and words[-1].of(text).lower() in english.determiners:
        words.pop()
    if len(words) > 1 and words[-1].of(text).lower() in english.prepositions:
        words.pop()
    return cue if not words or words[-1].end == cue.end else Span(cue.start, words[-1].end)


def _is_relative(text: str, content: Span, english: English) -> bool:
    """Whether it is but the word that a relative clause hangs on: "which the Citadel insists has failed"."""
    words = [m.group().lower() for m in _WORD.finditer(text, *content)]
    return len(words) <= 2 and words[-1] in english.relatives


def _says(cues: CueWords, word: str) -> bool:
    """Whether the word alone does something as a cue."""
    hit = cues.cues.at([word.lower()], 0)
    return hit is not None and not hit.value.light


def _hangs_on(text: str, source: Span, content: Span, english: English) -> bool:
    between = text[source.end : content.start] if 0 <= content.start - source.end <= 3 else "far"
    opening = _WORD.match(text, content.start)
    return not between.strip(", ") and opening is not None and opening.group().lower() in english.relatives


def _is_phantom(text: str, outer: Roles, inner: Roles, english: English) -> bool:
    """Whether the outer one only repeats the inner: the same mention speaks in both, or nobody speaks in the outer and
    its cue names but a medium."""
    if inner.source is None or inner.cue is None or not outer.content:
        return False
    if outer.source is not None:
        return outer.source.meets(inner.source)
    opening = _WORD.match(text, outer.cue.start) if outer.cue is not None else None
    if opening is None or opening.group().lower() not in english.prepositions:
        return False
    own = (inner.source, inner.cue, *inner.content)
    spare = [
        m for c in outer.content for m in _WORD.finditer(text, *c) if not any(s.start <= m.start() < s.end for s in own)
    ]
    return len(spare) <= 2


def _joined_cue(text: str, outer: Roles, inner: Roles) -> Span | None:
    """The inner cue, with the outer one where it stands right before it and is no part of the source."""
    if outer.cue is None or inner.cue is None or inner.source is None or outer.cue.meets(inner.source):
        return inner.cue
    apart = text[outer.cue.end : inner.cue.start] if 0 <= inner.cue.start - outer.cue.end <= 2 else "far"
    return inner.cue if apart.strip() else hull((outer.cue, inner.cue))


def _drop_twins(text: str, kept: dict[int, Roles], given: Roles, english: English) -> None:
    """Drops the weaker of two that attribute the same words in one breath: without a source, or "which"."""
    for other in [kept[o] for o in sorted(kept) if abs(o - given.order) <= 2 and o != given.order]:
        if _alike(text, given.content, other.content) and _names(text, other.source, english) and given.order in kept:
            weak = not _names(text, given.source, english)
            if weak or (given.source is not None and other.source is not None and given.source.meets(other.source)):
                loser = given if weak or given.score < other.score else other
                _drop(kept, loser)


def _names(text: str, source: Span | None, english: English) -> bool:
    return source is not None and source.of(text).lower() not in english.relatives


def _alike(text: str, a: Sequence[Span], b: Sequence[Span]) -> bool:
    here, there = ({m.start() for s in spans for m in _WORD.finditer(text, *s)} for spans in (a, b))
    return len(here & there) >= _ALIKE * len(here | there)


def _drop(kept: dict[int, Roles], given: Roles) -> None:
    if kept.pop(given.order, None) is None:
        return
    for order, other in kept.items():
        if other.parent == given.order:
            kept[order] = replace(other, parent=given.parent if given.parent != order else None)


def _within_content(kept: dict[int, Roles], given: Roles) -> Roles:
    """Nested only where the cue, or the content, does stand in the content of the one around it."""
    outer = kept.get(given.parent) if given.parent is not None else None
    inner = given.cue or given.content[0]
    if outer is not None and outer.order != given.order and any(c.holds(inner) for c in outer.content):
        return given
    return replace(given, parent=None)
