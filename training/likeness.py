"""Exports the sentence likeness: the first layers of the base encoder, in int8, that take the reading model's words.

python -m training.likeness --treebank "$SAYSO_DATA/treebanks/ewt-train.conllu" --out src/sayso/model

Nothing is trained: the weights are those of all-MiniLM-L6-v2. Words and places are those of the reading model in the
same folder, whose encoder began with these weights; after a new training this one is exported again for its centre.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnxruntime  # type: ignore[import-untyped]

from sayso.reading.likeness import WordTable
from training.encoder import WIDTH, Encoder, base_folder, load_base
from training.graphs import build_likeness
from training.treebanks import read_conllu

LAYERS = 4
# The centre is the mean of so many sentences of at least so many characters, spread evenly over the treebank.
_SENTENCES, _LEAST = 1500, 40


def export(treebank: Path, out: Path, layers: int) -> None:
    """Writes the graph into `out`, centred on the treebank's sentences."""
    encoder = Encoder(signs=1)
    load_base(encoder, base_folder() / "model.safetensors")
    weights = {f"encoder.{name}": value.detach().numpy() for name, value in encoder.state_dict().items()}
    plain = build_likeness(weights, layers, np.zeros(WIDTH, dtype=np.float32))
    session = onnxruntime.InferenceSession(plain.SerializeToString(), providers=["CPUExecutionProvider"])
    table = WordTable(out)
    means = [session.run(["mean"], {"placed": table.placed(s)})[0][0] for s in _sentences(treebank)]
    centre = np.mean(means, axis=0, dtype=np.float64).astype(np.float32)
    (out / "likeness.onnx").write_bytes(build_likeness(weights, layers, centre).SerializeToString())


def _sentences(treebank: Path) -> Iterator[str]:
    found = [span.of(text.text) for text in read_conllu(treebank) for span in text.sentences]
    found = [sentence for sentence in found if len(sentence) >= _LEAST]
    yield from found[:: max(1, len(found) // _SENTENCES)]


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebank", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=LAYERS)
    given = parser.parse_args()
    export(given.treebank, given.out, given.layers)


if __name__ == "__main__":
    main()
