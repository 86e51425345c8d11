"""Measures: what became of what is counted, from verbs (active, passive, reduced), adjectives, nouns and tolls."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.packs.measures import Form, MeasureWord
from sayso.reading.figures.arguments import object_of, subject_of
from sayso.reading.figures.lines import Found, Line
from sayso.reading.figures.persons import Person, person_before, read_person

_REDUCED_BEFORE = frozenset(
    """in by when after during on at as following near outside inside while since from with . , ; : ) - – — and or over
    overnight yesterday sunday monday tuesday wednesday thursday friday saturday early late this last""".split()
)
_MEASURED = frozenset(("length", "area", "volume", "mass", "money", "temperature", "speed", "power", "energy", "information", "time", "multiple", "angle"))
_LANDS = frozenset(("captured", "seized", "held", "liberated", "lost"))


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
        match = book.at(line.low, i) if line.low[i] in book.by_first else None
        if match is None or line.low[i] == "including" or _is_no_verb(line, i, match.length):  # it names a part of what was counted, nothing that took part
            i += 1
            continue
        found.append(Trigger(i, i + match.length, match.value))
        i += match.length
    return found


def _is_no_verb(line: Line, i: int, length: int) -> bool:
    """A preposition ("down"), or a verb that a particle makes another ("held up")."""
    if length > 1:
        return line.low[i + length - 1] == "out" and line.word(i + length) == "of"
    return line.low[i] in line.pack.grammar.prepositions or line.word(i + 1) in ("up", "back", "off", "onto")


def apply_triggers(line: Line, triggers: list[Trigger]) -> None:
    """Gives figures the measures that words beside them say, and adds one person for each single victim."""
    for trigger in triggers:
        _apply_noun(line, trigger, people=False)
    for trigger in triggers:
        word = trigger.word
        if _is_modifier(line, trigger):
            continue
        taking = word.of(Form.TAKING)
        if taking is not None and _takes_lives(line, trigger, taking):
            continue
        name = word.of(Form.PAST, Form.ACTIVE, Form.PARTICIPLE)
        if name is not None:
            _apply_verb(line, trigger, _joined_measure(line, triggers, trigger, name))
        died = word.of(Form.DIES)
        if died is not None:
            _take(line, subject_of(line, trigger.first), died, trigger)
        adjective = word.of(Form.ADJECTIVE)
        if adjective is not None:
            _apply_adjective(line, trigger, adjective)
    for trigger in triggers:
        toll = trigger.word.of(Form.TOLL)
        if toll is not None:
            _apply_toll(line, trigger, toll)
        of = trigger.word.of(Form.OF)
        if of is not None:
            _apply_of(line, trigger, of)
    for trigger in triggers:
        _apply_noun(line, trigger, people=True)


def _takes_lives(line: Line, trigger: Trigger, name: str) -> bool:
    """ "Cost 600 lives": whether the verb's object is lives, which then has the measure."""
    taken = object_of(line, trigger.end)
    lives = isinstance(taken, Found) and line.low[taken.end - 1] in ("lives", "life")
    return lives and isinstance(taken, Found) and give(line, taken, name, trigger.first)


def _is_modifier(line: Line, trigger: Trigger) -> bool:
    """Whether the word stands inside a counted phrase ("seven infantry fighting vehicles")."""
    found = line.covering(trigger.first)
    return found is not None and trigger.word.of(Form.ADJECTIVE) is None and trigger.end <= found.end


def _apply_noun(line: Line, trigger: Trigger, people: bool) -> None:
    """ "40 deaths", "20 casualties": the noun is what is counted. Nouns for people ("hostages") yield to a verb."""
    name = trigger.word.of(Form.NOUN)
    if name is None:
        return
    found = line.covering(trigger.first)
    if found is None or (found.kind == "people") != people or found.number_end > trigger.first or trigger.end < found.end or found.measure is not None:
        return
    found.end = max(found.end, trigger.end)
    give(line, found, name, trigger.first)
    if line.pack.measures[name].counts == "people" or name in ("lost",):
        found.unit, found.kind = "person", "people"


def _joined_measure(line: Line, triggers: list[Trigger], trigger: Trigger, name: str) -> str:
    """What several joined verbs say together: "killed, injured or captured" is lost."""
    names, p = [name], trigger.first
    for other in reversed([t for t in triggers if t.end <= trigger.first]):
        if other.end != p - 1 or line.low[p - 1] not in ("or", ","):
            break
        said = other.word.of(Form.PAST, Form.PARTICIPLE, Form.ACTIVE)
        if said is None:
            break
        names.append(said)
        p = other.first
    return line.pack.common(names) if len(names) > 1 and "or" in line.low[p : trigger.first] else name


def _apply_verb(line: Line, trigger: Trigger, name: str) -> None:
    form = next(f for f, _ in trigger.word.forms if f in (Form.PAST, Form.ACTIVE, Form.PARTICIPLE))
    voice = voice_of(line, trigger.first)
    by = line.word(trigger.end) == "by"
    if form is not Form.ACTIVE and (voice == "passive" or by):
        _take(line, subject_of(line, trigger.first), name, trigger)
        return
    taken = object_of(line, trigger.end)
    if form is Form.PARTICIPLE and voice != "perfect":
        taken = None
    follows = line.word(trigger.end) in _REDUCED_BEFORE or trigger.end >= len(line.low)
    if taken is not None and not (isinstance(taken, Found) and follows and _adjacent(line, trigger.first) is not None):
        _take(line, taken, name, trigger)
    elif form is not Form.ACTIVE and voice != "perfect" and (follows or form is Form.PARTICIPLE or line.word(trigger.end) in line.pack.grammar.adverbs or _ends_fragment(line, trigger)):
        _take(line, _adjacent(line, trigger.first), name, trigger)


def _ends_fragment(line: Line, trigger: Trigger) -> bool:
    return not any(w in line.pack.grammar.aux for w in line.low[trigger.end : trigger.end + 2])


def voice_of(line: Line, i: int) -> str:
    """ "passive" after a form of be, "perfect" after one of have, else "bare"; adverbs and joined participles are passed."""
    grammar, p = line.pack.grammar, i - 1
    for _ in range(8):
        said = line.word(p)
        if said in grammar.be:
            return "passive"
        if said in grammar.have:
            return "perfect"
        joined = said in ("and", "or", ",") and (line.word(p - 1).endswith("ed") or line.word(p - 1) in ("shot", "struck", "hit", "found", "beaten"))
        if joined:
            p -= 2
        elif said in grammar.adverbs or said.endswith("ly") or said in ("shot", "not", "n't", "have", "to", "those", "among"):
            p -= 1
        else:
            break
    return "bare"


def _adjacent(line: Line, i: int) -> Found | Person | None:
    """The figure or person directly before word i, adverbs passed: "20 people [reportedly] killed in"."""
    p = i
    while p > 0 and (line.low[p - 1] in line.pack.grammar.adverbs or line.low[p - 1].endswith("ly")) and line.covering(p - 1) is None:
        p -= 1
    if line.word(p - 1) in ("and", "or") and (line.word(p - 2).endswith("ed") or line.word(p - 2) == "shot"):
        return _adjacent(line, p - 2)
    if line.word(p - 1) in ("been", "being", "were", "was"):
        return None
    return (line.covering(p - 1) if p > 0 else None) or person_before(line, p)


def _apply_adjective(line: Line, trigger: Trigger, name: str) -> None:
    """ "30 dead", "two people were dead", "left five injured"."""
    i = trigger.first
    found = line.covering(i)
    if found is not None:
        if found.number_end <= i and found.measure is None:
            give(line, found, name, i)
        return
    p = i
    while p > 0 and (line.low[p - 1] in line.pack.grammar.be or line.low[p - 1] in line.pack.grammar.adverbs or line.low[p - 1].endswith("ly") or line.low[p - 1] in ("more", "others", "left", "lay", "lying", "listed", "as")):
        p -= 1
    taken = (line.covering(p - 1) if p > 0 else None) or (subject_of(line, i) if p < i else person_before(line, i))
    _take(line, taken, name, trigger)


def _apply_toll(line: Line, trigger: Trigger, name: str) -> None:
    """ "The death toll rose to 40", "losses: 300 men"."""
    for p in range(trigger.end, min(len(line.low), trigger.end + 12)):
        found = line.covering(p)
        if found is not None:
            if found.low is not None and line.low[found.first - 1 : found.first] == ["from"] and line.word(found.end) == "to":
                continue
            if found.kind in (None, "people", "equipment") and not (found.kind is None and not found.bare and line.pack.measures[name].counts == "people"):
                give(line, found, name, trigger.first)
            return
        if line.low[p] in (";", ".") or (line.low[p] == "," and p > trigger.end + 6):
            return


def _apply_of(line: Line, trigger: Trigger, name: str) -> None:
    """ "The death of Ana Roe", "the loss of 20 tanks", "the man's murder"."""
    p = trigger.end
    if line.word(p) == "of":
        p += 1
        while line.word(p) in ("all", "as", "many", "the") and line.covering(p) is None and line.covering(p + 1) is not None:
            p += 1
        found = line.covering(p)
        taken: Found | Person | None = found if found is not None else read_person(line, p)
        if isinstance(taken, Found) and taken.kind in ("time", "money"):
            return
        _take(line, taken, name, trigger)
        return
    if not _is_single(line, name) or line.pack.grammar.singular(line.low[trigger.end - 1]) is not None:
        return
    i = trigger.first
    if line.word(i - 1) in ("his", "her"):
        _take(line, Person(i - 1, i, None, True), name, trigger)
    elif line.word(i - 1) in ("'s", "’s", "’", "'"):
        _take(line, person_before(line, i - 1), name, trigger)


def _is_single(line: Line, name: str) -> bool:
    return name in line.pack.singly and line.pack.measures[name].counts == "people"


def _take(line: Line, taken: Found | Person | None, name: str, trigger: Trigger) -> None:
    """Gives what was found as argument the measure; a single person becomes a figure where the pack counts such."""
    if isinstance(taken, Person):
        if not _is_single(line, name) or line.covering(taken.first) is not None and not _only_ages(line, taken):
            return
        taken = _victim(line, taken)
    if taken is not None:
        give(line, taken, name, trigger.first)


def _only_ages(line: Line, person: Person) -> bool:
    """Whether all figures inside the phrase are ages ("a 17-year-old boy")."""
    inside = [f for f in line.figures if f.first < person.end and person.first < f.end]
    return all(f.measure == "age" for f in inside)


def _victim(line: Line, person: Person) -> Found:
    for found in line.figures:
        if found.number == person.first and found.definite == person.definite and found.end == person.end:
            return found
    found = Found(person.first, person.end, person.first, person.first + 1, 1.0, 1.0, unit="person", kind="people")
    found.who, found.definite, found.victim = person.who, person.definite, True
    line.figures.append(found)
    line.figures.sort(key=lambda f: (f.first, f.end))
    return found


def give(line: Line, found: Found, name: str, trigger: int) -> bool:
    """Gives a figure a measure where the two go together; whether it did."""
    measure = line.pack.measures[name]
    if found.measure is not None and (found.measure != "shot" or name == "shot"):
        return False
    if found.kind in _MEASURED and not (found.kind == "area" and name in _LANDS):
        return False
    if measure.counts == "people" and found.kind in ("equipment", "building", "land", "event"):
        return False
    if measure.counts == "things" and found.kind == "people" and (found.single or not line.pack.is_within(name, "lost")):
        return False
    if found.kind == "share" and not (found.partitive or line.word(found.end) == "of"):
        return False
    found.measure, found.trigger, found.trigger_end, found.weak = name, trigger, trigger + 1, False
    if found.role or (measure.counts == "people" and found.bare):
        found.unit, found.kind, found.bare = "person", "people", False
    return True
