"""The data for measuring are read as well as the floors say, where $SAYSO_DATA names their folder.

The scorer lies beside the data (`../tools/score.py` from there, or $SAYSO_SCORER); neither is part of this project.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
SUITES = FLOORS.get("shared", {})
CASES = [(suite, measure) for suite in SUITES for measure in SUITES[suite]["floors"]]


@pytest.mark.parametrize(("suite", "measure"), CASES)
def test_a_measure_keeps_its_floor(suite: str, measure: str, shared_data: Path) -> None:
    wanted = SUITES[suite]
    assert fingerprint(shared_data, wanted["files"]) == wanted["fingerprint"], "these are not the data the floor is of"
    got = read_measure(printed(shared_data, suite), measure)
    assert got >= wanted["floors"][measure], f"{suite}, {measure}: {got}, floor {wanted['floors'][measure]}"


def test_floors_only_rise() -> None:
    """No version of the floors in the history asks for more than this one, unless $SAYSO_LOWER_FLOORS says why."""
    if os.environ.get("SAYSO_LOWER_FLOORS"):
        pytest.skip(f"floors lowered: {os.environ['SAYSO_LOWER_FLOORS']}")
    path = "tests/gate/floors.toml"
    for commit in _git("log", "--format=%H", "--", path).split():
        for name, floor in _flat(tomllib.loads(_git("show", f"{commit}:{path}"))).items():
            assert _flat(FLOORS).get(name, -1) >= floor, f"{name} was {floor} in {commit[:7]}"


def fingerprint(folder: Path, files: list[str]) -> str:
    """A SHA-256 over the names and bytes of the files, or of the folders' files."""
    whole = hashlib.sha256()
    for name in files:
        path = folder / name
        for file in sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]:
            whole.update(str(file.relative_to(folder)).encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()[:16]


@cache
def printed(folder: Path, suite: str) -> str:
    """What the scorer prints for the suite."""
    scorer = Path(os.environ.get("SAYSO_SCORER") or folder.parent / "tools" / "score.py")
    if not scorer.is_file():
        pytest.skip(f"no scorer at {scorer}")
    task, *arguments = SUITES[suite]["scorer"].split()
    named = [a if a.startswith("-") or a.isdigit() else str(folder / a) for a in arguments]
    command = [sys.executable, str(scorer), task, *named]
    environment = os.environ | {"SAYSO": f"{sys.executable} -m sayso"}
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def read_measure(output: str, measure: str) -> float:
    """The F1 or the per cent of the line that begins so; "line @ words" takes the per cent behind these words."""
    label, _, words = measure.partition(" @ ")
    line = next(x for x in output.splitlines() if x.strip().startswith(label))
    pattern = re.escape(words) + r"\s+([\d.]+)" if words else r"F1\s+([\d.]+)|([\d.]+)\s*%|([\d.]+)\s*$"
    found = re.search(pattern, line)
    assert found is not None, line
    return float(next(g for g in found.groups() if g))


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], capture_output=True, text=True, cwd=ROOT, check=False).stdout


def _flat(floors: dict[str, dict[str, object]]) -> dict[str, float]:
    given = {f"{part}/{k}": v for part in ("examples", "pairs") for k, v in floors.get(part, {}).items()}
    for suite, body in floors.get("shared", {}).items():
        assert isinstance(body, dict)
        given |= {f"{suite}/{k}": v for k, v in body["floors"].items()}
    return {k: float(v) for k, v in given.items() if isinstance(v, int | float)}
