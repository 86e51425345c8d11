"""A long text is read piece by piece, and its Reading is that of one article."""

from __future__ import annotations

import pytest

from sayso.flow import long
from sayso.flow.reader import Reader
from sayso.records import LinkKind, Reading
from sayso.records.shape import to_line
from sayso.sources import Given, article_from_text

PARAGRAPHS = (
    "HESTVIK, March 3 (Continental Press) — The ministry of defence of Norland said on Monday that 40 men had died.",
    "“The bridge is closed,” Mayor Ada Corrow told reporters. She said 12 houses, including three schools, had burned.",
    "The Norlandic army claimed that it had shot down 14 of 20 drones near Hestvik. The claim could not be verified.",
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def read(reader: Reader, paragraphs: tuple[str, ...]) -> Reading:
    text = "\n\n".join(paragraphs)
    return reader.read(article_from_text(text, reader.rules, Given(language="en", published="2031-03-05")))


def test_a_long_text_gives_what_its_pieces_give(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = [read(reader, PARAGRAPHS[at : at + 1]) for at in range(len(PARAGRAPHS))]
    monkeypatch.setattr(long, "LONGEST", 150)
    whole = read(reader, PARAGRAPHS)
    text = whole.article.text
    said = [[c.of(r.article.text) for c in s.content] for r in alone for s in r.statements]
    assert [[c.of(text) for c in s.content] for s in whole.statements] == said
    counted = [(f.span.of(r.article.text), f.low, f.unit) for r in alone for f in r.figures]
    assert [(f.span.of(text), f.low, f.unit) for f in whole.figures] == counted
    assert [t.value for t in whole.times] == [t.value for r in alone for t in r.times]
    assert [p.span.of(text) for p in whole.places] == [p.span.of(r.article.text) for r in alone for p in r.places]


def test_ids_go_on_and_point_at_the_same(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long, "LONGEST", 150)
    whole = read(reader, PARAGRAPHS)
    ids = [s.id for s in whole.statements]
    assert ids == [f"s{n}" for n in range(1, len(ids) + 1)]
    by_id, figures = {s.id: s for s in whole.statements}, {f.id: f for f in whole.figures}
    assert len(figures) == len(whole.figures)
    for figure in whole.figures:
        if figure.statement is not None:
            assert any(c.holds(figure.span) for c in by_id[figure.statement].content)
        assert all(part in figures for part in figure.part_of)


def test_who_is_credited_for_the_text_is_so_in_every_piece(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long, "LONGEST", 150)
    whole = read(reader, PARAGRAPHS)
    for statement in whole.statements:
        (link,) = (x for x in statement.chain if x.kind is LinkKind.AGENCY)
        assert link.span is not None
        assert link.span.of(whole.article.text) == "Continental Press"


def test_a_text_without_paragraphs_is_cut_at_a_sentence(monkeypatch: pytest.MonkeyPatch, reader: Reader) -> None:
    monkeypatch.setattr(long, "LONGEST", 60)
    article = article_from_text("One word more. " * 20, reader.rules)
    pieces = list(long.pieces_of(article))
    assert "".join(piece.text for _, piece in pieces) == article.text
    assert all(piece.text.startswith("One word") for _, piece in pieces)
    assert [at for at, _ in pieces] == [sum(len(p.text) for _, p in pieces[:n]) for n in range(len(pieces))]


def test_a_short_text_is_read_as_it_is(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    before = to_line(read(reader, PARAGRAPHS))
    monkeypatch.setattr(long, "LONGEST", len("\n\n".join(PARAGRAPHS)))
    assert to_line(read(reader, PARAGRAPHS)) == before
