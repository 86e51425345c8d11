"""The ledger's commands from the outside: the real program, the real parts, the example reports."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


def sayso(ledger: Path, *words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """The program, run in the checkout."""
    command = [sys.executable, "-m", "sayso", *words, "--ledger", str(ledger)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, input=stdin)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three example reports, read by the program; one input that is not there."""
    path = tmp_path_factory.mktemp("cli") / "cli.db"
    names = sorted(p.name for p in (ROOT / "examples").iterdir())[:3]
    done = sayso(path, "read", *(f"examples/{name}" for name in names), "examples/none.txt", "--jobs", "1")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "none.txt: no such file" in done.stderr
    assert "4 articles" in done.stderr
    assert "3 new, 1 failed" in done.stderr
    return path


def test_reading_again_changes_nothing_and_ends_well(ledger: Path) -> None:
    name = sorted(p.name for p in (ROOT / "examples").iterdir())[0]
    done = sayso(ledger, "read", f"examples/{name}", "--jobs", "1")
    assert (done.returncode, done.stdout) == (0, "")
    assert "1 there already" in done.stderr


def test_reread_by_the_same_parts_has_nothing_to_do(ledger: Path) -> None:
    done = sayso(ledger, "reread", "--jobs", "1")
    assert done.returncode == 0
    assert "nothing to do" in done.stderr


def test_ask_prints_findings_with_article_and_offsets_and_json_line_by_line(ledger: Path) -> None:
    shown = sayso(ledger, "ask", "--limit", "3")
    assert shown.returncode == 0
    assert shown.stdout.count("\n") == 6
    found = [json.loads(line) for line in sayso(ledger, "ask", "--limit", "3", "--json").stdout.splitlines()]
    assert len(found) == 3
    for one in found:
        assert len(one["article"]["text_digest"]) == 64
        assert one["statement"]["content"]


def test_ask_page_by_page(ledger: Path) -> None:
    at_once = sayso(ledger, "ask", "--limit", "4").stdout
    first = sayso(ledger, "ask", "--limit", "2")
    cursor = first.stderr.split("--after ")[1].strip()
    assert first.stdout + sayso(ledger, "ask", "--limit", "2", "--after", cursor).stdout == at_once
    wrong = sayso(ledger, "ask", "--after", "yesterday")
    assert (wrong.returncode, "no cursor" in wrong.stderr) == (2, True)


def test_brief_in_each_form(ledger: Path) -> None:
    forms = {form: sayso(ledger, "brief", "--format", form) for form in ("text", "markdown", "html", "json")}
    assert {done.returncode for done in forms.values()} == {0}
    assert forms["text"].stdout.startswith("Stories")
    assert "3 articles of" in forms["text"].stdout
    assert forms["markdown"].stdout.startswith("# Who states what")
    assert forms["html"].stdout.startswith("<!doctype html>")
    assert json.loads(forms["json"].stdout)["articles"] == 3


def test_comparing_a_ledger_says_what_it_holds_and_then_that_nothing_is_new(ledger: Path) -> None:
    first, second = sayso(ledger, "compare"), sayso(ledger, "compare")
    assert (first.returncode, first.stdout, second.returncode) == (0, "", 0)
    assert "sayso: 3 articles, " in first.stderr
    assert "3 articles, nothing new" in second.stderr


def test_the_brief_of_a_story_in_each_form(ledger: Path) -> None:
    id = sayso(ledger, "brief").stdout.splitlines()[1].split()[0]
    forms = {form: sayso(ledger, "brief", id, "--format", form) for form in ("text", "markdown", "html", "json")}
    assert {done.returncode for done in forms.values()} == {0}, forms["text"].stderr
    assert "Articles" in forms["text"].stdout
    assert forms["markdown"].stdout.startswith("# ")
    assert forms["html"].stdout.startswith("<!doctype html>")
    assert json.loads(forms["json"].stdout)["story"].startswith(id)


def test_show_takes_an_article_of_the_ledger(ledger: Path) -> None:
    name = sorted(p.name for p in (ROOT / "examples").iterdir())[0]
    done = sayso(ledger, "show", name)
    assert done.returncode == 0
    assert "say" in done.stdout
    missing = sayso(ledger, "show", "nothing-of-this-name")
    assert missing.returncode == 1
    assert "no such file" in missing.stderr


def test_deciding_checking_backing_up_exporting_forgetting(ledger: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert sayso(ledger, "backup", str(copy)).returncode == 0
    first = json.loads(sayso(copy, "ask", "--limit", "1", "--json").stdout)
    item = f"{first['article']['key']}#{first['statement']['id']}"
    made = sayso(copy, "decide", "reject", item, "--why", "not said")
    assert made.returncode == 0
    again = json.loads(sayso(copy, "ask", "--limit", "1", "--json").stdout)
    assert again["statement"]["id"] != first["statement"]["id"] or again["article"] != first["article"]
    assert sayso(copy, "decide", "revoke", made.stdout.strip(), "--why", "said after all").returncode == 0
    assert sayso(copy, "export", "csv", str(tmp_path / "csv")).returncode == 0
    gone = sayso(copy, "forget", first["article"]["key"], "--why", "a court", "--yes")
    assert (gone.returncode, gone.stdout) == (0, "")
    checked = sayso(copy, "check")
    assert (checked.returncode, checked.stdout) == (0, "")
    assert "2 articles" in checked.stderr
    back = tmp_path / "back.db"
    assert sayso(back, "restore", str(copy)).returncode == 0
    assert sayso(back, "check").returncode == 0


@pytest.mark.parametrize(
    "words",
    [("ask", "--near", "here"), ("ask", "-x"), ("ask", "--period", "soon"), ("check",), ("export", "xlsx", "out"),
     ("decide", "reject", "nothing#s1", "--why", "so"), ("show",), ("compare", "x.jsonl"), ("compare",),
     ("restore", "none.db")],
)  # fmt: skip
def test_wrong_usage_ends_with_2_and_says_why(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = sayso(tmp_path / "none.db", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
