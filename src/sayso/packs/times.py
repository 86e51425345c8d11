"""How a language names times: its words by class, and the patterns over those classes that make an expression."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sayso.errors import PartError
from sayso.packs.loading import load_toml, table, word, words

_WHERE = "data/times.toml"
# Classes that a word has by its looks, or that only phrases have; the rest are listed in the pack.
# fmt: off
SHAPES = (
    "ISO", "NUMERIC", "DAY", "YEAR", "BIG", "SHORTYEAR", "ORDDIGIT", "DECADE", "CLOCK", "CLOCK24", "QSHORT", "COMMA",
    "DASH", "LPAR", "RPAR", "STOP", "POSS", "NAME", "WORD", "MONEY", "SKIP", "END", "AWHILE", "AHEAD", "FROMNOW",
    "ROW", "ORSO", "AFEW", "ANDHALF", "YEAREND",
)
# fmt: on
# Classes that no expression begins with.
_INNER = ("WORD", "NAME", "COMMA", "STOP", "DASH", "LPAR", "RPAR", "POSS", "MONEY", "END", "SKIP", "COUNTED")
_TENSE = ("future", "surely_future", "past", "bare", "done", "nouns", "not_before")
_REFERENCE = re.compile(
    r"(?P<opened>[a-z]\w*)=\((?!\?)"  # name=(…
    r"|(?:(?P<name>[a-z]\w*)=)?(?P<word>[A-Z][A-Z0-9]*)"  # CLASS, name=CLASS
    r"|(?P<open>\((?!\?))"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Several words that act as one, with their class and value."""

    pattern: re.Pattern[str]
    symbol: str
    value: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word's class, as one character, its value, and whether it counts only with a capital."""

    symbol: str
    value: str
    capital: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words in lower case, phrases by first word, and words that their full stop belongs to.

    `plain` and `values` give the class and value of a spelling at once; a `special` spelling may begin a phrase or
    take a full stop, and has to be looked at.
    """

    words: Mapping[str, Word]
    phrases: Mapping[str, tuple[Phrase, ...]]
    abbreviations: frozenset[str]
    plain: Mapping[str, str]
    values: Mapping[str, str]
    special: frozenset[str]


@dataclass(frozen=True, slots=True)
class Expressions:
    """Patterns over strings of classes. Every expression has a `core` word, and none begins with an `inner` one.

    `scan` tells which expression begins somewhere (its last group is the key); by that key `patterns` catch its
    parts and `kinds` name it. Keys are in order of rank.
    """

    core: re.Pattern[str]
    inner: frozenset[str]
    scan: re.Pattern[str]
    patterns: Mapping[str, re.Pattern[str]]
    kinds: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Tense:
    """Verbs and auxiliaries that place what is said; after a `bare` word no verb is in the past ("to hit"),
    after a `done` one an infinitive is. One of `nouns` after "to" is no verb. Whole phrases of `not_before` stand
    before what is ahead."""

    future: frozenset[str]
    surely_future: frozenset[str]
    past: frozenset[str]
    bare: frozenset[str]
    done: frozenset[str]
    nouns: frozenset[str]
    not_before: frozenset[str]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The section. `symbols` gives each class its character; `daily` are the words of daily news ("today"),
    `months` the names of months in full, `shortened` those whose full stop may end no sentence, `compared` those that
    measure one time against another, `titles` those that make a name of a day before them;
    `ancient` is a year before our era."""

    name: str
    symbols: Mapping[str, str]
    lexicon: Lexicon
    expressions: Expressions
    tense: Tense
    daily: frozenset[str]
    months: frozenset[str]
    shortened: frozenset[str]
    compared: frozenset[str]
    titles: frozenset[str]
    ancient: re.Pattern[str]


def load_time_words() -> TimeWords:
    """The section from its file. Raises PartError naming the key that is wrong."""
    given = load_toml(_WHERE)
    classes = table(given, "classes", _WHERE)
    symbols = {name: chr(0x100 + i) for i, name in enumerate([*SHAPES, *classes])}
    tense = {key: frozenset(words(given, key, _WHERE)) for key in _TENSE}
    return TimeWords(
        name=f"{word(given, 'name', _WHERE)} {word(given, 'version', _WHERE)}",
        symbols=symbols,
        lexicon=_lexicon(given, symbols),
        expressions=_expressions(given, symbols),
        tense=Tense(**tense),
        daily=frozenset(said for name in ("WEEKDAY", "DEICTIC") for said in table(classes, name, _WHERE)),
        months=_months(given),
        shortened=frozenset(words(given, "shortened", _WHERE)),
        compared=frozenset(words(given, "compared", _WHERE)),
        titles=frozenset(words(given, "titles", _WHERE)),
        ancient=_ancient(classes["ERA"]),
    )


def _ancient(eras: Mapping[str, str]) -> re.Pattern[str]:
    """A year before our era: "480 BC", "480 B.C."."""
    names = [era.upper() for era, stands in eras.items() if stands == "BC"]
    return re.compile(rf"\b\d{{1,4}} ?(?:{'|'.join([*names, *(r'[.]'.join(n) + '[.]' for n in names)])})(?!\w)")


def _months(given: Mapping[str, Any]) -> frozenset[str]:
    """Months in full; a name of three letters may be another word ("May")."""
    short = words(given, "abbreviations", _WHERE)
    names = table(table(given, "classes", _WHERE), "MONTH", _WHERE)
    return frozenset(name.capitalize() for name in names if name not in short and len(name) > 3)


def _lexicon(given: Mapping[str, Any], symbols: Mapping[str, str]) -> Lexicon:
    known = _words(table(given, "classes", _WHERE), symbols, frozenset(words(given, "capital", _WHERE)))
    phrases = _phrases(table(given, "phrases", _WHERE), symbols)
    abbreviations = frozenset(words(given, "abbreviations", _WHERE))
    special = {*phrases, *abbreviations}
    return Lexicon(
        words=known,
        phrases=phrases,
        abbreviations=abbreviations,
        plain={form: known[w].symbol for w in known if w not in special for form in _forms(w, known[w])},
        values={form: known[w].value or w for w in known if w not in special for form in _forms(w, known[w])},
        special=frozenset(form for w in special for form in _forms(w, known.get(w))),
    )


def _words(classes: Mapping[str, Any], symbols: Mapping[str, str], capital: frozenset[str]) -> dict[str, Word]:
    found: dict[str, Word] = {}
    for name in classes:
        for said, value in table(classes, name, _WHERE).items():
            if said in found or not isinstance(value, str):
                raise PartError(f"pack {_WHERE}", f"{said} in {name}: one class a word, and a value in quotes")
            found[said] = Word(symbols[name], value, name in capital)
    return found


def _forms(said: str, known: Word | None) -> tuple[str, ...]:
    """How a word is spelt where it counts."""
    forms = (said.capitalize(), said.title(), said.upper())
    return forms if known and known.capital else (said, *forms)


def _phrases(given: Mapping[str, Any], symbols: Mapping[str, str]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    # The longest first, so that "no more than" is not cut short.
    for said in sorted(given, key=len, reverse=True):
        name, _, value = str(given[said]).partition(" ")
        if name not in symbols:
            raise PartError(f"pack {_WHERE}", f"phrase {said}: no class {name}")
        parts = re.findall(r"\w+|[^\w\s]|\s+", said)
        pattern = "".join(r"\s+" if p.isspace() else "['’]" if p == "'" else re.escape(p) for p in parts)
        found.setdefault(parts[0], []).append(Phrase(re.compile(rf"{pattern}(?!\w)", re.I), symbols[name], value))
    return {first: tuple(phrases) for first, phrases in found.items()}


def _expressions(given: Mapping[str, Any], symbols: Mapping[str, str]) -> Expressions:
    known = dict(symbols)
    for name, members in table(given, "unions", _WHERE).items():
        if not isinstance(members, list) or not all(m in symbols for m in members):
            raise PartError(f"pack {_WHERE}", f"union {name}: a list of classes")
        known[name] = "[" + "".join(symbols[m] for m in members) + "]"
    for name, pattern in table(given, "fragments", _WHERE).items():
        known[name] = _compiled(pattern, known, name)
    made = {name: _compiled(p, known, name) for name, p in table(given, "expressions", _WHERE).items()}
    kinds = {f"x{i}": name for i, name in enumerate(made)}
    core = [name for name in words(given, "core", _WHERE) if name in symbols]
    return Expressions(
        core=re.compile("[" + "".join(symbols[name] for name in core) + "]"),
        inner=frozenset(symbols[name] for name in _INNER),
        scan=re.compile("|".join(f"(?P<{key}>{_uncaught(made[name])})" for key, name in kinds.items())),
        patterns={key: re.compile(made[name]) for key, name in kinds.items()},
        kinds=kinds,
    )


def _compiled(pattern: str, known: Mapping[str, str], name: str) -> str:
    """A pattern over classes as a regular expression over their characters. Raises PartError on an unknown class."""

    def put(m: re.Match[str]) -> str:
        if m["opened"]:
            return f"(?P<{m['opened']}>"
        if m["open"]:
            return "(?:"
        if m["word"] not in known:
            raise PartError(f"pack {_WHERE}", f"{name}: no class {m['word']}")
        return f"(?P<{m['name']}>{known[m['word']]})" if m["name"] else f"(?:{known[m['word']]})"

    try:
        made = _REFERENCE.sub(put, pattern).replace(" ", "")
        re.compile(made)
    except re.error as error:
        raise PartError(f"pack {_WHERE}", f"{name}: {error}") from error
    return made


def _uncaught(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)
