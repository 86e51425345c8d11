"""Going over a page's lines: each finder in its turn, then what only neighbouring lines show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sayso.records import Credit, Span
from sayso.sources.captions import find_caption, find_copyright_tail, is_caption_above
from sayso.sources.credits import (
    find_agency_below,
    find_agency_copyright,
    find_byline,
    find_correction,
    find_photo_credit,
    find_repost,
    find_signature,
    find_text_credit,
    find_via,
)
from sayso.sources.found import Context, Found, Position
from sayso.sources.furniture import find_button, find_films, find_furniture, find_sections, find_shouted, split_parts
from sayso.sources.lines import Line, spaced
from sayso.sources.rules import PageRules
from sayso.sources.stamps import find_stamp, find_stamp_tail

Finder = Callable[[Line, Context], Found | None]

# In this order; the first that knows a line has it. Those of the second list leave the rest of the line to the article.
FINDERS: tuple[Finder, ...] = (
    find_correction,
    find_repost,
    find_stamp,
    find_agency_copyright,
    find_furniture,
    find_byline,
    find_via,
    find_photo_credit,
    find_text_credit,
    find_signature,
    find_caption,
)
PART_FINDERS: tuple[Finder, ...] = (
    find_stamp,
    find_furniture,
    find_byline,
    find_photo_credit,
    find_text_credit,
    find_button,
)
TAIL_FINDERS: tuple[Finder, ...] = (find_stamp_tail, find_copyright_tail)


@dataclass(slots=True)
class Marks:
    """What the lines of a page have turned out to be. `taken` holds the numbers of lines that are wholly explained."""

    furniture: list[Span] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    corrections: list[Span] = field(default_factory=list)
    published: str | None = None
    updated: str | None = None
    taken: set[int] = field(default_factory=set)

    def take(self, at: int, line: Line) -> None:
        """Marks a whole line as furniture."""
        if at not in self.taken:
            self.taken.add(at)
            self.furniture.append(line.span)

    def add(self, found: Found) -> None:
        """Adds what a finder found; the first date of each kind stands."""
        self.furniture.extend(found.furniture)
        self.credits.extend(found.credits)
        self.authors.extend(found.authors)
        self.corrections.extend(found.corrections)
        self.published = self.published or found.published
        self.updated = self.updated or found.updated


def mark_lines(text: str, lines: Sequence[Line], rules: PageRules) -> Marks:
    """All that the lines say of the article without being of its words; linear in their number."""
    marks = Marks()
    contexts = _contexts(text, lines, rules)
    captions: list[int] = []
    signed = False
    for at, (line, context) in enumerate(zip(lines, contexts, strict=True)):
        found = _first(FINDERS, line, context) or _find_parts(line, context)
        if found is None and signed and context.position is Position.BEFORE:
            found = find_agency_below(line, context)
        signed = found is not None and bool(found.authors)
        if found is not None:
            marks.add(found)
            if found.corrections or line.span in found.furniture:
                marks.taken.add(at)
            if found.caption_above:
                captions.append(at)
        else:
            for finder in TAIL_FINDERS:
                marks.add(finder(line, context) or Found())
    _take_captions(lines, captions, contexts, marks)
    _take_corrections(lines, marks)
    for at in find_sections(lines, marks.taken, contexts[0]) if lines else ():
        marks.take(at, lines[at])
    for at in (*find_shouted(lines, marks.taken), *find_films(lines)):
        marks.take(at, lines[at])
    return marks


def _first(finders: Sequence[Finder], line: Line, context: Context) -> Found | None:
    return next((found for finder in finders if (found := finder(line, context)) is not None), None)


def _find_parts(line: Line, context: Context) -> Found | None:
    """A line of several parts ("Staff report | 4 March 2031 | Share") each of which is known."""
    parts = split_parts(line)
    found = [_first(PART_FINDERS, part, context) for part in parts]
    known = [f for f in found if f is not None]
    if not known or len(known) < len(parts):
        return None
    return Found(
        furniture=(line.span,),
        credits=tuple(c for f in known for c in f.credits),
        authors=tuple(a for f in known for a in f.authors),
        published=next((f.published for f in known if f.published), None),
        updated=next((f.updated for f in known if f.updated), None),
    )


def _contexts(text: str, lines: Sequence[Line], rules: PageRules) -> list[Context]:
    """Each line's context: whether it stands before, within or after the running text."""
    prose = [at for at, line in enumerate(lines) if line.prose]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), len(lines))
    shared = {position: Context(text, rules, position) for position in Position}
    return [
        shared[Position.BEFORE if at < first else Position.AFTER if at > last else Position.WITHIN]
        for at in range(len(lines))
    ]


def _take_captions(lines: Sequence[Line], credited: Sequence[int], contexts: Sequence[Context], marks: Marks) -> None:
    """The captions above photo credits that stand on lines of their own."""
    parted = spaced(lines)
    for at in credited:
        above = at - 1
        if above < 0 or above in marks.taken:
            continue
        same_block = parted and lines[above].block == lines[at].block
        if is_caption_above(lines[above], contexts[above], same_block):
            marks.take(above, lines[above])


def _take_corrections(lines: Sequence[Line], marks: Marks) -> None:
    """A correction under a heading of its own is the line below the heading."""
    heads = {span.start for span in marks.corrections}
    for at, line in enumerate(lines[:-1]):
        if line.span.start in heads and line.count <= 3 and at + 1 not in marks.taken:
            marks.corrections.append(lines[at + 1].span)
            marks.taken.add(at + 1)
