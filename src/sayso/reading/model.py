"""The reading model: one small encoder, run in int8 by onnxruntime, that finds attributions, names and syntax.

The network gives vectors for every token in one call a window; what joins two tokens (a role to its cue, a verb to
its head) is scored by small graphs of their own. Windows are run one by one: dynamic int8 scales activations by what
is in the batch, and a reading must not depend on its neighbours.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from importlib.resources import as_file, files
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime  # type: ignore[import-untyped]
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.errors import PartError
from sayso.reading.analysis import Analysis, Attribution, Name, Token
from sayso.reading.decoding import NAME_KINDS, CueRoles, decode_spans, nested_cues
from sayso.reading.joining import RoleJoiner, SyntaxJoiner, parents_of
from sayso.reading.signs import LEXICONS, SIGNS, SignFinder
from sayso.reading.windows import Window, WordPieces, cut_windows
from sayso.records.span import Span

_ATTACHED = frozenset(("VERB",))  # parts of speech whose heads are found: what nothing asks for would only cost time
_ONLY_EDGES = frozenset(",;:-–—")  # marks that belong to no role when they stand at its edge


class ReadingModel:
    """A loaded model. `name` is its name and version, as it stands in a Reading's `made_by`."""

    def __init__(self, folder: Path) -> None:
        try:
            settings = tomllib.loads((folder / "model.toml").read_text(encoding="utf-8"))
            self._pieces = WordPieces(Tokenizer.from_file(str(folder / "tokenizer.json")))
            self._session = session_of(folder / "model.onnx")
            self._roles = RoleJoiner(session_of(folder / "roles.onnx"))
            self._syntax = SyntaxJoiner(session_of(folder / "syntax.onnx"), settings["relations"])
        except (OSError, ValueError, KeyError) as error:
            raise PartError(f"reading model in {folder}", str(error)) from error
        self.name = f"{settings['name']} {settings['version']}"
        self._signs = SignFinder(_lexicons(folder / "lexicons.txt", settings["lexicons"]))
        self._columns = _columns(settings["columns"])
        self._cue_bias = float(settings["cue_bias"])
        self._nested_cue_bias = float(settings["nested_cue_bias"])
        self._name_bias = float(settings["name_bias"])
        self._tags: list[str] = settings["tags"]

    @classmethod
    def load(cls, path: Path | None = None) -> ReadingModel:
        """The model in a folder, by default the one that the package carries. Raises PartError where none is."""
        if path is not None:
            return cls(path)
        with as_file(files("sayso") / "model") as folder:
            return cls(folder)

    def analyse(self, text: str, paragraphs: Sequence[Span]) -> Analysis:
        """Tokens, names and attributions of the article's own paragraphs, spans in code points of `text`.

        Takes time linear in the length of the paragraphs, and any characters at all.
        """
        tokens: list[Token] = []
        names: list[Name] = []
        attributions: list[Attribution] = []
        for window in cut_windows(text, paragraphs, self._pieces, self._signs):
            given = self._run(window)
            names.extend(self._names(window, given["name"]))
            attributions.extend(self._attributions(text, window, given, len(attributions)))
            tokens.extend(self._tokens(window, given, len(tokens)))
        return Analysis(tuple(tokens), tuple(names), tuple(attributions))

    def encode(self, text: str, paragraphs: Sequence[Span]) -> int:
        """Runs the network alone, and says over how many windows: what speed is measured against."""
        return sum(bool(self._run(window)) for window in cut_windows(text, paragraphs, self._pieces, self._signs))

    def _run(self, window: Window) -> dict[str, NDArray[np.float32]]:
        fed = {
            "ids": np.array([window.ids], dtype=np.int64),
            "signs": _sign_rows(window)[None],
            "first": np.array(window.first, dtype=np.int64),
        }
        hidden, tokens = self._session.run(["hidden", "tokens"], fed)
        heads = {name: tokens[:, columns] for name, columns in self._columns.items()}
        return {"hidden": hidden, "tokens": tokens} | heads

    def _names(self, window: Window, scores: NDArray[np.float32]) -> Iterator[Name]:
        for kind, part in decode_spans(scores, self._name_bias):
            span = (window.tokens[part.start].start, window.tokens[part.end - 1].end)
            yield Name(*span, NAME_KINDS[kind], part.score)

    def _attributions(
        self, text: str, window: Window, given: dict[str, NDArray[np.float32]], before: int
    ) -> list[Attribution]:
        cues = [part for _, part in decode_spans(given["cue"], self._cue_bias)]
        found = [roles for roles in self._roles.join(given, cues, window.paragraphs) if roles.content]
        inner = nested_cues(given["cue"], found, self._nested_cue_bias)
        found += [roles for roles in self._roles.join(given, inner, window.paragraphs) if roles.content]
        found.sort(key=lambda roles: roles.cue)
        parents = parents_of(found)
        return [
            _attribution(text, window.tokens, roles, None if parent is None else before + parent)
            for roles, parent in zip(found, parents, strict=True)
        ]

    def _tokens(self, window: Window, given: dict[str, NDArray[np.float32]], before: int) -> Iterator[Token]:
        tags = [self._tags[tag] for tag in given["pos"].argmax(-1).tolist()]
        heads = self._syntax.join(given["hidden"], [index for index, tag in enumerate(tags) if tag in _ATTACHED])
        for index, span in enumerate(window.tokens):
            head, relation = heads.get(index, (-1, ""))
            yield Token(*span, tags[index], -1 if head < 0 else before + head, relation)


def _columns(widths: dict[str, int]) -> dict[str, slice]:
    """Where each head stands among the columns of the network's output."""
    ends = accumulate(widths.values())
    return {name: slice(end - width, end) for (name, width), end in zip(widths.items(), ends, strict=True)}


def session_of(path: Path) -> Any:
    """An onnxruntime session on one thread: articles, not operators, are what several cores share."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # no fusions: the graph is written with those that pay, and SkipLayerNormalization, put in by them, does not
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    try:
        return onnxruntime.InferenceSession(path.read_bytes(), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's errors have no public base class
        raise ValueError(str(error)) from error


def _lexicons(path: Path, letters: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Words with the lists that hold them, from lines of a word, a tab and the letters of its lists."""
    found: dict[str, tuple[str, ...]] = {}
    lists = {letter: name for name, letter in letters.items() if name in LEXICONS}
    known: dict[str, tuple[str, ...]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, own = line.partition("\t")
        if own not in known:
            known[own] = tuple(lists[letter] for letter in own if letter in lists)
        found[word] = known[own]
    return found


def _sign_rows(window: Window) -> NDArray[np.float32]:
    """Signs as zeros and ones [pieces, signs]; every piece of a token has the token's signs."""
    rows = np.zeros((len(window.ids), len(SIGNS)), dtype=np.float32)
    ends = [*window.first[1:], len(window.ids) - 1]
    places: list[int] = []
    columns: list[int] = []
    for start, end, own in zip(window.first, ends, window.signs, strict=True):
        for piece in range(start, end):
            places += [piece] * len(own)
            columns += own
    rows[places, columns] = 1.0
    return rows


def _attribution(text: str, tokens: Sequence[Span], roles: CueRoles, parent: int | None) -> Attribution:
    source = () if roles.source is None else (_span(text, tokens, roles.source.start, roles.source.end),)
    content = tuple(_span(text, tokens, part.start, part.end) for part in roles.content)
    cue = Span(tokens[roles.cue.start].start, tokens[roles.cue.end - 1].end)
    length = sum(part.end - part.start for part in roles.content)
    certainty = sum(part.score * (part.end - part.start) for part in roles.content) / length
    return Attribution(source, (cue,), content, parent, round(roles.cue.score * certainty, 4))


def _span(text: str, tokens: Sequence[Span], start: int, end: int) -> Span:
    """The span of tokens [start, end) without marks at its edges that belong to no role."""
    low, high = start, end
    while high - low > 1 and text[tokens[low].start : tokens[low].end] in _ONLY_EDGES:
        low += 1
    while high - low > 1 and text[tokens[high - 1].start : tokens[high - 1].end] in _ONLY_EDGES:
        high -= 1
    return Span(tokens[low].start, tokens[high - 1].end)
