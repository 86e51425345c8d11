"""The lists of an article's facts as bytes, as the ledger keeps them."""

from __future__ import annotations

from typing import Any

import numpy as np

from sayso.comparing.facts import Facts

_LISTS = (("prints", np.int64), ("leads", np.uint32), ("keys", np.int64), ("totals", np.int64))


def packed_facts(facts: Facts) -> bytes:
    """The lists of an article's facts as bytes: five lengths, then the numbers (little endian)."""
    lists = [np.array(getattr(facts, name), kind) for name, kind in _LISTS]
    lists += [facts.stems, facts.weights]
    head = np.array([len(x) for x in lists], np.uint32)
    return b"".join(x.tobytes() for x in (head, *lists))


def unpacked_facts(packed: bytes) -> dict[str, Any]:
    """The lists that packed_facts packed, by name."""
    kinds = [*_LISTS, ("stems", np.uint32), ("weights", np.float32)]
    lengths = np.frombuffer(packed, np.uint32, len(kinds))
    at, found = 4 * len(kinds), {}
    for (name, kind), length in zip(kinds, lengths.tolist(), strict=True):
        values = np.frombuffer(packed, kind, length, at)
        at += values.nbytes
        found[name] = values if name in ("stems", "weights") else tuple(values.tolist())
    return found
