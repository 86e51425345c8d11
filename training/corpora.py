"""Corpora: what one epoch of training reads, made anew for every epoch with other variations."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sayso.reading.signs import LEXICONS, SignFinder
from sayso.reading.tokens import find_tokens
from training.discourse import attribution_example
from training.distant import DistantNames
from training.examples import Example
from training.framing import Framer, Sentence, sentences_of
from training.labelling import Labelled, Labeller
from training.lexicons import LETTERS, build_lexicons, place_names
from training.naming import Namer
from training.polnear import read_polnear
from training.rewriting import vary
from training.treebanks import read_conllu, syntax_example

OWN = Path(__file__).parent / "own"
_EWT_SHARE = 0.15  # of EWT read in an epoch: it serves syntax alone
_CUE_SHARE = 0.15  # a word that is (part of) a cue this often may be one wherever nothing is annotated


@dataclass(slots=True)
class Corpora:
    """The annotated texts by origin, and the sentences to be framed."""

    polnear: list[Example] = field(default_factory=list)
    gum: list[Example] = field(default_factory=list)
    ewt: list[Example] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    plain: list[Sentence] = field(default_factory=list)
    cue_words: frozenset[str] = frozenset()
    proper_words: frozenset[str] = frozenset()


def load_corpora(data: Path, use_polnear: bool, use_ewt: bool) -> Corpora:
    """Reads the corpora under $SAYSO_DATA; without PolNeAR all attributions are GUM's and our own."""
    found = Corpora()
    if use_polnear:
        found.polnear = [e for _, e in read_polnear(data / "attribution/polnear/train")]
    gum = [t for part in ("train", "dev") for t in read_conllu(data / f"treebanks/gum-{part}.conllu")]
    found.gum = [attribution_example(text) for text in gum]
    ewt = list(read_conllu(data / "treebanks/ewt-train.conllu"))
    found.ewt = [syntax_example(text, names=False) for text in ewt] if use_ewt else []
    for example in (*found.polnear, *found.gum):
        with_roles, plain = sentences_of(example)
        found.sentences += with_roles
        found.plain += plain
    attributed = found.polnear or found.gum
    found.cue_words = _cue_words(attributed)
    found.proper_words = frozenset(row[1].lower() for text in (*gum, *ewt) for row in text.rows if row[4] == "NNP")
    common = frozenset(row[1] for text in (*gum, *ewt) for row in text.rows if row[3] != "PROPN")
    found.proper_words -= common
    marker = _distant_names(common)
    for example in (*found.polnear, *found.ewt):
        marker.mark(example)
    return found


def _distant_names(common: frozenset[str]) -> DistantNames:
    letters = build_lexicons()
    sure, places = place_names()
    lists = {name: frozenset(w for w, own in letters.items() if letter in own) for name, letter in LETTERS.items()}
    return DistantNames({**lists, "country": sure}, places, frozenset(w for w in common if w.islower()))


def _cue_words(examples: list[Example]) -> frozenset[str]:
    in_cue: Counter[str] = Counter()
    outside: Counter[str] = Counter()
    for example in examples:
        cues = [s for r in example.attributions or () for s in r.cue]
        starts = {t.start for s in cues for t in find_tokens(example.text, s)}
        for paragraph in example.paragraphs:
            for token in find_tokens(example.text, paragraph):
                word = token.of(example.text).lower()
                (in_cue if token.start in starts else outside)[word] += 1
    return frozenset(
        w for w, n in in_cue.items() if n >= 3 and w.isalpha() and len(w) > 2 and n >= _CUE_SHARE * (n + outside[w])
    )


def sign_finder() -> SignFinder:
    """The sign finder with the word lists as they are shipped."""
    names = {letter: name for name, letter in LETTERS.items()}
    return SignFinder(
        {w: tuple(names[x] for x in letters if names[x] in LEXICONS) for w, letters in build_lexicons().items()}
    )


def epoch(corpora: Corpora, labeller: Labeller, number: int, framed: int = 1500, named: int = 2500) -> list[Labelled]:
    """All labelled windows of one epoch."""
    chance = random.Random(number)
    random.seed(number)  # the name list's package draws from the global generator
    namer = Namer(OWN / "names.toml")
    framer = Framer(OWN / "frames.toml", corpora.proper_words)
    made: list[Labelled] = []
    for example in _examples(corpora, framer, namer, chance, (framed, named)):
        made.extend(labeller.label(example))
    return [m for m in made if m.window.tokens]


def _examples(
    corpora: Corpora, framer: Framer, namer: Namer, chance: random.Random, numbers: tuple[int, int]
) -> Iterator[Example]:
    for example in corpora.polnear:
        yield vary(example, chance)
    for example in corpora.gum:
        yield namer.exchange(vary(example, chance), chance) if chance.random() < 0.3 else vary(example, chance)
    for example in corpora.ewt:
        if chance.random() < _EWT_SHARE:
            yield vary(example, chance)
    for _ in range(numbers[0]):
        yield _several(corpora, framer, chance)
    for _ in range(numbers[1]):
        yield namer.sentence(chance)


def _several(corpora: Corpora, framer: Framer, chance: random.Random) -> Example:
    """Two framed paragraphs, the first now and then a headline."""
    parts: list[Example] = []
    if chance.random() < 0.45:
        short = [s for s in (chance.choice(corpora.plain) for _ in range(12)) if len(s.text) < 90]
        if short:
            parts.append(framer.headline(short[0], chance))
    for _ in range(2):
        levels = chance.choice((1, 1, 1, 2))
        inner = chance.choice(corpora.sentences if chance.random() < 0.6 else corpora.plain)
        parts.append(framer.paragraph(inner, levels if inner.attributions else levels + chance.choice((0, 1)), chance))
    return joined(parts)


def joined(parts: list[Example]) -> Example:
    """Examples one below the other as one."""
    from training.examples import lines_of
    from training.framing import _shift

    text, roles = "", []
    for part in parts:
        text += "\n\n" if text else ""
        roles += [_shift(r, len(text)) for r in part.attributions or ()]
        text += part.text
    return Example(text, lines_of(text), roles, complete=True, flat=False)


def save_settings(path: Path, corpora: Corpora) -> None:
    """Writes what else a run needs to be taken up again."""
    path.write_text(json.dumps({"cue_words": sorted(corpora.cue_words)}), encoding="utf-8")
