"""The network as ONNX graphs, written node by node for speed on one core.

torch's own export of this network, quantised by onnxruntime's tool, ran at 0.8 of the speed: what costs there is
layer normalisation fused with its residual (a scalar kernel; `LayerNormalization` alone has a vectorised one),
attention as separate products and transpositions, and the heads one by one. Weights are int8 with a scale a column
(one scale a matrix cost 1.8 points), activations are quantised as they come.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import onnx  # a training dependency only
from numpy.typing import NDArray

from sayso.reading.decoding import ROLE_LABELS
from training.encoder import HEADS, LAYERS, WIDTH
from training.graph import FLOAT, WHOLE, Graph, whole

COLUMNS = ("cue", "name", "pos", "pair_token", "product_token")  # heads side by side in the output `tokens`
Arrays = Mapping[str, NDArray[np.float32]]


def build_encoder(weights: Arrays, int8: bool = True) -> onnx.ModelProto:
    """The encoder with its heads, its weights named as in the network's state dict.

    Inputs: `ids` [1, pieces], `signs` [1, pieces, signs], `first` [tokens]. Outputs: `hidden` [tokens, WIDTH] and
    `tokens` [tokens, columns], the heads of COLUMNS side by side.
    """
    graph = _Encoder(weights, int8)
    x = graph.embedding()
    for number in range(LAYERS):
        x = graph.layer(x, f"encoder.layers.{number}")
    x = graph.node("Squeeze", [x, graph.constant("0", whole(0))], "pieces")
    graph.heads(graph.node("Gather", [x, "first"], "hidden", axis=0))
    signs, columns = weights["encoder.signs.weight"].shape[1], sum(_widths(weights).values())
    inputs = {"ids": (WHOLE, [1, "pieces"]), "signs": (FLOAT, [1, "pieces", signs]), "first": (WHOLE, ["tokens"])}
    return graph.model("sayso-reading", inputs, {"hidden": ["tokens", WIDTH], "tokens": ["tokens", columns]})


def build_likeness(weights: Arrays, layers: int, centre: NDArray[np.float32]) -> onnx.ModelProto:
    """The first layers of an encoder as a vector a sentence, of length one: two sentences are alike by their product.

    Input: `placed` [1, pieces, WIDTH], each piece's vectors of word and place added up, which the reading model holds
    already. Outputs [1, WIDTH]: `mean` of all pieces, and `vector`, the mean less `centre`, that of many sentences.
    """
    graph = _Encoder(weights, int8=True)
    x = graph.norm("placed", "encoder.norm")
    for number in range(layers):
        x = graph.layer(x, f"encoder.layers.{number}")
    mean = graph.node("ReduceMean", [x], "mean", axes=[1], keepdims=0)
    centred = graph.node("Sub", [mean, graph.constant("centre", centre)], "centred")
    graph.node("LpNormalization", [centred], "vector", axis=-1, p=2)
    outputs: dict[str, list[object]] = {name: [1, WIDTH] for name in ("mean", "vector")}
    return graph.model("sayso-likeness", {"placed": (FLOAT, [1, "pieces", WIDTH])}, outputs)


def build_roles(weights: Arrays) -> onnx.ModelProto:
    """The join of roles to cues. numpy's products would take more threads than the one that a reading has.

    Inputs: `hidden` and `tokens` as the encoder gives them, `cues` [cues, tokens] with the weights of each cue's tokens
    (they sum to one), `places` [cues, tokens], the class of distance times PARAGRAPH_RELATIONS plus that of the
    paragraph. Output: `scores` [cues, tokens, roles].
    """
    graph = Graph()
    columns, roles = sum(_widths(weights).values()), len(ROLE_LABELS)
    centre = graph.node("MatMul", ["cues", "hidden"], "centre")
    pair = graph.node("Gather", [graph.constant("places.table", _places(weights)), "places"], "pair.places")
    pair = graph.node("Add", [pair, _column(graph, weights, "pair_token")], "pair.tokens")
    cue = graph.plain(centre, "pair.cue", weights["pair_cue.weight"].T)
    cue = graph.node("Unsqueeze", [cue, graph.constant("1", whole(1))], "pair.cue.wide")
    pair = graph.node("Relu", [graph.node("Add", [pair, cue], "pair.sum")], "pair.positive")
    pair = graph.plain(pair, "pair.scores", weights["pair_out.weight"].T, weights["pair_out.bias"])
    scale = np.float32(weights["product_token.bias"].shape[0] ** -0.5)
    weight, bias = weights["product_cue.weight"].T * scale, weights["product_cue.bias"] * scale
    shape = graph.constant("roles.shape", whole(0, roles, -1))
    turned = graph.node("Reshape", [graph.plain(centre, "product.cue", weight, bias), shape], "product.roles")
    turned = graph.node("Transpose", [turned], "product.turned", perm=[0, 2, 1])
    product = graph.node("MatMul", [_column(graph, weights, "product_token"), turned], "product.scores")
    graph.node("Add", [pair, product], "scores")
    inputs = {
        "hidden": (FLOAT, ["tokens", WIDTH]),
        "tokens": (FLOAT, ["tokens", columns]),
        "cues": (FLOAT, ["cues", "tokens"]),
        "places": (WHOLE, ["cues", "tokens"]),
    }
    return graph.model("sayso-roles", inputs, {"scores": ["cues", "tokens", roles]})


def _widths(weights: Arrays) -> dict[str, int]:
    return {name: len(weights[f"{name}.bias"]) for name in COLUMNS}


def _places(weights: Arrays) -> NDArray[np.float32]:
    distance, paragraph = weights["distance.weight"], weights["paragraph.weight"]
    return np.asarray((distance[:, None] + paragraph[None]).reshape(-1, distance.shape[1]))


def _column(graph: Graph, weights: Arrays, name: str) -> str:
    """One of the heads that stand side by side in `tokens`."""
    widths = _widths(weights)
    start = sum(widths[n] for n in COLUMNS[: COLUMNS.index(name)])
    ends = [graph.constant(str(n), whole(n)) for n in (start, start + widths[name], 1)]
    return graph.node("Slice", ["tokens", *ends], name)


def build_syntax(weights: Arrays) -> onnx.ModelProto:
    """The head and the relation of some tokens, by a biaffine parser (Dozat and Manning 2017).

    Inputs: `hidden` as the encoder gives it, `asked` [asked], the tokens that are asked for. Outputs: `heads` [asked],
    a token itself where it is a root, and `relations` [asked].
    """
    graph = Graph()
    rows = graph.node("Gather", ["hidden", "asked"], "rows", axis=0)
    dependent = graph.node("MatMul", [_positive(graph, weights, rows, "arc_dependent"),
                                      graph.constant("arc_weight", weights["arc_weight"])], "dependent")  # fmt: skip
    head = _positive(graph, weights, "hidden", "arc_head")
    turned = graph.node("Transpose", [head], "head.turned", perm=[1, 0])
    liked = graph.node("MatMul", [graph.constant("arc_bias", weights["arc_bias"][None]), turned], "head.liked")
    scores = graph.node("Add", [graph.node("MatMul", [dependent, turned], "arcs"), liked], "arcs.all")
    root = graph.node("MatMul", [dependent, graph.constant("arc_root", weights["arc_root"][:, None])], "root")
    own = graph.node("Unsqueeze", ["asked", graph.constant("1", whole(1))], "asked.own")
    scores = graph.node("ScatterElements", [scores, own, root], "arcs.rooted", axis=1)
    graph.node("ArgMax", [scores], "heads", axis=1, keepdims=0)
    governors = graph.node("Gather", ["hidden", "heads"], "governors", axis=0)
    left = _with_one(graph, _positive(graph, weights, rows, "label_dependent"))
    right = _with_one(graph, _positive(graph, weights, governors, "label_head"))
    count, width, _ = weights["label_weight"].shape
    table = graph.constant("labels.table", weights["label_weight"].transpose(1, 0, 2).reshape(width, -1))
    shape = graph.constant("labels.shape", whole(-1, count, width))
    labels = graph.node("Reshape", [graph.node("MatMul", [left, table], "labels.left"), shape], "labels.each")
    right = graph.node("Unsqueeze", [right, graph.constant("2", whole(2))], "labels.right")
    graph.node("ArgMax", [graph.node("MatMul", [labels, right], "labels")], "relations.wide", axis=1, keepdims=0)
    graph.node("Squeeze", ["relations.wide", graph.constant("1", whole(1))], "relations")
    inputs = {"hidden": (FLOAT, ["tokens", WIDTH]), "asked": (WHOLE, ["asked"])}
    return graph.model("sayso-syntax", inputs, {"heads": ["asked"], "relations": ["asked"]}, WHOLE)


def _positive(graph: Graph, weights: Arrays, x: str, name: str) -> str:
    linear = graph.plain(x, f"{name}.linear", weights[f"{name}.weight"].T, weights[f"{name}.bias"])
    return graph.node("Relu", [linear], name)


def _with_one(graph: Graph, x: str) -> str:
    """A column of ones added, by which a bilinear map has linear terms too."""
    ends = graph.constant("one.pads", whole(0, 0, 0, 1))
    return graph.node("Pad", [x, ends, graph.constant("one", np.array(1, dtype=np.float32))], f"{x}.one")


class _Encoder(Graph):
    """The parts of the encoder with given weights."""

    def __init__(self, weights: Arrays, int8: bool) -> None:
        super().__init__()
        self._weights = weights
        self._int8 = int8

    def embedding(self) -> str:
        """Word pieces, places and signs as one vector a piece; the kind's vector is within those of the places."""
        own = self._weights
        zero, one = (self.constant(str(n), whole(n)) for n in (0, 1))
        length = self.node("Shape", ["ids"], "length", start=1, end=2)
        table = self.constant("places", own["encoder.positions.weight"] + own["encoder.kind"])
        places = self.node("Slice", [table, zero, length, zero, one], "places.here")
        signs = self.node(
            "MatMul", ["signs", self.constant("signs.weight", own["encoder.signs.weight"].T)], "signs.here"
        )
        x = self.node("Add", [self._words(), places], "placed")
        return self.norm(self.node("Add", [x, signs], "signed"), "encoder.norm")

    def _words(self) -> str:
        table = self._weights["encoder.words.weight"]
        if not self._int8:
            return self.node("Gather", [self.constant("words", table), "ids"], "words.here")
        low, high = min(table.min(), np.float32(0)), max(table.max(), np.float32(0))
        scale = np.float32((high - low) / 255)
        zero = np.uint8(np.rint(-low / scale))
        steps = np.clip(np.rint(table / scale) + zero, 0, 255).astype(np.uint8)
        found = self.node("Gather", [self.constant("words", steps), "ids"], "words.steps")
        parts = [found, self.constant("words.scale", scale), self.constant("words.zero", zero)]
        return self.node("DequantizeLinear", parts, "words.here")

    def layer(self, x: str, name: str) -> str:
        """Self-attention and the feed-forward net, each added to what came in and normalised."""
        thirds = self.constant("thirds", whole(WIDTH, WIDTH, WIDTH))
        split = self.node("Split", [self.linear(x, f"{name}.qkv"), thirds], f"{name}.split", outputs=3, axis=-1)
        parts = [f"{split}.{i}" for i in range(3)]
        mixed = self.node("MultiHeadAttention", parts, f"{name}.mixed", num_heads=HEADS)
        x = self.node("Add", [x, self.linear(mixed, f"{name}.out")], f"{name}.added1")
        x = self.norm(x, f"{name}.norm1")
        inner = self.node("Gelu", [self.linear(x, f"{name}.up")], f"{name}.gelu")
        x = self.node("Add", [x, self.linear(inner, f"{name}.down")], f"{name}.added2")
        return self.norm(x, f"{name}.norm2")

    def norm(self, x: str, name: str) -> str:
        scale = self.constant(f"{name}.weight", self._weights[f"{name}.weight"])
        bias = self.constant(f"{name}.bias", self._weights[f"{name}.bias"])
        return self.node("LayerNormalization", [x, scale, bias], name, axis=-1, epsilon=1e-12)

    def linear(self, x: str, name: str) -> str:
        weight, bias = self._weights[f"{name}.weight"].T, self._weights[f"{name}.bias"]
        if not self._int8:
            return self.plain(x, name, weight, bias)
        scale = np.maximum(np.abs(weight).max(0) / np.float32(127), np.float32(1e-12))
        steps = np.clip(np.rint(weight / scale), -127, 127).astype(np.int8)
        parts = [x, self.constant(f"{name}.steps", steps), self.constant(f"{name}.scale", scale), "",
                 self.constant(f"{name}.bias", bias)]  # fmt: skip
        return self.node("DynamicQuantizeMatMul", parts, name)

    def heads(self, x: str) -> None:
        """The heads of COLUMNS as one product, in floating point as they are small."""
        weight = np.concatenate([self._weights[f"{n}.weight"].T for n in COLUMNS], 1)
        self.plain(x, "tokens", weight, np.concatenate([self._weights[f"{n}.bias"] for n in COLUMNS]))
