"""Who is credited, and for what: an agency credited for a photo is no source of the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.sources import PageRules, article_from_text

_CASES = Path(__file__).parent.parent / "cases" / "credits.tsv"
_PROSE = "Kordania's defence ministry said on Monday that its units had taken the village of Olmino in the north."


def _cases() -> list[tuple[str, str, str]]:
    rows = [line.split("\t") for line in _CASES.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(place, line, told) for place, line, told in rows]


@pytest.mark.parametrize(("place", "line", "told"), _cases())
def test_each_credit_is_told(place: str, line: str, told: str, rules: PageRules) -> None:
    parts = {"before": [line, _PROSE], "within": [_PROSE, line, _PROSE], "after": [_PROSE, line]}[place]
    article = article_from_text("\n\n".join(parts), rules)
    found = [f"{credit.kind.value}: {credit.name}" for credit in article.credits]
    found += [f"author: {name}" for name in article.authors]
    assert sorted(found) == sorted(part for part in told.split("; ") if part)


def test_a_credit_spans_the_name_it_gives(rules: PageRules) -> None:
    article = article_from_text(f"{_PROSE}\n\nSources: Reuters, Norland Radio", rules)
    assert [credit.span.of(article.text) for credit in article.credits] == ["Reuters", "Norland Radio"]


@pytest.mark.parametrize(
    ("opening", "agency"),
    [
        ("SALTOVA, Merenia (CP) — ", "CP"),
        ("SALTOVA (Reuters) - ", "Reuters"),
        ("VELGRAD, March 3 (Xinhua) -- ", "Xinhua"),
        ("VELGRAD, March 3. /TASS/. ", "TASS"),
        ("Kyiv: ", None),
        ("PORT LYMAN, Merenia — ", None),
    ],
)
def test_a_dateline_credits_who_supplied_the_words(opening: str, agency: str | None, rules: PageRules) -> None:
    """The dateline itself stays the article's: it says where the report was written."""
    article = article_from_text(opening + _PROSE, rules)
    assert [c.span.of(article.text) for c in article.credits] == ([] if agency is None else [agency])
    assert article.furniture == ()
