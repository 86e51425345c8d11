"""Name kinds: whether a proper name is a person's, a body's or an outlet's, from the words beside it and the model."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sayso.packs.voice_words import ROLE, Sort
from sayso.reading.analysis import Name
from sayso.reading.voices.lexing import Lexed
from sayso.records import VoiceKind

_SURE = 0.5  # below this the model's word on a name counts for nothing against its shape
_CLEAR = 0.6  # below this one capitalised word that the model takes for a name is as likely a place's


class NameKinds:
    """Tells kinds of names in one article. The pack's nouns beside a name outweigh the model, the model its shape."""

    def __init__(self, lexed: Lexed, names: Sequence[Name], places: frozenset[int] = frozenset()) -> None:
        self._lexed = lexed
        self._names = sorted(names, key=lambda n: (n.start, n.end))
        self._starts = [n.start for n in self._names]
        words = lexed.words
        told = lexed.lexicon.places
        self._places = frozenset(
            words[i].bare for i in lexed.capitals if (i and words[i - 1].low in told) or words[i].start in places
        )

    def of(self, first: int, last: int, noun: str) -> VoiceKind | None:
        """The kind of the name in a range of words, `noun` the head noun before it; None for a place or no name."""
        lexed = self._lexed
        words = lexed.words[first:last]
        sort = lexed.lexicon.sort(noun) if noun else 0
        if sort & (ROLE | Sort.PEOPLE):
            return VoiceKind.PERSON
        if sort & (Sort.BODY | Sort.DOCUMENT):
            return VoiceKind.BODY
        if self._titled(first):
            return VoiceKind.PERSON
        if len(words) > 1 and (words[-1].low in lexed.lexicon.outlets or words[0].low == "radio"):
            return VoiceKind.OUTLET
        if (words[-1].sort & (Sort.BODY | Sort.ENDING) and len(words) > 1) or words[0].sort & Sort.BODY:
            return VoiceKind.BODY
        if words[0].low in lexed.lexicon.given and all(w.upper or w.sort & Sort.PARTICLE for w in words):
            return VoiceKind.PERSON
        model = self.model_kind(first, last)
        if model is not None:
            return {"person": VoiceKind.PERSON, "organisation": VoiceKind.BODY}.get(model)
        if self._names or (len(words) > 1 and all(w.bare.isupper() for w in words)):
            return None  # the model saw names in this article, and none here
        if len(words) == 1:
            return VoiceKind.BODY if words[0].bare.isupper() and len(words[0].bare) in range(2, 7) else None
        return VoiceKind.PERSON if len(words) <= 4 and all(w.low.isalpha() or "-" in w.low for w in words) else None

    def model_kind(self, first: int, last: int, sure: float = _SURE) -> str | None:
        """What the model takes the name for; None where it saw none there, or is less sure."""
        span = self._lexed.span(first, last)
        at = bisect_right(self._starts, span.end - 1) - 1
        best, size = None, 0
        while at >= 0 and self._names[at].end > span.start - 200:
            name = self._names[at]
            shared = min(span.end, name.end) - max(span.start, name.start)
            if shared > size and name.score >= sure:
                best, size = name.kind, shared
            at -= 1
        return best

    def is_name(self, at: int) -> bool:
        """Whether one capitalised word is a person's or body's name: by the model, or by capitals amid a sentence."""
        words = self._lexed.words
        model = self.model_kind(at, at + 1, _CLEAR)
        if model is not None:
            return model in ("person", "organisation")
        if words[at].bare in self._places:
            return False
        beside = at + 2 < len(words) and words[at + 1].low == "and" and words[at + 2].upper
        return words[at].upper and (words[at].bare in self._lexed.inside or beside) and at not in self._lexed.known

    def is_place(self, at: int) -> bool:
        """Whether the article has a capitalised word as a place's name, here or elsewhere."""
        return self._lexed.words[at].bare in self._places

    def clipped(self, first: int, last: int) -> tuple[int, int]:
        """A run of capitals cut down to the person's name that the model saw in it (a headline set in capitals)."""
        words = self._lexed.words
        span = self._lexed.span(first, last)
        at = bisect_right(self._starts, span.end - 1) - 1
        while at >= 0 and self._names[at].start >= span.start:
            name = self._names[at]
            if name.kind == "person" and name.score >= _SURE and name.end <= span.end:
                inside = [i for i in range(first, last) if words[i].start < name.end and words[i].end > name.start]
                return (inside[0], inside[-1] + 1) if inside else (first, last)
            at -= 1
        return first, last

    def whole(self, first: int, last: int) -> bool:
        """Whether a body's name runs on through its complement ("Supreme Court of Norland")."""
        words = self._lexed.words
        return any(w.sort & (Sort.BODY | Sort.ENDING) and w.upper for w in words[first:last]) and words[last - 1].upper

    def nouns_in(self, first: int, last: int) -> list[str]:
        """Head nouns that a body's own name holds ("Hestvik Courier" has none, "Bank Lorne" is a bank)."""
        lexicon = self._lexed.lexicon
        return [w.low for w in self._lexed.words[first:last] if w.sort & Sort.BODY or lexicon.sort(w.low) & Sort.BODY]

    def _titled(self, first: int) -> bool:
        """Whether a title or rank stands right before the name."""
        at = first - 1
        while at >= 0 and self._lexed.words[at].low == ".":
            at -= 1
        return at >= 0 and bool(self._lexed.words[at].sort & (Sort.TITLE | Sort.RANK | Sort.OFFICE))
