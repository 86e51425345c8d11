"""Which language a text is in, by its script, letters and function words; none where there is too little to tell.

A closed table rather than a statistical library: nothing to load (the libraries tried took 0.3 to 1.3 s to start),
the same answer on every machine, and in doubt no answer. "und" (BCP 47: undetermined) says that it is surely not
English, in a language that the table does not hold.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from sayso.packs.furniture import Languages

_SAMPLE = 3_000  # characters; 500 words told all of 3,911 articles of two crawls the same as 2,000
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_FEWEST_LETTERS = 20
_FEWEST_WORDS = 12
_LEAST_SHARE = 0.10  # of function words, weighed; below it lists of names and numbers would be told a language
_LEAD = 1.25  # over the second best
_FEWEST_DIFFERENT = 4  # function words, for another language than English: "man" and "in" alone are no German


class LanguageTest:
    """Tells languages apart; built once per pack."""

    def __init__(self, languages: Languages) -> None:
        held: dict[str, list[str]] = {}
        for tag, listed in languages.words.items():
            for word in dict.fromkeys(listed):
                held.setdefault(word, []).append(tag)
        self._holders = {word: tuple(tags) for word, tags in held.items()}
        self._letters = languages.letters
        self._scripts = languages.scripts

    def tell(self, text: str) -> str | None:
        """The BCP 47 tag of the text's language, "und" for one that is surely not English, none where it is open."""
        sample = text[:_SAMPLE]
        script = self._script(sample)
        if script == "Latin":
            return self._by_words(_WORD.findall(sample.replace("’", "'").casefold()))
        if script == "Cyrillic":
            return self._by_letters(sample, ("be", "uk", "sr", "ru", "bg"))
        if script == "Arabic":
            return self._by_letters(sample, ("ur", "fa")) or self._scripts["Arabic"]
        return None if script is None else self._scripts.get(script, "und")

    def _script(self, sample: str) -> str | None:
        """The script of most letters."""
        if sum(map(str.isalpha, sample[:2000])) < _FEWEST_LETTERS:
            return None
        if sample.isascii():
            return "Latin"
        others = Counter(c for c in sample if c > "\x7f")
        letters = {c: n for c, n in others.items() if c.isalpha()}
        if sum(letters.values()) * 4 < len(sample):
            return "Latin"
        scripts: Counter[str] = Counter()
        for letter, count in sorted(letters.items()):
            scripts[unicodedata.name(letter, "?").split(" ")[0].capitalize()] += count
        kana = scripts["Hiragana"] + scripts["Katakana"]
        if kana * 10 > scripts["Cjk"] > 0:
            return "Hiragana"
        return max(sorted(scripts), key=lambda s: scripts[s])

    def _by_letters(self, sample: str, tags: tuple[str, ...]) -> str | None:
        """The first language of which a letter that is its own makes up a three-hundredth of the sample's letters."""
        letters = Counter(sample.casefold())
        whole = sum(n for c, n in letters.items() if c.isalpha())
        for tag in tags:
            if sum(letters[c] for c in self._letters[tag]) * 300 >= whole:
                return tag
        return "und" if "ru" in tags else None

    def _by_words(self, listed: list[str]) -> str | None:
        if len(listed) < _FEWEST_WORDS:
            return None
        scores: dict[str, float] = {}
        english = 0
        for word, count in Counter(listed).items():
            tags = self._holders.get(word, ())
            english += count * ("en" in tags)
            for tag in tags:
                scores[tag] = scores.get(tag, 0.0) + count / len(tags)
        ranked = sorted(scores, key=lambda tag: (-scores[tag], tag))[:2]
        best = scores[ranked[0]] if ranked else 0.0
        second = scores[ranked[1]] if len(ranked) > 1 else 0.0
        if ranked and best >= _LEAST_SHARE * len(listed) and best >= _LEAD * second:
            different = sum(ranked[0] in self._holders.get(word, ()) for word in set(listed))
            return ranked[0] if ranked[0] == "en" or different >= _FEWEST_DIFFERENT else None
        return "und" if english < 0.05 * len(listed) and len(listed) >= 3 * _FEWEST_WORDS else None
