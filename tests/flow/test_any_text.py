"""The whole reading, by the real parts, of anything that looks like news: valid spans, whole references, no exception.

Real paragraphs of our example reports are cut anywhere, turned over and put together with what no reporter wrote.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.flow.reader import Reader
from sayso.records import Article, Reading, Span
from sayso.records.shape import to_line
from sayso.sources import Given, article_from_text
from tests.conftest import ROOT, any_text


def _paragraphs() -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))]
    lines = (ROOT / "examples" / "10_kordanian_mod_release.jsonl").read_text(encoding="utf-8").splitlines()
    texts += [json.loads(line)["text"] for line in lines]
    return [line for text in texts for line in text.split("\n") if len(line) > 20]


@st.composite
def _mangled(draw: st.DrawFn) -> str:
    """A paragraph as it is, or cut anywhere, in capitals, without its quotation marks or its blanks, or twice."""
    text = draw(st.sampled_from(_PARAGRAPHS))
    start = draw(st.integers(0, len(text) - 1))
    return draw(
        st.sampled_from(
            [
                text,
                text,
                text[start:],
                text[:start],
                text.upper(),
                text.translate(dict.fromkeys(map(ord, "“”\"'‘’"))),
                text.replace(" ", "\u00a0"),
                text.replace(" ", ""),
                text[start:] + text[:start],
                text.replace("“", "””"),
                text.replace(".", ""),
                text.replace(" said", " said said"),
            ]
        )
    )


_PARAGRAPHS = _paragraphs()
_JOINTS = st.sampled_from(
    ["\n\n", "\n\n", "\n", " ", "", "\r\n", "\u2028", "\x85", "\x00", " “", "” ", " (", ": ", "\ufeff"]
)
_REPORTS = st.lists(st.one_of(_mangled(), _mangled(), any_text), min_size=1, max_size=7)


@settings(max_examples=80)
@given(_REPORTS, st.lists(_JOINTS, min_size=7, max_size=7), st.sampled_from([None, "2031-05-04", "2031", "9999-12-31"]))
def test_any_report_is_read_with_valid_spans(
    reader: Reader, parts: list[str], joints: list[str], published: str | None
) -> None:
    text = "".join(joint + part for joint, part in zip(joints, parts, strict=False))
    article = article_from_text(text, reader.rules, Given(language="en", published=published))
    reading = reader.read(article)
    wrong = [span for span in _spans(reading) if not 0 <= span.start < span.end <= len(article.text)]
    assert not wrong, [(span, reading.article.text[max(0, span.start - 40) : span.start + 40]) for span in wrong]
    _check_references(reading)
    assert reader.read(article) == reading
    to_line(reading)


def _spans(value: object) -> Iterator[Span]:
    """Every span in a record, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _spans(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _spans(getattr(value, field.name))


def _check_references(reading: Reading) -> None:
    statements = {s.id for s in reading.statements}
    figures = {f.id for f in reading.figures}
    assert len(statements) == len(reading.statements)
    assert len(figures) == len(reading.figures)
    assert all(s.within is None or (s.within in statements and s.within != s.id) for s in reading.statements)
    assert all(s.content for s in reading.statements)
    assert all(f.statement is None or f.statement in statements for f in reading.figures)
    assert all(figures.issuperset(f.part_of) for f in reading.figures)
    assert all(f.same_as is None or f.same_as in figures for f in reading.figures)


def test_an_empty_article_is_read(reader: Reader) -> None:
    """An article made by hand may hold no word at all."""
    for text in ("", " ", "\n\n", "\x00", "\ud800"):
        assert reader.read(Article(id="a", digest="b", text=text, language="en")).statements == ()
