"""How words of the news are put on a page: cut to a length, without what could turn the line around.

Everything is escaped by the templates besides; <bdi> and dir="auto" keep right-to-left names in their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from sayso.desk.charts.figures import plural as plural_of
from sayso.errors import printable
from sayso.exports.wording import bounds
from sayso.records import Figure, Modality, Polarity, Span

LABEL = 180  # characters of a title or name on a page
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def label(words: object, most: int = LABEL) -> str:
    """A title, name or other short text in one line: white space folded, controls made visible, cut at `most`."""
    given = "" if words is None else str(words)
    flat = printable(" ".join(given[: most * 4].split()))
    return flat if len(flat) <= most and len(given) <= most * 4 else flat[: most - 1].rstrip() + "…"


def said(words: object, most: int = 600) -> str:
    """Words of a statement: as a label, but longer."""
    return label(words, most)


def day(edtf: object) -> str:
    """A date as a reader reads it: "3 Mar 2031", "Mar 2031", intervals with a dash; what is no date stays as it is."""
    given = "" if edtf is None else str(edtf)
    start, slash, end = given.partition("/")
    if not slash:
        return _one(given)
    if start in ("", ".."):
        return f"until {_one(end)}"
    return f"since {_one(start)}" if end in ("", "..") else f"{_one(start)} – {_one(end)}"


def _one(given: str) -> str:
    match = _DAY.match(given)
    try:
        if match:
            found = date(int(match[1]), int(match[2]), int(match[3]))
            return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"
        if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", given):
            return f"{_MONTHS[int(given[5:]) - 1]} {given[:4]}"
    except ValueError:
        pass
    return label(given, 40)


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count and its noun: "1 article", "1,204 articles"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def marked(words: str, marks: Iterable[Span], most: int = 600) -> list[tuple[str, bool]]:
    """The words cut where searched words stand: pieces, and whether each is one of them."""
    pieces: list[tuple[str, bool]] = []
    at = 0
    for mark in sorted(marks):
        if mark.start < at or mark.end > most:
            continue
        pieces.append((printable_line(words[at : mark.start]), False))
        pieces.append((printable_line(words[mark.start : mark.end]), True))
        at = mark.end
    pieces.append((printable_line(words[at:most]), False))
    if len(words) > most:
        pieces.append(("…", False))
    return [piece for piece in pieces if piece[0]]


def printable_line(words: str) -> str:
    """Words in one line with controls made visible; the spaces at their edges stay."""
    return printable(re.sub(r"\s+", " ", words))


def captured(words: str) -> str:
    """A stretch of an article's text as it stands, but for characters that turn or hide others: these are named."""
    return _UNSEEN.sub(lambda m: f"⟨U+{ord(m.group()):04X}⟩", words)


def amount(figure: Figure) -> str:
    """What a figure asserts, in a few words: "310 people lost, of Merenia, 2 Mar 2031 – 3 Mar 2031"."""
    one = figure.low == figure.high == 1
    counted = " ".join(part for part in (figure.unit if one else plural_of(figure.unit or ""), figure.measure) if part)
    parts = [f"{bounds(figure)} {counted}".strip()]
    parts += [f"of {' and '.join(figure.of)}"] if figure.of else []
    parts += [day(figure.period)] if figure.period else [f"as of {day(figure.as_of)}"] if figure.as_of else []
    parts += ["denied"] if figure.polarity is Polarity.NEGATED else []
    parts += [figure.modality.value] if figure.modality is not Modality.ASSERTED else []
    return label(", ".join(parts))
