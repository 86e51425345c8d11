"""A Reading in the form that is kept: its JSON without the text, with the digests that it is known by."""

from __future__ import annotations

import json
import re
import zlib
from dataclasses import dataclass, replace
from typing import Any

from sayso.errors import InputError
from sayso.ledger.soundness import faults_of
from sayso.records import Reading
from sayso.records.identity import joined, text_digest
from sayso.records.shape import from_json, to_json

# Where an article was met is no part of what was read: the same file under another path is the same article.
_MET = ("key", "path", "captured")
# zlib's level 3 takes a third of level 6's time and 6 % more room on Readings.
_LEVEL = 3
_SURROGATE = re.compile("[\ud800-\udfff]")
_ENCODER = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"), sort_keys=True, allow_nan=False)


@dataclass(frozen=True, slots=True)
class Stored:
    """A Reading ready to be written. `value` is its whole JSON value; `body` what is kept of it, `record` the digest of
    its article, `parts` that of the parts."""

    reading: Reading
    value: dict[str, Any]
    digest: str
    record: str
    parts: str
    body: bytes


def stored(reading: Reading) -> Stored:
    """A Reading in the form that is kept. Raises InputError for one whose spans or references do not hold."""
    article = reading.article
    if article.text_digest is None:
        article = replace(article, text_digest=text_digest(article.text))
        reading = replace(reading, article=article)
    value: dict[str, Any] = to_json(reading)
    faults = faults_of(value, article.text)
    if faults:
        raise InputError(article.key or article.id, f"a Reading that does not hold: {faults[0]}")
    kept = {**value, "article": {name: v for name, v in value["article"].items() if name != "text"}}
    core, met = _apart(kept)
    words = line(core)
    digests = joined(words), record_digest(kept["article"]), parts_digest(kept["made_by"])
    return Stored(reading, value, *digests, body=zlib.compress(f"{words}\n{line(met)}".encode(), _LEVEL))


def record_digest(article: dict[str, Any]) -> str:
    """The digest of an article's JSON, without its text and without where it was met."""
    return joined(line({k: v for k, v in article.items() if k not in _MET and k != "text"}))


def reading_digest(kept: dict[str, Any]) -> str:
    """The digest of a Reading's JSON without its text and without where its article was met."""
    return joined(line(_apart(kept)[0]))


def parts_digest(made_by: dict[str, Any]) -> str:
    """The digest of the parts that made a Reading."""
    return joined(line(made_by))


def line(value: Any) -> str:
    """A JSON value as one line that is the same for the same value, whatever the order of its fields."""
    return _ENCODER.encode(value)


def unpacked(body: bytes) -> dict[str, Any]:
    """The JSON of a Reading out of the form that is kept. Raises ValueError where it is damaged."""
    try:
        core, met = zlib.decompress(body).split(b"\n")
    except zlib.error as error:
        raise ValueError(f"damaged: {error}") from error
    value: dict[str, Any] = json.loads(core)
    value["article"] |= json.loads(met)
    return value


def _apart(kept: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """A Reading's JSON without where its article was met, and that."""
    article = {name: v for name, v in kept["article"].items() if name not in _MET}
    return {**kept, "article": article}, {name: kept["article"].get(name) for name in _MET}


def reading_from(body: bytes, text: str) -> Reading:
    """The Reading that is kept as this body, with its article's text. Raises ValueError where it is damaged."""
    value = unpacked(body)
    return from_json(Reading, {**value, "article": {**value["article"], "text": text}})


def shown_text(text: str) -> str:
    """The text with U+FFFD for each lone surrogate: as long in code points, and storable as UTF-8."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def shown_value(value: Any) -> Any:
    """A JSON value with the same done to every text in it."""
    if isinstance(value, str):
        return shown_text(value)
    if isinstance(value, list):
        return [shown_value(one) for one in value]
    if isinstance(value, dict):
        return {name: shown_value(one) for name, one in value.items()}
    return value


def exact_bytes(text: str) -> bytes | None:
    """The text's bytes where it has lone surrogates, else None."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return None


def text_from(text: str, exact: bytes | None) -> str:
    """The text as it was read."""
    return text if exact is None else exact.decode("utf-8", "surrogatepass")
