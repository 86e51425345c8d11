"""sayso: who says what, on whose word.

    import sayso
    reading = sayso.read_article("Minister Ana Roe said the bridge was closed.", published="2031-05-04")
    with sayso.open("war.db") as ledger:
        ledger.read("articles/")
        found = ledger.ask(voice="Roe", period="2031-05")

The names below are the public surface; each is loaded when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.errors import InputError as InputError
    from sayso.errors import LedgerError as LedgerError
    from sayso.errors import PartError as PartError
    from sayso.errors import SaysoError as SaysoError
    from sayso.errors import StopError as StopError
    from sayso.errors import UsageError as UsageError
    from sayso.flow.api import compare as compare
    from sayso.flow.api import open as open
    from sayso.flow.api import read_article as read_article
    from sayso.flow.ledger import Ledger as Ledger
    from sayso.ledger.question import Near as Near
    from sayso.ledger.question import Question as Question
    from sayso.records import Act as Act
    from sayso.records import Article as Article
    from sayso.records import Certainty as Certainty
    from sayso.records import Comparison as Comparison
    from sayso.records import Decision as Decision
    from sayso.records import Figure as Figure
    from sayso.records import Place as Place
    from sayso.records import Reading as Reading
    from sayso.records import Span as Span
    from sayso.records import Statement as Statement
    from sayso.records import Time as Time
    from sayso.records import Voice as Voice

_PUBLIC = {
    "Act": "sayso.records",
    "Article": "sayso.records",
    "Certainty": "sayso.records",
    "Comparison": "sayso.records",
    "Decision": "sayso.records",
    "Figure": "sayso.records",
    "InputError": "sayso.errors",
    "Ledger": "sayso.flow.ledger",
    "LedgerError": "sayso.errors",
    "Near": "sayso.ledger.question",
    "PartError": "sayso.errors",
    "Place": "sayso.records",
    "Question": "sayso.ledger.question",
    "Reading": "sayso.records",
    "SaysoError": "sayso.errors",
    "Span": "sayso.records",
    "Statement": "sayso.records",
    "StopError": "sayso.errors",
    "Time": "sayso.records",
    "UsageError": "sayso.errors",
    "Voice": "sayso.records",
    "compare": "sayso.flow.api",
    "open": "sayso.flow.api",
    "read_article": "sayso.flow.api",
}

__all__ = sorted(_PUBLIC)


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    if name == "__version__":
        return import_module("sayso.version").VERSION
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
