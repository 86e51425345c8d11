"""HTML: the body, title, date, outlet and authors of a page, by trafilatura (Barbaresi 2021, ACL demonstrations).

The page's bytes count as captured, the extracted text is the article's; both have their digest.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.errors import InputError
from sayso.records import Article
from sayso.records.identity import digest
from sayso.sources.article import Given, article_from_text
from sayso.sources.encoding import decode
from sayso.sources.rules import PageRules

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096
_MARKUP = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_NAMED = r"<meta[^>]{0,200}?(?:property|name|itemprop)\s*=\s*[\"'](?:%s)[\"']"
_CONTENT = r"[^>]{0,200}?content\s*=\s*[\"']([^\"']{6,60})[\"']"
_PUBLISHED = re.compile(
    _NAMED % "article:published_time|datePublished|og:published_time|publish-date|date" + _CONTENT, re.IGNORECASE
)
_SCRIPTED = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{6,60})\"")
_UPDATED = re.compile(_NAMED % "article:modified_time|dateModified" + _CONTENT, re.IGNORECASE)
_LATEST = "2100-12-31"  # the extractor's own limit is the day it runs; a reading must not depend on the day


def looks_like_page(captured: bytes) -> bool:
    """Whether bytes begin as an HTML page does."""
    return _MARKUP.match(captured[:_HEAD]) is not None


def article_from_page(captured: bytes, rules: PageRules, given: Given, charset: str | None = None) -> Article:
    """The article on an HTML page. Raises InputError where the page holds no article or can't be decoded."""
    import trafilatura  # takes most of a second to start, and most inputs are no pages

    what = given.path or given.url or given.key or "page"
    declared = _DECLARED.search(captured[:_HEAD])
    markup = decode(captured, what, charset or (declared.group(1).decode("ascii") if declared else None))
    try:
        page = trafilatura.bare_extraction(
            markup.text,
            url=given.url,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"max_date": _LATEST, "original_date": True, "extensive_search": False},
        )
    # trafilatura and the parsers below it raise whatever a broken page leads them to
    except Exception as error:
        raise InputError(what, f"the page can't be read: {type(error).__name__}") from error
    if page is None or isinstance(page, dict) or not page.text or not page.text.strip():
        raise InputError(what, "no article on the page")
    known = replace(
        given,
        digest=digest(captured),
        extractor=f"trafilatura {trafilatura.__version__}",
        encoding=markup.encoding,
        title=given.title or page.title,
        outlet=given.outlet or page.sitename,
        url=given.url or page.url,
        authors=given.authors or _authors(page.author),
        published=given.published or _meta(markup.text, _PUBLISHED, _SCRIPTED) or page.date,
        updated=given.updated or _meta(markup.text, _UPDATED),
    )
    if given.keep is not None:
        given.keep(str(known.digest), captured)
    return article_from_text(page.text, rules, known)


def _authors(named: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (named or "").split(";") if part.strip())


def _meta(markup: str, *patterns: re.Pattern[str]) -> str | None:
    """The first date of its kind in the page's head or its linked data."""
    for pattern in patterns:
        match = pattern.search(markup)
        if match:
            return match.group(1)
    return None
