"""The head of a page: its title, the outlet's name above it, the address that a scraper noted below."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from sayso.packs.furniture import fold
from sayso.sources.dates import as_day
from sayso.sources.lines import Line
from sayso.sources.names import is_name
from sayso.sources.page_marks import Marks
from sayso.sources.rules import PageRules

_HEAD_LINES = 12
_TITLE_WORDS = (3, 30)  # 99.6 % of 3,464 titles in two crawls have so many words
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\w+/(?=https?://)", re.IGNORECASE)
_PATH_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})[/-]?(\d{2}|[a-z]{3})[/-]?(\d{2})(?!\d)")
_HEADER_PARTS = re.compile(r"\s*[|·•]\s*")


@dataclass(frozen=True, slots=True)
class Head:
    """The title and the outlet's name as the page shows them, each with the line it stands in."""

    title: int | None = None
    outlet: int | None = None


def find_head(lines: Sequence[Line], marks: Marks, rules: PageRules) -> Head:
    """The title line before the running text, and the line above it that names the outlet."""
    candidates: list[int] = []
    for at, line in enumerate(lines[:_HEAD_LINES]):
        if line.prose and not (at == 0 and _asks(line)):
            break
        if at not in marks.taken and line.count <= _TITLE_WORDS[1]:
            candidates.append(at)
    if not candidates:
        return Head()
    first = lines[candidates[0]]
    following = candidates[1] if len(candidates) > 1 else None
    if _names_outlet(first, rules, following is not None and lines[following].count >= _TITLE_WORDS[0]):
        return Head(title=following, outlet=candidates[0])
    told = first.count >= _TITLE_WORDS[0] and not first.words.endswith((".", ";", ","))
    return Head(title=candidates[0] if told else None)


def title_words(line: Line) -> str:
    """A title without the marks that pages set before it."""
    return line.words.lstrip("×•·▪●>|* ")


def masthead(line: Line) -> str:
    """The outlet's name as the line above the title says it, without what follows a bar or point."""
    return _HEADER_PARTS.split(line.words)[0]


def find_repeats(lines: Sequence[Line], title: str, first: int) -> list[int]:
    """The lines near the head that say the title again, after the first."""
    folded = fold(title)
    return [at for at in range(first, min(_HEAD_LINES, len(lines))) if lines[at].folded == folded]


def find_address(lines: Sequence[Line], rules: PageRules) -> str | None:
    """The address after "Original url:", on its line or the next."""
    for at, line in enumerate(lines):
        if line.short and rules.words.credits.address.match(line.folded):
            below = lines[at + 1].words if at + 1 < len(lines) else ""
            match = _ADDRESS.search(line.words) or _ADDRESS.match(below)
            if match:
                return match.group().rstrip(".,;)")
    return None


def outlet_of(url: str, outlets: Mapping[str, str]) -> str | None:
    """The outlet's name by its host; its host where the name is not known; none for an address without one."""
    try:
        host = (urlsplit(_ARCHIVED.sub("", url)).hostname or "").casefold()
    except ValueError:
        return None
    host = host.removeprefix("www.").removeprefix("m.").removeprefix("edition.").removeprefix("amp.")
    parts = host.split(".")
    for at in range(len(parts) - 1):
        name = outlets.get(".".join(parts[at:]))
        if name is not None:
            return name
    return host if len(parts) > 1 else None


def day_of(url: str, rules: PageRules) -> str | None:
    """The day in an address (/2031/03/04/, /2031/mar/04/, 20310304), where it has just one."""
    path = _ARCHIVED.sub("", url)
    days: set[str] = set()
    for year, month, day in _PATH_DAY.findall(path.casefold()):
        number = month if month.isdigit() else rules.words.dates.months.get(month)
        found = as_day(year, number, day) if number else None
        if found:
            days.add(found)
    return days.pop() if len(days) == 1 else None


def _asks(line: Line) -> bool:
    """A title may be a question."""
    return line.words.endswith("?") and line.count <= 20


def _names_outlet(line: Line, rules: PageRules, titled: bool) -> bool:
    """Whether the first line reads like a masthead: a known outlet; above a title also a name or two, or words with
    one such as "Daily" among them.
    """
    words = masthead(line)
    if line.ends or not is_name(words, rules.words.credits) or len(words.split()) > 6:
        return False
    known = frozenset(fold(name) for name in rules.words.outlets.values())
    folded = fold(words)
    held = any(part in rules.words.credits.body_words for part in folded.split())
    return folded in known or (titled and (len(words.split()) <= 2 or (held and len(words.split()) <= 5)))
