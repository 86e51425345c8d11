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
    from sayso.sources import Given, article_from_text

    reader = _reader(Settings())
    given = Given(published=published, outlet=outlet, title=title)
    return reader.read(article_from_text(text, reader.rules, given))


@cache
def _reader(settings: Settings) -> Reader:
    return Reader(settings)
