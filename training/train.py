"""Trains the reading model: checkpointed after every few minutes, and taken up again where it stopped.

python -m training.train --data $SAYSO_DATA --run runs/full --epochs 4 [--attribution open]
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import nn

from sayso.reading.signs import SIGNS
from sayso.reading.windows import WordPieces
from training.batches import collate, group
from training.corpora import Corpora, epoch, load_corpora, sign_finder
from training.encoder import base_folder, load_base
from training.labelling import RELATIONS, TAGS, Labelled, Labeller
from training.losses import losses, total
from training.network import Network

_PIECES = 2000  # word pieces a batch
_AVERAGED_FROM = 0.6  # share of the training after which weights are averaged
_AVERAGE_DECAY = 0.99


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is to do."""

    data: Path
    run: Path
    epochs: int
    rate: float
    layer_decay: float
    attribution: str
    threads: int
    syntax: bool
    minutes: float
    start: Path | None


class Run:
    """One training run with its state on disk."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.network = Network(len(SIGNS), len(RELATIONS), len(TAGS))
        load_base(self.network.encoder, base_folder() / "model.safetensors")
        if plan.start is not None:
            self.network.load_state_dict(torch.load(plan.start, weights_only=True))
        self.average = {k: v.detach().clone() for k, v in self.network.state_dict().items()}
        self.optimiser = torch.optim.AdamW(self._groups(), weight_decay=0.01)
        self.done = 0
        self.spent = 0.0  # seconds of training so far, over all stops
        self.state = plan.run / "state.pt"
        if self.state.exists():
            saved = torch.load(self.state, weights_only=True)
            self.network.load_state_dict(saved["network"])
            self.average = saved["average"]
            self.optimiser.load_state_dict(saved["optimiser"])
            self.done = int(saved["done"])
            self.spent = float(saved["spent"])

    def _groups(self) -> list[dict[str, object]]:
        """Parameter groups with rates that fall from the last layer to the first; word vectors stay as they are."""
        plan = self.plan
        self.network.encoder.words.weight.requires_grad_(False)
        groups: list[dict[str, object]] = []
        layers = self.network.encoder.layers
        for depth, layer in enumerate(layers):
            scale = plan.layer_decay ** (len(layers) - 1 - depth)
            groups.append({"params": list(layer.parameters()), "full": plan.rate * scale})
        low = [
            p
            for n, p in self.network.encoder.named_parameters()
            if not n.startswith(("layers", "signs")) and p.requires_grad
        ]
        groups.append({"params": low, "full": plan.rate * plan.layer_decay ** len(layers)})
        heads = [p for n, p in self.network.named_parameters() if not n.startswith("encoder")]
        groups.append({"params": [*heads, self.network.encoder.signs.weight], "full": plan.rate * 4})
        return groups

    def save(self) -> None:
        """Writes the state so that a stop at any time loses only a few minutes."""
        made = {"network": self.network.state_dict(), "average": self.average, "optimiser": self.optimiser.state_dict(),
                "done": self.done, "spent": self.spent}  # fmt: skip
        draft = self.state.with_suffix(".new")
        torch.save(made, draft)
        draft.replace(self.state)

    def step(self, windows: list[Labelled], progress: float) -> dict[str, float]:
        """One batch; `progress` runs from 0 to 1 over the whole training."""
        warm = min(1.0, (self.done + 1) / 100)
        for part in self.optimiser.param_groups:
            part["lr"] = part["full"] * warm * max(0.02, 1.0 - progress)
        self.network.train()
        batch = collate(windows)
        heads = self.network(batch.ids, batch.signs, batch.mask, batch.first)
        parts = losses(self.network, heads, batch)
        self.optimiser.zero_grad()
        total(parts).backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_([p for p in self.network.parameters() if p.requires_grad], 1.0)
        self.optimiser.step()
        self.done += 1
        if progress >= _AVERAGED_FROM:
            self._average()
        return {name: float(value.detach()) for name, value in parts.items()}

    def _average(self) -> None:
        first = not bool(self.average.get("started", torch.zeros(())))
        for name, value in self.network.state_dict().items():
            if first:
                self.average[name] = value.detach().clone()
            else:
                self.average[name].lerp_(value.detach(), 1 - _AVERAGE_DECAY)
        self.average["started"] = torch.ones(())


def train(plan: Plan) -> None:
    """Runs or resumes the training and writes `weights.pt` (averaged) into the run's folder."""
    torch.set_num_threads(plan.threads)
    torch.manual_seed(0)
    plan.run.mkdir(parents=True, exist_ok=True)
    corpora = load_corpora(plan.data, plan.attribution == "full", plan.syntax)
    pieces = WordPieces(Tokenizer.from_file(str(base_folder() / "tokenizer.json")))
    labeller = Labeller(pieces, sign_finder(), corpora.cue_words)
    run = Run(plan)
    print(f"texts {len(corpora.polnear)} {len(corpora.gum)} {len(corpora.ewt)}, sentences {len(corpora.sentences)} "
          f"{len(corpora.plain)}, cue words {len(corpora.cue_words)}, resumed at {run.done}", flush=True)  # fmt: skip
    _epochs(plan, run, corpora, labeller)
    run.save()
    torch.save({k: v for k, v in run.average.items() if k != "started"}, plan.run / "weights.pt")


def _epochs(plan: Plan, run: Run, corpora: Corpora, labeller: Labeller) -> None:
    seen, before, saved = 0, time.monotonic(), time.monotonic()
    means: Counter[str] = Counter()
    for number in range(plan.epochs):
        windows = epoch(corpora, labeller, number)
        batches = group(windows, _PIECES, random.Random(1000 + number))
        for index, batch in enumerate(batches):
            seen += 1
            if seen <= run.done:
                continue
            run.spent, before = run.spent + time.monotonic() - before, time.monotonic()
            progress = max((number + index / len(batches)) / plan.epochs, run.spent / (60 * plan.minutes))
            if progress >= 1.0:
                return
            means.update(run.step([windows[i] for i in batch], progress))
            if run.done % 50 == 0:
                shown = " ".join(f"{k} {v / 50:.3f}" for k, v in means.items())
                print(f"epoch {number} batch {index + 1}/{len(batches)} {shown} {run.spent:.0f} s", flush=True)
                means.clear()
            if time.monotonic() - saved > 300:
                run.save()
                saved = time.monotonic()


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--layer-decay", type=float, default=0.9)
    parser.add_argument("--attribution", choices=("full", "open"), default="full")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--minutes", type=float, default=600.0, help="end by then, the rate falling accordingly")
    parser.add_argument("--start", type=Path, default=None, help="weights of an earlier run to begin with")
    parser.add_argument("--no-syntax", dest="syntax", action="store_false", help="leave EWT out")
    given = parser.parse_args()
    train(Plan(**vars(given)))


if __name__ == "__main__":
    main()
