"""The example reports: what their gold calls furniture is not read, and no statement of theirs is lost to furniture."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.records import Article, Span
from sayso.sources import PageRules, read_inputs

_ROOT = Path(__file__).parent.parent.parent
_GOLD = sorted(p for p in (_ROOT / "tests/cases/examples").glob("[0-9]*.json"))


def _article(gold: dict[str, object], rules: PageRules) -> Article:
    (article,) = read_inputs([str(_ROOT / "examples" / str(gold["report"]))], rules)
    assert isinstance(article, Article)
    return article


@pytest.fixture(params=_GOLD, ids=lambda path: path.stem)
def gold(request: pytest.FixtureRequest) -> dict[str, object]:
    """The gold of one report."""
    return dict(json.loads(request.param.read_text("utf-8")))


def test_no_statement_is_lost(gold: dict[str, object], rules: PageRules) -> None:
    article = _article(gold, rules)
    content = [Span(*c) for s in gold["statements"] for c in s["content"]]  # type: ignore[attr-defined]
    assert content
    assert [c.of(article.text) for c in content if any(c.meets(f) for f in article.furniture)] == []


def test_no_furniture_is_read(gold: dict[str, object], rules: PageRules) -> None:
    article = _article(gold, rules)
    for row in gold["furniture"]:  # type: ignore[attr-defined]
        hidden = list(article.text)
        for span in article.furniture:
            hidden[span.start : span.end] = " " * (span.end - span.start)
        assert "".join(hidden[slice(*row["span"])]).strip() == ""


def test_what_the_page_says_of_the_article(gold: dict[str, object], rules: PageRules) -> None:
    article = _article(gold, rules)
    assert (article.published, article.updated, article.title) == (gold["published"], gold["updated"], gold["title"])
    assert [list(c) for c in article.corrections] == [c["span"] for c in gold["corrections"]]  # type: ignore[attr-defined]
    photos = {c.name for c in article.credits if c.kind == "photo"}
    assert photos >= {c["name"] for c in gold["credits"] if c["kind"] == "photo"}  # type: ignore[attr-defined]
