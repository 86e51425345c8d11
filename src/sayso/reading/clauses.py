"""What a clause says of itself: negated or not, asserted, possible, planned, wished, demanded or hypothetical."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.packs.hedges import Clause, Hedges, Modal
from sayso.reading.words import Words, read_words
from sayso.records import Certainty, Modality, Polarity, Span

# The main verb of news prose stands within the first thirty words or so; beyond, the words speak of something else.
_LOOKED_AT = 36
_CHARACTERS = 300
# "has so far not", "is by no means": words between an auxiliary and its negation.
_NEGATION_REACH = 3
# "can once again be": an auxiliary stands at most so far before its "be".
_BEFORE_BE = 4
_POINTING = ("this", "that", "any", "no")
# A subject with an aside behind it is short.
_ASIDE = 8
_SENTENCE_END = frozenset(".!?;")
_CERTAINTIES = tuple(Certainty)


@dataclass(frozen=True, slots=True)
class Weight:
    """How a clause is put forward, and the spans of the words that weaken it."""

    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    certainty: Certainty = Certainty.CERTAIN
    hedges: tuple[Span, ...] = ()


def weakest(*certainties: Certainty) -> Certainty:
    """The least sure of them."""
    return max(certainties, key=_CERTAINTIES.index)


def weigh_clause(text: str, spans: Sequence[Span], hedges: Hedges) -> Weight:
    """Weighs the main clause that opens the spans (a statement's content, a sentence).

    Without a parse: the clause's modal words and negations stand before anything that opens a clause of its own.
    """
    words = read_words(text, *_opening(spans))
    main = _main_clause(words, hedges.clause)
    modals, negated = _scan(words, main, hedges)
    modality = _modality(words, main, modals, hedges.clause)
    if _is_conditional(words, main, modals, hedges.clause):
        modality = Modality.HYPOTHETICAL
    return Weight(
        Polarity.NEGATED if negated else Polarity.AFFIRMED,
        modality,
        weakest(Certainty.CERTAIN, *(m.certainty for _, m in modals)),
        tuple(span for span, m in modals if m.span),
    )


def _modality(words: Words, main: range, modals: Sequence[tuple[Span, Modal]], clause: Clause) -> Modality:
    """What the first modal word of the main clause makes of it."""
    if not modals:
        return Modality.DEMANDED if _is_subjunctive(words, main, clause) else Modality.ASSERTED
    span, modal = modals[0]
    opening = words.low[main.start]
    supposed = (opening in clause.supposing or opening.endswith("ing")) and span.of(words.text).lower() == "would"
    return Modality.HYPOTHETICAL if supposed else modal.modality


def _is_subjunctive(words: Words, main: range, clause: Clause) -> bool:
    """A bare "be" after its subject: a thing demanded ("that the guns be delivered")."""
    for i in range(main.start + 1, main.stop):
        if words.low[i] == "be" and words.low[i - 1] not in clause.before_be:
            return clause.auxiliaries.isdisjoint(words.low[max(main.start, i - _BEFORE_BE) : i])
    return False


def _opening(spans: Sequence[Span]) -> list[Span]:
    """The first characters of the spans, as many as are looked at."""
    found: list[Span] = []
    left = _CHARACTERS
    for span in spans:
        if left <= 0:
            break
        found.append(Span(span.start, min(span.end, span.start + left)))
        left -= span.end - span.start
    return found


def _main_clause(words: Words, clause: Clause) -> range:
    """The words of the main clause: past an opening clause of time or condition, up to the first stop."""
    start = 1 if words.low[:1] == ["that"] else 0
    if len(words) > start and (words.low[start] in clause.openers or _conditional_at(words, start, clause)):
        start = _past_opening(words, start)
    end = min(len(words), start + _LOOKED_AT)
    for i in range(start + 1, end):
        gap, word = words.before(i), words.low[i]
        if gap != " ":
            if " " in gap and not _SENTENCE_END.isdisjoint(gap):
                return range(start, i)
            if word in ("and", "or") and "," in gap and i > start + 4:
                return range(start, i)
        if i == start + 1 and word in clause.stops and word != "if":
            continue
        if _stops(words, i, clause) or (word == "but" and i > start + 2):
            after = _past_aside(words, i, clause) if "," in gap and start < i < start + _ASIDE else i
            return range(start, i) if after == i else range(after, min(len(words), after + _LOOKED_AT))
    return range(start, end)


def _past_aside(words: Words, i: int, clause: Clause) -> int:
    """The word after a clause set off by commas between a subject and its verb ("the army, after a lull, may attack");
    the same word where none is."""
    after = _past_opening(words, i)
    return after if after < len(words) and words.low[after] in clause.auxiliaries else i


def _stops(words: Words, i: int, clause: Clause) -> bool:
    """Whether a clause of its own opens at the word."""
    word, before = words.low[i], words.low[i - 1]
    if word == "that":
        return before not in clause.complements
    if word == "as":
        return before not in clause.before_as and clause.after_as.isdisjoint(words.low[i + 1 : i + 2])
    return word in clause.stops


def _past_opening(words: Words, start: int) -> int:
    """The word after the comma that ends an opening clause; the start again where no comma comes soon."""
    for i in range(start + 1, min(len(words), start + 24)):
        gap = words.before(i)
        if "," in gap or "—" in gap:
            return i
        if not _SENTENCE_END.isdisjoint(gap):
            break
    return start


def _scan(words: Words, main: range, hedges: Hedges) -> tuple[list[tuple[Span, Modal]], bool]:
    """The modal words of the main clause with their spans, and whether it is negated."""
    clause = hedges.clause
    modals: list[tuple[Span, Modal]] = []
    negated = False
    last = main.stop  # beyond, a negation is not the main verb's
    i = main.start
    while i < main.stop:
        word = words.low[i]
        if word in clause.auxiliaries and last == main.stop:
            last = i + 1 + _NEGATION_REACH
        modal = hedges.modals.at(words.low, i)
        if modal is not None and _is_main(words, i, modal.value, clause):
            modals.append((words.over(i, modal.length), modal.value))
            i += modal.length
            continue
        negator = clause.negators.at(words.low, i)
        if negator is not None:
            negated = negated or (negator.value and i < last)
            i += negator.length
            continue
        negated = negated or (word == "no" and i < last)
        i += 1
    return modals, negated


def _is_main(words: Words, i: int, modal: Modal, clause: Clause) -> bool:
    """Whether a word that may be a noun ("the plan", "May 3") or a participle ("…, hoping to") is the main verb."""
    word = words.low[i]
    if word == "may":
        following = words.text[words.spans[i][1] : words.spans[i][1] + 3].strip()
        return not (words.text[words.spans[i][0]] == "M" and (i > 0 or following[:1].isdigit()))
    if modal.modality is Modality.POSSIBLE or i == 0:
        return True
    before = words.low[i - 1]
    if before == "to":
        return False
    if word.endswith("ing") and modal.modality is not Modality.ASSERTED and before not in clause.be:
        return word == "going"
    if before in _POINTING and word in clause.auxiliaries:
        return True  # "this would"
    return before not in clause.determiners


def _conditional_at(words: Words, i: int, clause: Clause) -> bool:
    phrase = clause.conditions.at(words.low, i)
    return phrase is not None and phrase.value


def _is_conditional(words: Words, main: range, modals: Sequence[tuple[Span, Modal]], clause: Clause) -> bool:
    """Whether the main clause holds only under a condition that stands before or after it."""
    modal = any(m.modality in (Modality.PLANNED, Modality.POSSIBLE, Modality.HYPOTHETICAL) for _, m in modals)
    opening = 1 if words.low[:1] == ["that"] else 0
    if main.start > opening and _conditional_at(words, opening, clause):
        return modal or words.low[opening] in ("if", "unless")
    if not modal:
        return False
    for i in range(main.stop, min(len(words), main.stop + _LOOKED_AT)):
        if not _SENTENCE_END.isdisjoint(words.before(i)) and i > main.stop:
            return False
        phrase = clause.conditions_later.at(words.low, i)
        if phrase is not None:
            return phrase.value
    return False
