"""The language of a text; in doubt none."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.sources import Given, PageRules, article_from_text

_CASES = Path(__file__).parent.parent / "cases" / "languages.tsv"


def _cases() -> list[tuple[str, str]]:
    rows = [line.split("\t") for line in _CASES.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(tag, text) for tag, text in rows]


@pytest.mark.parametrize(("tag", "text"), _cases())
def test_each_language_is_told(tag: str, text: str, rules: PageRules) -> None:
    assert rules.language.tell(text) == (None if tag == "-" else tag)


def test_the_articles_own_words_decide_not_its_page(rules: PageRules) -> None:
    """An English comment form under a German report leaves it German."""
    text = _cases()[1][1]
    form = "Leave a Comment\n\nYour email address will not be published. Required fields are marked *"
    assert article_from_text(f"{text}\n\n{form}", rules).language == "de"


def test_a_language_given_stands(rules: PageRules) -> None:
    assert article_from_text(_cases()[0][1], rules, Given(language="sv")).language == "sv"
