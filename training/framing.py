"""Framing: sentences of the corpora put into another's mouth by frames of our own, up to three levels deep.

No corpus here annotates enough nesting, headlines or colon constructions; a framed sentence keeps its own
attributions, and the frame adds one whose content it is.
"""

from __future__ import annotations

import random
import re
import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.records.span import Span
from training.examples import Example, Roles, lines_of

_END = re.compile(r"[.?!](?:[”\"’]|'')?(?=\s|$)")
_PART = re.compile(r"\{[ScCP]\}|[<>\[\]]|[^\[\]<>{}]+")
_KEEP_CAPITAL = re.compile(r"(?:I\b|[A-Z][\w’'.-]* (?:[A-Z]|of )|[A-Z]{2}|[“\"‘'«])")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its attributions, spans counted in its own text; `plain` where it has none."""

    text: str
    attributions: list[Roles]


class Framer:
    """Puts sentences into frames; the frames and sources are `own/frames.toml`."""

    def __init__(self, path: Path, proper_words: frozenset[str]) -> None:
        self._frames = tomllib.loads(path.read_text(encoding="utf-8"))
        self._proper = proper_words

    def paragraph(self, sentence: Sentence, levels: int, chance: random.Random) -> Example:
        """One framed paragraph: the sentence inside `levels` frames."""
        framed = sentence
        for level in range(levels):
            outermost = level == levels - 1
            kinds = ("before", "before", "after", "nominal") if outermost else ("before",)
            frame = chance.choice(self._frames[chance.choice(kinds)])
            if "“" in frame and re.search('[“”"]', framed.text):
                frame = "{S} [said] <that {c}>"
            framed = self._fill(framed, frame, chance.choice(self._frames["sources"]), chance)
        text = framed.text if framed.text[-1:] in '.”"' else framed.text + "."
        text = text[:1].upper() + text[1:]
        return Example(text, lines_of(text), framed.attributions, complete=True, flat=False)

    def headline(self, sentence: Sentence, chance: random.Random) -> Example:
        """A short sentence as a headline with its source, set in title case half of the time."""
        frame = chance.choice(self._frames["headline"])
        title = chance.random() < 0.6
        inner = Sentence(_title_case(sentence.text) if title else sentence.text, sentence.attributions)
        framed = self._fill(inner, frame, chance.choice(self._frames["proper"]), chance)
        return Example(framed.text, lines_of(framed.text), framed.attributions, complete=True, flat=False)

    def _fill(self, sentence: Sentence, frame: str, source: str, chance: random.Random) -> Sentence:
        out = ""
        spans: dict[str, Span] = {}
        moved: list[Roles] = []
        opened: dict[str, int] = {}
        if chance.random() < 0.5 and "<that " in frame:
            frame = frame.replace("<that ", "<") if chance.random() < 0.4 else frame
        for part in _PART.findall(frame):
            if part in ("[", "<"):
                opened[part] = len(out)
            elif part in ("]", ">"):
                start = opened["[" if part == "]" else "<"]
                spans["cue" if part == "]" else "content"] = Span(start, len(out))
            elif part in ("{S}", "{P}"):
                name = source[:1].upper() + source[1:] if not out.strip("“") else source
                spans["source"] = Span(len(out), len(out) + len(name.rstrip(",")))
                out += name
            elif part in ("{c}", "{C}"):
                inner = self._set(sentence.text, part == "{C}")
                moved = [_shift(r, len(out)) for r in sentence.attributions]
                out += inner
            else:
                out += part[1:] if out.endswith(",") and part.startswith(",") else part
        own = Roles([spans["source"]] if "source" in spans else [], [spans["cue"]], [spans["content"]])
        return Sentence(out, [own, *moved])

    def _set(self, text: str, capital: bool) -> str:
        text = text.rstrip(".")
        if capital:
            return text[:1].upper() + text[1:]
        first = re.match(r"[\w’']+", text)
        proper = bool(_KEEP_CAPITAL.match(text)) or (first is not None and first[0].lower() in self._proper)
        return text if proper else text[:1].lower() + text[1:]


def _shift(roles: Roles, by: int) -> Roles:
    return Roles(*([Span(a + by, b + by) for a, b in spans] for spans in (roles.source, roles.cue, roles.content)))


def _title_case(text: str) -> str:
    small = {"a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "by", "as", "with", "from"}
    return " ".join(w if w in small else w[:1].upper() + w[1:] for w in text.split(" "))


def _whole(text: str) -> bool:
    """Whether a stretch up to a full stop looks like a sentence, not like a piece before or after an abbreviation."""
    balanced = text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("(") == text.count(")")
    last = re.findall(r"[^\W_]+", text)[-1:]
    return balanced and text[0].isupper() and bool(last) and (len(last[0]) > 3 or last[0].islower())


def sentences_of(example: Example, longest: int = 260) -> tuple[list[Sentence], list[Sentence]]:
    """Sentences of an example usable in frames: those with attributions wholly inside, and those without any."""
    with_roles: list[Sentence] = []
    plain: list[Sentence] = []
    listed: Sequence[Roles] = sorted(example.attributions or (), key=lambda r: r.cue[0].start)
    cues = [r.cue[0].start for r in listed]
    edges = sorted({s.start for r in listed for s in r.spans()} | {s.end - 1 for r in listed for s in r.spans()})
    for paragraph in example.paragraphs:
        start = paragraph.start
        for match in _END.finditer(example.text, paragraph.start, paragraph.end):
            span = Span(start, match.end())
            start = match.end() + len(example.text[match.end() :][:8]) - len(example.text[match.end() :][:8].lstrip())
            text = example.text[span.start : span.end]
            if not 25 <= len(text) <= longest or not _whole(text):
                continue
            inside = list(listed[bisect_left(cues, span.start) : bisect_left(cues, span.end)])
            if not inside and bisect_left(edges, span.start) == bisect_left(edges, span.end):
                plain.append(Sentence(text, []))
            elif inside and all(span.start <= s.start and s.end <= span.end for r in inside for s in r.spans()):
                with_roles.append(Sentence(text, [_shift(r, -span.start) for r in inside]))
    return with_roles, plain
