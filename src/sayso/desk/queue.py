"""The review queue: what an analyst should look at first. Conflicts, then what was dropped or moved to another voice,
then what was joined with little confidence, then names that may be one voice; the most carried first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Lock
from urllib.parse import urlencode

from sayso.ledger.browsing import State, state_of
from sayso.ledger.derive import fold
from sayso.ledger.relations import Suspect, decided_items, suspects
from sayso.ledger.store import Store
from sayso.ledger.voices import VoiceCount
from sayso.packs.folding import Folding
from sayso.records import RelationKind

_FIRST = (
    RelationKind.CONTRADICTS, RelationKind.DENIES, RelationKind.VOICE_CHANGED, RelationKind.ATTRIBUTION_DROPPED,
    RelationKind.HEDGE_DROPPED,
)  # fmt: skip
# Scores run from about 0.5, where a relation is found at all, to 1: the lowest quarter is looked at first.
_UNSURE = 0.625
_VOICES = 3000  # voices, those with most statements, among which names are compared
_TELLING = 4  # letters from which a word of a name tells something: "of", "the" do not


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to look at: its kind (conflict, alarm, unsure, voices), its address, why it is here, how many articles
    carry it. `claims` are ids of one or two claims, `voices` those that may be one."""

    kind: str
    href: str
    why: str
    reach: int
    claims: tuple[str, ...] = ()
    members: tuple[tuple[str, str], ...] = ()
    voices: tuple[VoiceCount, ...] = ()


class Queue:
    """The queue of one ledger, made anew when something was read or decided."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._state: State | None = None
        self._entries: tuple[Entry, ...] = ()

    def entries(self, voices: Sequence[VoiceCount], fresh: bool) -> tuple[Entry, ...]:
        """What is not decided yet. `fresh` is False while a comparison is being made: it is made anew next time."""
        with self._lock:
            state = state_of(self._store)
            if state != self._state:
                self._entries = tuple(_made(self._store, voices))
                self._state = state if fresh else None
            return self._entries


def _made(store: Store, voices: Sequence[VoiceCount]) -> Iterator[Entry]:
    decided = decided_items(store)
    seen = set()
    for one in suspects(store, _FIRST, _UNSURE):
        pair = frozenset((one.first, one.second))
        if pair in seen or pair <= decided:
            continue
        seen.add(pair)
        yield _entry(one)
    for group in alike(voices[:_VOICES], store.folding):
        ids = tuple(one.id for one in group)
        yield Entry(
            "voices", f"/review/voices?{urlencode([('id', id_) for id_ in ids])}", "names of the same words",
            sum(one.statements for one in group), voices=group,
        )  # fmt: skip


def _entry(one: Suspect) -> Entry:
    kind = "conflict" if one.kind in _FIRST[:2] else "alarm" if one.kind in _FIRST else "unsure"
    where = [("a", "#".join(one.first)), ("b", "#".join(one.second))]
    claims = tuple(dict.fromkeys((one.a, one.b)))
    why = f"{one.kind.value}: {one.reason}"
    return Entry(kind, f"/review/pair?{urlencode(where)}", why, one.reach, claims, (one.first, one.second))


def alike(voices: Sequence[VoiceCount], folding: Folding) -> list[tuple[VoiceCount, ...]]:
    """Voices with other ids whose names are made of the same words, in any order; two or more words, so that it tells
    something."""
    groups: dict[tuple[str, ...], list[VoiceCount]] = {}
    for voice in voices:
        words = sorted(word for word in fold(voice.name, folding).split() if len(word) >= _TELLING)
        if len(words) > 1:
            groups.setdefault(tuple(words), []).append(voice)
    return [tuple(group) for group in groups.values() if len({one.id for one in group}) > 1]
