"""Labelling: examples cut into windows, and every window's tokens given the labels that the heads learn from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.reading.decoding import NAME_KINDS
from sayso.reading.signs import SignFinder
from sayso.reading.windows import Window, WordPieces, cut_windows
from sayso.records.span import Span
from training.examples import Example, Roles, Word

UNKNOWN = -100  # a label that no loss counts
TAGS = (
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PART",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SYM",
    "VERB",
    "X",
)
RELATIONS = (
    "acl",
    "acl:relcl",
    "advcl",
    "advmod",
    "amod",
    "appos",
    "aux",
    "aux:pass",
    "case",
    "cc",
    "ccomp",
    "clf",
    "compound",
    "conj",
    "cop",
    "csubj",
    "dep",
    "det",
    "discourse",
    "dislocated",
    "expl",
    "fixed",
    "flat",
    "goeswith",
    "iobj",
    "list",
    "mark",
    "nmod",
    "nmod:poss",
    "nsubj",
    "nsubj:pass",
    "nummod",
    "obj",
    "obl",
    "obl:agent",
    "orphan",
    "parataxis",
    "punct",
    "reparandum",
    "root",
    "vocative",
    "xcomp",
)


@dataclass(slots=True)
class CueLabels:
    """One cue of a window, tokens [start, end), and the role labels of all tokens given it."""

    start: int
    end: int
    labels: list[int]


@dataclass(slots=True)
class Labelled:
    """A window with what its tokens are to be called; UNKNOWN where nothing is known."""

    window: Window
    cue: list[int]
    flat: list[int]
    name: list[int]
    pos: list[int]
    head: list[int]
    relation: list[int]
    roles: list[CueLabels] = field(default_factory=list)


class Labeller:
    """Labels examples; `cue_words` are words that often are cues, which unlisted ones must not be taught against."""

    def __init__(self, pieces: WordPieces, signs: SignFinder, cue_words: frozenset[str]) -> None:
        self._pieces = pieces
        self._signs = signs
        self._cue_words = cue_words

    def label(self, example: Example) -> Iterator[Labelled]:
        """The windows of an example with their labels."""
        for window in cut_windows(example.text, example.paragraphs, self._pieces, self._signs):
            n = len(window.tokens)
            made = Labelled(window, [UNKNOWN] * n, [UNKNOWN] * n, [UNKNOWN] * n, [UNKNOWN] * n, [UNKNOWN] * n,
                            [UNKNOWN] * n)  # fmt: skip
            if example.attributions is not None:
                self._label_roles(example, example.attributions, made)
            if example.names is not None:
                made.name = _name_labels(example.names, example.unsure, window)
            if example.words is not None:
                _label_syntax(example.words, made)
            yield made

    def _label_roles(self, example: Example, attributions: Sequence[Roles], made: Labelled) -> None:
        window = made.window
        cue, flat = [0] * len(window.tokens), [0] * len(window.tokens)
        inside: set[int] = set()
        cues = [span for roles in attributions for span in roles.cue]
        for roles in attributions:
            ranges = [tokens_in(window.tokens, span) for span in roles.cue]
            ranges = [r for r in ranges if r[0] < r[1]]
            contents = [tokens_in(window.tokens, span) for span in roles.content]
            if not any(c.start < span.end and span.start < c.end for c in cues for span in roles.content):
                inside.update(i for low, high in contents for i in range(low, high))
            if not ranges:
                continue
            start, end = ranges[0]
            cue[start], cue[start + 1 : end] = 1, [2] * (end - start - 1)
            made.roles.append(CueLabels(start, end, self._role_labels(example, roles, window, flat)))
        words = [example.text[a:b].lower() for a, b in window.tokens]
        doubtful = sorted(inside) if example.complete else range(len(words))
        for i in doubtful:
            near = any(words[j] in self._cue_words for j in range(max(0, i - 1), min(len(words), i + 2)))
            if cue[i] == 0 and near:
                cue[i] = UNKNOWN
        made.cue = cue
        made.flat = flat if example.flat else made.flat

    def _role_labels(self, example: Example, roles: Roles, window: Window, flat: list[int]) -> list[int]:
        labels = [0] * len(window.tokens)
        for span in example.ignored:
            low, high = tokens_in(window.tokens, span)
            labels[low:high] = [UNKNOWN] * (high - low)
        for begin, spans in ((1, roles.source), (3, roles.content)):
            for span in spans:
                low, high = tokens_in(window.tokens, span)
                for i in range(low, high):
                    starts = i == low or window.paragraphs[i] != window.paragraphs[i - 1]
                    labels[i] = begin if starts else begin + 1
                    flat[i] = labels[i]
        return labels


def tokens_in(tokens: Sequence[Span], span: Span) -> tuple[int, int]:
    """Range of the tokens that share a character with the span."""
    low = bisect_left(tokens, span.start, key=lambda t: t[1] - 1)
    high = bisect_left(tokens, span.end, key=lambda t: t[0])
    return low, max(low, high)


def _name_labels(names: Sequence[tuple[Span, str]], unsure: Sequence[Span], window: Window) -> list[int]:
    labels = [0] * len(window.tokens)
    for span in unsure:
        low, high = tokens_in(window.tokens, span)
        labels[low:high] = [UNKNOWN] * (high - low)
    for span, kind in names:
        low, high = tokens_in(window.tokens, span)
        begin = 2 * NAME_KINDS.index(kind) + 1
        for i in range(low, high):
            labels[i] = begin if i == low else begin + 1
    return labels


def _label_syntax(words: Sequence[Word], made: Labelled) -> None:
    """Gives treebank words to our tokens: a token of several words is their head, further tokens of a word hang on its
    first by `goeswith`."""
    tokens = made.window.tokens
    spans = [w.span for w in words]
    chosen: list[int | None] = []
    first: dict[int, int] = {}
    for index, token in enumerate(tokens):
        low, high = tokens_in(spans, token)
        held = list(range(low, high))
        top = next(
            (i for i in held if not low <= words[i].head < high or words[i].head == i), held[0] if held else None
        )
        chosen.append(top)
        for i in held:
            first.setdefault(i, index)
    for index, top in enumerate(chosen):
        if top is None:
            continue
        word = words[top]
        made.pos[index] = TAGS.index(word.pos) if word.pos in TAGS else UNKNOWN
        if first[top] != index:
            made.head[index], made.relation[index] = first[top], RELATIONS.index("goeswith")
            continue
        head = index if word.head == top else first.get(word.head)
        if head is not None:
            made.head[index] = head
            made.relation[index] = RELATIONS.index(word.dep) if word.dep in RELATIONS else RELATIONS.index("dep")
