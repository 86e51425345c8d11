"""How alike two sentences are in meaning, though they may share hardly a word.

The first layers of a sentence encoder run on the reading model's own table of words, so that no second table need be
carried. One sentence a call: dynamic int8 scales activations by what is in a batch, and a likeness must not depend on
what else is compared.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.errors import PartError
from sayso.reading.constants import constants_of

# A sentence of more word pieces is cut; the vectors of so many sentences are kept.
_LONGEST = 128
_KEPT = 20_000
_CONSTANTS = ("words", "words.scale", "words.zero", "places")
Vector = NDArray[np.float32]


class WordTable:
    """Sentences as the added vectors of their words and places, from the reading model in a folder."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_LONGEST)
        self._words, self._scale, self._zero, self._places = constants_of(folder / "model.onnx", _CONSTANTS)

    def placed(self, sentence: str) -> Vector:
        """The vectors of a sentence's pieces [1, pieces, width]."""
        printable = sentence.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate is no text to the tokenizer
        ids = np.array(self._tokenizer.encode(printable).ids, dtype=np.int64)
        steps = self._words[ids].astype(np.float32) - self._zero.astype(np.float32)
        placed: Vector = (steps * self._scale + self._places[: len(ids)])[None]
        return placed


class SentenceLikeness:
    """The likeness of two sentences: from -1 to 1, one for the same words. Nothing is loaded before it is asked."""

    name = "sayso-likeness 1"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._vector = lru_cache(maxsize=_KEPT)(self._run)

    @classmethod
    def load(cls) -> SentenceLikeness:
        """The one that the package carries."""
        with as_file(files("sayso") / "model") as folder:
            return cls(folder)

    def __call__(self, one: str, other: str) -> float:
        """How alike two sentences are, rounded. Raises PartError where the model is missing."""
        return round(float(self._vector(one) @ self._vector(other)), 2)

    @cached_property
    def _parts(self) -> tuple[WordTable, Any]:
        from sayso.reading.model import session_of  # onnxruntime takes its time to load

        try:
            session = session_of(self._folder / "likeness.onnx")
            return WordTable(self._folder), session
        except (OSError, ValueError) as error:
            raise PartError(f"sentence likeness in {self._folder}", str(error)) from error

    def _run(self, sentence: str) -> Vector:
        table, session = self._parts
        vector: Vector = session.run(["vector"], {"placed": table.placed(sentence)})[0][0]
        return vector
