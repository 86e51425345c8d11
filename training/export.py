"""Exports a trained network: ONNX in int8, tables for the joins, tokenizer, word lists, settings - all that is shipped.

python -m training.export --run runs/full --out src/sayso/model

Several runs, one begun with the other's weights, are averaged by their shares: `--run A B --shares 0.4 0.6`.
"""

from __future__ import annotations

import argparse
import json
import shutil
import warnings
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from sayso.reading.signs import SIGNS
from training.encoder import base_folder
from training.labelling import RELATIONS, TAGS
from training.lexicons import LETTERS, write_lexicons
from training.network import Heads, Network

NAME = "sayso-reading"
_SYNTAX = ("pos", "arc_dependent", "arc_head", "label_dependent", "label_head")
OUTPUTS = tuple(n for n in Heads._fields if n != "flat")


class Exported(nn.Module):
    """The network as it is run: one window, no padding."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, signs: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Every head's output but the flat one, which only helps training."""
        heads = self.network(ids, signs, None, first)
        return tuple(getattr(heads, name) for name in OUTPUTS)


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


def export(network: Network, out: Path, version: str, int8: bool = True) -> None:
    """Writes the model into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    plain = out / ("model.fp32.onnx" if int8 else "model.onnx")
    _write_onnx(network, plain)
    if int8:
        _quantise(plain, out / "model.onnx")
        plain.unlink()
    np.savez_compressed(
        out / "tables.npz",
        distance=network.distance.weight.detach().numpy(),
        paragraph=network.paragraph.weight.detach().numpy(),
        pair_weight=network.pair_out.weight.detach().numpy().T.copy(),
        pair_bias=network.pair_out.bias.detach().numpy(),
        arc_bias=network.arc_bias.detach().numpy(),
        arc_root=network.arc_root.detach().numpy(),
        label_weight=network.label_weight.detach().numpy(),
    )
    shutil.copyfile(base_folder() / "tokenizer.json", out / "tokenizer.json")
    write_lexicons(out / "lexicons.txt")
    (out / "model.toml").write_text(_settings(version), encoding="utf-8")


def _write_onnx(network: Network, path: Path) -> None:
    ids = torch.randint(5, 3000, (1, 40))
    inputs = (ids, torch.zeros(1, 40, len(SIGNS)), torch.arange(1, 31)[None])
    pieces, tokens = {1: "pieces"}, {1: "tokens"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Exported(network), inputs, str(path), input_names=["ids", "signs", "first"], output_names=list(OUTPUTS),
            dynamic_axes={"ids": pieces, "signs": pieces, "first": tokens, **dict.fromkeys(OUTPUTS, tokens)},
            opset_version=17, dynamo=False,
        )  # fmt: skip


def _quantise(plain: Path, path: Path) -> None:
    """Dynamic int8, weights per channel (per tensor cost 1.8 points); the small heads stay in floating point."""
    import onnx  # a training dependency only
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    prepared = plain.with_suffix(".prepared.onnx")
    quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
    graph = onnx.load(str(prepared)).graph
    heads = [n.name for n in graph.node if n.op_type == "MatMul" and "/encoder/" not in n.name]
    signs = [n.name for n in graph.node if n.op_type == "MatMul" and "/signs/" in n.name]
    quantize_dynamic(str(prepared), str(path), weight_type=QuantType.QInt8, per_channel=True,
                     nodes_to_exclude=[*heads, *signs])  # fmt: skip
    prepared.unlink()


def _settings(version: str) -> str:
    """The settings as TOML; JSON's strings and lists are TOML's."""
    lines = [
        "# The reading model's settings; made by training/export.py.",
        f'name = "{NAME}"',
        f'version = "{version}"',
        "# Added to the scores of all labels but O before the best is taken: more spans, or fewer.",
        "cue_bias = 0.0",
        "# The same for cues inside the content of another attribution, which PolNeAR leaves unannotated.",
        "nested_cue_bias = 2.0",
        "name_bias = 0.0",
        f"outputs = {json.dumps(OUTPUTS)}",
        f"tags = {json.dumps(TAGS)}",
        f"relations = {json.dumps(RELATIONS)}",
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
    parser.add_argument("--version", default="1")
    parser.add_argument("--fp32", dest="int8", action="store_false")
    given = parser.parse_args()
    shares = given.shares or [1 / len(given.run)] * len(given.run)
    export(load_network(given.run, shares), given.out, given.version, given.int8)


if __name__ == "__main__":
    main()
