"""Exports a trained network: ONNX in int8, tokenizer, word lists, settings - all that is shipped.

python -m training.export --run runs/full --out src/sayso/model

Several runs, one begun with the other's weights, are averaged by their shares: `--run A B --shares 0.4 0.6`.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from sayso.reading.signs import SIGNS
from training.encoder import base_folder
from training.graphs import COLUMNS, build_encoder, build_roles, build_syntax
from training.labelling import RELATIONS, TAGS
from training.lexicons import LETTERS, write_lexicons
from training.network import Network

NAME = "sayso-reading"


def load_network(runs: Sequence[Path], shares: Sequence[float]) -> Network:
    """The network of one run, or the average of several, from `weights.pt` or an unfinished run's `state.pt`."""
    network = Network(len(SIGNS), len(RELATIONS), len(TAGS))
    states = [_weights(run) for run in runs]
    mixed = {k: sum(share * state[k] for share, state in zip(shares, states, strict=True)) for k in states[0]}
    network.load_state_dict(mixed)
    return network.eval()


def _weights(run: Path) -> dict[str, Tensor]:
    done = run / "weights.pt"
    state = torch.load(done if done.exists() else run / "state.pt", weights_only=True)
    if "network" in state:
        state = state["average"] if "started" in state["average"] else state["network"]
    return {k: v for k, v in state.items() if k != "started"}


def export(network: Network, out: Path, version: str, cue_bias: float = 0.0, int8: bool = True) -> None:
    """Writes the model into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    weights = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    graphs = {"model": build_encoder(weights, int8), "roles": build_roles(weights), "syntax": build_syntax(weights)}
    for name, graph in graphs.items():
        (out / f"{name}.onnx").write_bytes(graph.SerializeToString())
    shutil.copyfile(base_folder() / "tokenizer.json", out / "tokenizer.json")
    write_lexicons(out / "lexicons.txt")
    (out / "model.toml").write_text(_settings(version, cue_bias, weights), encoding="utf-8")


def _settings(version: str, cue_bias: float, weights: Mapping[str, NDArray[np.float32]]) -> str:
    """The settings as TOML; JSON's strings and lists are TOML's."""
    lines = [
        "# The reading model's settings; made by training/export.py.",
        f'name = "{NAME}"',
        f'version = "{version}"',
        "# Added to the scores of all labels but O before the best is taken: more spans, or fewer.",
        f"cue_bias = {cue_bias}",
        "# The same for cues inside the content of another attribution, which PolNeAR leaves unannotated.",
        "nested_cue_bias = 2.25",
        "name_bias = 0.0",
        f"tags = {json.dumps(TAGS)}",
        f"relations = {json.dumps(RELATIONS)}",
        "# The heads side by side in the output `tokens`, with their widths.",
        "columns = { " + ", ".join(f"{n} = {len(weights[f'{n}.bias'])}" for n in COLUMNS) + " }",
        "",
        "[lexicons]",
        *(f'{name} = "{letter}"' for name, letter in LETTERS.items()),
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, nargs="+", required=True)
    parser.add_argument("--shares", type=float, nargs="*", default=None)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default="2")
    parser.add_argument("--cue-bias", type=float, default=0.0)
    parser.add_argument("--fp32", dest="int8", action="store_false")
    given = parser.parse_args()
    shares = given.shares or [1 / len(given.run)] * len(given.run)
    export(load_network(given.run, shares), given.out, given.version, given.cue_bias, given.int8)


if __name__ == "__main__":
    main()
