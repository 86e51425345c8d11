"""sayso: who says what, on whose word.

    import sayso
    reading = sayso.read_article("Minister Ana Roe said the bridge was closed.", published="2031-05-04")

The names below are the public surface; each is loaded when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.errors import InputError as InputError
    from sayso.errors import PartError as PartError
    from sayso.errors import SaysoError as SaysoError
    from sayso.errors import StopError as StopError
    from sayso.errors import UsageError as UsageError
    from sayso.flow.api import read_article as read_article
    from sayso.records import Article as Article
    from sayso.records import Comparison as Comparison
    from sayso.records import Figure as Figure
    from sayso.records import Place as Place
    from sayso.records import Reading as Reading
    from sayso.records import Span as Span
    from sayso.records import Statement as Statement
    from sayso.records import Time as Time
    from sayso.records import Voice as Voice

_PUBLIC = {
    "Article": "sayso.records",
    "Comparison": "sayso.records",
    "Figure": "sayso.records",
    "InputError": "sayso.errors",
    "PartError": "sayso.errors",
    "Place": "sayso.records",
    "Reading": "sayso.records",
    "SaysoError": "sayso.errors",
    "Span": "sayso.records",
    "Statement": "sayso.records",
    "StopError": "sayso.errors",
    "Time": "sayso.records",
    "UsageError": "sayso.errors",
    "Voice": "sayso.records",
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
