"""Readings into the ledger and out again: wholly, once, and with those before them."""

from __future__ import annotations

import zlib
from dataclasses import replace

import pytest
from hypothesis import given, settings

from sayso.errors import InputError
from sayso.ledger.append import Outcome, append
from sayso.ledger.check import check
from sayso.ledger.kept import all_readings, capture, counts, has_reading, reading_of, readings_before
from sayso.ledger.store import Store
from sayso.records import MadeBy, Reading, Span
from sayso.records.identity import article_id, digest
from sayso.records.shape import to_line
from tests.conftest import any_text
from tests.ledger.readings import PARTS, article, many, reading

NEWER = replace(PARTS, model="newsreader 4")


def outcomes(store: Store, *readings: Reading) -> list[Outcome]:
    return [one.outcome for one in append(store, readings)]


def test_what_comes_out_is_what_went_in(store: Store) -> None:
    append(store, [reading()])
    assert to_line(reading_of(store, "one")) == to_line(reading())


def test_the_same_again_changes_nothing(filled: Store) -> None:
    before = filled.path.read_bytes(), counts(filled)
    assert set(outcomes(filled, reading(), *many(30))) == {Outcome.SAME}
    assert counts(filled) == before[1]


def test_the_same_twice_in_one_batch_is_one_article(store: Store) -> None:
    assert outcomes(store, reading(), reading()) == [Outcome.NEW, Outcome.SAME]
    assert counts(store).articles == 1


def test_the_same_file_under_another_name_is_the_same_article_and_is_found_by_both(store: Store) -> None:
    other = replace(article(), key="copy", path="elsewhere/copy.txt")
    assert outcomes(store, reading(), reading(other)) == [Outcome.NEW, Outcome.SAME]
    assert reading_of(store, "copy").article.id == reading_of(store, "one").article.id


def test_two_outlets_identical_copies_are_two_articles_with_one_text(store: Store) -> None:
    assert outcomes(store, reading(), reading(article(outlet="Herald", key="two"))) == [Outcome.NEW, Outcome.NEW]
    with store.raw() as connection:
        assert connection.execute("SELECT count(*) FROM texts").fetchone()[0] == 1
        assert connection.execute("SELECT count(*) FROM captures").fetchone()[0] == 1


def test_a_newer_part_s_reading_takes_the_place_and_the_one_before_stays(store: Store) -> None:
    append(store, [reading()])
    assert outcomes(store, reading(parts=NEWER)) == [Outcome.RENEWED]
    assert reading_of(store, "one").made_by == NEWER
    assert [b.reading.made_by.model for b in readings_before(store, "one")] == ["newsreader 3", "newsreader 4"]
    assert (counts(store).statements, counts(store).readings) == (3, 2)
    assert outcomes(store, reading()) == [Outcome.RENEWED], "an older part may be asked for again"
    assert (reading_of(store, "one").made_by, counts(store).readings) == (PARTS, 2)
    assert list(check(store)) == []


def test_which_readings_are_there_is_told_by_parts_and_by_all_that_is_known_of_the_article(store: Store) -> None:
    append(store, [reading()])
    with store.reading() as connection:
        assert has_reading(connection, replace(article(), key="other", path="x"), PARTS)
        assert not has_reading(connection, article(), NEWER)
        assert not has_reading(connection, article(published="2031-04-01"), PARTS)
    assert [r.article.key for r in all_readings(store, but=NEWER)] == ["one"]
    assert list(all_readings(store, but=PARTS)) == []


def test_one_article_under_two_titles_is_read_once_under_each_and_not_again(store: Store) -> None:
    """The second run finds both Readings there, whichever is current; a third changes nothing either."""
    other = replace(article(), title="Bridges fall, again")
    append(store, [reading(), reading(other)])
    with store.reading() as connection:
        assert has_reading(connection, article(), PARTS)
        assert has_reading(connection, other, PARTS)
    append(store, [reading(other, parts=NEWER)])
    with store.reading() as connection:
        assert not has_reading(connection, article(), PARTS)
        assert not has_reading(connection, article(), NEWER)
        assert has_reading(connection, other, NEWER)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "cp1251", "latin-1"])
def test_captured_bytes_come_back_exactly(store: Store, encoding: str) -> None:
    text = "Minister Ana Roe said nothing." if encoding == "latin-1" else "Министр said nothing."
    captured = text.encode(encoding)
    made = replace(article(text), digest=digest(captured), encoding=encoding)
    append(store, [Reading(article=made, made_by=PARTS)])
    assert capture(store, "one") == captured


def test_a_page_s_bytes_are_kept_where_they_are_at_hand_and_can_be_filled_in_later(store: Store) -> None:
    page = b"<p>Minister Ana Roe said nothing.</p>"
    made = replace(article("Minister Ana Roe said nothing."), digest=digest(page), extractor="pages 1")
    append(store, [Reading(article=made, made_by=PARTS)])
    assert capture(store, "one") is None
    append(store, [Reading(article=made, made_by=PARTS)], lambda _: b"something else")
    assert capture(store, "one") is None, "bytes of another digest are not taken"
    append(store, [Reading(article=made, made_by=PARTS)], lambda _: page)
    assert capture(store, "one") == page


def test_a_reading_that_does_not_hold_is_refused_and_nothing_of_the_batch_is_written(store: Store) -> None:
    wrong = reading(article(outlet="Herald"))
    wrong = replace(wrong, figures=(replace(wrong.figures[0], span=Span(5, 10_000)),))
    with pytest.raises(InputError, match="outside the text"):
        append(store, [reading(), wrong])
    assert counts(store).articles == 0


@given(any_text)
@settings(max_examples=25)
def test_any_text_is_kept_as_it_is(store: Store, text: str) -> None:
    """Lone surrogates, NUL, direction marks: the text and its Reading come back, and the ledger holds."""
    made = Reading(article=replace(article(text or " "), title=text[:20], outlet=text[:9]), made_by=MadeBy("0"))
    made = replace(made, article=replace(made.article, id=article_id(None, text[:9], made.article.digest)))
    append(store, [made])
    assert reading_of(store, made.article.id) == made
    assert list(check(store)) == []


def test_a_body_is_compressed_json(filled: Store) -> None:
    with filled.raw() as connection:
        body = connection.execute("SELECT body FROM readings LIMIT 1").fetchone()[0]
    assert zlib.decompress(body).startswith(b'{"article":')
