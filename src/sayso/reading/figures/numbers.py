"""Numbers: digits with their scales, number words, fractions, shares and vague words, as values with their interval."""

from __future__ import annotations

from sayso.reading.figures.digits import HYPHENS, Number, read_digits
from sayso.reading.figures.lines import Line

_TENTHS = ("half", "quarter", "third")


def read_number(line: Line, i: int) -> Number | None:
    """The number that begins with word i, as long as it goes."""
    said = line.low[i]
    if said[0].isdecimal() or (said[0] == "." and len(said) > 1):
        return read_digits(line, i)
    if said in line.pack.numbers.first:
        return _in_words(line, i)
    if said in ("a", "an", "the") and (
        line.word(i + 1) in line.pack.numbers.first or line.word(i + 1) in line.pack.numbers.scales
    ):
        return _with_article(line, i)
    return None


def _cardinal(line: Line, i: int) -> tuple[float, int] | None:
    """Value and end of a number in words: "two hundred and fifty thousand"."""
    numbers = line.pack.numbers
    total, current, j, any_word = 0.0, 0.0, i, False
    while j < len(line.low):
        said = line.low[j]
        if said in numbers.cardinals:
            value = numbers.cardinals[said]
            if any_word and current % 100 and not (20 <= current % 100 <= 90 and current % 10 == 0 and 0 < value < 10):
                break
            current += value
        elif said in numbers.scales and any_word:
            scale = numbers.scales[said]
            if scale == 100:
                current *= scale
            else:
                total, current = total + current * scale, 0.0
        elif (
            said in HYPHENS
            and any_word
            and line.word(j + 1) in numbers.cardinals
            and line.glued(j)
            and line.glued(j + 1)
        ):
            if not (20 <= current % 100 <= 90):
                break
        elif said == "and" and any_word and line.low[j - 1] in numbers.scales and line.word(j + 1) in numbers.cardinals:
            pass
        else:
            break
        any_word, j = True, j + 1
    return (total + current, j) if any_word else None


def _in_words(line: Line, i: int) -> Number | None:
    numbers, said = line.pack.numbers, line.low[i]
    if said in numbers.vague:
        return _vague(line, i)
    if said in ("most", "majority"):
        ends = line.word(i + 1) == "of" and line.word(i + 2) != "all"
        return Number(i, i + 1, 0.5, None, share=True, exclusive=True) if ends else None
    if said in numbers.fractions:
        return _fraction(line, i, 1.0, i)
    if said in numbers.collectives:
        return None  # "pair", "dozen" need an article or a number before them
    if said.endswith("fold"):
        return Number(i, i + 1, numbers.cardinals[said[:-4]], numbers.cardinals[said[:-4]])
    read = _cardinal(line, i)
    if read is None:
        return None
    value, end = read
    return _after_cardinal(line, i, value, end)


def _after_cardinal(line: Line, i: int, value: float, end: int) -> Number | None:
    """What may follow a number in words: "dozen", "thirds", "and a half"."""
    numbers = line.pack.numbers
    at = end + 1 if line.word(end) in HYPHENS and line.glued(end) else end
    following = line.word(at)
    if following in numbers.collectives and value < 100:
        return Number(
            i, at + 1, value * numbers.collectives[following], value * numbers.collectives[following], scaled=True
        )
    if following in numbers.fractions and (following.endswith("s") or value == 1) and value < 10:
        return _fraction(line, at, value, i)
    if following == "and" and line.word(end + 1) == "a" and line.word(end + 2) in _TENTHS:
        end, value = end + 3, value + numbers.fractions[line.low[end + 2]]
        while line.word(end) in numbers.scales:
            value, end = value * numbers.scales[line.low[end]], end + 1
        return Number(i, end, value, value)
    if line.low[end : end + 5] == ["-", "and", "-", "a", "-"] and line.word(end + 5) in _TENTHS:
        value, end = value + numbers.fractions[line.low[end + 5]], end + 6
    if value == 1 and end == i + 1 and not _counts_one(line, i):
        return None
    return Number(i, end, value, value, scaled=value >= 100)


def _counts_one(line: Line, i: int) -> bool:
    """Whether "one" counts, rather than stands for somebody or a day."""
    before, following = line.word(i - 1), line.word(i + 1)
    if before in line.pack.grammar.lists["before_other_one"]:
        return before in ("only", "the") and following not in line.pack.grammar.stops and before == "only"
    return following not in line.pack.grammar.lists["after_other_one"] and bool(following)


def _with_article(line: Line, i: int) -> Number | None:
    numbers, said = line.pack.numbers, line.low[i + 1]
    if line.low[i] == "the" and said != "majority":
        return None
    if said in numbers.collectives:
        value = numbers.collectives[said]
        return Number(i, i + 2, value, value)
    if said in ("few", "handful", "several"):
        return _vague(line, i + 1, i)
    if said == "majority":
        return Number(i, i + 2, 0.5, None, share=True, exclusive=True) if line.word(i + 2) == "of" else None
    if said in numbers.fractions:
        return _fraction(line, i + 1, 1.0, i)
    if said in numbers.scales:
        value, end = 1.0, i + 1
        while line.word(end) in numbers.scales:
            value, end = value * numbers.scales[line.low[end]], end + 1
        rest = _cardinal(line, end + 1) if line.word(end) == "and" else None
        if rest is not None and rest[0] < 100 <= value:
            value, end = value + rest[0], rest[1]  # "a hundred and five"
        return Number(i, end, value, value, scaled=True)
    return None


def _fraction(line: Line, at: int, count: float, first: int) -> Number | None:
    """A fraction at word `at`: a share ("a third of"), half a unit ("half an hour") or scale ("half a million")."""
    numbers = line.pack.numbers
    part = round(count * numbers.fractions[line.low[at]], 4)
    following, after = line.word(at + 1), line.word(at + 2)
    if following in HYPHENS and after in numbers.collectives:
        return Number(first, at + 3, part * numbers.collectives[after], part * numbers.collectives[after], scaled=True)
    lead = 2 if following in ("a", "an") else 3 if following == "of" and after in ("a", "an") else 1
    scale = line.word(at + lead)
    if scale in numbers.scales or scale in numbers.collectives:
        value = part * (numbers.scales.get(scale) or numbers.collectives[scale])
        return Number(first, at + lead + 1, value, value, scaled=True)
    if line.low[at] == "half" and line.capital(first - 1) and first > 1:
        return None
    if line.word(first - 1) in line.pack.grammar.lists["before_other_half"]:
        return None
    if lead == 2 and line.low[at] == "half":
        return Number(first, at + 2, part, part)
    if line.word(first - 1) == "by" and (not following[:1].isalpha() or following in line.pack.grammar.stops):
        return Number(first, at + 1, part, part, share=True)  # "fell by a fifth"
    whole = following in ("of", "the") or following in line.pack.grammar.possessives
    if whole and (following == "of" or line.low[at] == "half" or count > 1):
        return Number(first, at + 1, part, part, share=True)
    return None


def _vague(line: Line, i: int, first: int | None = None) -> Number | None:
    numbers, said = line.pack.numbers, line.low[i]
    low, high = numbers.vague[said]
    begin, end = i if first is None else first, i + 1
    if said in ("few", "several", "handful"):
        if said == "few" and line.word(i - 1) not in ("a", "the", "last", "past"):
            return None
        end += said == "handful" and line.word(end) == "of"
        while line.word(end) in numbers.scales or line.word(end) in numbers.collectives:
            factor = numbers.scales.get(line.low[end]) or numbers.collectives[line.low[end]]
            low, high, end = low * factor, high * factor, end + 1
        return Number(begin, end, low, high, vague=True)
    if said in ("tens", "scores") and line.word(i + 1) != "of":
        return None
    while line.word(end) == "of" and line.word(end + 1) in ("thousands", "millions", "billions"):
        factor = numbers.vague[line.low[end + 1]][0]
        low, high, end = low * factor, high * factor, end + 2
    return Number(begin, end, low, high, vague=True)
