"""A story's brief as sections of lines: the same in the terminal, in Markdown and on a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.exports.brief_markdown import escaped, where
from sayso.exports.story_brief import THIRD, ClaimLine, Moment, Pair, StoryBrief


@dataclass(frozen=True, slots=True)
class Told:
    """A line: what is told, what is to be known of it, and where it stands."""

    words: str
    notes: tuple[str, ...]
    places: tuple[str, ...]
    loud: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines; `more` are left out."""

    heading: str
    lines: tuple[Told, ...]
    more: int = 0


def headline(brief: StoryBrief) -> str:
    """How much the brief is made of, in one line."""
    days = brief.first + (f" to {brief.last}" if brief.last != brief.first else "")
    return f"{brief.articles} articles, {days or 'no day known'}; {brief.claims} claims; story {brief.story}"


def sections(brief: StoryBrief) -> Iterator[Section]:
    """The sections that have lines, in the order in which an editor needs them."""
    made = [
        Section("One origin, several articles: not confirmed by being repeated", tuple(map(_claim, brief.alone))),
        Section("In conflict", tuple(map(_pair, brief.conflicts))),
        *(Section(_heading(side.side), tuple(map(_claim, side.lines)), side.more) for side in brief.sides),
        Section("Revised or continued", tuple(map(_pair, brief.revisions))),
        Section("Changed on the way: hedges and attributions dropped, voices changed", tuple(map(_pair, brief.alarms))),
        Section("Not verified", tuple(map(_claim, brief.unverified))),
        Section("What was claimed for which day", tuple(map(_moment, brief.timeline))),
        Section("Articles", tuple(Told(one, (), ()) for one in brief.sources)),
    ]  # fmt: skip
    yield from (one for one in made if one.lines)


def story_markdown(brief: StoryBrief) -> str:
    """The brief as Markdown, ending with a line break."""
    lines = [f"# {escaped(brief.title)}", "", escaped(headline(brief))]
    for section in sections(brief):
        lines += ["", f"## {escaped(section.heading)}", ""]
        for told in section.lines:
            mark = "**" if told.loud else ""
            lines.append(f"- {escaped(told.words)}")
            lines += [f"  - {mark}{escaped(note)}{mark if i == 0 else ''}" for i, note in enumerate(told.notes[:1])]
            lines += [f"  - {escaped(note)}" for note in told.notes[1:]]
            if told.places:
                lines.append(f"  - {'; '.join(escaped(place) for place in told.places)}")
        if section.more:
            lines.append(f"- and {section.more} more")
    return "\n".join(lines) + "\n"


def _claim(line: ClaimLine) -> Told:
    notes = (line.origins, *((", ".join(line.notes),) if line.notes else ()))
    return Told(f"{line.who}: {line.words}", notes, tuple(map(where, line.places)), line.alone)


def _pair(pair: Pair) -> Told:
    return Told(f"{pair.first} | {pair.second}", (f"{pair.kind}: {pair.reason}",), tuple(map(where, pair.places)))


def _moment(moment: Moment) -> Told:
    published = f"published {moment.published}" if moment.published else "no day of publication known"
    return Told(f"{moment.day}: {moment.words}", (f"{moment.who}, {published}",), tuple(map(where, moment.places)))


def _heading(side: str) -> str:
    return f"{side} claims besides" if side != THIRD else "Third parties and outlets"
