"""The layers hold: imports point only downward."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_imports_point_only_downward() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([program], capture_output=True, text=True, cwd=Path(__file__).parent.parent, check=False)
    assert run.returncode == 0, run.stdout
