"""Quotations that go on: over a paragraph's end, or after their cue. Each belongs to one statement.

By convention every paragraph of a long quotation opens with a mark, and only the last one closes (Chicago Manual of
Style 13.30); a quotation without a cue of its own goes on with the one before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from sayso.reading.doubles import Roles
from sayso.reading.draft import Draft, Quotation
from sayso.records import Span

_WORD = re.compile(r"[^\W_]+")
# A quotation that nobody claims belongs to the one before it when it is longer than a term in scare quotes.
_QUOTATION_WORDS = 4
# "…," the head of the president's office went on: how far behind a quotation its cue may stand.
_CUE_BEHIND = 120
_BETWEEN = 200


class Continued:
    """Who owns each quotation, and what changes when one goes on with another."""

    def __init__(self, draft: Draft, found: list[Roles]) -> None:
        self._draft = draft
        self._quotations = draft.quotations
        self._paragraphs = [p.span.start for p in draft.paragraphs]
        self._sentences = {s.start for s in draft.sentences}
        self.found: dict[int, Roles] = {f.order: f for f in found}
        self._owner: dict[int, int] = {}
        self._cues = sorted((f.cue.start, f.order) for f in found if f.cue is not None)
        starts = [q.span.start for q in self._quotations]
        for f in found:
            for span in f.content:
                for i in range(max(0, bisect_left(starts, span.start) - 1), bisect_left(starts, span.end)):
                    if self._quotations[i].span.meets(span):
                        self._owner.setdefault(i, f.order)

    def settle(self) -> list[Roles]:
        """The attributions with every quotation where it belongs; those left without content are gone."""
        for i, quotation in enumerate(self._quotations):
            owner, wanted = self._owner.get(i), self._wanted(i, quotation)
            if wanted is not None and wanted != owner and wanted in self.found:
                self._move(i, quotation, owner, wanted)
        return [f for f in self.found.values() if f.content]

    def _wanted(self, i: int, quotation: Quotation) -> int | None:
        """The attribution that a quotation belongs to; None where that is left as the model has it."""
        owner, before = self._owner.get(i), self._owner.get(i - 1) if i else None
        if owner is not None and self._is_here(owner, quotation):
            return None
        behind = self._cue_behind(quotation)
        if behind is not None and owner is not None:
            return behind
        if quotation.continues is not None and behind is None:
            return self._owner.get(quotation.continues)
        if owner is None and before is not None and self._follows(self._quotations[i - 1], quotation):
            return before
        return None

    def _is_here(self, order: int, quotation: Quotation) -> bool:
        """Whether an attribution's cue stands in the quotation's own paragraph."""
        cue = self.found[order].cue if order in self.found else None
        return cue is not None and self._paragraph(cue.start) == self._paragraph(quotation.span.start)

    def _paragraph(self, at: int) -> int:
        return bisect_right(self._paragraphs, at)

    def _cue_behind(self, quotation: Quotation) -> int | None:
        """The attribution whose cue comes right after the quotation, in the same sentence."""
        end = quotation.span.end
        nearest = bisect_left(self._cues, (end, -1))
        if nearest == len(self._cues):
            return None
        start, order = self._cues[nearest]
        between = self._draft.text[end:start]
        near = start - end <= _CUE_BEHIND and self._draft.text[end - 2 : end - 1] in ",?!"
        return order if near and not re.search(r"[.!?:;\n“\"«]", between) else None

    def _follows(self, before: Quotation, quotation: Quotation) -> bool:
        """Whether a quotation follows another in the same paragraph, as sentences of its own."""
        text = self._draft.text
        if len(_WORD.findall(quotation.inner.of(text))) < _QUOTATION_WORDS:
            return False
        between = text[before.span.end : quotation.span.start]
        if "\n" in between or len(between) > _BETWEEN or not between.rstrip().endswith((".", "!", "?")):
            return False
        return (
            quotation.span.start in self._sentences and text[quotation.span.end - 2 : quotation.span.end - 1] in ".!?…"
        )

    def _move(self, i: int, quotation: Quotation, owner: int | None, wanted: int) -> None:
        if owner is not None and owner in self.found:
            kept = tuple(c for c in self.found[owner].content if not quotation.span.meets(c))
            self.found[owner] = replace(self.found[owner], content=kept)
        given = self.found[wanted].content
        if not any(c.meets(quotation.span) for c in given):
            added: tuple[Span, ...] = tuple(sorted((*given, quotation.span)))
            self.found[wanted] = replace(self.found[wanted], content=added)
        self._owner[i] = wanted
