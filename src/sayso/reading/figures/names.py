"""Numbers that are no figures: parts of dates, names, addresses, models, scores, telephone numbers, times of day."""

from __future__ import annotations

from sayso.reading.figures.digits import Number
from sayso.reading.figures.lines import Line
from sayso.reading.figures.units import money_before

_HYPHENS = frozenset("-–—‑−")
_IN_ADDRESSES = frozenset("/@_=&?#\\*^")
_YEARS = range(1500, 2100)


def is_in_a_name(line: Line, number: Number) -> bool:
    """Whether a number in digits is part of a name, date, address or code. Words are names by their place alone."""
    if not number.digits:
        return _is_worded_name(line, number)
    return (
        _is_glued(line, number)
        or _is_time_of_day(line, number)
        or _is_date(line, number)
        or _is_ordinal(line, number)
        or _is_score_or_phone(line, number)
        or _is_named(line, number)
    )


def is_year(line: Line, number: Number) -> bool:
    """Whether four digits are a year as written."""
    said = line.low[number.first]
    return number.digits and not number.scaled and len(said) == 4 and said.isdecimal() and int(said) in _YEARS


def _is_worded_name(line: Line, number: Number) -> bool:
    """ "One" in a name ("Formula One", "Air Force One"), a clock time ("at two o'clock")."""
    if line.word(number.end) in ("o", "o'clock"):
        return True
    single = number.end == number.first + 1
    if single and line.capital(number.first) and number.first > 0:
        before = line.word(number.first - 1)
        return line.capital(number.first - 1) and before[:1].isalpha() and number.first - 1 > 0
    return False


def _is_glued(line: Line, number: Number) -> bool:
    """Letters or signs of codes stand directly before or after ("F-16", "M21", "x86", "@roe99", "3/4")."""
    i, text = number.first, line.text
    at, to = line.start[i], line.end[number.end - 1]
    before = text[at - 1] if at > line.span.start else " "
    if before.isalpha() and money_before(line, i) is None:
        return True
    if before in _IN_ADDRESSES and not (before == "#" and number.scaled):
        return not (before == "/" and i > 1 and money_before(line, i - 1))
    if before in _HYPHENS and i > 1 and not line.glued(i - 1) and line.capital(i - 2):
        return not ("." in line.low[i] or line.word(i + 1) in ("%", "percent"))  # "Covid -19", "FTSE -1.3%"
    if before in _HYPHENS and i > 1 and line.glued(i - 1):
        left = line.low[i - 2]
        if left[0].isalpha() and left not in line.pack.grammar.lists["number_prefixes"]:
            return left[-1] not in "kmbn" or not line.glued(i - 2)
    after = text[to] if to < line.span.end else " "
    if after in "x×" and text[to + 1 : to + 2].isdecimal():
        return True  # "4x4"
    if after.isalpha() and not _is_glued_unit(line, number.end):
        return True
    if after in _IN_ADDRESSES and after != "/":
        return to + 1 < len(text) and text[to + 1].isalnum()
    if after == "/" and text[to + 1 : to + 2].isdecimal():
        return money_before(line, i) is None and "/" not in line.low[i : number.end]
    if after in "'’" and text[to + 1 : to + 2].isdecimal():
        return True  # a height: 5'11
    if line.low[i] in ("911", "999", "112") and line.word(number.end)[:1].isalpha():
        following = line.low[number.end]  # a number to call: "a 911 caller"
        if following not in line.pack.grammar.stops and line.pack.grammar.singular(following) is None:
            return not _is_measured(line, number.end)
    if after == "." and text[to + 1 : to + 2].isdecimal():
        return True  # a version: "2.0.1"
    return before == "." and at - 2 >= line.span.start and text[at - 2].isalnum() and line.low[i][0] != "."


def _is_glued_unit(line: Line, j: int) -> bool:
    """Whether the letters that follow a number without a gap are a unit, a sign of money or an ordinal's ending."""
    return line.raw(j) in line.pack.signs or line.low[j] in line.pack.money_after or _is_measured(line, j)


def _is_time_of_day(line: Line, number: Number) -> bool:
    i, j = number.first, number.end
    if line.word(j) in line.pack.grammar.lists["times_of_day"] and not number.scaled:
        return line.word(j) not in ("et", "o", "est") or line.raw(j).isupper() or line.word(j + 1) in ("'", "’")
    if (
        "." in line.low[i]
        and not number.scaled
        and number.low < 24
        and line.word(i - 1).isdecimal()
        and len(line.low[i - 1]) == 4
    ):
        return True  # "23 July 2031 17.23", a live blog's stamp
    if line.word(j) == ":" and line.glued(j) and line.glued(j + 1) and line.word(j + 1)[:1].isdecimal():
        return True
    return line.word(i - 1) == ":" and line.glued(i) and line.glued(i - 1) and line.word(i - 2)[:1].isdecimal()


def _month(line: Line, i: int) -> bool:
    return line.word(i) in line.pack.grammar.months and line.capital(i)


def _is_date(line: Line, number: Number) -> bool:
    i, j = number.first, number.end
    if is_year(line, number):
        money = money_before(line, i) is not None or (
            line.word(i - 1) == "of" and line.word(i - 2) in line.pack.grammar.lists["totalled"]
        )
        return (
            not money and not _is_measured(line, j) and line.word(i - 1) not in line.pack.grammar.lists["before_counts"]
        )
    if number.low > 31 or number.scaled or "." in line.low[i]:
        return False
    if _month(line, i - 1) or _month(line, j) or (line.word(i - 1) == "." and _month(line, i - 2)):
        return True
    if line.word(j) == "of" and _month(line, j + 1):
        return True
    if line.word(j) in _HYPHENS and line.word(j + 1)[:1].isdecimal():  # 20-24 September
        return _month(line, j + 2)
    if line.word(i - 1) in _HYPHENS | {"and", "to"}:  # Sept. 20-24
        return _month(line, i - 3) or (_month(line, i - 4) and line.word(i - 3) == ".")
    return False


def _is_measured(line: Line, j: int) -> bool:
    """Whether a unit of measurement follows at word j."""
    found = line.pack.units.at(line.low, j)
    return found is not None and (found.value.plural or found.value.kind not in ("building", "land", "event"))


def _is_ordinal(line: Line, number: Number) -> bool:
    following = line.word(number.end)
    if following == "s" and "." in line.low[number.first]:
        return False  # "9.1s" are seconds
    return line.glued(number.end) and following in ("st", "nd", "rd", "th", "s", "ers")


def _is_score_or_phone(line: Line, number: Number) -> bool:
    """Digits joined to digits: a score ("2-1"), a season ("1914-18"), a telephone number, a date in digits."""
    i, j = number.first, number.end
    before = line.word(i - 1) in _HYPHENS and line.glued(i) and line.word(i - 2)[:1].isdecimal() and line.glued(i - 1)
    after = line.word(j) in _HYPHENS and line.glued(j) and line.word(j + 1)[:1].isdecimal() and line.glued(j + 1)
    if line.word(j) in _HYPHENS and line.word(j + 1) in ("for", "of") and line.word(j + 2) in _HYPHENS:
        return True
    if line.word(i - 1) in _HYPHENS and line.word(i - 2) in ("for", "of") and line.word(i - 3) in _HYPHENS:
        return True
    if not before and not after:
        return False
    if (before and after) or _is_third_part(line, i, j):
        return True
    low, high = (line.low[i], line.low[j + 1]) if after else (line.low[i - 2], line.low[i])
    if (
        len(low) >= 3
        and len(high) >= 3
        and "," not in low + high
        and low.isdecimal()
        and _number(low) >= _number(high) - 0
    ):
        return True  # 713-222-…
    last = j + 2 if after else j
    if _is_measured(line, last) or line.word(last) in _HYPHENS or line.word(last) in line.pack.numbers.scales:
        return False
    if money_before(line, i if after else i - 2) or line.glued(last):
        return False
    low, high = (line.low[i], line.low[j + 1]) if after else (line.low[i - 2], line.low[i])
    if len(low) >= 3 and len(high) >= 3 and "," not in low + high:
        return True  # 555-1234
    following = line.word(last)
    counted = following[:1].isalpha() and following not in line.pack.grammar.stops
    return not counted or _number(low) >= _number(high)


def _is_third_part(line: Line, i: int, j: int) -> bool:
    """Whether digits begin or end three joined groups: a date or a telephone number."""
    ends = line.word(i - 3) in _HYPHENS and line.word(i - 4)[:1].isdecimal()
    coded = line.word(j + 3)[:1].isdecimal() or (line.capital(j + 3) and line.raw(j + 3).isupper())  # 1-800-FLOWERS
    return ends or (line.word(j + 2) in _HYPHENS and coded and line.glued(j + 2) and line.glued(j + 3))


def _number(said: str) -> float:
    try:
        return float(said.replace(",", ""))
    except ValueError:
        return 0.0


def _is_named(line: Line, number: Number) -> bool:
    """A word before or after that makes it a name or address: "Flight 17", "Route 66", "2300 block", "No. 5"."""
    i, j, grammar = number.first, number.end, line.pack.grammar
    following = line.word(j)
    if following in grammar.named:
        return True
    before = line.word(i - 2) if line.word(i - 1) in (".", "#", "№") else line.word(i - 1)
    if line.word(i - 1) in ("#", "№", "§") and not number.scaled:
        return True
    if number.scaled or "," in line.low[i]:
        return False
    if line.word(i - 1) == "of" and line.word(i - 2) == "group" and line.capital(i - 2):
        return True
    if before in grammar.naming and not _is_measured(line, j):
        capital = line.capital(i - 1) or line.capital(i - 2)
        return capital or before in line.pack.grammar.lists["naming_small"]
    if i == 0 or money_before(line, i) is not None:
        return False
    return _follows_a_name(line, number)


def _follows_a_name(line: Line, number: Number) -> bool:
    """A bare number after a capitalised word that opens no sentence: "Stoxx 600", "Planet 9", "Euro 2020"."""
    i, j, grammar = number.first, number.end, line.pack.grammar
    if _is_inside_a_name(line, number):
        return True
    if (
        not line.capital(i - 1)
        or line.word(i - 1) in grammar.stops | {"some", "police"}
        or not line.low[i - 1][0].isalpha()
        or line.pack.before.ending(line.low, i) is not None
    ):
        return False
    if i - 1 == 0 and line.word(j)[:1].isalpha():
        return line.word(j) in grammar.stops
    if _is_measured(line, j) or line.word(j) in ("%", "-"):
        return False
    found = line.pack.units.at(line.low, j)
    plural = grammar.singular(line.word(j)) is not None
    return not plural and (found is None or not found.value.plural)


def _is_inside_a_name(line: Line, number: Number) -> bool:
    """A number that a name goes on after ("S&P 500 utilities", "the iPhone 11 Pro cameras"): what is named so is no
    title in capitals, so that its last words are in small letters."""
    i, j = number.first, number.end
    raw = line.raw(i - 1)
    if len(raw) == 1 and raw.isupper() and (line.word(i - 2) == "&" or len(line.word(i - 2)) == 1):
        return True
    if line.low[i - 1] in line.pack.grammar.stops or not any(c.isupper() for c in raw[1:] or raw) or i < 2:
        return False
    k = j
    while line.capital(k) and line.low[k][0].isalpha() and line.world.match([line.raw(k)], 0) is None:
        k += 1
    return k > j and line.word(k)[:1].isalpha() and line.pack.grammar.singular(line.word(k)) is not None
