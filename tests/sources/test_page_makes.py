"""Pages of five makes: body, title, date, outlet and authors come out, and what is no part of the article stays out."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.records import Article, CreditKind
from sayso.sources import read_inputs
from sayso.sources.rules import PageRules

PAGES = Path(__file__).parent / "pages"
WANTED = {
    "news": ("Bridge at Luvnya blown up", "2031-03-04", "Hestvik Courier", ("Ada Corrow",), "Four people were killed"),
    "blog": ("The bridge", "2031-03-05", "Frontier Notes", (), "Four people were killed"),
    "live": (
        "War in Sorvansk: live updates",
        "2031-03-04",
        "Norland Radio",
        ("Lena Osterby", "Imre Basko"),
        "The governor of the region",
    ),
    "agency": (
        "CORRECTED-Shell hits school in Halynsk, killing three",
        "2031-03-04",
        "Continental Press",
        ("Marta Ellingsen",),
        "Prosecutors said",
    ),
    "cyrillic": ("Мост у Лувни взорван", "2031-03-04", "Вестник", ("Иван Петренко",), "Четыре человека погибли"),
}


def read_page(path: Path, rules: PageRules) -> Article:
    """The article of one page."""
    (article,) = read_inputs([str(path)], rules)
    assert not isinstance(article, InputError)
    return article


@pytest.mark.parametrize("name", WANTED)
def test_a_page_gives_its_article(name: str, rules: PageRules) -> None:
    article = read_page(PAGES / f"{name}.html", rules)
    title, day, outlet, authors, body = WANTED[name]
    assert (article.title, (article.published or "")[:10], article.outlet) == (title, day, outlet)
    assert article.authors == authors
    assert body in article.text
    assert (article.extractor or "").startswith("trafilatura ")


def test_readers_comments_are_no_part_of_the_article(rules: PageRules) -> None:
    article = read_page(PAGES / "news.html", rules)
    assert "liar" not in article.text
    assert "resign" not in article.text


def test_a_repost_names_where_it_stood_first(rules: PageRules) -> None:
    credits = read_page(PAGES / "blog.html", rules).credits
    assert [(c.kind, c.name.removeprefix("the ")) for c in credits] == [(CreditKind.REPOST, "Hestvik Courier")]


def test_a_correction_is_marked(rules: PageRules) -> None:
    article = read_page(PAGES / "agency.html", rules)
    assert [s.of(article.text)[:11] for s in article.corrections] == ["Correction:"]


def test_two_outlets_identical_copies_stay_two_articles(rules: PageRules, tmp_path: Path) -> None:
    page = (PAGES / "blog.html").read_text(encoding="utf-8")
    other = tmp_path / "other.html"
    other.write_text(page.replace("Frontier Notes", "Border Diary"), encoding="utf-8")
    ours, theirs = read_page(PAGES / "blog.html", rules), read_page(other, rules)
    assert ours.text_digest == theirs.text_digest
    assert ours.id != theirs.id
