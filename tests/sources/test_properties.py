"""Any text gives an article with valid spans, the same each time."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.packs.furniture import load_furniture
from sayso.records import Article, Span
from sayso.sources import Given, PageRules, article_from_text, page_rules
from sayso.sources.lines import split_lines

_PIECES = st.sampled_from(
    [
        *(
            "By CP",
            "By Jane Roe and John Doe",
            "March 4, 2031",
            "Views: 7",
            "Share this",
            "(Reuters)",
            "Jane Roe/Reuters",
        ),
        *(
            "Photograph: ",
            "Correction: ",
            "Most viewed",
            "1. A link",
            "Original url:",
            "https://a.example/2031/03/04/x",
        ),
        *("\n", "\n\n", "\r\n", "\u2028", "\x85", "\ufeff", " date 2031-03-04 ", "Leave a Comment", "SALTOVA (CP) — "),
        *(
            "The army said so on Monday. ",
            "Copyright 2031",
            "©",
            "|",
            " · ",
            "  ",
            "“",
            "(",
            ")",
            "[",
            "\x00",
            "\ud800",
        ),
        *(
            "İ",
            "ß",
            "ﬁ",
            "Ångström",
            "12:30",
            "@roe",
            "A LINE OF NOTHING BUT CAPITALS",
            "9999-99-99",
            "31 February 2031",
        ),
    ]
)
_TEXTS = st.lists(st.one_of(_PIECES, st.text(max_size=20)), max_size=30).map("".join)
_EDGES = dict.fromkeys(map(ord, "\ufeff\u200b"))
_RULES: PageRules = page_rules(load_furniture())


def _spans(article: Article) -> list[Span]:
    return [*article.furniture, *article.corrections, *(credit.span for credit in article.credits)]


@given(_TEXTS)
def test_any_text_gives_valid_spans(text: str) -> None:
    article = article_from_text(text, _RULES)
    assert article.text == text
    assert all(0 <= span.start < span.end <= len(text) for span in _spans(article))
    assert all(a.end < b.start for a, b in pairwise(article.furniture))
    assert all(credit.name for credit in article.credits)
    assert article == article_from_text(text, _RULES)


@given(_TEXTS, _TEXTS, _TEXTS, _TEXTS)
def test_any_metadata_are_taken(text: str, title: str, url: str, published: str) -> None:
    article = article_from_text(text, _RULES, Given(title=title, url=url, published=published))
    assert article.title == (title or article.title)


@given(_TEXTS)
def test_lines_hold_the_words_where_they_stand(text: str) -> None:
    lines = split_lines(text)
    assert all(line.span.of(text) == line.words for line in lines)
    assert all(a.span.end < b.span.start for a, b in pairwise(lines))
    kept = "".join("".join(line.words for line in lines).split())
    assert kept.translate(_EDGES) == "".join(text.split()).translate(_EDGES)
