"""The Python surface: what `import sayso` offers."""

from __future__ import annotations

from functools import cache

from sayso.flow.reader import Reader
from sayso.records import Reading
from sayso.settings import Settings


def read_article(
    text: str, *, published: str | None = None, outlet: str | None = None, title: str | None = None
) -> Reading:
    """One article's Reading from its text; `published` is a day (ISO 8601).

    Raises InputError for a text that can't be read, PartError where a part is missing or broken.
    """
    from sayso.sources import article_from_text

    return _reader(Settings()).read(article_from_text(text, published=published, outlet=outlet, title=title))


@cache
def _reader(settings: Settings) -> Reader:
    return Reader(settings)
