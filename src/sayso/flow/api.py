"""The Python surface: what `import sayso` offers."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.flow.reader import Reader
from sayso.records import Comparison, Decision, Reading
from sayso.settings import Settings

if TYPE_CHECKING:
    from sayso.comparing import Tools
    from sayso.flow.ledger import Ledger


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


def compare(readings: Iterable[Reading], decisions: Iterable[Decision] = ()) -> Comparison:
    """What many Readings have in common and where they conflict: copies, claims with their origins, relations, stories.

    A function of the set of Readings and decisions, whatever their order. Raises PartError where a pack is broken.
    """
    from sayso.comparing import compare as compare_readings

    return compare_readings(readings, comparing_tools(), decisions)


def open(path: str | Path = "sayso.db", *, create: bool = True) -> Ledger:
    """A ledger, opened; made where there is none and `create` is set. Close it, or use it in a `with`.

    Raises LedgerError where it can't be opened or is no ledger.
    """
    from sayso.flow.ledger import Ledger

    return Ledger(path, create=create)


@cache
def _reader(settings: Settings) -> Reader:
    return Reader(settings)


@cache
def comparing_tools() -> Tools:
    """What comparing applies, loaded once; the likeness of sentences loads itself where it is asked."""
    from sayso.comparing import Tools
    from sayso.packs.comparing import load_comparing
    from sayso.packs.figures import load_figure_pack
    from sayso.reading.likeness import SentenceLikeness

    return Tools(load_comparing(), load_figure_pack(), SentenceLikeness.load())
