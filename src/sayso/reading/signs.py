"""Signs: what an uncased encoder does not see of a token - its letters' case, its quotation state, its place in the
sentence - and what lexicons know of its word. They are added to the encoder's input as learnt vectors, so that the
model weighs them; none decides anything by itself.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from sayso.records.span import Span

SIGNS = (
    "lower", "title", "title_first", "capitals", "mixed", "number", "letters_digits", "mark", "initial",
    "in_double", "in_single", "opens", "closes", "paragraph_start", "headline", "capitalised_line", "glued",
    "country", "city", "given_name", "family_name", "body", "calendar", "demonym",
)  # fmt: skip
_AT = {name: index for index, name in enumerate(SIGNS)}
LEXICONS = ("country", "city", "given_name", "family_name", "body", "calendar", "demonym")

_DOUBLE_OPEN = frozenset(("“", "«", "„", "``"))
_DOUBLE_CLOSE = frozenset(("”", "»", "''"))
_SENTENCE_END = frozenset((".", "?", "!", "...", "…"))
_LONG = 4  # letters from which a word counts in deciding that a line is set in capitals or title case
_CAPITALISED_SHARE = 0.7


def shape_of(word: str) -> str:
    """The case shape of a word, one of the first nine SIGNS (never "title_first", which depends on its place)."""
    if not any(c.isalnum() for c in word):
        return "mark"
    if not any(c.isalpha() for c in word):
        return "number"
    if any(c.isdigit() for c in word):
        return "letters_digits"
    if word[0].isupper() and len(word) == 1:
        return "initial"
    if word.isupper():
        return "capitals"
    if word[0].isupper() and not any(c.isupper() for c in word[1:]):
        return "title"
    return "mixed" if any(c.isupper() for c in word) else "lower"


class SignFinder:
    """Finds the signs of tokens; `lexicons` maps a lower-cased word to the names of the LEXICONS that hold it."""

    def __init__(self, lexicons: Mapping[str, Sequence[str]]) -> None:
        self._lexicons = lexicons
        self._known: dict[str, tuple[str, tuple[int, ...]]] = {}

    def _word(self, word: str) -> tuple[str, tuple[int, ...]]:
        found = self._known.get(word)
        if found is None:
            found = (shape_of(word), tuple(_AT[name] for name in self._lexicons.get(word.lower(), ())))
            if len(self._known) < 200_000:  # bounds the memory of one long-lived model
                self._known[word] = found
        return found

    def find(self, text: str, tokens: Sequence[Span], first_paragraph: bool) -> list[tuple[int, ...]]:
        """The signs of the tokens of one paragraph, as indexes into SIGNS."""
        words = [text[a:b] for a, b in tokens]
        known = [self._word(word) for word in words]
        line = _line_signs(words, [shape for shape, _ in known], first_paragraph)
        quoted = _quotation_signs(text, tokens, words)
        found: list[tuple[int, ...]] = []
        starts = True
        before = -1
        for index, (shape, lexical) in enumerate(known):
            name = "title_first" if shape == "title" and starts else shape
            start, end = tokens[index]
            own: tuple[int, ...] = (_AT["glued"],) if start == before else ()
            if index == 0:
                own += (_AT["paragraph_start"],)
            found.append((_AT[name], *lexical, *quoted[index], *own, *line))
            starts = words[index] in _SENTENCE_END or (starts and shape == "mark")
            before = end
        return found


def _line_signs(words: Sequence[str], shapes: Sequence[str], first_paragraph: bool) -> tuple[int, ...]:
    signs: tuple[int, ...] = (_AT["headline"],) if first_paragraph else ()
    long = [s for w, s in zip(words[:40], shapes[:40], strict=True) if len(w) >= _LONG and w[0].isalpha()]
    high = sum(shape != "lower" for shape in long)
    if len(long) >= 3 and high >= _CAPITALISED_SHARE * len(long):
        signs += (_AT["capitalised_line"],)
    return signs


def _quotation_signs(text: str, tokens: Sequence[Span], words: Sequence[str]) -> list[tuple[int, ...]]:
    """Signs of quotation a token; straight marks open and close by turns, apostrophes are told by their gaps."""
    double = single = False
    signs: list[tuple[int, ...]] = []
    gap_before = [True, *(a[1] < b[0] for a, b in pairwise(tokens))]
    for index, word in enumerate(words):
        opens = closes = False
        if word == '"':
            opens, closes = not double, double
            double = not double
        elif word in _DOUBLE_OPEN:
            opens = double = True
        elif word in _DOUBLE_CLOSE:
            closes, double = True, False
        elif word in ("‘", "‹", "‚") or (word == "'" and gap_before[index]):
            opens = single = True
        elif word == "›" or (word in ("'", "’") and single):
            after = text[tokens[index][1] : tokens[index][1] + 1]
            if not after.isalnum():
                closes, single = True, False
        own: tuple[int, ...] = ()
        if double and not opens:
            own += (_AT["in_double"],)
        if single and not opens:
            own += (_AT["in_single"],)
        if opens:
            own += (_AT["opens"],)
        if closes:
            own += (_AT["closes"],)
        signs.append(own)
    return signs
