"""Verification: what the article says of checking its statements, and which statements that speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.packs.verification import Checking, Pointers
from sayso.reading.draft import Draft
from sayso.records import Act, Mode, Span, Statement, Verification, VerificationStatus, trimmed

# Longer "sentences" are lists or lost punctuation; only their beginning is looked at.
_SENTENCE = 700
# How many paragraphs back a sentence that opens one may speak of.
_PARAGRAPHS_BACK = 2
# Statements that may be meant: those of two paragraphs, and one whose content follows the remark.
_LOOKED_BACK, _LOOKED_AHEAD = 40, 3
_NOT_ASSERTING = frozenset(
    [Act.DECLINE, Act.ASK, Act.HOPE, Act.DEMAND, Act.CONDEMN, Act.CRITICISE, Act.PRAISE, Act.AGREE]
)
_WORD = re.compile(r"[^\W_]+")
_CLAUSE = re.compile(r"[,;—–:(]|\b(?:but|and|though|although|while|as)\b")
_NAME_END = re.compile(r"[,.;—(]|\b(?:and|but|that|who|which|on|in|at|from|for|using|through)\b")


@dataclass(frozen=True, slots=True)
class Check:
    """A remark on checking: its status, its words, who says so, and the words it points back with."""

    status: VerificationStatus
    span: Span
    sentence: Span
    by: str | None
    subject: frozenset[str]
    opens: bool  # its own sentence, rather than a clause after a statement


def mark_verification(draft: Draft) -> None:
    """Fills `verification` of the statements that the article's remarks on checking speak of, and of those only."""
    if not draft.statements:
        return
    marked: dict[str, Verification] = {}
    for check in _find_checks(draft):
        for target in _targets(draft, check):
            marked.setdefault(target.id, Verification(check.status, check.span, check.by))
    if marked:
        draft.statements = tuple(
            replace(s, verification=marked[s.id]) if s.id in marked else s for s in draft.statements
        )


def _find_checks(draft: Draft) -> Iterator[Check]:
    checking = draft.parts.packs.checking
    starts = [s.start for s in draft.sentences]
    touched = {bisect_right(starts, at) - 1 for at in _triggers(draft.text, checking.triggers)}
    for i in sorted(touched):
        check = _check(draft.text, draft.sentences[i], checking) if i >= 0 else None
        if check is not None:
            yield check


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


def _check(text: str, sentence: Span, checking: Checking) -> Check | None:
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
        return Check(status, span, sentence, _by(text, sentence, low, m, clause, checking), subject, opens)
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


def _targets(draft: Draft, check: Check) -> list[Statement]:
    """The statements a remark speaks of: the nearest before it, or all of its voice there ("the claims")."""
    at = bisect_left(draft.statements, check.span.start, key=lambda s: s.content[0].start)
    around = draft.statements[max(0, at - _LOOKED_BACK) : at + _LOOKED_AHEAD]
    if check.status is VerificationStatus.UNCLEAR and any(c.holds(check.span) for s in around for c in s.content):
        return []  # what a voice finds unclear is its own statement
    before = [s for s in around if _start(s) < check.span.start and _may_be_meant(s, check)]
    own = [s for s in before if check.sentence.holds(s.cue or s.content[0]) or check.sentence.meets(s.content[-1])]
    if own and not check.opens:
        return _with_nested(around, own, _nearest(own))
    near = before if not check.opens or not own else [s for s in before if s not in own]
    near = _near(draft, near, check)
    pointers = draft.parts.packs.checking.pointers
    if check.subject & pointers.figures:
        near = [s for s in near if _has_number(draft.text, s, pointers)]
    if not near:
        return []
    last = _nearest(near)
    if check.subject & pointers.several:
        other = [s for s in near if _voice(draft.text, s) != _voice(draft.text, last) and not s.within]
        return [last, _nearest(other)] if other else [last]
    if check.subject & pointers.plural or (check.subject & pointers.figures and "figures" in check.subject):
        paragraph = _paragraph(draft, last.content[-1].start)
        return [
            s
            for s in near
            if _paragraph(draft, s.content[-1].start) == paragraph and _voice(draft.text, s) == _voice(draft.text, last)
        ]
    return _with_nested(around, near, last)


def _has_number(text: str, statement: Statement, pointers: Pointers) -> bool:
    words = (w for c in statement.content for w in _WORD.findall(text, c.start, min(c.end, c.start + _SENTENCE)))
    return any(w[0].isdigit() or w.lower() in pointers.numbers for w in words)


def _may_be_meant(statement: Statement, check: Check) -> bool:
    if statement.mode is Mode.NARRATED or statement.headline or statement.act in _NOT_ASSERTING:
        return False
    holds = any(c.holds(check.span) for c in statement.content)
    return not holds and not (statement.cue is not None and check.span.meets(statement.cue) and check.opens)


def _start(statement: Statement) -> int:
    """Where its first role begins."""
    return min(s.start for s in (statement.content[0], statement.cue, statement.source) if s is not None)


def _nearest(statements: Sequence[Statement]) -> Statement:
    """The one whose content ends last; of nested ones the outermost."""
    return max(statements, key=lambda s: (s.content[-1].end, -s.content[0].start))


def _with_nested(all_: Sequence[Statement], near: Sequence[Statement], last: Statement) -> list[Statement]:
    """A statement with those that stand in its content: what is not known of it is not known of them."""
    found, ids = [last], {last.id}
    for statement in all_:
        if statement.within in ids and statement in near:
            found.append(statement)
            ids.add(statement.id)
    return found


def _near(draft: Draft, before: Sequence[Statement], check: Check) -> list[Statement]:
    """Those in the paragraph of the remark; where none is, those of the paragraphs just before."""
    here = _paragraph(draft, check.span.start)
    opens_paragraph = here >= 0 and draft.paragraphs[here].span.start >= check.sentence.start
    back = [(here - _paragraph(draft, s.content[-1].start), s) for s in before]
    same = [s for far, s in back if far == 0]
    return same or [s for far, s in back if 0 < far <= (_PARAGRAPHS_BACK if opens_paragraph else 1)]


def _paragraph(draft: Draft, offset: int) -> int:
    return bisect_right(draft.paragraphs, offset, key=lambda p: p.span.start) - 1


def _voice(text: str, statement: Statement) -> tuple[str, ...]:
    """Who speaks: the voices' ids, or the source's own words while voices are not known."""
    if statement.voices:
        return tuple(sorted(v.id for v in statement.voices))
    return (statement.source.of(text).lower(),) if statement.source else ()
