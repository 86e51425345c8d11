"""A brief as Markdown. Words of articles are escaped: they can't make headings, links, pictures or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.exports.brief import Brief, Line, Place

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&$])")
_OPENING = re.compile(r"^(\d*)([-+=.):])")  # what would begin a list, a rule or a heading at a line's start


def to_markdown(brief: Brief) -> str:
    """The brief as Markdown, ending with a line break."""
    return "\n".join(_lines(brief)) + "\n"


def escaped(words: str) -> str:
    """Words in one line in which Markdown finds nothing to act on."""
    return _OPENING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", " ".join(words.split())))


def _lines(brief: Brief) -> Iterator[str]:
    yield "# Who states what"
    yield ""
    yield escaped(headline(brief))
    for side in brief.sides:
        yield ""
        yield f"## {escaped(side.side)} ({side.statements})"
        for voice in side.voices:
            yield ""
            about = ", ".join(escaped(w) for w in (voice.role, voice.body) if w and w != voice.name)
            yield f"### {escaped(voice.name)}" + (f" ({about})" if about else "")
            yield ""
            for line in voice.lines:
                yield from _item(line)
            if voice.more:
                yield f"- and {voice.more} more"
        if side.more:
            yield ""
            yield f"and {others(side.more, 'voice')}"
    if brief.more:
        yield ""
        yield f"and {others(brief.more, 'side')}"


def others(count: int, what: str) -> str:
    """What is left out: "1 more side", "3 more voices"."""
    return f"{count} more {what}{'s' * (count != 1)}"


def headline(brief: Brief) -> str:
    """How much the brief is made of, in one line."""
    newest = "" if brief.of_newest is None else f"the newest {brief.of_newest:,} statements: "
    outlets = f"{len(brief.outlets)} outlet{'s' * (len(brief.outlets) != 1)}"
    days = (
        "" if brief.first is None else f", {brief.first}" + (f" to {brief.last}" if brief.last != brief.first else "")
    )
    return f"{newest}{brief.articles:,} article{'s' * (brief.articles != 1)} of {outlets}{days}"


def _item(line: Line) -> Iterator[str]:
    act = f"**{escaped(line.act)}**: " if line.act and line.act != "narrate" else ""
    yield f"- {act}{escaped(line.words)}"
    notes = [*line.notes, *(f"“{hedge}”" for hedge in line.hedges), line.chain, said_when(line)]
    said = " · ".join(escaped(note) for note in notes if note)
    if said:
        yield f"  - {said}"
    for figure in line.figures:
        yield f"  - figure: {escaped(figure)}"
    yield f"  - {'; '.join(escaped(where(place)) for place in line.places)}"


def said_when(line: Line) -> str | None:
    """When it was said, where that is not the day of every article that has it."""
    days = {place.published[:10] for place in line.places if place.published}
    return None if days == {line.said_on} else line.said_on


def where(place: Place) -> str:
    """An article, its day and the offsets in it."""
    day = place.published[:10] if place.published else None
    name = ", ".join(w for w in (place.outlet, day, place.key or place.article[:12]) if w)
    spans = " ".join(f"[{span.start}, {span.end})" for span in place.spans)
    return f"{name}, {place.item} {spans}"
