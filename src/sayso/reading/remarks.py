"""Remarks on checking: where the article says that something was verified or not, and who says so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.packs.verification import Checking
from sayso.reading.draft import Draft
from sayso.records import Span, VerificationStatus, trimmed

# Longer "sentences" are lists or lost punctuation; only their beginning is looked at.
_SENTENCE = 700
_WORD = re.compile(r"[^\W_]+")
_CLAUSE = re.compile(r"[,;—–:(]|\b(?:but|and|though|although|while|as)\b")
_NAME_END = re.compile(r"[,.;—(]|\b(?:and|but|that|who|which|on|in|at|from|for|using|through)\b")


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on checking: its status, its words, who says so, and the words it points back with."""

    status: VerificationStatus
    span: Span
    sentence: Span
    by: str | None
    subject: frozenset[str]
    opens: bool  # its own sentence, rather than a clause after a statement


def find_remarks(draft: Draft) -> Iterator[Remark]:
    """The remarks of an article, in order; at most one a sentence."""
    checking = draft.parts.packs.checking
    starts = [s.start for s in draft.sentences]
    touched = {bisect_right(starts, at) - 1 for at in _triggers(draft.text, checking.triggers)}
    for i in sorted(touched):
        remark = _remark(draft.text, draft.sentences[i], checking) if i >= 0 else None
        if remark is not None:
            yield remark


def _triggers(text: str, triggers: Sequence[str]) -> Iterator[int]:
    """Where a trigger stands. Plain searches, since nearly all sentences hold none."""
    low = text.lower()
    if len(low) != len(text):  # a letter whose lower case is longer
        low = text
    for trigger in triggers:
        at = low.find(trigger)
        while at >= 0:
            yield at
            at = low.find(trigger, at + 1)


def _remark(text: str, sentence: Span, checking: Checking) -> Remark | None:
    sentence = Span(sentence.start, min(sentence.end, sentence.start + _SENTENCE))
    low = sentence.of(text).replace("’", "'").lower()
    if len(low) != sentence.end - sentence.start:  # a letter whose lower case is longer
        low = sentence.of(text)
    for status, pattern in checking.patterns:
        m = pattern.search(low)
        if m is None:
            continue
        clause = max((c.end() for c in _CLAUSE.finditer(low, 0, m.start())), default=0)
        end = _NAME_END.search(low, m.end(), m.end() + 60)
        subject = frozenset(_WORD.findall(low, clause, end.end() if end else min(len(low), m.end() + 60)))
        opens = not _WORD.search(low, 0, clause) or clause < 9
        if opens and status is VerificationStatus.UNCLEAR and low.startswith(checking.pointers.expletive):
            return None
        start = sentence.start + clause
        span = trimmed(text, Span(start, sentence.start + m.end()))
        return Remark(status, span, sentence, _by(text, sentence, low, m, clause, checking), subject, opens)
    return None


def _by(text: str, sentence: Span, low: str, m: re.Match[str], clause: int, checking: Checking) -> str | None:
    """Who says so: the named subject of an active verb, or what stands after "by"."""
    named = m.groupdict().get("by")
    if named is not None:
        return _name(text, Span(sentence.start + m.start("by"), sentence.start + m.end("by")), checking)
    if low[m.end() - 3 : m.end()] == " by" or low[m.end() : m.end() + 4] == " by ":
        start = m.end() + (4 if low[m.end() : m.end() + 4] == " by " else 0)
        end = _NAME_END.search(low, start)
        return _name(text, Span(sentence.start + start, sentence.start + (end.start() if end else len(low))), checking)
    if re.search(r"\b(?:be|been)\b", m.group()):
        return None
    return _name(text, Span(sentence.start + clause, sentence.start + m.start()), checking)


def _name(text: str, span: Span, checking: Checking) -> str | None:
    """The words as a name; None where they are a pronoun, point back at statements, or hold no capital."""
    said = trimmed(text, span).of(text).rstrip(".,;: ")
    parts = said.split()
    while parts and parts[0].lower().strip(",") in checking.pointers.leading:
        parts = parts[1:]
    while parts and parts[-1].lower() in checking.pointers.trailing:
        parts = parts[:-1]
    low = {p.lower().strip("'’s") for p in parts} | {p.lower() for p in parts}
    pointers = checking.pointers
    if (
        not parts
        or len(parts) > 6
        or low & (pointers.pronouns | pointers.plural | pointers.figures | pointers.singular)
    ):
        return None
    if not any(p[:1].isupper() for p in (parts[1:] if parts[0].lower() in ("the", "a", "an") else parts)):
        return None
    return " ".join(parts[1:] if parts[0].lower() == "the" and len(parts) > 1 else parts)
