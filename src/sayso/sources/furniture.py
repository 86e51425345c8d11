"""Lines that are no part of the article: counters, buttons, forms, prompts, notices, links to other pieces.

A false alarm costs the article's own words and weighs more than a miss: every rule asks for the whole line, or its
beginning, and nothing that is longer than a label is judged by a word within it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from sayso.sources.found import Context, Found
from sayso.sources.lines import Line, spaced

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?|#|\+")
_SEPARATOR = re.compile(r"\s*[|·•]\s*|\s{2,}")
_LENGTH = re.compile(r"\d{1,2}:\d{2} (?![ap]\.?m)")
_LINKED = (">>", "►", "»", "+ ")
_OPENERS = "\"'“‘«„"
_CLOSERS = "\"'”’»"
_MOST_LINKS = 15  # lines under one heading of links
_LINK_WORDS = 25
_CONTAINING_WORDS = 30  # in longer lines the phrase may stand beside the article's own sentences
_NUMBERED = re.compile(r"(?:\d{1,2}[.)]|[-–•*+>])\s")
_FEWEST_SHOUTED = 5
_MOST_SHOUTED = 25
_SHOUTED_SHARE = 0.25  # of a text's lines; above it, capitals are the text's manner


def find_furniture(line: Line, context: Context) -> Found | None:
    """A line that is furniture by its own words."""
    return Found(furniture=(line.span,)) if is_furniture(line.folded, line.words, line.short, context) else None


def split_parts(line: Line) -> list[Line]:
    """The parts of a line that bars or wide gaps part, as lines of their own; empty where there is one alone."""
    if not line.short:
        return []
    parts: list[Line] = []
    at = 0
    for match in _SEPARATOR.finditer(line.words):
        parts.append(line.part(at, match.start()))
        at = match.end()
    parts.append(line.part(at, len(line.words)))
    kept = [part for part in parts if part.words]
    return kept if len(kept) > 1 else []


def find_button(line: Line, context: Context) -> Found | None:
    """A part of a line that is made of a bar's words, though none of them is a core word."""
    return (
        Found(furniture=(line.span,))
        if _is_bar(line.folded, context.rules.words.lines.bar_words, frozenset())
        else None
    )


def is_furniture(folded: str, words: str, short: bool, context: Context) -> bool:
    """Whether words, folded, are furniture by a phrase or pattern of the pack."""
    given = context.rules.words.lines
    if given.starts_any_length.match(folded):
        return True
    if not short:
        return False
    if folded in given.exact or given.patterns.fullmatch(folded) or _is_bar(folded, given.bar_words, given.bar_core):
        return True
    if words[:1] in _OPENERS:
        return False
    if words.startswith(_LINKED) and not words.endswith("."):
        return True
    if given.starts.match(folded):
        return True
    return folded.count(" ") < _CONTAINING_WORDS and any(phrase in folded for phrase in given.contains)


def find_sections(lines: Sequence[Line], taken: Set[int], context: Context) -> list[int]:
    """The lines under headings of links ("Most viewed", "Leave a comment"), headings included."""
    given = context.rules.words.lines
    found: list[int] = []
    for at, line in enumerate(lines):
        if at in taken and line.folded not in given.sections:
            continue
        started = given.section_starts.match(line.folded) and line.count <= 8 and line.words.endswith(":")
        if line.folded in given.sections or started:
            found.append(at)
            for below in range(at + 1, min(at + 1 + _MOST_LINKS, len(lines))):
                if below not in taken and not _is_link(lines[below]):
                    break
                found.append(below)
    return found


def find_shouted(lines: Sequence[Line], taken: Set[int]) -> list[int]:
    """Headlines of other pieces in capitals between paragraphs of a text that otherwise has small letters."""
    shouted = [at for at, line in enumerate(lines) if _is_shouted(line)]
    if len(shouted) > max(1, _SHOUTED_SHARE * len(lines)) or not spaced(lines):
        return []
    last = len(lines) - 1
    return [
        at
        for at in shouted
        if at not in taken and 0 < at < last and _is_quiet(lines[at - 1]) and _is_quiet(lines[at + 1])
    ]


def find_films(lines: Sequence[Line]) -> list[int]:
    """Lists of films by their lengths ("0:43 Homeless man found"): lines that begin with a time and close with no
    point, side by side, one of them shorter than a minute; other times may be those of a day.
    """
    found: list[int] = []
    run: list[int] = []
    for at, line in enumerate(lines):
        if line.short and not line.words.endswith(".") and _LENGTH.match(line.words):
            run.append(at)
            continue
        found.extend(run if _is_films(run, lines) else ())
        run = []
    return found + (run if _is_films(run, lines) else [])


def _is_films(run: Sequence[int], lines: Sequence[Line]) -> bool:
    return any(lines[at].words.startswith("0:") for at in run)


def _is_shouted(line: Line) -> bool:
    if not _FEWEST_SHOUTED <= line.count <= _MOST_SHOUTED or line.words.endswith((".", ":")):
        return False
    quoted = line.words[:1] in _OPENERS and line.words[-1] in _CLOSERS
    return line.words.isupper() and not quoted


def _is_quiet(line: Line) -> bool:
    """Running text in small letters."""
    return line.prose and not line.words.isupper()


def _is_link(line: Line) -> bool:
    if line.count > _LINK_WORDS:
        return False
    return not line.ends or _NUMBERED.match(line.words) is not None or (line.words.endswith("?") and line.count <= 12)


def _is_bar(folded: str, known: Set[str], core: Set[str]) -> bool:
    """Whether all words are a bar's, one of them a core word where core words are asked for."""
    tokens = _TOKEN.findall(folded)
    if not 0 < len(tokens) <= 20 or not all(t in known or t in "#+" for t in tokens):
        return False
    return not core or any(t in core for t in tokens)
