"""Ways of not asserting a figure: denied, possible, planned, wished, demanded or hypothetical, by words of its clause.

Words of denial reach across "that"; a plain "not" reaches its own verb only. Of several modal words the outermost
counts: what is feared to be planned is feared.
"""

from __future__ import annotations

from sayso.reading.figures.lines import Found, Line
from sayso.records import Modality, Polarity

_FARTHEST = 16  # words looked back over: longer clauses have a verb of their own between
_BREAKS = frozenset(";:.")


def find_ways(line: Line) -> None:
    """Sets polarity and modality of each figure by the words before it and its verb, and by a verdict after it."""
    whole = _of_sentence(line)
    for found in line.figures:
        if found.weak or found.measure == "age":  # who is 14 is 14, whatever is planned
            continue
        start = found.first if found.trigger is None else min(found.first, found.trigger)
        negated, modality = _scan(line, _reach(line, start), found, start)
        later, later_modality = _after(line, found)
        if negated or later or _judged_after(line, found):
            found.polarity = Polarity.NEGATED
        found.modality = whole or modality or later_modality or Modality.ASSERTED


def _of_sentence(line: Line) -> Modality | None:
    """What the whole sentence is: a condition with its consequence, or a question."""
    at = 1 if line.word(0) in ('"', "“", "‘", "'", "«") else 0
    first = line.word(at)
    if first in ("if", "unless") or (
        first in line.pack.grammar.lists["conditions"] and line.word(at + 1) not in ("it", "they") and "," in line.low
    ):
        return Modality.HYPOTHETICAL
    if line.low[-1:] == ["?"] or ("?" in line.low[-3:] and at == 1):
        return Modality.POSSIBLE
    return None


def _reach(line: Line, start: int) -> list[int]:
    """The words before `start` that it can be in the reach of, in order; asides in commas are left out."""
    reached: list[int] = []
    grammar, p = line.pack.grammar, start
    while p > 0 and len(reached) < _FARTHEST:
        said = line.low[p - 1]
        if said in _BREAKS or (said in grammar.reach_ends and said not in ("that", "and")):
            break
        if said == ",":
            opener = next((q for q in range(p - 2, max(-1, p - 14), -1) if line.low[q] == ","), None)
            if opener is None:
                break
            p = opener
            continue
        if said == "and" and (line.word(p) in grammar.pronouns or line.word(p) in ("the", "a") or line.capital(p)):
            break
        p -= 1
        reached.append(p)
    return reached[::-1]


def _scan(line: Line, words: list[int], found: Found, last: int) -> tuple[bool, Modality | None]:
    negated, modality = False, None
    skip = -1
    for p in words:
        if p < skip:
            continue
        match = line.pack.grammar.modality.at(line.low, p)
        if match is None or p + match.length > last:
            continue
        skip = p + match.length
        if match.value == "denied":
            negated = True
        elif match.value == "negated":
            negated = negated or (
                line.word(p + 1) not in line.pack.grammar.lists["mild_negations"] and _is_tight(line, skip, last, found)
            )
        elif modality is None and not _is_noun_use(line, p, match.length):
            modality = Modality(match.value)
    return negated, modality


def _is_tight(line: Line, after: int, last: int, found: Found) -> bool:
    """Whether only auxiliaries and adverbs stand between a plain "not" and the verb, or few words before a figure."""
    grammar = line.pack.grammar
    between = line.low[after:last]
    if found.trigger is not None and found.trigger == last:
        return all(
            w in grammar.aux or w in grammar.adverbs or w.endswith("ly") or w in ("to", "have", "any", "by", "of")
            for w in between
        )
    if found.trigger is not None:
        return not between
    return len(between) <= 3 and "that" not in between


def _after(line: Line, found: Found) -> tuple[bool, Modality | None]:
    """Denial and modality between a figure and its verb, or in the words after one that has no verb of a measure."""
    if found.trigger is not None and found.trigger < found.end:
        return False, None
    last = found.trigger if found.trigger is not None else min(len(line.low), found.end + 4)
    negated, modality = False, None
    for p in range(found.end, last):
        said = line.low[p]
        if said in (",", ";", ".", ":", "who", "which", "that", "said", "and") and found.trigger is None:
            break
        match = line.pack.grammar.modality.at(line.low, p)
        if match is None:
            continue
        if match.value in ("negated", "denied"):
            negated = negated or (
                line.word(p + 1) not in line.pack.grammar.lists["mild_negations"] and found.trigger is not None
            )
        elif (
            modality is None
            and (found.trigger is not None or said in line.pack.grammar.lists["open_modals"])
            and not _is_noun_use(line, p, match.length)
        ):
            modality = Modality(match.value)
    return negated, modality


def _is_noun_use(line: Line, p: int, length: int) -> bool:
    """ "May" the month; "the planned offensive", "a plan", "the expected rise": words that only name or modify."""
    said = line.low[p]
    if said == "may":
        return line.capital(p) and p > 0
    if said in ("want", "wanted", "wants"):
        return line.word(p + 1) in ("for", "in", "on", "by", "after", "man")
    if length > 1 or said in line.pack.grammar.lists["open_modals"] or said == "if":
        return False
    determined = line.word(p - 1) in line.pack.grammar.articles or line.word(p - 1) in line.pack.grammar.possessives
    return determined and said not in line.pack.grammar.lists["plan_nouns"]


def _judged_after(line: Line, found: Found) -> bool:
    """Whether the sentence goes on to call it false ("the claim that 30 died is false")."""
    for p in range(found.end, min(len(line.low), found.end + 14)):
        if line.low[p] in _BREAKS or line.low[p] == "but":
            return False
        if line.low[p] in line.pack.grammar.verdicts and line.word(p - 1) in line.pack.grammar.lists["before_verdicts"]:
            return line.word(p - 2) != "not"
    return False
