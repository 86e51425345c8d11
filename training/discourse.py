"""GUM's attribution relations (eRST) turned into source, cue and content.

A relation joins an attributing unit ("Officials said") to the unit that it attributes. Children are attached in the
order of the third number, innermost first: what hangs on the attributed unit with a smaller number than the relation
is inside the content, what hangs there with a larger one is not. That gives nesting, which PolNeAR does not annotate.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.records.span import Span
from training.examples import Example, Roles
from training.treebanks import TreebankText, syntax_example

_EDGE = re.compile(r"([\w-]+):(\d+)->(\d+):(\d+):([^|;]*)")
_BEFORE_CUE = ("aux", "aux:pass", "advmod", "cop")
_LONGEST = 90  # words; a longer content is a whole section, which no news report attributes in one breath


@dataclass(slots=True)
class Unit:
    """An elementary discourse unit: its words, what it hangs on, in which order, and by which relation and signals."""

    words: list[int] = field(default_factory=list)
    head: int = 0
    order: int = 0
    relation: str = ""
    signals: str = ""


def attribution_example(text: TreebankText) -> Example:
    """The text with syntax, names and the attributions of its discourse layer; others may stand in it unlisted."""
    example = syntax_example(text, names=True)
    example.attributions = [r for r in gum_attributions(text) if r.cue and r.content]
    example.complete = False
    example.flat = False
    return example


def gum_attributions(text: TreebankText) -> list[Roles]:
    """The attributions of a GUM text, nested ones included."""
    units = _units(text)
    children: dict[int, list[int]] = {}
    for number, unit in units.items():
        children.setdefault(unit.head, []).append(number)

    def under(number: int, below: int) -> list[int]:
        words = list(units[number].words)
        for child in children.get(number, []):
            if units[child].order < below:
                words += under(child, 1_000)
        return words

    found: list[Roles] = []
    for unit in units.values():
        if not unit.relation.startswith("attribution") or unit.head not in units:
            continue
        source = _source(text, unit)
        cue = _cue(text, unit, source)
        target = units[unit.head]
        inside = set(under(unit.head, unit.order))
        if target.relation.startswith("attribution") and target.head in units:
            inside |= set(under(target.head, target.order))  # what is attributed is itself an attribution
        content = sorted(inside - set(unit.words))
        if cue and content and len(content) <= _LONGEST and content[-1] - content[0] <= 2 * _LONGEST:
            found.append(Roles(_spans(text, source), _spans(text, cue), _spans(text, content)))
    return found


def _units(text: TreebankText) -> dict[int, Unit]:
    units: dict[int, Unit] = {}
    joined: dict[int, int] = {}
    at: int | None = None
    for index, row in enumerate(text.rows):
        mark = re.search(r"(?:^|\|)Discourse=([^|]*)", row[9])
        edge = _EDGE.match(mark[1]) if mark else None
        if mark and edge is None:
            root = re.match(r"ROOT:(\d+)", mark[1])
            at = int(root[1]) if root else at
        elif edge:
            at = int(edge[2])
            if edge[1].startswith("same-unit"):
                joined[at] = int(edge[3])
            else:
                units[at] = Unit([], int(edge[3]), int(edge[4]), edge[1], edge[5])
        if at is not None:
            units.setdefault(at, Unit()).words.append(index)
    for part, whole in joined.items():
        while whole in joined and joined[whole] != part:
            whole = joined[whole]
        if part in units and whole in units and part != whole:
            units[whole].words = sorted(units[whole].words + units[part].words)
            for unit in units.values():
                unit.head = whole if unit.head == part else unit.head
            del units[part]
    return units


def _signalled(unit: Unit, kinds: tuple[str, ...]) -> list[int]:
    """Indexes of the words that the given kinds of signals name (they count from one in the text)."""
    found: list[int] = []
    for signal in unit.signals.split("+"):
        kind, _, places = signal.partition("-")
        sub, _, numbers = places.partition("-")
        if f"{kind}-{sub}" in kinds or (kind in kinds and kind == "dm"):
            for part in (numbers or "").split(","):
                ends = part.split("-")
                if all(e.isdigit() for e in ends):
                    found += range(int(ends[0]) - 1, int(ends[-1]))
    return sorted(set(found) & set(unit.words))


def _source(text: TreebankText, unit: Unit) -> list[int]:
    """The named source with what modifies it, without edge marks."""
    named = _signalled(unit, ("sem-atsrc",))
    if not named:
        return []
    tops = [i for i in named if text.heads[i] not in named]
    inside = set(unit.words) - set(_signalled(unit, ("lex-indwd", "lex-indph", "dm")))
    inside -= {i for i in unit.words if text.rows[i][7] in ("case", "mark") and text.heads[i] in tops}
    whole = {i for i in inside if any(_descends(text, i, top) for top in tops)}
    verbs = {i for i in inside if text.rows[i][3] in ("VERB", "AUX") and i not in named and i > max(named)}
    low = high = named[0]
    while low - 1 in whole and low - 1 not in verbs:
        low -= 1
    while high + 1 in whole and high + 1 not in verbs:
        high += 1
    span = list(range(low, high + 1))
    while span and text.rows[span[0]][3] in ("PUNCT", "ADP", "SCONJ"):
        span.pop(0)
    while span and text.rows[span[-1]][3] == "PUNCT":
        span.pop()
    return span


def _descends(text: TreebankText, index: int, top: int) -> bool:
    while index != top:
        if text.heads[index] == index:
            return False
        index = text.heads[index]
    return True


def _cue(text: TreebankText, unit: Unit, source: list[int]) -> list[int]:
    named = [i for i in _signalled(unit, ("lex-indwd", "lex-indph", "dm")) if i not in source]
    if not named:
        named = [i for i in unit.words if text.rows[i][3] == "VERB" and i not in source][:1]
    if not named:
        return []
    low, high = named[0], named[-1]
    if high - low > 8:
        high = low
    while low - 1 in unit.words and low - 1 not in source and text.heads[low - 1] in range(low, high + 1) and (
        text.rows[low - 1][7] in _BEFORE_CUE
    ):  # fmt: skip
        low -= 1
    return [i for i in range(low, high + 1) if i not in source]


def _spans(text: TreebankText, words: list[int]) -> list[Span]:
    """Runs of words as spans, cut at paragraphs' ends, edge commas left out."""
    runs: list[list[int]] = []
    for index in words:
        if (
            runs
            and index == runs[-1][-1] + 1
            and "\n" not in text.text[text.spans[index - 1].end : text.spans[index].start]
        ):
            runs[-1].append(index)
        else:
            runs.append([index])
    found: list[Span] = []
    for run in runs:
        while run and text.rows[run[0]][1] in (",", ".", ";", "-", "—"):
            run.pop(0)
        while run and text.rows[run[-1]][1] in (",", ";", "-", "—", ":"):
            run.pop()
        if run:
            found.append(Span(text.spans[run[0]].start, text.spans[run[-1]].end))
    return found
