"""`sayso read` of a folder in which nearly everything is broken: each is named with its reason, the rest is read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = "Colonel Maren Oduya said the bridge at Lower Tamsk was closed.\n"
MEGABYTE = 1024 * 1024


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two good files, a good line, and every kind of bad input."""
    root = tmp_path_factory.mktemp("inbox")
    (root / "a_good.txt").write_text(GOOD)
    (root / "b_empty.txt").write_bytes(b"")
    (root / "c_binary.txt").write_bytes(bytes(range(256)) * 20)
    (root / "d_picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(2000))
    (root / "e_one_line.txt").write_bytes(b"The army said so and " * (50 * MEGABYTE // 21))
    (root / "f_mixed.txt").write_bytes("“Wir bleiben”, sagte er — §\n".encode() * 4 + "Müller, Köln\n".encode("cp1252"))
    (root / "g_lines.jsonl").write_bytes(
        json.dumps({"key": "row", "text": GOOD}).encode() + b'\n{"text": "broken\n{"title": "no text"}\n[1]\n'
    )
    (root / "h_folder").mkdir()
    (root / "h_folder" / "loop").symlink_to(root)
    os.mkfifo(root / "i_fifo.txt")
    (root / "j_nowhere.txt").symlink_to(root / "nowhere")
    (root / "z_good.txt").write_text(GOOD)
    return root


@pytest.fixture(scope="module")
def run(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sayso", "read", "--json", "--jobs", "1", str(folder), str(folder / "missing")]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


def test_the_rest_is_read_and_the_exit_code_says_that_something_failed(run: subprocess.CompletedProcess[str]) -> None:
    assert run.returncode == 1
    readings = [json.loads(line) for line in run.stdout.splitlines()]
    assert [r["article"]["key"] for r in readings] == ["a_good.txt", "row", "z_good.txt"]
    assert all(len(r["statements"]) == 1 for r in readings)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("b_empty.txt", "empty"),
        ("c_binary.txt", "binary, not text"),
        ("d_picture.txt", "binary, not text"),
        ("e_one_line.txt", "more than 16 MiB in one article"),
        ("f_mixed.txt", "mixed encodings"),
        ("g_lines.jsonl:2", "malformed JSON"),
        ("g_lines.jsonl:3", "no text"),
        ("g_lines.jsonl:4", "a list, not an object"),
        ("h_folder/loop", "a folder within itself"),
        ("i_fifo.txt", "not a regular file but a fifo"),
        ("j_nowhere.txt", "no such file"),
        ("missing", "no such file"),
    ],
)
def test_each_is_named_with_its_reason(run: subprocess.CompletedProcess[str], name: str, reason: str) -> None:
    (line,) = [line for line in run.stderr.splitlines() if f"/{name}: " in line]
    assert reason in line


def test_nothing_else_is_complained_of(run: subprocess.CompletedProcess[str]) -> None:
    assert len(run.stderr.splitlines()) == 12
    assert "Traceback" not in run.stderr
