"""Units: what a number counts or measures in - money signs before it, units and nouns after it, rates ("a barrel")."""

from __future__ import annotations

from sayso.packs.figures import Unit
from sayso.packs.measures import Form
from sayso.packs.phrases import Match
from sayso.reading.figures.digits import Number
from sayso.reading.figures.lines import Line
from sayso.reading.figures.nouns import read_noun
from sayso.reading.figures.rates import HYPHENS, Counted, rated

_COUNTED = frozenset(("people", "equipment", "formation", "event", "land", "building"))
_SCREENS = frozenset((240, 360, 480, 720, 1080, 1440, 2160, 4320))  # "1080p" names a screen
_AGES = frozenset(("old", "olds"))


def read_unit(line: Line, number: Number) -> Counted:
    """What the number counts; without a unit where nothing says it."""
    first, j = number.first, number.end
    money = money_before(line, first)
    if money is not None:
        signed = line.word(first - 1) in ("-", "−")  # "$-5"
        return rated(line, Counted(first - signed - money.length, j, money.value.name, "money"))
    if line.word(first - 1) in ("of", "was", "is") and "population" in line.low[max(0, first - 3) : first]:
        return Counted(first, j, "person", "people")
    if line.word(first - 1) == "magnitude" or line.low[first - 2 : first] == ["magnitude", "of"]:
        return Counted(first, j, "magnitude", "magnitude")
    after = line.pack.after.at(line.low, j)
    if after is not None and line.low[j] not in ("at", "approximately"):
        j += after.length
    joined = line.word(j) in HYPHENS and line.glued(j) and line.glued(j + 1)
    at = j + 1 if joined else j
    measured = _measured(line, number, at)
    if measured is not None:
        return rated(line, measured)
    if joined and line.word(at) == "per" and line.word(at + 2) == "cent":
        return Counted(first, at + 3, "percent", "share")  # "a 3.5-per-cent rise"
    if joined and line.word(at) in ("strong", "fold", "foot"):
        return _strong(line, first, at)
    if line.low[number.end - 1].endswith("fold"):
        return Counted(first, j, "count", "multiple")
    if joined:
        compound = _compound(line, first, at)
        if compound is not None:
            return compound
    if line.word(at) == "of" and _is_named_by_fate(line, at + 2):
        return Counted(first, at + 3, "person", "people", partitive=True)
    if line.word(at) in ("who", "whom"):
        return Counted(first, j, "person", "people")
    noun = read_noun(line, at, number.low == 1 == number.high and not number.share and line.word(at) != "of")
    if noun is None:
        return Counted(first, j)
    partitive = line.word(at) == "of"
    if noun.attributive and (partitive or number.share or not _may_attribute(number, joined)):
        return Counted(first, j, partitive=partitive)
    if noun.unit is None:
        end = noun.end
        return rated(line, Counted(first, end, noun.name, None, partitive=partitive, attributive=noun.attributive))
    counted = Counted(first, noun.end, noun.name, noun.unit.kind, side=noun.side, partitive=partitive)
    return rated(line, _of_people(line, counted, noun.unit, noun.first))


def _is_named_by_fate(line: Line, i: int) -> bool:
    """Whether people are named by what became of them: "two of the wounded"."""
    match = line.pack.measure_words.at(line.low, i) if line.word(i - 1) in ("the", "those") else None
    if match is None or match.length > 1 or match.value.of(Form.ADJECTIVE) is None:
        return False
    following = line.word(i + 1)
    return not following[:1].isalpha() or following in line.pack.grammar.stops


def _compound(line: Line, first: int, at: int) -> Counted | None:
    """What a hyphen joins to a number: "six-cylinder engines" count cylinders, "a two-vehicle crash" vehicles."""
    end = at + 1
    while line.word(end) in HYPHENS and line.glued(end) and line.glued(end + 1) and line.word(end + 1)[:1].isalpha():
        end += 2
    if (
        not line.word(at)[:1].isalpha()
        or line.low[at] in line.pack.grammar.stops
        or line.word(end - 1) in ("something", "odd", "plus")
    ):
        return None
    if line.low[end - 1].endswith(("ed", "ing")) and end == at + 1:
        return Counted(first, first + 1)
    match = line.pack.units.at(line.low, at)
    if match is not None and match.length <= end - at:
        unit = match.value
        role = unit.kind == "people" and not unit.person
        return Counted(first, end, line.low[at] if role else unit.name, unit.kind, unit.who, role, attributive=True)
    head = line.pack.grammar.singular(line.low[at]) or line.low[at]
    return Counted(first, end, head, None, attributive=True)


def _of_people(line: Line, counted: Counted, unit: Unit, at: int) -> Counted:
    """A counted noun of the packs; roles of people keep their own name, "members of" runs on to what they belong to."""
    end, name = counted.end, counted.unit
    if unit.kind == "people" and not unit.person:
        name = read_role(line, at, end)
    if line.low[end - 1] in ("members", "member", "personnel", "representatives") and line.word(end) == "of":
        end += 1
        while (
            end < len(line.low)
            and (line.low[end] in ("the", "its", "their", "a") or line.low[end] not in line.pack.grammar.stops)
            and line.low[end][0].isalpha()
        ):
            end += 1
    role = unit.kind == "people" and not unit.person and not _belongs_to_force(line, counted.end, end)
    name = name if role or unit.kind != "people" else "person"
    return Counted(counted.first, end, name, unit.kind, unit.who, role, counted.side, partitive=counted.partitive)


def _belongs_to_force(line: Line, head: int, end: int) -> bool:
    """Whether "members of" runs on to an armed force, so that the members are persons whatever became of them."""
    return any(w in line.pack.grammar.lists["forces"] for w in line.low[head:end])


def read_role(line: Line, first: int, end: int) -> str:
    """The singular of a noun for people by what they do, with its modifiers ("first-team player")."""
    head = line.low[end - 1]
    singular = line.pack.grammar.singular(head) or head
    owner = max((p for p in range(first, end) if line.low[p] in ("'s", "’s", "’", "'")), default=first - 1)
    parts = [line.low[p] for p in range(owner + 1, end - 1) if line.low[p] not in line.pack.grammar.determining]
    return " ".join((*parts, singular)).replace(" - ", "-")


def money_before(line: Line, first: int) -> Match[Unit] | None:
    """The sign of money that stands before word `first`, as long as its letters are capitals: "US$", but "a $"."""
    if line.word(first - 1) in ("-", "−") and line.glued(first) and line.glued(first - 1):
        first -= 1  # "$-5"
    match = line.pack.money_before.ending(line.low, first)
    if match is None or _is_money_sign(line, first - match.length, match.length):
        return match
    sign = line.pack.money_before.ending([line.low[first - 1]], 1) if match.length > 1 else None
    return sign if sign is not None and _is_money_sign(line, first - 1, 1) else None


def _is_money_sign(line: Line, at: int, length: int) -> bool:
    """Letters for money are capitals ("RM", "EUR"); a sign needs none."""
    if line.low[at] == "a" and not line.glued(at + 1):
        return False  # "a $5 note"
    letters = [line.raw(k) for k in range(at, at + length) if line.low[k][0].isalpha()]
    return all(w[0].isupper() for w in letters) and (not letters or line.low[at] not in ("a", "c", "s") or length > 1)


def _measured(line: Line, number: Number, at: int) -> Counted | None:
    """A unit of measurement directly after the number, or a sign of money."""
    first = number.first
    if at >= len(line.low):
        return None
    raw = line.raw(at)
    match = line.pack.units.at(line.low, at) or _hyphened(line, at)
    if match is not None and match.length > 1 and line.low[at + 1].isdecimal() and not line.glued(at + 1):
        match = line.pack.units.at(line.low[at : at + 1], 0)  # "6 ft 2" is no "6 ft2"
    sign = line.pack.signs.get(raw) if number.digits and (match is None or match.length == 1) else None
    close = line.glued(at) or line.word(at - 1) in HYPHENS
    if sign is not None and (
        close
        or (len(raw) == 1 and (_ends(line, at + 1) or raw in "WV") and raw not in "CF")
        or (len(raw) > 1 and raw != "in")
    ):
        return Counted(first, at + 1, sign.name, sign.kind)
    if match is not None and match.value.kind not in _COUNTED:
        return _with_age(line, Counted(first, at + match.length, match.value.name, match.value.kind), at, match)
    money = line.pack.money_after.get(line.low[at]) if number.digits else None
    if raw == "p" and number.low in _SCREENS:
        return None
    if money is not None and (
        line.raw(at).isupper() or not line.low[at].isalpha() or (line.glued(at) and len(raw) == 1)
    ):
        return Counted(first, at + 1, money.name, "money")
    return None


def _hyphened(line: Line, at: int) -> Match[Unit] | None:
    """A unit of several words joined by hyphens ("a 120,000-square-foot hall"), as long as it is written."""
    words = [at]
    while len(words) < 4 and line.word(words[-1] + 1) in HYPHENS and line.glued(words[-1] + 1):
        words.append(words[-1] + 2)
    if len(words) < 2 or words[-1] >= len(line.low):
        return None
    match = line.pack.units.at([line.low[p] for p in words], 0)
    return None if match is None or match.length < 2 else Match(match.value, words[match.length - 1] - at + 1)


def _ends(line: Line, i: int) -> bool:
    """Whether no noun stands at word i: the letter before it is then a unit, not an initial."""
    following = line.word(i)
    return not following[:1].isalpha() or following in line.pack.grammar.stops


def _with_age(line: Line, counted: Counted, at: int, match: object) -> Counted | None:
    """ "Years" may be an age; "point" and "times" need not be units where another noun follows."""
    del match
    j = counted.end
    if counted.kind == "time":
        ages = line.word(j) in HYPHENS and line.word(j + 1) in _AGES
        person = line.pack.units.at(line.low, j + 1) if line.word(j) in HYPHENS and line.glued(j) else None
        if person is not None and person.value.kind == "people":
            return Counted(counted.first, j, counted.unit, counted.kind, age=True)  # "a 12-year-boy"
        if ages or line.word(j) in _AGES or (line.word(j) == "of" and line.word(j + 1) == "age"):
            return Counted(
                counted.first, j + 2 if line.word(j) not in _AGES else j + 1, counted.unit, counted.kind, age=True
            )
    if counted.unit == "pound sterling" and line.low[at] in ("pound", "pounds") and not _is_sterling(line, counted):
        return Counted(counted.first, counted.end, "pound-mass", "mass")
    if counted.unit == "count" and line.low[at] == "x" and not line.glued(at):
        return None
    return counted


def _is_sterling(line: Line, counted: Counted) -> bool:
    """Whether pounds are money: after a scale, or where the sentence speaks of money in pounds."""
    scaled = any(w in line.pack.numbers.scales and w != "hundred" for w in line.low[counted.first : counted.end])
    if line.low[counted.first][-3:-2] == ".":
        return True  # "6.20 pounds"
    if line.word(counted.end) in ("a", "an", "per", "each") and line.word(counted.end + 1) != "of":
        return True
    return (scaled and line.word(counted.end) != "of") or any(w in ("£", "pence", "sterling", "quid") for w in line.low)


def _strong(line: Line, first: int, at: int) -> Counted:
    """ "A 12-strong crew": persons; "a twofold rise": times."""
    if line.low[at] == "strong":
        return Counted(first, at + 1, "person", "people")
    unit = line.pack.units.at(line.low, at)
    return Counted(first, at + 1, unit.value.name if unit else None, unit.value.kind if unit else None)


def _may_attribute(number: Number, joined: bool) -> bool:
    """Whether a singular noun after a number is counted: "a 12-page report", "an 11 member pact"."""
    if joined:
        return number.low != 1
    return number.digits and number.low > 1
