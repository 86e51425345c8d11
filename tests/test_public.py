"""The public surface is sealed: a name appears or goes only together with this list; nothing heavy loads at import."""

from __future__ import annotations

import subprocess
import sys

import pytest

import sayso


def test_the_public_names() -> None:
    first = "Act Article Certainty Comparison Decision Figure InputError Ledger LedgerError Near PartError Place"
    rest = "Question Reading SaysoError Span Statement StopError Time UsageError Voice compare open read_article"
    assert sayso.__all__ == [*first.split(), *rest.split()]
    assert all(getattr(sayso, name) is not None for name in sayso.__all__)


def test_another_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'oracle'"):
        _ = sayso.oracle  # type: ignore[attr-defined]


def test_import_loads_nothing_heavy() -> None:
    heavy = "{'numpy', 'onnxruntime', 'tokenizers', 'typer', 'sqlalchemy'}"
    program = f"import sys, sayso; print(sorted({heavy} & set(sys.modules)))"
    assert (
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()
        == "[]"
    )
