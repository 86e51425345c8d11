"""What a user names becomes articles; each thing that can't be read is named with its reason, and the rest goes on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from sayso.errors import InputError
from sayso.records import Article
from sayso.records.identity import digest, text_digest
from sayso.sources import SOURCES, PageRules, read_inputs
from sayso.sources.capture import ARTICLE_BYTES, LINE_BYTES

_NOBODY = 65534  # a user without rights, on Linux
_REPORT = "The defence ministry said on Monday that its units had taken the village.\r\n\r\nNobody could confirm it.\n"


def _read(rules: PageRules, *targets: Path | str, stdin: bytes = b"") -> list[Article | InputError]:
    return list(read_inputs([str(t) for t in targets], rules, BytesIO(stdin)))


def _reason(outcome: Article | InputError) -> str:
    assert isinstance(outcome, InputError)
    return outcome.reason


def test_a_files_text_is_unchanged(tmp_path: Path, rules: PageRules) -> None:
    """Promise: offsets in the text hold in the file."""
    path = tmp_path / "report.txt"
    path.write_bytes(_REPORT.encode())
    (article,) = _read(rules, path)
    assert isinstance(article, Article)
    assert article.text == _REPORT
    assert (article.key, article.path, article.encoding) == ("report.txt", str(path), "utf-8")
    assert article.digest == digest(_REPORT.encode()) == article.text_digest


def test_the_digest_is_the_bytes_not_the_texts(tmp_path: Path, rules: PageRules) -> None:
    captured = "\ufeffThe army said so on Monday.".encode("utf-16-le")
    (tmp_path / "report.txt").write_bytes(captured)
    (article,) = _read(rules, tmp_path / "report.txt")
    assert isinstance(article, Article)
    assert article.digest == digest(captured)
    assert article.text_digest == text_digest(article.text) != article.digest
    assert [tuple(span) for span in article.furniture] == [(0, 1)]


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path, rules: PageRules) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "c.jsonl", ".hidden.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('{"key": "row", "text": "Said so."}\n' if name.endswith("l") else f"From {name}.")
    keys = [outcome.key for outcome in _read(rules, tmp_path) if isinstance(outcome, Article)]
    assert keys == ["a/b/c.txt", "a/z.txt", "b.txt", "row"]


def test_what_cannot_be_read_is_named_and_the_rest_read(tmp_path: Path, rules: PageRules) -> None:
    (tmp_path / "a_good.txt").write_text("The army said so.")
    (tmp_path / "b_empty.txt").write_bytes(b"")
    (tmp_path / "c_blank.txt").write_bytes(b" \n\t")
    (tmp_path / "d_binary.txt").write_bytes(bytes(range(256)))
    os.mkfifo(tmp_path / "e_fifo.txt")
    (tmp_path / "f_dangling.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "g_self.txt").symlink_to(tmp_path / "g_self.txt")
    (tmp_path / "h_folder").mkdir()
    (tmp_path / "h_folder" / "loop").symlink_to(tmp_path)
    (tmp_path / "i_good.txt").write_text("The army denied it.")
    outcomes = _read(rules, tmp_path, tmp_path / "missing", "/dev/null", "a\0b")
    named = {o.what.rpartition("/")[2]: o.reason for o in outcomes if isinstance(o, InputError)}
    assert named == {
        "b_empty.txt": "empty",
        "c_blank.txt": "nothing but white space",
        "d_binary.txt": "binary, not text",
        "e_fifo.txt": "not a regular file but a fifo",
        "f_dangling.txt": "no such file",
        "g_self.txt": "a loop of symbolic links",
        "loop": "a folder within itself (a loop of symbolic links)",
        "missing": "no such file",
        "null": "not a regular file but a device",
        "a\0b": named["a\0b"],
    }
    assert [o.key for o in outcomes if isinstance(o, Article)] == ["a_good.txt", "i_good.txt"]


def test_no_permission_is_named(rules: PageRules) -> None:
    """As another user where this one is the superuser, who may read everything."""
    user = os.geteuid()
    with TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o755)
        (root / "file.txt").write_text("The army said so.")
        (root / "file.txt").chmod(0)
        (root / "folder").mkdir()
        (root / "folder").chmod(0)
        (root / "good.txt").write_text("The army said so.")
        (root / "good.txt").chmod(0o644)
        try:
            if user == 0:
                os.seteuid(_NOBODY)
            outcomes = _read(rules, root)
        finally:
            os.seteuid(user)
        (root / "folder").chmod(0o700)
    assert [_reason(o) for o in outcomes[:2]] == ["no permission to read it"] * 2
    assert [o.key for o in outcomes if isinstance(o, Article)] == ["good.txt"]


def test_an_article_too_long_is_named_not_read(tmp_path: Path, rules: PageRules) -> None:
    """50 MB of one line are no article; the limit stands in the reason."""
    path = tmp_path / "long.txt"
    with path.open("wb") as stream:
        stream.truncate(ARTICLE_BYTES + 1)
    assert _reason(_read(rules, path)[0]).startswith("more than 16 MiB in one article")
    assert "longer than an article may be" in _reason(_read(rules, "-", stdin=b"a" * (LINE_BYTES + 1))[0])


def test_a_line_too_long_is_passed_over_and_the_next_read(rules: PageRules) -> None:
    long = b'{"text": "' + b"a" * (LINE_BYTES + 10) + b'"}\n'
    outcomes = _read(rules, "-", stdin=b'{"text": "First."}\n' + long + b'{"text": "Third."}\n')
    assert [o.text for o in outcomes if isinstance(o, Article)] == ["First.", "Third."]
    assert str(outcomes[1]) == f"-:2: a line of {len(long)} bytes is longer than an article may be"


def test_lines_are_read_as_they_are_asked_for(rules: PageRules) -> None:
    """A JSON Lines file of any size is never read whole."""
    stream = BytesIO(b'{"text": "Said so."}\n' * 100_000)
    outcomes: Iterator[Article | InputError] = read_inputs(["-"], rules, stream)
    next(outcomes)
    assert stream.tell() < 1_000


@pytest.mark.parametrize(
    ("stdin", "texts"),
    [
        (b'\n\n{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        (b"Plain text.\n{not JSON}\n", ["Plain text.\n{not JSON}\n"]),
        (b"\n \nPlain text after blank lines.", ["\n \nPlain text after blank lines."]),
        (b"[1, 2]", ["[1, 2]"]),
    ],
)
def test_standard_input_is_lines_or_text_by_its_first_line(stdin: bytes, texts: list[str], rules: PageRules) -> None:
    assert [o.text for o in _read(rules, "-", stdin=stdin) if isinstance(o, Article)] == texts


def test_nothing_on_standard_input_is_named(rules: PageRules) -> None:
    assert [str(o) for o in _read(rules, "-")] == ["-: empty"]


def test_a_name_in_other_bytes_can_be_printed(tmp_path: Path, rules: PageRules) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(path)).write_text("The army said so.")
    except OSError:
        pytest.skip("this file system takes no such names")
    (article,) = _read(rules, tmp_path)
    assert isinstance(article, Article)
    assert article.key == "caf\ufffd.txt"


def test_the_kinds_of_input_are_a_list() -> None:
    endings = [ending for source in SOURCES for ending in source.endings]
    assert len(endings) == len(set(endings))
    assert SOURCES[-1].endings == ()
