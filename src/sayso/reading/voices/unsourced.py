"""Statements without a source of their own: quotations that go on, and second cues of one speaker."""

from __future__ import annotations

from sayso.reading.voices.entities import Entity
from sayso.reading.voices.lexing import Lexed
from sayso.reading.voices.scene import Scene
from sayso.records import Mode, Statement, VoiceKind

_REACH = 2  # sentences back from which a quotation without a source is continued
_SUBJECT = 3  # words from a content's beginning to its subject
_LINKS = frozenset(("and", "but", ",", "—", "–", "-", ";", "then", "also", "or", "yet", "which", "who", "that"))
_PASSIVE = frozenset(("was", "were", "is", "are", "been", "be", "being", "it"))


def unsourced(lexed: Lexed, scene: Scene, statement: Statement, outer: Statement | None) -> tuple[Entity, ...]:
    """The voices of a statement whose source is not written: none unless it plainly goes on from another's. In the
    content of an `outer` one whoever is named there goes on, not who tells of him."""
    if statement.cue is not None:
        return _second_cue(lexed, scene, statement, outer)
    if statement.mode is not Mode.DIRECT or statement.within is not None:
        return ()
    at = lexed.within(statement.content[0])[0]
    if at >= len(lexed.words):
        return ()
    sentence = lexed.words[at].sentence
    last = scene.speakers_before(at)
    if last and sentence - last[0].sentence <= _REACH:
        return tuple(m.entity for m in last)
    for mention in scene.before(at, -1, reach=1):
        if mention.subject and mention.entity.kind is VoiceKind.PERSON:
            return (mention.entity,)
    return ()


def _second_cue(lexed: Lexed, scene: Scene, statement: Statement, outer: Statement | None) -> tuple[Entity, ...]:
    """ "…, adding: “…”", "said … and warned …": the voice that spoke earlier in the sentence."""
    assert statement.cue is not None
    first, _ = lexed.within(statement.cue)
    if first >= len(lexed.words) or first == 0:
        return ()
    words = lexed.words
    before = words[first - 1]
    goes_on = before.low in _LINKS or words[first].low.endswith("ing")
    if not goes_on or words[first].low in _PASSIVE or words[first].low.endswith("ly") or before.low in _PASSIVE:
        return ()
    sentence = words[first].sentence
    participle = words[first].low.endswith("ing")  # "said it was safe without specifying": the one who said so
    floor = lexed.within(outer.content[0])[0] if outer is not None and not participle else 0
    speakers = scene.speakers_before(first)
    if speakers and speakers[0].sentence == sentence and speakers[0].first >= floor:
        return tuple(m.entity for m in speakers)
    if outer is not None and not participle:
        inner = [m for m in scene.before(first, -1, reach=0) if m.first >= floor and not m.owner]
        return (inner[-1].entity,) if inner and inner[-1].first <= floor + _SUBJECT else ()
    joined = before.low in ("and", "but", "yet") and words[first].pos == "VERB"
    if joined or participle:
        opening = [m for m in scene.before(first, -1, reach=0) if m.subject and m.entity.kind is not VoiceKind.UNNAMED]
        return (opening[-1].entity,) if opening else ()
    return ()
