"""Scores readings of the example reports against their gold in tests/cases/examples.

The measures are those of the attribution literature, by words: a statement is found where it holds half of the gold
content's words and these are a good third of its own. What follows (voice, mode …) counts over all gold statements
for which the gold says it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(["the", "of", "for", "a", "an", "and", "s"])
_FOLDED = {"defense": "defence", "armored": "armoured"}

Record = Mapping[str, Any]


def score(golds: Iterable[Record], readings: Mapping[str, Record]) -> dict[str, tuple[int, int]]:
    """How many of how many, by measure; readings by the gold's `report`."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for gold in golds:
        reading = readings[gold["report"]]
        for measure, ok in (*_article(gold, reading), *_statements(gold, reading), *_figures(gold, reading)):
            total[measure] += 1
            right[measure] += ok
    return {measure: (right[measure], total[measure]) for measure in total}


def load_golds(folder: Path) -> list[dict[str, Any]]:
    """The gold records of the reports, by file name."""
    golds = [json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.json"))]
    return [g for g in golds if "report" in g]


def folded(name: str | None) -> list[str]:
    """A name's words without accents, small words, and the endings in which transliterations differ."""
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower().replace("'s", "")
    kept = [re.sub(r"(yy|iy|ii|y|i)$", "y", w) for w in _WORD.findall(plain) if w not in _SMALL]
    return [_FOLDED.get(w, w) for w in kept]


def _article(gold: Record, reading: Record) -> Iterable[tuple[str, bool]]:
    yield "publication date", (reading["article"]["published"] or None) == gold["published"]
    for credit in gold.get("credits", []):
        found = [c for c in reading["article"]["credits"] if c["kind"] == credit["kind"]]
        yield "credits", any(set(folded(credit["name"])) & set(folded(c["name"])) for c in found)
    text = reading["article"]["text"]
    marked = _starts(text, reading["article"]["furniture"])
    for piece in gold.get("furniture", []):
        words = _starts(text, [piece["span"]])
        yield "furniture", len(words & marked) >= 0.8 * len(words)


def _statements(gold: Record, reading: Record) -> Iterable[tuple[str, bool]]:
    text = reading["article"]["text"]
    predicted = [(s, _starts(text, s["content"])) for s in reading["statements"] if s["mode"] != "narrated"]
    matched: set[int] = set()
    for wanted in gold["statements"]:
        if wanted["mode"] == "narrated":
            continue
        words = _starts(text, wanted["content"])
        near = [
            (len(words & mine) / len(words | mine), i)
            for i, (_, mine) in enumerate(predicted)
            if len(words & mine) >= 0.5 * len(words) and len(words & mine) >= 0.35 * len(mine)
        ]
        if wanted.get("optional") and not near:
            continue
        yield "statements found", bool(near)
        matched |= {i for _, i in near}
        overlap, best = max(near, default=(0.0, -1))
        yield "content overlap .8", overlap >= 0.8
        yield from _fields(wanted, predicted[best][0] if near else None)
    for i in range(len(predicted)):
        yield "statements that match gold", i in matched


def _fields(wanted: Record, got: Record | None) -> Iterable[tuple[str, bool]]:
    names = [v["name"] for v in got["voices"]] if got else []
    yield (
        "voice",
        got is not None
        and any(same_voices(speaker, names) for speaker in (wanted["speaker"], *wanted.get("speaker_also", ()))),
    )
    for field in ("mode", "act", "polarity", "modality"):
        if wanted.get(field):
            yield field, got is not None and got[field] == wanted[field]
    for field in ("said_on", "medium", "verification"):
        if wanted.get(field):
            given = json.dumps(got[field], ensure_ascii=False).lower() if got else ""
            yield field, str(wanted[field]).split("’")[0].split("'")[0].lower() in given
    if wanted.get("hedge"):
        yield "hedge", got is not None and bool(got["hedges"])
    for station in wanted.get("reported_by") or []:
        links = [link["voice"] for link in got["chain"]] if got else []
        yield "chain", any(set(folded(station)) <= set(folded(link)) for link in links)


def same_voices(wanted: str | Sequence[str] | None, names: Sequence[str]) -> bool:
    """Whether the names are those wanted, one for one; a person's last word is enough."""
    listed = [] if wanted is None else [wanted] if isinstance(wanted, str) else list(wanted)
    return len(listed) == len(names) and all(any(_same_voice(w, n) for n in names) for w in listed)


def _same_voice(wanted: str, name: str) -> bool:
    want, have = folded(wanted), set(folded(name))
    return bool(want) and (set(want) <= have or (want[-1] in have and len(have) <= 3))


def _figures(gold: Record, reading: Record) -> Iterable[tuple[str, bool]]:
    for wanted in gold["figures"]:
        start, end = wanted["span"]
        near = [f for f in reading["figures"] if f["span"][0] < end and start < f["span"][1]]
        fits = [f for f in near if wanted["vague"] or (f["low"], f["high"]) == (wanted["low"], wanted["high"])]
        if wanted.get("optional") and not fits:
            continue
        got = fits[0] if fits else None
        yield "figures with right bounds", got is not None
        yield "figure's unit", got is not None and folded(wanted["unit"]) == folded(got["unit"])
        if wanted.get("of"):
            yield "figure's owner", got is not None and any(folded(wanted["of"]) == folded(o) for o in got["of"])
        if wanted.get("asserted_by"):
            right = (wanted["asserted_by"], *wanted.get("asserted_by_also", ()))
            yield "figure's voice", got is not None and any(same_voices(voices, got["by"]) for voices in right)


def _starts(text: str, spans: Iterable[Sequence[int]]) -> set[int]:
    return {m.start() for s, e in spans for m in _WORD.finditer(text, s, e)}
