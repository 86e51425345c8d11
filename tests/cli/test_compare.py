"""`sayso compare`: Readings in, one Comparison out; what is no Reading is named."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from sayso.cli import app
from sayso.records.shape import to_line
from tests.comparing.making import one_statement, voice

WORDS = "the tunnel under the harbour of Olmino would be closed for the winter"
LINES = "".join(to_line(one_statement(key, WORDS, voice("Ana Roe"))) + "\n" for key in ("a", "b"))


def test_from_a_file_and_from_standard_input(tmp_path: Path) -> None:
    path = tmp_path / "readings.jsonl"
    path.write_text(LINES, encoding="utf-8")
    from_file = CliRunner().invoke(app, ["compare", "--json", str(path)])
    from_input = CliRunner().invoke(app, ["compare", "--json", "-"], input=LINES)
    assert from_file.exit_code == from_input.exit_code == 0
    assert from_file.output == from_input.output
    found = json.loads(from_file.output)
    assert list(found) == ["copies", "claims", "relations", "stories"]
    assert [c["independent"] for c in found["claims"]] == [[1, 1]]
    assert found["claims"][0]["members"] == [{"key": "a", "id": "s1"}, {"key": "b", "id": "s1"}]


def test_a_line_that_is_no_reading_is_named(tmp_path: Path) -> None:
    path = tmp_path / "readings.jsonl"
    path.write_text(LINES + '{"article": 3}\n', encoding="utf-8")
    result = CliRunner().invoke(app, ["compare", "--json", str(path)])
    assert result.exit_code != 0
    assert "line 3" in str(result.exception)
