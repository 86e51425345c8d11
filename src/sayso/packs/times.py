"""How a language names times: its words by class, and the patterns over those classes that make an expression."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.errors import PartError
from sayso.packs.loading import load_toml, table, word, words

# Classes that a word has by its looks; the rest are listed in the pack.
SHAPES = (
    "ISO NUMERIC DAY YEAR BIG SHORTYEAR ORDDIGIT DECADE CLOCK CLOCK24 QSHORT COMMA DASH LPAR RPAR STOP POSS NAME WORD "
    "MONEY SKIP END AWHILE AHEAD FROMNOW ROW ORSO AFEW ANDHALF YEAREND"
).split()
# Classes that no expression begins with.
_INNER = ("WORD", "NAME", "COMMA", "STOP", "DASH", "LPAR", "RPAR", "POSS", "MONEY", "END", "SKIP", "COUNTED")
_REFERENCE = re.compile(
    r"(?P<opened>[a-z]\w*)=\((?!\?)"  # name=(…
    r"|(?:(?P<name>[a-z]\w*)=)?(?P<word>[A-Z][A-Z0-9]*)"  # CLASS, name=CLASS
    r"|(?P<open>\((?!\?))"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Several words that act as one, all in lower case, with their class and value."""

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
class TimeWords:
    """The section: `symbols` gives each class its character, `phrases` are by first word, `plain` and `values` give
    the class and value of a spelling at once, `special` spellings may begin a phrase or end in a full stop, `core` finds the words that every expression has one of, `inner` are classes
    that none begins with, `scan` tells in a string of classes what
    expression begins (its last group names it), `expressions` catch its parts."""

    name: str
    symbols: Mapping[str, str]
    words: Mapping[str, Word]
    phrases: Mapping[str, tuple[Phrase, ...]]
    daily: frozenset[str]
    plain: Mapping[str, str]
    values: Mapping[str, str]
    special: frozenset[str]
    core: re.Pattern[str]
    inner: frozenset[str]
    scan: re.Pattern[str]
    expressions: Mapping[str, re.Pattern[str]]
    kinds: Mapping[str, str]
    abbreviations: frozenset[str]
    future: frozenset[str]
    surely_future: frozenset[str]
    past: frozenset[str]
    bare: frozenset[str]

    def union(self, *classes: str) -> frozenset[str]:
        """The characters of these classes."""
        return frozenset(self.symbols[c] for c in classes)


def load_time_words() -> TimeWords:
    """The section from its file. Raises PartError naming the key that is wrong."""
    where = "data/times.toml"
    given = load_toml(where)
    classes = table(given, "classes", where)
    symbols = {name: chr(0x100 + i) for i, name in enumerate([*SHAPES, *classes])}
    patterns = _patterns(given, symbols, where)
    core = "".join(symbols[name] for name in words(given, "core", where) if name in symbols)
    known = _words(classes, symbols, frozenset(words(given, "capital", where)), where)
    phrases = _phrases(table(given, "phrases", where), symbols, where)
    special = {*phrases, *words(given, "abbreviations", where)}
    named = {f"x{i}": name for i, name in enumerate(patterns)}
    scan = "|".join(f"(?P<{key}>{_uncaught(patterns[name])})" for key, name in named.items())
    return TimeWords(
        name=f"{word(given, 'name', where)} {word(given, 'version', where)}",
        symbols=symbols,
        words=known,
        phrases=phrases,
        daily=frozenset(w for name in ("WEEKDAY", "DEICTIC") for w in table(classes, name, where)),
        plain={form: known[w].symbol for w in known if w not in special for form in _forms(w, known[w])},
        values={form: known[w].value or w for w in known if w not in special for form in _forms(w, known[w])},
        special=frozenset(form for w in special for form in _forms(w, known.get(w))),
        core=re.compile(f"[{core}]"),
        inner=frozenset(symbols[name] for name in _INNER),
        scan=re.compile(scan),
        expressions={key: re.compile(patterns[name]) for key, name in named.items()},
        kinds=named,
        abbreviations=frozenset(words(given, "abbreviations", where)),
        future=frozenset(words(given, "future", where)),
        surely_future=frozenset(words(given, "surely_future", where)),
        past=frozenset(words(given, "past", where)),
        bare=frozenset(words(given, "bare", where)),
    )


def _words(
    classes: Mapping[str, object], symbols: Mapping[str, str], capital: frozenset[str], where: str
) -> dict[str, Word]:
    found: dict[str, Word] = {}
    for name in classes:
        for said, value in table(classes, name, where).items():
            if said in found or not isinstance(value, str):
                raise PartError(f"pack {where}", f"{said} in {name}: one class a word, and a value in quotes")
            found[said] = Word(symbols[name], value, name in capital)
    return found


def _forms(said: str, known: Word | None) -> tuple[str, ...]:
    """How a word is spelt where it counts."""
    forms = (said.capitalize(), said.title(), said.upper())
    return forms if known and known.capital else (said, *forms)


def _phrases(given: Mapping[str, object], symbols: Mapping[str, str], where: str) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    # The longest first, so that "no more than" is not cut short.
    for said in sorted(given, key=len, reverse=True):
        name, _, value = str(given[said]).partition(" ")
        if name not in symbols:
            raise PartError(f"pack {where}", f"phrase {said}: no class {name}")
        parts = re.findall(r"\w+|[^\w\s]|\s+", said)
        pattern = "".join(r"\s+" if p.isspace() else "['’]" if p == "'" else re.escape(p) for p in parts)
        found.setdefault(parts[0], []).append(Phrase(re.compile(rf"{pattern}(?!\w)", re.I), symbols[name], value))
    return {first: tuple(phrases) for first, phrases in found.items()}


def _patterns(given: Mapping[str, object], symbols: Mapping[str, str], where: str) -> dict[str, str]:
    known: dict[str, str] = dict(symbols)
    for name, members in table(given, "unions", where).items():
        if not isinstance(members, list) or not all(m in symbols for m in members):
            raise PartError(f"pack {where}", f"union {name}: a list of classes")
        known[name] = "[" + "".join(symbols[m] for m in members) + "]"
    for name, pattern in table(given, "fragments", where).items():
        known[name] = _compiled(pattern, known, f"{where}: {name}")
    expressions = table(given, "expressions", where)
    return {name: _compiled(pattern, known, f"{where}: {name}") for name, pattern in expressions.items()}


def _compiled(pattern: str, known: Mapping[str, str], where: str) -> str:
    """A pattern over classes as a regular expression over their characters. Raises PartError on an unknown class."""

    def put(m: re.Match[str]) -> str:
        if m["opened"]:
            return f"(?P<{m['opened']}>"
        if m["open"]:
            return "(?:"
        if m["word"] not in known:
            raise PartError(f"pack {where}", f"no class {m['word']}")
        return f"(?P<{m['name']}>{known[m['word']]})" if m["name"] else f"(?:{known[m['word']]})"

    try:
        made = _REFERENCE.sub(put, pattern).replace(" ", "")
        re.compile(made)
    except re.error as error:
        raise PartError(f"pack {where}", str(error)) from error
    return made


def _uncaught(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)
