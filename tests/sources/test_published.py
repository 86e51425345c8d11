"""When an article was published, and how that is known; none rather than a guess."""

from __future__ import annotations

import pytest

from sayso.records import DateSource
from sayso.sources import Given, PageRules, article_from_text
from sayso.sources.dates import given_date

_PROSE = "Kordania's defence ministry said on Monday that its units had taken the village of Olmino in the north."


@pytest.mark.parametrize(
    ("given", "edtf"),
    [
        ("2031-03-04", "2031-03-04"),
        ("2031/03/04", "2031-03-04"),
        ("20310304", "2031-03-04"),
        ("20310304T101500Z", "2031-03-04"),
        ("2031-03-04T10:15:30Z", "2031-03-04T10:15:30Z"),
        ("2031-03-04T10:15:30.123+0200", "2031-03-04T10:15:30+02:00"),
        ("2031-03-04 10:15", "2031-03-04T10:15:00"),
        ("Tue, 04 Mar 2031 10:15:30 GMT", "2031-03-04T10:15:30Z"),
        ("March 4, 2031", "2031-03-04"),
        ("4th of March 2031", "2031-03-04"),
        ("Sept. 9, 2030", "2030-09-09"),
        ("2031-03", "2031-03"),
        ("2031", "2031"),
        ("25/12/2030", "2030-12-25"),
        ("12/25/2030", "2030-12-25"),
        ("03/04/2031", None),
        ("2031-02-30", None),
        ("2031-13", None),
        ("2031-03-04T99:99", "2031-03-04"),
        ("yesterday", None),
        ("", None),
    ],
)
def test_given_dates_become_edtf(given: str, edtf: str | None, rules: PageRules) -> None:
    """A date that could be two days, or is none, is not taken."""
    assert given_date(given, rules.finder) == edtf


@pytest.mark.parametrize(
    ("text", "published", "updated"),
    [
        (f" date 2031-03-03 {_PROSE}", "2031-03-03", None),
        (f"A title of some words here\n\nBy CP\n\nMarch 4, 2031\n\n{_PROSE}", "2031-03-04", None),
        (f"Published: 4 March 2031 | Updated: 5 March 2031\n\n{_PROSE}", "2031-03-04", "2031-03-05"),
        (f"Updated: Wednesday, March 5, 2031 @ 5:31 PM\n\n{_PROSE}", None, "2031-03-05"),
        (f"{_PROSE}\n\nFirst published: 4 March 2031", "2031-03-04", None),
        (f"Five hurt Posted: Sunday, March 2, 2031 10:02 AM EST\n\n{_PROSE}", "2031-03-02", None),
        (f"Daily assessment, March 4, 2031\n\n{_PROSE}", "2031-03-04", None),
        (f"{_PROSE}\n\nMarch 4, 2031", None, None),
        (f"{_PROSE} The war began on September 9, 2030.", None, None),
        (f"On 9 September 2030 the war began in Sorvansk, and {_PROSE}", None, None),
    ],
)
def test_the_text_says_when(text: str, published: str | None, updated: str | None, rules: PageRules) -> None:
    article = article_from_text(text, rules)
    assert (article.published, article.updated) == (published, updated)
    assert article.published_from == (DateSource.TEXT if published else None)


@pytest.mark.parametrize(
    ("url", "published"),
    [
        ("https://lantern.example/2031/03/04/story", "2031-03-04"),
        ("https://lantern.example/world/2031/mar/04/story", "2031-03-04"),
        ("https://lantern.example/story-20310304-story.html", "2031-03-04"),
        ("http://web.archive.org/web/20310909101112/http://lantern.example/2031/03/04/story", "2031-03-04"),
        ("https://lantern.example/2031/03/story", None),
        ("https://lantern.example/2031/03/04/what-happened-on-2031-03-01", None),
        ("https://lantern.example/story/203103049", None),
    ],
)
def test_the_address_says_when(url: str, published: str | None, rules: PageRules) -> None:
    article = article_from_text(_PROSE, rules, Given(url=url))
    assert article.published == published
    assert article.published_from == (DateSource.URL if published else None)


def test_metadata_come_first_then_the_text_then_the_address(rules: PageRules) -> None:
    url = "https://lantern.example/2031/03/05/story"
    text = f" date 2031-03-04 {_PROSE}"
    assert article_from_text(text, rules, Given(url=url, published="2031-03-03")).published == "2031-03-03"
    assert article_from_text(text, rules, Given(url=url)).published == "2031-03-04"
    assert article_from_text(_PROSE, rules, Given(url=url)).published == "2031-03-05"


def test_a_picture_of_the_day_spoken_of_dates_an_article(rules: PageRules) -> None:
    """2031-03-03 is a Monday; the text says "on Monday", and no later day is named."""
    caption = "Sappers clear a road near Luvnya, on March 3, 2031.\nPetro Vanchuk/Continental Press"
    article = article_from_text(f"{_PROSE}\n\n{caption}\n\n{_PROSE}", rules)
    assert (article.published, article.published_from) == ("2031-03-03", DateSource.INFERRED)


@pytest.mark.parametrize("day", ["February 27, 2031", "March 4, 2031"])
def test_a_picture_of_another_day_does_not(day: str, rules: PageRules) -> None:
    caption = f"Sappers clear a road near Luvnya, on {day}.\nPetro Vanchuk/Continental Press"
    assert article_from_text(f"{_PROSE}\n\n{caption}\n\n{_PROSE}", rules).published is None


def test_the_noted_address_is_the_articles_own(rules: PageRules) -> None:
    url = "https://www.themoscowtimes.com/2031/03/04/story-a1"
    article = article_from_text(f"{_PROSE}\n\nOriginal url:\n\n{url}", rules)
    assert (article.url, article.outlet, article.published) == (url, "The Moscow Times", "2031-03-04")
    assert [span.of(article.text) for span in article.furniture] == ["Original url:", url]


def test_an_outlet_without_a_known_name_goes_by_its_host(rules: PageRules) -> None:
    url = "http://web.archive.org/web/2031/http://www.lantern.example:80/story"
    assert article_from_text(_PROSE, rules, Given(url=url)).outlet == "lantern.example"
    assert article_from_text(_PROSE, rules, Given(url="no address")).outlet is None
    assert article_from_text(_PROSE, rules, Given(url="http://[broken")).outlet is None
