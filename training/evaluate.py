"""Measures a model: readings for the attribution scorer, names, syntax, speed.

python -m training.evaluate readings --data DIR --model DIR > readings.jsonl
python -m training.evaluate names|syntax|speed --data DIR --model DIR
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sayso.reading.model import ReadingModel
from sayso.records.span import Span
from training.examples import lines_of
from training.labelling import tokens_in
from training.polnear import read_polnear
from training.treebanks import TreebankText, gum_names, read_conllu, syntax_example

_UNER = {"PER": "person", "LOC": "place", "ORG": "organisation"}


def readings(model: ReadingModel, data: Path, limit: int | None) -> None:
    """One Reading a line for PolNeAR's dev texts, with the statements that the model alone finds."""
    for number, (stem, example) in enumerate(read_polnear(data / "attribution/polnear/dev")):
        if number == limit:
            return
        found = model.analyse(example.text, lines_of(example.text)).attributions
        statements = [
            {"source": a.source[0] if a.source else None, "cue": a.cue[0], "content": a.content, "mode": "",
             "within": None if a.parent is None else f"s{a.parent}"}
            for a in found
        ]  # fmt: skip
        sys.stdout.write(json.dumps({"article": {"key": stem, "text": example.text}, "statements": statements}) + "\n")


def names(model: ReadingModel, data: Path) -> None:
    """Exact F1 of names: UNER's three kinds on EWT, all kinds on GUM's test part."""
    for part in ("dev", "test"):
        gold = _uner(data / f"treebanks/uner-ewt-{part}.iob2")
        texts = read_conllu(data / f"treebanks/ewt-{part}.conllu")
        _names_of(f"uner-ewt-{part}", model, ((t, _uner_spans(t, gold)) for t in texts), frozenset(_UNER.values()))
    texts = read_conllu(data / "treebanks/gum-test.conllu")
    _names_of("gum-test", model, ((t, gum_names(t)) for t in texts), frozenset((*_UNER.values(), "other")))


def _names_of(
    label: str, model: ReadingModel, texts: Iterator[tuple[TreebankText, list[tuple[Span, str]]]], kinds: frozenset[str]
) -> None:
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for text, gold in texts:
        got = {
            (n.start, n.end, str(n.kind)) for n in model.analyse(text.text, text.paragraphs).names if n.kind in kinds
        }
        wanted = {(s.start, s.end, kind) for s, kind in gold if kind in kinds}
        for kind in kinds:
            right[kind] += sum(n[2] == kind for n in got & wanted)
            found[kind] += sum(n[2] == kind for n in got)
            there[kind] += sum(n[2] == kind for n in wanted)
    shown = " ".join(f"{kind} {_f1(right[kind], found[kind], there[kind]):.1f}" for kind in sorted(kinds))
    print(f"{label}: names F1 {_f1(right.total(), found.total(), there.total()):.1f} ({shown}), gold {there.total()}")


def _f1(right: int, found: int, there: int) -> float:
    return 200 * right / max(1, found + there)


def _uner(path: Path) -> dict[str, list[str]]:
    """Labels of each sentence's words by the sentence's id."""
    labels: dict[str, list[str]] = {}
    current = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# sent_id"):
            current = line.split("=")[1].strip()
            labels[current] = []
        elif line.split("\t")[0].isdigit():
            labels[current].append(line.split("\t")[2])
    return labels


def _uner_spans(text: TreebankText, labels: dict[str, list[str]]) -> list[tuple[Span, str]]:
    found: list[tuple[Span, str]] = []
    for sentence in text.sentences:
        own = labels.get(text.ids[sentence.start], [])
        for index, label in enumerate(own):
            if label.startswith("B-") and label[2:] in _UNER:
                end = index + 1
                while end < len(own) and own[end] == "I-" + label[2:]:
                    end += 1
                span = Span(text.spans[sentence.start + index].start, text.spans[sentence.start + end - 1].end)
                found.append((span, _UNER[label[2:]]))
    return found


def syntax(model: ReadingModel, data: Path) -> None:
    """UPOS on the words that our tokens cut as the treebank does, UAS and LAS on those that the model gives a head."""
    for part in ("ewt-test", "gum-test"):
        tags = heads = both = words = attached = total = 0
        for text in read_conllu(data / f"treebanks/{part}.conllu"):
            gold = syntax_example(text, names=False).words or []
            tokens = model.analyse(text.text, text.paragraphs).tokens
            spans = [Span(t.start, t.end) for t in tokens]
            same = {}
            for index, word in enumerate(gold):
                low, high = tokens_in(spans, word.span)
                if high - low == 1 and spans[low] == word.span:
                    same[index] = low
            total += len(gold)
            for index, at in same.items():
                word, token = gold[index], tokens[at]
                words += 1
                tags += token.pos == word.pos
                if not token.dep:
                    continue
                attached += 1
                right = token.head == (-1 if word.head == index else same.get(word.head, -2))
                heads += right
                both += right and token.dep == word.dep
        print(f"{part}: UPOS {100 * tags / words:.1f} on {words} of {total} words; UAS {100 * heads / attached:.1f} "
              f"LAS {100 * both / attached:.1f} on {attached}")  # fmt: skip


def speed(model: ReadingModel, data: Path) -> None:
    """Words (white-space) a second of CPU time, the whole model with tokens and decoding."""
    texts = [e.text for _, e in read_polnear(data / "attribution/polnear/dev")]
    for text in texts[:3]:
        model.analyse(text, lines_of(text))
    began = time.process_time()
    for text in texts:
        model.analyse(text, lines_of(text))
    spent = time.process_time() - began
    words = sum(len(t.split()) for t in texts)
    print(f"{words / spent:.0f} words/s of CPU time, {words} words in {spent:.1f} s")


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("readings", "names", "syntax", "speed"))
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=None)
    parser.add_argument("--limit", type=int, default=None)
    given = parser.parse_args()
    model = ReadingModel.load(given.model)
    if given.what == "readings":
        readings(model, given.data, given.limit)
    else:
        {"names": names, "syntax": syntax, "speed": speed}[given.what](model, given.data)


if __name__ == "__main__":
    main()
