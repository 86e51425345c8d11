"""An ONNX graph in the making: nodes and constants by name, and the model that they make."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx  # a training dependency only
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

FLOAT, WHOLE = TensorProto.FLOAT, TensorProto.INT64
_OPSET, _IR, _CONTRIB = 17, 8, "com.microsoft"
_CONTRIBUTED = ("DynamicQuantizeMatMul", "MultiHeadAttention", "Gelu")  # onnxruntime's own kinds of node


def whole(*numbers: int) -> NDArray[np.int64]:
    """Whole numbers as a constant."""
    return np.array(numbers, dtype=np.int64)


class Graph:
    """Nodes and constants in the making; every node's output bears its name."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}

    def node(self, kind: str, inputs: list[str], name: str, outputs: int = 1, **attributes: Any) -> str:
        """Adds a node and gives its output's name; of several outputs the stem, to which their numbers are added."""
        names = [name] if outputs == 1 else [f"{name}.{i}" for i in range(outputs)]
        made = helper.make_node(
            kind, inputs, names, name, domain=_CONTRIB if kind in _CONTRIBUTED else "", **attributes
        )
        self._nodes.append(made)
        return name

    def constant(self, name: str, value: NDArray[Any]) -> str:
        """Adds a constant, once a name."""
        if name not in self._constants:
            self._constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def plain(self, x: str, name: str, weight: NDArray[Any], bias: NDArray[Any] | None = None) -> str:
        """A linear map in floating point."""
        if bias is None:
            return self.node("MatMul", [x, self.constant(f"{name}.weight", weight)], name)
        product = self.node("MatMul", [x, self.constant(f"{name}.weight", weight)], f"{name}.product")
        return self.node("Add", [product, self.constant(f"{name}.bias", bias)], name)

    def model(
        self,
        name: str,
        inputs: Mapping[str, tuple[int, list[Any]]],
        outputs: Mapping[str, list[Any]],
        given: int = FLOAT,
    ) -> onnx.ModelProto:
        """The finished model with its inputs (type and shape) and outputs (shape; all are of the type `given`)."""
        graph = helper.make_graph(
            self._nodes,
            name,
            [helper.make_tensor_value_info(key, *form) for key, form in inputs.items()],
            [helper.make_tensor_value_info(key, given, shape) for key, shape in outputs.items()],
            list(self._constants.values()),
        )
        opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_CONTRIB, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=_IR, producer_name="sayso")
