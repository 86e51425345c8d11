"""UD English EWT and GUM: parts of speech, dependencies, and GUM's entity layer turned into proper names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sayso.records.span import Span
from training.examples import Example, Word

KINDS = {"person": "person", "organization": "organisation", "place": "place", "event": "other", "object": "other",
         "abstract": "other", "animal": "other", "plant": "other", "substance": "other"}  # fmt: skip
TITLES = frozenset(
    [
        "President",
        "Mr.",
        "Mrs.",
        "Ms.",
        "Dr.",
        "Prof.",
        "Professor",
        "Senator",
        "Sen.",
        "Rep.",
        "Representative",
        "Gov.",
        "Governor",
        "Sir",
        "Lord",
        "Lady",
        "Queen",
        "King",
        "Prince",
        "Princess",
        "Pope",
        "Justice",
        "Judge",
        "General",
        "Gen.",
        "Captain",
        "Lt.",
        "Colonel",
        "Minister",
        "Secretary",
        "Mayor",
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Chancellor",
        "Congressman",
        "Chief",
        "Prime",
        "Major",
        "Rev.",
        "Reverend",
    ]
)
_LINKS = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "&",
        "de",
        "la",
        "del",
        "von",
        "van",
        "di",
        "-",
        "’s",
        "'s",
        "al",
        "el",
        "da",
        "dos",
        "in",
    ]
)
_PERSON_LINKS = frozenset(["de", "la", "von", "van", "del", "di", "al", "el", "da", "bin"])
_KEPT_SUBTYPES = ("acl:relcl", "aux:pass", "nmod:poss", "nsubj:pass", "obl:agent")
_ENTITY = re.compile(r"\([^()]*\)?|[^()]+\)")


@dataclass(slots=True)
class TreebankText:
    """One text: CoNLL-U columns of its words in order, where each word stands, and the sentence of each word."""

    name: str
    text: str = ""
    rows: list[list[str]] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)
    paragraphs: list[Span] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)


def read_conllu(path: Path) -> Iterator[TreebankText]:
    """The texts of a CoNLL-U file, put together again from its words and their spacing."""
    current: TreebankText | None = None
    new_paragraph = True
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        comments = [line for line in block.splitlines() if line.startswith("#")]
        for line in comments:
            if line.startswith("# newdoc id"):
                if current is not None:
                    yield current
                current = TreebankText(line.split("=", 1)[1].strip())
            elif re.match(r"# newpar( id|_id|\s|$)", line):
                new_paragraph = True
        if not rows:
            continue
        current = current or TreebankText(path.stem)
        sentence_id = next((c.split("=")[1].strip() for c in comments if c.startswith("# sent_id")), "")
        _add_sentence(current, rows, new_paragraph, sentence_id)
        new_paragraph = False
    if current is not None:
        yield current


def _add_sentence(text: TreebankText, rows: list[list[str]], new_paragraph: bool, sentence_id: str) -> None:
    inside: dict[int, tuple[int, bool]] = {}
    base = len(text.rows)
    if text.text:
        text.text = text.text.rstrip(" ") + ("\n\n" if new_paragraph else " ")
    start = len(text.text)
    parts: list[str] = []
    at = start
    for row in rows:
        if "-" in row[0]:
            low, high = map(int, row[0].split("-"))
            inside.update(dict.fromkeys(range(low, high + 1), (high, "SpaceAfter=No" in row[9])))
        elif "." not in row[0]:
            number = int(row[0])
            last, glued = inside.get(number, (number, "SpaceAfter=No" in row[9]))
            word = row[1].replace(" ", "\u00a0")
            text.rows.append(row)
            text.spans.append(Span(at, at + len(word)))
            head = int(row[6]) if row[6].isdigit() else 0
            text.heads.append(base + (head or number) - 1)
            text.ids.append(sentence_id)
            gap = "" if (number < last or glued) else " "
            parts.append(word + gap)
            at += len(word) + len(gap)
    text.text += "".join(parts).rstrip(" ")
    end = text.spans[-1].end
    text.sentences.append(Span(base, len(text.rows)))
    if new_paragraph or not text.paragraphs:
        text.paragraphs.append(Span(start, end))
    else:
        text.paragraphs[-1] = Span(text.paragraphs[-1].start, end)


def syntax_example(text: TreebankText, names: bool) -> Example:
    """The text as an example with words and, for GUM, names."""
    words = [
        Word(span, row[3], head, "root" if head == i else _relation(row[7]))
        for i, (row, span, head) in enumerate(zip(text.rows, text.spans, text.heads, strict=True))
    ]
    found = gum_names(text) if names else None
    return Example(text.text, text.paragraphs, words=words, names=found)


def _relation(full: str) -> str:
    """The relation without its subtype, but for the subtypes that reading can use."""
    return full if full in _KEPT_SUBTYPES else full.split(":")[0]


def gum_names(text: TreebankText) -> list[tuple[Span, str]]:
    """Proper names from GUM's Entity layer: the entity's head and what belongs to its name around it."""
    open_: dict[str, list[tuple[int, list[str]]]] = {}
    found: dict[tuple[int, int], str] = {}
    for index, row in enumerate(text.rows):
        field_ = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for mark in _ENTITY.findall(field_[1]) if field_ else []:
            if mark.startswith("("):
                fields = mark.strip("()").split("-", 7)
                open_.setdefault(fields[0], []).append((index, fields))
            if mark.endswith(")"):
                group = mark.strip("()").split("-")[0]
                if open_.get(group):
                    start, fields = open_[group].pop()
                    name = _name_in(text, start, index + 1, fields)
                    if name and name not in found:
                        found[name] = KINDS[fields[1]]
    kept: list[tuple[int, int]] = []
    for low, high in sorted(found, key=lambda r: (r[0] - r[1], r[0])):
        joined = any(text.rows[i][1] in ("and", "&") for i in range(low, high))
        parts = sum(low <= a and b <= high for a, b in found) > 2
        if not any(low < b and a < high for a, b in kept) and not (joined and parts):
            kept.append((low, high))
    return [(Span(text.spans[a].start, text.spans[b - 1].end), _kind(text, a, b, found[a, b])) for a, b in sorted(kept)]


def _kind(text: TreebankText, low: int, high: int, kind: str) -> str:
    """A people in the plural ("Bangladeshis") is no person's name."""
    plural = any(text.rows[i][4] == "NNPS" for i in range(low, high))
    return "other" if kind == "person" and plural else kind


def _name_in(text: TreebankText, start: int, end: int, fields: list[str]) -> tuple[int, int] | None:
    """Token range of the proper name at the head of an entity mention, or None where its head is no name."""
    kind = fields[1] if len(fields) > 1 else ""
    minimum = [int(x) for x in fields[5].split(",")] if len(fields) > 5 and re.fullmatch(r"[\d,]+", fields[5]) else []
    proper = [row[4] in ("NNP", "NNPS") for row in text.rows[start:end]]
    heads = [m - 1 for m in minimum if 0 < m <= end - start and proper[m - 1]]
    if kind not in KINDS or not heads:
        return None
    low, high = _grown(text, start, heads[0], proper, kind == "person")
    while low < high and (text.rows[start + low][1] == "-" or (
        kind == "person" and text.rows[start + low][1].capitalize() in TITLES
    )):  # fmt: skip
        low += 1
    while high > low and text.rows[start + high - 1][1] == "-":
        high -= 1
    return (start + low, start + high) if any(proper[low:high]) else None


def _grown(text: TreebankText, start: int, head: int, proper: list[bool], person: bool) -> tuple[int, int]:
    rows = text.rows[start : start + len(proper)]

    def belongs(i: int) -> bool:
        word, pos = rows[i][1], rows[i][3]
        return (
            proper[i] or word == "-" or (pos in ("ADJ", "NOUN") and word[:1].isupper()) or (pos == "NUM" and i > head)
        )

    low, high = head, head + 1
    while low > 0:
        if belongs(low - 1):
            low -= 1
        elif not person and low >= 2 and rows[low - 1][1].lower() in _LINKS and proper[low - 2]:
            low -= 2
        else:
            break
    while high < len(rows):
        word = rows[high][1].lower()
        if belongs(high):
            high += 1
        elif word in (_PERSON_LINKS if person else _LINKS) and high + 1 < len(rows) and proper[high + 1]:
            high += 2
        elif not person and word in ("of", "for", "and") and high + 2 < len(rows) and proper[high + 2]:
            high += 3
        else:
            break
    return low, high
