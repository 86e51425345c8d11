"""An article's words by what they do in time expressions: each word one character, so that patterns run over words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.packs.times import TimeWords
from sayso.records import Span

_TOKEN = re.compile(
    r"""
    (?P<q>[Qq][1-4]\b)
  | (?P<word>[^\W0-9_]+(?:['’]clock\b)?)
  | (?P<iso>[0-9]{4}(?P<cut>[-/])[0-9][0-9](?P=cut)[0-9][0-9]
      (?:[T ][0-9][0-9]:[0-9][0-9](?::[0-9][0-9](?:\.[0-9]+)?)?(?:Z|[+-][0-9][0-9]:?[0-9][0-9])?)?(?![\w-]))
  | (?P<numeric>[0-9]{1,2}(?P<sep>[/.])[0-9]{1,2}(?P=sep)[0-9]{2,4}(?!\w))
  | (?P<clock>[0-9]{1,2}(?:[:.][0-9][0-9])?[ \u00a0\u202f]?[aApP]\.?[ ]?[mM]\b\.?)
  | (?P<clock24>[0-9]{1,2}:[0-9][0-9](?::[0-9][0-9])?(?![0-9:])|[0-9]{4}(?=\s?(?:GMT|UTC|hours\b|hrs\b)))
  | (?P<decade>(?:[0-9]{2,3}0|['’]?[0-9]0)s\b
      |(?:(?<=[Tt]he[ ])|(?<=early[ ])|(?<=late[ ])|(?<=mid-))['’]?[0-9]{0,3}0['’]s\b)
  | (?P<short>['’][0-9][0-9](?!\w))
  | (?P<ordinal>[0-9]{1,3}(?:st|nd|rd|th)\b)
  | (?P<number>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+|[ -]1/2(?![\w/]))?)
  | (?P<poss>['’]s?(?!\w))
  | (?P<mark>[^\s\w])
  | _+
    """,
    re.VERBOSE,
)
_HALF = re.compile(r"[ -]1/2$")
_MARKS = {"COMMA": ",", "DASH": "-–—‐‑−", "LPAR": "([", "RPAR": ")]", "STOP": ".;:!?…", "MONEY": "$€£¥₽₴#"}
_SHAPED = {"iso": "ISO", "numeric": "NUMERIC", "clock": "CLOCK", "clock24": "CLOCK24", "decade": "DECADE"}
_SHAPED |= {"short": "SHORTYEAR", "ordinal": "ORDDIGIT", "q": "QSHORT", "poss": "POSS"}
_YEARS = range(1000, 2200)  # a four-digit number outside is a count


@dataclass(slots=True)
class Words:
    """Words in text order: where each begins and ends, its value, or itself where it has none, and all classes."""

    starts: list[int]
    ends: list[int]
    said: list[str]
    classes: str

    def span(self, first: int, end: int) -> Span:
        """The span of the words from `first` up to `end`."""
        return Span(self.starts[first], self.ends[end - 1])


class Classifier:
    """Gives each word its class and value, after one pack, in one pass over a text."""

    def __init__(self, pack: TimeWords) -> None:
        symbol = pack.symbols
        self._lexicon = pack.lexicon
        self._shapes = {group: symbol[name] for group, name in _SHAPED.items()}
        self._marks = {char: symbol[name] for name, chars in _MARKS.items() for char in chars}
        self._word, self._name, self._end = symbol["WORD"], symbol["NAME"], symbol["END"]
        self._day, self._year, self._big = symbol["DAY"], symbol["YEAR"], symbol["BIG"]

    def read(self, text: str, span: Span) -> Words:
        """The words of one stretch of text."""
        starts: list[int] = []
        ends: list[int] = []
        told: list[str] = []
        classes: list[str] = []
        plain, special, marks = self._lexicon.plain, self._lexicon.special, self._marks
        values = self._lexicon.values
        done = span.start
        for m in _TOKEN.finditer(text, span.start, span.end):
            start, end = m.span()
            if start < done:
                continue
            group, said = m.lastgroup, m[0]
            if group == "word" and said not in special:
                symbol = plain.get(said) or (self._name if said[0].isupper() else self._word)
                said = values.get(said, said)
            elif group == "mark":
                symbol = marks.get(said, self._word)
            elif group is None:
                continue
            else:
                symbol, said, end = self._classify(m, text, span.end)
                done = end
            starts.append(start)
            ends.append(end)
            told.append(said)
            classes.append(symbol)
        return Words(starts, ends, told, "".join(classes) + self._end)

    def _classify(self, m: re.Match[str], text: str, limit: int) -> tuple[str, str, int]:
        group, said, end = m.lastgroup, m.group(), m.end()
        if group == "word":
            low = said.lower()
            for phrase in self._lexicon.phrases.get(low, ()):
                whole = phrase.pattern.match(text, m.start(), limit)
                if whole:
                    return phrase.symbol, phrase.value, whole.end()
            known = self._lexicon.words.get(low)
            if known is None or (known.capital and not said[0].isupper()):
                return (self._name if said[0].isupper() else self._word), said, end
            if low in self._lexicon.abbreviations and text.startswith(".", end, limit):
                end += 1
            return known.symbol, known.value or low, end
        if group == "number":
            return self._number(said), _HALF.sub(".5", said), end
        return self._shapes[group or "q"], said, end

    def _number(self, said: str) -> str:
        if len(said) <= 2 and 1 <= int(said) <= 31:
            return self._day
        return self._year if len(said) == 4 and said.isdecimal() and int(said) in _YEARS else self._big
