"""check names each kind of damage, repair mends what is derived; backup, restore and forget do what they say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.errors import LedgerError, UsageError
from sayso.ledger.append import Outcome, append
from sayso.ledger.backup import backup, restore
from sayso.ledger.check import check, repair
from sayso.ledger.decisions import Act as Decide
from sayso.ledger.decisions import anchor_of, decide, decisions
from sayso.ledger.forget import forget, tombstones
from sayso.ledger.kept import counts, reading_of
from sayso.ledger.queries import by_words
from sayso.ledger.store import Store
from sayso.records import DecisionKind
from tests.ledger.readings import TEXT, article, reading

Tamper = Callable[[Store, str], None]


def test_a_whole_ledger_has_no_faults(filled: Store) -> None:
    assert list(check(filled)) == []


@pytest.mark.parametrize(
    ("sql", "where", "what"),
    [
        ("UPDATE texts SET text = replace(text, 'said', 'sang') WHERE n = 1", "text", "digest"),
        ("UPDATE captures SET encoding = 'utf-16-le'", "capture", "digest"),
        ("UPDATE articles SET outlet = 'Herald' WHERE n = 1", "article", "its id does not follow"),
        ("UPDATE readings SET body = x'00' WHERE n = 1", "Reading", "damaged"),
        ("UPDATE readings SET digest = 'no' WHERE n = 1", "Reading", "digests"),
        ("UPDATE readings SET text = 2 WHERE n = 1", "Reading", "another article or text"),
        ("DELETE FROM parts", "readings", "points to parts"),
        ("DELETE FROM turns WHERE article = 1", "article", "no Reading"),
        ("UPDATE anchors SET quotation = 'other words'", "decision", "other words"),
        ("UPDATE alembic_version SET version_num = '0000'", "file", "its form"),
    ],
)
def test_damage_to_what_is_kept_is_named(filled: Store, tamper: Tamper, sql: str, where: str, what: str) -> None:
    decide(filled, Decide(kind=DecisionKind.ACCEPT, who="ann", why="so", about=(anchor_of(filled, 1, "s1"),)))
    tamper(filled, sql)
    faults = list(check(filled))
    assert any(where in f.where and what in f.what and f.repair for f in faults), faults


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE statement_rows SET act = 'hope' WHERE n = (SELECT min(n) FROM statement_rows)",
        "UPDATE statement_rows SET words = 'nothing' WHERE n = (SELECT min(n) FROM statement_rows)",
        "UPDATE statement_rows SET rejected = 1 WHERE n = (SELECT min(n) FROM statement_rows)",
        "DELETE FROM statement_rows WHERE n = (SELECT min(n) FROM statement_rows)",
        "UPDATE figure_rows SET low = 1 WHERE n = (SELECT min(n) FROM figure_rows)",
        "UPDATE article_rows SET title = 'x' WHERE n = 1",
        "DELETE FROM article_rows WHERE n = 5",
        "UPDATE statement_voices SET voice = 2 WHERE statement = (SELECT min(statement) FROM statement_voices)",
        "DELETE FROM statement_spots",
        "DELETE FROM time_rows WHERE n = (SELECT min(n) FROM time_rows)",
        "UPDATE voice_rows SET folded = 'x'",
        "DELETE FROM attachments",
        "INSERT INTO statement_index (statement_index) VALUES ('delete-all')",
    ],
)
def test_damage_to_what_is_derived_is_named_and_mended(filled: Store, tamper: Tamper, sql: str) -> None:
    decide(filled, Decide(kind=DecisionKind.REJECT, who="ann", why="so", about=(anchor_of(filled, 1, "s2"),)))
    tamper(filled, sql)
    assert any("--repair" in fault.repair for fault in check(filled))
    assert repair(filled) == 31
    assert list(check(filled)) == []


def test_damaged_pages_are_named(filled: Store) -> None:
    """Where SQLite can still read around the damage it is a fault; where it can't, the refusal says what to do."""
    filled.close()
    with filled.path.open("r+b") as stream:
        stream.seek(4096 * 30)
        stream.write(b"\xff" * 4096 * 60)
    said: list[str] = []
    try:
        damaged = Store(filled.path)
        said += [fault.repair for fault in check(damaged)]
    except LedgerError as error:
        said.append(error.reason)
    assert any("restore" in one for one in said), said


def test_a_backup_is_the_ledger_and_comes_back(filled: Store, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    backup(filled, copy)
    append(filled, [reading(article(outlet="Herald", key="late"))])
    with pytest.raises(UsageError, match="already"):
        backup(filled, copy)
    with pytest.raises(UsageError, match="already"):
        restore(copy, filled.path)
    filled.close()
    before = restore(copy, filled.path, replace=True)
    assert before is not None
    for path, held in ((filled.path, 31), (before, 32)):
        opened = Store(path)
        assert counts(opened).articles == held
        assert list(check(opened)) == []
        opened.close()


def test_a_damaged_backup_is_not_put_in_place(filled: Store, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(b"SQLite format 3\0" + bytes(9000))
    filled.close()
    with pytest.raises(LedgerError):
        restore(copy, filled.path, replace=True)
    assert counts(Store(filled.path)).articles == 31


def test_a_forgotten_article_leaves_nothing_but_its_tombstone(filled: Store, tmp_path: Path) -> None:
    made = decide(filled, Decide(kind=DecisionKind.ACCEPT, who="ann", why="so", about=(anchor_of(filled, 1, "s1"),)))
    secret = "Umbrellaquartz"
    append(filled, [reading(article(TEXT + f" {secret}.", key="private", outlet="Diary"))])
    assert secret.encode() in b"".join(p.read_bytes() for p in tmp_path.iterdir())
    stone = forget(filled, "private", who="bo", why="a court said so")
    assert secret.encode() not in b"".join(p.read_bytes() for p in tmp_path.iterdir())
    assert secret.lower().encode() not in b"".join(p.read_bytes() for p in tmp_path.iterdir())
    with pytest.raises(UsageError):
        reading_of(filled, "private")
    assert tombstones(filled) == [stone]
    again = append(filled, [reading(article(TEXT + f" {secret}.", key="private", outlet="Diary"))])
    assert [one.outcome for one in again] == [Outcome.FORGOTTEN]
    forget(filled, "one", who="bo", why="and this")
    (kept,) = decisions(filled)
    assert (kept.id, kept.about[0].quotation) == (made.id, "")
    assert list(check(filled)) == []


def test_words_that_another_article_has_too_stay_with_it(store: Store) -> None:
    append(store, [reading(), reading(article(outlet="Herald", key="two"))])
    forget(store, "one", who="bo", why="so")
    assert reading_of(store, "two").article.text == TEXT
    assert {found.article.key for found in by_words(store, "losses")} == {"two"}
    assert list(check(store)) == []
