"""Triggers: the words of measures in a line, and the voice in which a verb among them stands."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.packs.measures import Form, MeasureWord
from sayso.reading.figures.lines import Line


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word of a measure at words [first, end)."""

    first: int
    end: int
    word: MeasureWord


def find_triggers(line: Line) -> list[Trigger]:
    """The words of measures in a line, the longest first, none overlapping."""
    found: list[Trigger] = []
    i = 0
    book = line.pack.measure_words
    while i < len(line.low):
        if line.low[i] not in book.by_first:
            i += 1
            continue
        parted = _parted(line, i)
        if parted is not None:
            found.append(Trigger(i, i + 1, parted))
            i += 1
            continue
        match = book.at(line.low, i)
        # "Including" names a part of what was counted, nothing that took part.
        if match is None or line.low[i] == "including" or _is_no_verb(line, i, match.length):
            i += 1
            continue
        found.append(Trigger(i, i + match.length, match.value))
        i += match.length
    return found


def _parted(line: Line, i: int) -> MeasureWord | None:
    """The word that a verb makes with a particle behind its object: "moved 60,000 people out", "took 30 prisoners"."""
    counted = line.covering(i + 1)
    if counted is None or counted.first != i + 1:
        return None
    behind = line.word(counted.end)
    for phrase, word in line.pack.measure_words.by_first[line.low[i]]:
        if len(phrase) != 2 or word.of(Form.ACTIVE, Form.PAST, Form.PARTICIPLE) is None:
            continue
        if phrase[1] == behind or phrase[1] == line.pack.grammar.singular(line.low[counted.end - 1]):
            return word
    return None


def _is_no_verb(line: Line, i: int, length: int) -> bool:
    """A preposition ("down"), or a verb that a particle makes another ("held up")."""
    if length > 1:
        return line.low[i + length - 1] == "out" and line.word(i + length) == "of"
    if line.low[i] in ("included", "include") and line.word(i - 1) in ("victims", "dead", "casualties", "injured"):
        return True  # "the victims included three people"
    particle = line.word(i + 1) in ("up", "back", "off", "onto") and line.word(i + 2) != "to"  # "killed up to ten"
    return line.low[i] in line.pack.grammar.prepositions or particle


def voice_of(line: Line, i: int) -> str:
    """ "passive" after a form of be, "perfect" after one of have, else "bare".

    Adverbs and joined participles are passed.
    """
    grammar, p = line.pack.grammar, i - 1
    for _ in range(8):
        said = line.word(p)
        if said in grammar.be:
            return "passive"
        if said in grammar.have:
            return "perfect"
        joined = said in ("and", "or", ",") and (
            line.word(p - 1).endswith("ed") or line.word(p - 1) in ("shot", "struck", "hit", "found", "beaten")
        )
        if joined:
            p -= 2
        elif (
            said in grammar.adverbs
            or said.endswith("ly")
            or said in ("shot", "not", "n't", "have", "to", "those", "among")
        ):
            p -= 1
        else:
            break
    return "bare"
