"""What is no part of an article is marked; what is, never."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.records import Article, CreditKind
from sayso.sources import PageRules, article_from_text

_CASES = Path(__file__).parent.parent / "cases" / "furniture.tsv"
_ABOVE = "Kordania's defence ministry said on Monday that its units had taken the village of Olmino in the north."
_BELOW = "The other side denied it, and no observer could reach the village to confirm either account of the day."


def _cases() -> list[tuple[str, str]]:
    rows = [line.split("\t") for line in _CASES.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(kind, line) for kind, line in rows]


def _own(article: Article) -> str:
    """The article's words without its furniture."""
    kept, at = [], 0
    for span in article.furniture:
        kept.append(article.text[at : span.start])
        at = span.end
    return "".join([*kept, article.text[at:]])


@pytest.mark.parametrize(("kind", "line"), _cases())
def test_each_line_is_told(kind: str, line: str, rules: PageRules) -> None:
    """Promise: a line between paragraphs is furniture or the article's own, whole, and its neighbours stay."""
    article = article_from_text(f"{_ABOVE}\n\n{line}\n\n{_BELOW}", rules)
    own = _own(article)
    assert _ABOVE in own
    assert _BELOW in own
    assert (line in own) == (kind == "words")


def test_a_caption_goes_with_its_credit(rules: PageRules) -> None:
    caption = "Merenian sappers clear a road near Luvnya, on Feb. 27, 2031."
    article = article_from_text(f"{_ABOVE}\n\n{caption}\nPetro Vanchuk / Continental Press\n\n{_BELOW}", rules)
    assert [span.of(article.text) for span in article.furniture] == [caption, "Petro Vanchuk / Continental Press"]
    assert [(c.name, c.kind) for c in article.credits] == [("Petro Vanchuk/Continental Press", CreditKind.PHOTO)]


def test_a_paragraph_above_a_credit_of_its_own_stays(rules: PageRules) -> None:
    """A blank line between them: the paragraph may be the article's, unless it speaks of a picture."""
    article = article_from_text(f"{_ABOVE}\n\nPetro Vanchuk/Continental Press\n\n{_BELOW}", rules)
    assert _ABOVE in _own(article)


def test_links_under_a_heading_go_with_it_and_prose_ends_them(rules: PageRules) -> None:
    links = "Most viewed\n1. Gamble pays off\n2. Ferry strike enters third week"
    own = _own(article_from_text(f"{_ABOVE}\n\n{links}\n{_BELOW}", rules))
    assert "Ferry strike" not in own
    assert _BELOW in own


def test_capitals_are_no_links_in_a_text_of_capitals(rules: PageRules) -> None:
    lines = ["AROUND NOON POLICE UNITS RESPONDED TO OLMINO STREET", "A MAN HAD FIRED AT A PASSING CAR"] * 3
    article = article_from_text("\n\n".join([_ABOVE, *lines, _BELOW]), rules)
    assert article.furniture == ()


def test_a_notice_at_the_end_of_a_paragraph_leaves_the_paragraph(rules: PageRules) -> None:
    notice = "Copyright 2031 Continental Press. All rights reserved."
    long = " ".join([_ABOVE] * 4)
    article = article_from_text(f"{long} {notice}", rules)
    assert [span.of(article.text) for span in article.furniture] == [notice]


def test_a_credit_at_the_end_of_a_long_paragraph_leaves_the_paragraph(rules: PageRules) -> None:
    long = " ".join([_ABOVE] * 5)
    article = article_from_text(f"{long} Photograph: Lena Ostrik/EPA", rules)
    assert _own(article).startswith(long)
    assert article.credits[0].name == "Lena Ostrik/EPA"


def test_the_masthead_and_a_title_said_twice(rules: PageRules) -> None:
    title = "Herovskyi says Kordania is losing an army in Sorvansk"
    article = article_from_text(f"Frontier Notes\n\n{title}\n\nViews: 7\n\n{title}.\n\n{_ABOVE}\n\n{_BELOW}", rules)
    assert (article.outlet, article.title) == ("Frontier Notes", title)
    assert _own(article).count(title) == 1
    assert "Frontier Notes" not in _own(article)


def test_corrections_are_spans_of_their_own(rules: PageRules) -> None:
    told = "Correction, 5 March: An earlier version of this article said that 13 people had been killed. It was three."
    below = "The name of the mayor was also misspelt."
    article = article_from_text(f"{_ABOVE}\n\n{_BELOW}\n\n{told}\n\nClarification\n\n{below}", rules)
    assert [span.of(article.text) for span in article.corrections] == [told, "Clarification", below]
