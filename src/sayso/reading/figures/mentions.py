"""Mentions: the states and other sides that a line names, and the stand-ins that only the whole article resolves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.packs.world import Known, Use
from sayso.reading.figures.lines import Line

# Stand-ins in a figure's `of` and `agent`, which `parties` resolves or drops.
ENEMY = "the enemy"  # named so
SELF = "the speaker"  # "we", "our tanks"
THEY = "the one spoken of"  # "it", "their losses"
RIVAL = "the agent's enemy"  # what a side did, it did to the other
UNSAID_ENEMY = "the speaker's enemy, unsaid"  # "three assaults had been beaten off"
UNSAID_OWN = "the speaker's own, unsaid"  # "two houses burnt down"
STAND_INS = frozenset((ENEMY, SELF, THEY, RIVAL, UNSAID_ENEMY, UNSAID_OWN))

_OWNERS = frozenset((Use.STATE, Use.ADJECTIVE, Use.PEOPLE, Use.SEAT))


@dataclass(frozen=True, slots=True)
class Mention:
    """A state, or another known side, named at words [first, end)."""

    first: int
    end: int
    name: str
    use: Use


def find_mentions(line: Line, local: Mapping[str, str]) -> list[Mention]:
    """The states that a line names, by name, adjective, people or seat; `local` are those the article alone knows."""
    found: list[Mention] = []
    openings, fold, text, start = line.world.openings, line.world.folding, line.text, line.start
    enemies = line.pack.grammar.lists["enemies"]
    i, count = 0, len(line.low)
    while i < count:
        if line.low[i] in enemies:
            found.append(Mention(i, i + 1, ENEMY, Use.ADJECTIVE))
        if not text[start[i]].isupper():
            i += 1
            continue
        raw = line.raw(i)
        raw = raw if raw.isascii() else fold.bare(raw)
        if raw in local:
            found.append(Mention(i, i + 1, local[raw], Use.STATE if local[raw] == raw else Use.ADJECTIVE))
        elif raw in openings and raw[:1].isupper():
            matched = line.world.match([raw, *(line.raw(k) for k in range(i + 1, min(i + 6, count)))], 0)
            if matched is not None and matched[0].side is not None and _is_state(matched[0]):
                if line.word(i + matched[1]) != "time":  # "at 6am Moscow time"
                    found.append(Mention(i, i + matched[1], matched[0].side, matched[0].use))
                i += matched[1]
                continue
        i += 1
    return found


def _is_state(known: Known) -> bool:
    return known.use in _OWNERS or (known.use is Use.BODY and known.side is not None)


def is_located(line: Line, mention: Mention) -> bool:
    """Whether a state is only where something is ("in Merenia", "at the Merenian border")."""
    locating = line.pack.grammar.lists["locating"]
    return line.word(mention.first - 1) in locating or line.word(mention.first - 2) in locating
