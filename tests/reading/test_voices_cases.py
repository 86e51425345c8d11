"""Voices against the hand-made cases whose voice stands in another sentence, and against the invented reports."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sayso.packs.folding import load_folding
from sayso.records import Mode, Span, Statement
from tests.reading.drafts import draft_of
from tests.reading.voiced import voiced

CASES = Path(__file__).parent.parent / "cases"
EXAMPLES = CASES.parent.parent / "examples"
FLOOR_CASES = 0.95  # 97 of 100 when this was written
FLOOR_REPORTS = 0.95  # of the statements of the invented reports, on gold spans


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def folded(name: str) -> frozenset[str]:
    """A name's words folded as a voice is compared: transliterations and spellings alike, small words left out."""
    folding = load_folding()
    plain = unicodedata.normalize("NFC", name).replace("’", "'")
    words = re.findall(r"[^\W_]+", re.sub(r"'s?\b|'", " ", plain))
    return frozenset(folding.name_word(w) for w in words) - {"the", "of", "for", "a", "and"}


def right(names: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether the names are those wanted, each once and none besides; "A|B" leaves a choice."""
    left = list(names)
    for want in wanted:
        fits = next((n for n in left if any(folded(a) <= folded(n) for a in want.split("|"))), None)
        if fits is None:
            return False
        left.remove(fits)
    return not left


def span(given: str) -> Span:
    start, end = given.split()
    return Span(int(start), int(end))


def statement_of(row: dict[str, str]) -> Statement:
    """The case's statement: its cue is the word after the source, as in "she said"."""
    text, content = row["text"], span(row["content_at"])
    direct = text[content.start] in '“"' and text[content.end - 1] in '”"'
    source = span(row["source_at"]) if row["source_at"] else None
    cue = None
    if source is not None:
        after = re.compile(r"\s*(?:\w+ly )?(was \w+|\w+)").match(text, source.end)
        cue = Span(*after.span(1)) if after else None
    elif not direct:
        hedge = re.search(r"\b(reportedly|said)\b", text)
        cue = Span(*hedge.span(1)) if hedge else None
    return Statement("s1", source, cue, (content,), mode=Mode.DIRECT if direct else Mode.INDIRECT)


def names_of(row: dict[str, str]) -> list[str]:
    draft = voiced(draft_of(row["text"]), statement_of(row))
    return [v.name for v in draft.statements[0].voices]


def test_voices_of_other_sentences() -> None:
    """Of the cases whose voice stands in another sentence, at least the floor are right; a guess counts as wrong."""
    cases = rows("voices.tsv")
    wrong = [
        (row["id"], names)
        for row in cases
        if not right(names := names_of(row), [w.strip() for w in row["voices"].split(";") if w.strip()])
    ]
    assert len(wrong) <= (1 - FLOOR_CASES) * len(cases), wrong


@pytest.mark.parametrize("row", rows("voice_names.tsv"), ids=lambda row: row["id"])
def test_voice_names(row: dict[str, str]) -> None:
    """Names, kinds, roles, sides and bodies of single sources."""
    text = row["text"]
    start = text.index(row["source"])
    source = Span(start, start + len(row["source"]))
    content = Span(text.index(row["content"]), text.index(row["content"]) + len(row["content"]))
    voices = voiced(draft_of(text), Statement("s1", source, None, (content,))).statements[0].voices
    shown = [" / ".join(str(part or "-") for part in (v.name, v.kind, v.role, v.side, v.body)) for v in voices]
    assert shown == [w.strip() for w in row["voices"].split(";") if w.strip()]


def gold_statements(report: dict[str, Any]) -> list[tuple[dict[str, Any], Statement]]:
    found: list[tuple[dict[str, Any], Statement]] = []
    for number, given in enumerate(report["statements"]):
        if given["mode"] == "narrated" or given.get("source_also"):
            continue
        found.append(
            (
                given,
                Statement(
                    id=f"s{number}",
                    source=Span(*given["source"]) if given.get("source") else None,
                    cue=Span(*given["cue"]) if given.get("cue") else None,
                    content=tuple(Span(*s) for s in given["content"]),
                    mode=Mode(given["mode"]),
                    within=f"s{given['within']}" if given.get("within") is not None else None,
                ),
            )
        )
    return found


def accepted(given: dict[str, Any]) -> list[list[str]]:
    """The lists of voices that are right for a statement of a report."""
    said: Iterable[Any] = [given["speaker"], *(given.get("speaker_also") or [])]
    return [[] if s is None else s if isinstance(s, list) else [s] for s in said]


def test_voices_of_invented_reports() -> None:
    """On the gold spans of the invented reports at least the floor of the voices are right."""
    total, wrong = 0, []
    for path in sorted(CASES.glob("examples/[01]*.json")):
        report = json.loads(path.read_text(encoding="utf-8"))
        text_file = EXAMPLES / f"{path.stem}.txt"
        if not text_file.exists():
            continue
        text = text_file.read_bytes().decode("utf-8")
        pairs = gold_statements(report)
        draft = voiced(draft_of(text, outlet=report.get("publisher")), *(s for _, s in pairs))
        for (given, _), statement in zip(pairs, draft.statements, strict=True):
            names = [v.name for v in statement.voices]
            total += 1
            if not any(
                right(names, [a.split()[-1] if len(a.split()) == 2 else a for a in want]) for want in accepted(given)
            ):
                wrong.append((path.stem[:2], given["speaker"], names))
    assert total > 60
    assert len(wrong) <= (1 - FLOOR_REPORTS) * total, wrong
