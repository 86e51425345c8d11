"""One time expression as it was found, and what it turns out to mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.packs.times import TimeWords
from sayso.reading.times.moments import Moment
from sayso.reading.times.setting import Setting
from sayso.reading.times.words import Words
from sayso.records import TimeType

# How far the verb that decides a direction may stand: about a clause before, half of one after.
_BEFORE, _AFTER = 14, 8
_CLOSING = frozenset("\"”'’»")


@dataclass(frozen=True, slots=True)
class Sense:
    """What an expression means. `moment` is what the narrative moves to; `first` and `end` narrow the words that
    the expression takes, where they are fewer than were found."""

    type: TimeType
    value: str
    edtf: str | None = None
    chosen: bool = False
    moment: Moment | None = None
    first: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What expressions are found in: the words of a paragraph, the text, the setting, and the language's words."""

    words: Words
    text: str
    setting: Setting
    pack: TimeWords


@dataclass(frozen=True, slots=True)
class Clue:
    """An expression found by its looks: its kind, and its parts in the classes of the frame's words."""

    kind: str
    match: re.Match[str]
    frame: Frame

    @property
    def words(self) -> Words:
        """The words of the paragraph."""
        return self.frame.words

    @property
    def setting(self) -> Setting:
        """What the expression is read against."""
        return self.frame.setting

    @property
    def first(self) -> int:
        """The first word."""
        return self.match.start()

    @property
    def end(self) -> int:
        """The word after the last."""
        return self.match.end()

    def has(self, name: str) -> bool:
        """Whether the expression has such a part."""
        return bool(self.match.re.groupindex.get(name)) and self.match.start(name) >= 0

    def part(self, name: str) -> str:
        """What a part says, its words' values joined by blanks; empty where there is none."""
        if not self.has(name):
            return ""
        return " ".join(self.words.said[self.match.start(name) : self.match.end(name)])

    def symbol(self, index: int) -> str:
        """The class of a word of the paragraph; empty outside it."""
        return self.words.classes[index] if 0 <= index < len(self.words.said) else ""

    def said(self, index: int) -> str:
        """A word of the paragraph as it stands in the text; empty outside it."""
        if not 0 <= index < len(self.words.said):
            return ""
        return self.frame.text[self.words.starts[index] : self.words.ends[index]]

    def is_a(self, index: int, *classes: str) -> bool:
        """Whether the word at that place is of one of these classes."""
        symbol = self.symbol(index)
        return bool(symbol) and any(self.frame.pack.symbols[c] == symbol for c in classes)

    def ends_range(self, name: str) -> bool:
        """Whether the expression is the end of a range whose start is of a class: "from Monday through Friday"."""
        between = self.is_a(self.first - 1, "TO", "UNTIL", "DASH") or self.said(self.first - 1) == "through"
        return between and self.is_a(self.first - 2, name)

    def direction(self) -> int:
        """1 where the verbs near look ahead, 2 where without a doubt, -1 where they look back, 0 where none says."""
        if any(self.before(count) in self.frame.pack.tense.not_before for count in (1, 2, 3)):
            return 2
        if self.end < len(self.words.said) and self._tense(self.end) < 0:  # "the envoy on Tuesday said"
            return -1
        for index in range(self.first - 1, max(-1, self.first - 1 - _BEFORE), -1):
            if self.ends_sentence(index):
                break
            found = self._tense(index)
            if found:
                return -1 if found > 0 and self._is_pluperfect(index) else found
        leads = self.first < 2 or self.is_a(self.first - 2, "STOP")  # "On Tuesday, the council of … will"
        for index in range(self.end, min(len(self.words.said), self.end + (_BEFORE if leads else _AFTER))):
            if self.ends_sentence(index):
                break
            found = self._tense(index)
            if found:
                return found
        return 0

    def _is_pluperfect(self, index: int) -> bool:
        """Whether what looks ahead is told as past: "had been scheduled to expire", "until Thursday, they had not"."""
        told = [*range(max(0, index - 5), index)]
        if self.is_a(index, "UNTIL") and index == self.first - 1:
            told = [*range(max(0, index - _BEFORE), index), *range(self.end, min(len(self.words.said), self.end + 4))]
        return any(self.said(i).lower() == "had" for i in told)

    def ends_sentence(self, index: int) -> bool:
        """Whether a stop stands there that belongs to no short form ("U.S.", "Mr.")."""
        if not self.is_a(index, "STOP"):
            return False
        before = self.said(index - 1)
        short = len(before) == 1 or before.lower() in self.frame.pack.shortened
        return not (short and before.isalpha() and self.said(index) == ".")

    def before(self, count: int) -> str:
        """So many words before the expression, in lower case."""
        return " ".join(self.said(i).lower() for i in range(self.first - count, self.first))

    def _tense(self, index: int) -> int:
        said = self.words.said[index].lower()
        tense = self.frame.pack.tense
        if said in tense.future:
            if said in tense.surely_future:
                return 2
            if said == "plans" and self.said(index + 1) not in ("to", "on"):
                return 0  # "its plans for the port"
            return 1 if said != "to" else self._infinitive(index)
        if said in tense.past or (said.endswith("ed") and self._is_verb(index)):
            return 0 if index and self.words.said[index - 1] in tense.bare else -1
        return 0

    def _is_verb(self, index: int) -> bool:
        """Whether a word on "-ed" may be a verb: no name, and no adjective after an article ("a wanted man")."""
        if self.is_a(index, "NAME"):
            return index == 0 or self.is_a(index - 1, "STOP")  # "Asked on Monday"
        adverb = self.said(index - 1).endswith("ly") or self.said(index - 1) in ("still", "yet")
        article = index - (2 if adverb else 1)  # "a wanted man", "a still unspecified date"
        return self.is_a(index, "WORD") and not (self.is_a(article, "A", "THE") and self.is_a(index + 1, "WORD"))

    def _infinitive(self, index: int) -> int:
        """Where a verb with "to" looks: back after one that tells that it happened, else ahead."""
        verb = self.said(index + 1)
        plural = verb.endswith("s") and not verb.endswith(("ss", "us"))  # "to citizens"
        if plural or verb in self.frame.pack.tense.nouns or not self.is_a(index + 1, "WORD"):
            return 0
        told = index - (3 if self.said(index - 2) == "for" else 1)  # "difficult for Velm to meet demand"
        return -1 if self.said(told).lower() in self.frame.pack.tense.done else 1

    def is_title(self) -> bool:
        """Whether a capital makes the last word part of a name in quotation marks (“60 Minutes”, “This Week,”)."""
        last = self.said(self.end - 1)
        quoted = self.said(self.end)[:1] in _CLOSING or self.said(self.end + 1)[:1] in _CLOSING
        return last[:1].isupper() and not last.isupper() and quoted

    def is_named(self) -> bool:
        """Whether a capital after a word without one makes the last word part of a name ("Teacher of the Year")."""
        last, before = self.said(self.end - 1), self.said(self.end - 2)
        return last[:1].isupper() and before[:1].isalpha() and (before.islower() or last.isupper() == before.isupper())

    def dated(self, moment: Moment, *, chosen: bool = False, around: bool = False) -> Sense:
        """A sense that is a stretch of the calendar: a time where it has a time of day, else a date."""
        if moment.year is not None and not -9999 < moment.year <= 9999:  # beyond what either notation can write
            return Sense(TimeType.DATE, "XXXX")
        edtf = moment.edtf
        if edtf and around and "/" not in edtf:
            edtf += "~"
        kind = TimeType.TIME if moment.clock else TimeType.DATE
        return Sense(kind, moment.timeml, edtf, chosen and edtf is not None, moment)

    def repeated(self, value: str) -> Sense:
        """A sense that is a set."""
        return Sense(TimeType.SET, value)

    def unresolved(self, moment: Moment) -> Sense:
        """A sense whose year is unknown."""
        return Sense(TimeType.TIME if moment.clock else TimeType.DATE, moment.timeml)
