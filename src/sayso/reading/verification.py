"""Verification: which statements the article's remarks on checking speak of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.packs.verification import Pointers
from sayso.reading.draft import Draft
from sayso.reading.remarks import Remark, find_remarks
from sayso.records import Act, Mode, Statement, Verification, VerificationStatus

# How many paragraphs back a sentence that opens one may speak of.
_PARAGRAPHS_BACK = 2
# Statements that may be meant: those of two paragraphs, and one whose content follows the remark.
_LOOKED_BACK, _LOOKED_AHEAD = 40, 3
# A number that makes a statement one of figures stands early in its content.
_CONTENT_LOOKED_AT = 700
# What can't be verified is an assertion, not a wish or a judgement.
_NOT_ASSERTING = frozenset(
    [Act.DECLINE, Act.ASK, Act.HOPE, Act.DEMAND, Act.CONDEMN, Act.CRITICISE, Act.PRAISE, Act.AGREE]
)
_WORD = re.compile(r"[^\W_]+")
# What may stand between a remark and the statement behind it that it speaks of: its object, or a comma.
_OBJECT = re.compile(r"\s+(?:[^\s.,;:]+\s+){0,4}(?:[^\s.,;:]+,? (?:in|on) which\s+)?")
_ADVERBIAL = re.compile(r"[^.,;:]{0,60},\s+")


def mark_verification(draft: Draft) -> None:
    """Fills `verification` of the statements that the article's remarks on checking speak of, and of those only."""
    if not draft.statements:
        return
    marked: dict[str, Verification] = {}
    for remark in find_remarks(draft):
        for target in _targets(draft, remark):
            marked.setdefault(target.id, Verification(remark.status, remark.span, remark.by))
    if marked:
        draft.statements = tuple(
            replace(s, verification=marked[s.id]) if s.id in marked else s for s in draft.statements
        )


def _targets(draft: Draft, remark: Remark) -> list[Statement]:
    """The statements a remark speaks of: the nearest before it, or all of its voice there ("the claims")."""
    at = bisect_left(draft.statements, remark.span.start, key=lambda s: s.content[0].start)
    around = [_before(s, remark) for s in draft.statements[max(0, at - _LOOKED_BACK) : at + _LOOKED_AHEAD]]
    if remark.status is VerificationStatus.UNCLEAR and any(c.holds(remark.span) for s in around for c in s.content):
        return []  # what a voice finds unclear is its own statement
    before = [s for s in around if _start(s) < remark.span.start and _may_be_meant(s, remark)]
    if remark.status is VerificationStatus.DISPUTED:
        before = [s for s in before if not _is_of(s, remark.by)]  # whoever disputes a claim did not make it
    own = [s for s in before if remark.sentence.holds(s.cue or s.content[0]) or remark.sentence.meets(s.content[-1])]
    if own and not remark.opens:
        last = _nearest(own)
        twins = [s for s in own if s is not last and s.content[0] == last.content[0]]
        return [*_with_nested(around, own, last), *twins]
    ahead = next((s for s in around if _is_next(draft, s, remark)), None)
    if ahead is not None:
        return [ahead]
    near = before if not remark.opens or not own else [s for s in before if s not in own]
    near = _near(draft, near, remark)
    pointers = draft.parts.packs.checking.pointers
    if remark.subject & pointers.figures:
        near = [s for s in near if _has_number(draft.text, s, pointers)]
    if not near:
        return []
    last = _nearest(near)
    if remark.subject & pointers.several:
        other = [s for s in near if _voice(draft.text, s) != _voice(draft.text, last) and not s.within]
        return [last, _nearest(other)] if other else [last]
    if remark.subject & pointers.plural or (remark.subject & pointers.figures and "figures" in remark.subject):
        paragraph = _paragraph(draft, last.content[-1].start)
        return [
            s
            for s in near
            if _paragraph(draft, s.content[-1].start) == paragraph and _voice(draft.text, s) == _voice(draft.text, last)
        ]
    return _with_nested(around, near, last)


def _before(statement: Statement, remark: Remark) -> Statement:
    """The statement with those of its contents only that begin before the remark."""
    if statement.content[-1].start < remark.span.start:
        return statement
    content = tuple(c for c in statement.content if c.start < remark.span.start)
    return replace(statement, content=content or statement.content[:1])


def _has_number(text: str, statement: Statement, pointers: Pointers) -> bool:
    words = (
        w for c in statement.content for w in _WORD.findall(text, c.start, min(c.end, c.start + _CONTENT_LOOKED_AT))
    )
    return any(w[0].isdigit() or w.lower() in pointers.numbers for w in words)


def _may_be_meant(statement: Statement, remark: Remark) -> bool:
    if statement.mode is Mode.NARRATED or statement.headline or statement.act in _NOT_ASSERTING:
        return False
    holds = any(c.holds(remark.span) for c in statement.content)
    return not holds and not (statement.cue is not None and remark.span.meets(statement.cue) and remark.opens)


def _is_of(statement: Statement, name: str | None) -> bool:
    return name is not None and any(name in (v.name, *v.aliases) for v in statement.voices)


def _is_next(draft: Draft, statement: Statement, remark: Remark) -> bool:
    """Whether a remark that opens its sentence speaks of a statement right behind it there: "could not verify his
    claim that …", "has verified the recording in which he says …", "Without offering proof, the army said …"."""
    start = _start(statement)
    if not remark.opens or not remark.span.end <= start < remark.sentence.end or statement.mode is Mode.NARRATED:
        return False
    between = draft.text[remark.span.end : start]
    opening = _WORD.match(draft.text, remark.span.start)
    adverbial = opening is not None and opening.group().lower() in draft.parts.packs.checking.pointers.adverbial
    return bool((_ADVERBIAL if adverbial else _OBJECT).fullmatch(between))


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


def _near(draft: Draft, before: Sequence[Statement], remark: Remark) -> list[Statement]:
    """Those in the paragraph of the remark; where none is, those of the paragraphs just before."""
    here = _paragraph(draft, remark.span.start)
    opens_paragraph = here >= 0 and draft.paragraphs[here].span.start >= remark.sentence.start
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
