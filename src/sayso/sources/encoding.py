"""Captured bytes to text, unchanged: no line ending is translated and no byte-order mark dropped, so that a span counts
in the file's own code points.

UTF-8 first, then byte-order marks, then what the bytes look like. Bytes that are mostly UTF-8 and in places are not are
named as mixed, with the first such place: to replace them would lose words without a trace.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from sayso.errors import InputError

# What a byte-order mark says; the longer first, since UTF-32's begins like UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What no text begins with, and what it is.
_SIGNATURES = {
    b"%PDF-": "PDF",
    b"PK\x03\x04": "zip",
    b"\x1f\x8b": "gzip",
    b"WARC/": "WARC",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"\x7fELF": "a program",
    b"SQLite format 3": "SQLite",
    b"BZh": "bzip2",
    b"\xfd7zXZ": "xz",
    b"\x28\xb5\x2f\xfd": "zstd",
}
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MULTI = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SINGLE = re.compile(rb"[\x80-\xff]")
# Quotation marks, dashes, euro and the like stand in the same place in all Windows code pages.
_SHARED = re.compile(
    rb"[^\x00-\x7f\x80\x82\x84-\x87\x89\x8b\x91-\x97\x99\x9b\xa0\xa4\xa6\xa7\xa9\xab-\xae\xb0\xb1\xb5-\xb7\xbb]"
)
_ENGLISH = re.compile(rb"\b(?:the|and|of|to|in|that|was|for|on|with)\b", re.IGNORECASE)
# What the detector may choose from: the encodings that news has been stored in.
_OLDER = [
    *(
        "cp1250",
        "cp1251",
        "cp1252",
        "cp1253",
        "cp1254",
        "cp1255",
        "cp1256",
        "cp1257",
        "koi8_r",
        "koi8_u",
        "mac_cyrillic",
    ),
    *("iso8859_2", "iso8859_5", "iso8859_9", "big5", "gb18030", "shift_jis", "euc_jp", "euc_kr"),
]
_SAMPLE = 65_536
_CONTROL_SHARE = 0.01


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding that its bytes were in."""

    text: str
    encoding: str


def decode(captured: bytes, what: str, declared: str | None = None) -> Decoded:
    """The text of captured bytes. `declared` is the encoding that a page or server names.

    Raises InputError, naming the reason: binary, mixed encodings, bytes that fit no encoding.
    """
    for mark, encoding in _MARKS:
        if captured.startswith(mark):
            return _strictly(captured, encoding, what, "its byte-order mark says")
    _refuse_binary(captured, what)
    try:
        return Decoded(captured.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        mixed_at = error.start
    if declared is not None and _known(declared) not in (None, "utf-8"):
        return _strictly(captured, str(_known(declared)), what, "it is declared")
    _refuse_mixed(captured, mixed_at, what)
    return _by_looks(captured, what)


def _strictly(captured: bytes, encoding: str, what: str, why: str) -> Decoded:
    try:
        return Decoded(captured.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            what, f"not {encoding}, as {why}: byte {error.start} (0x{captured[error.start]:02x})"
        ) from error


def _known(name: str) -> str | None:
    try:
        found = codecs.lookup(name.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    return found.name if found._is_text_encoding else None


def _refuse_binary(captured: bytes, what: str) -> None:
    """Raises InputError for bytes that are no text: known file kinds, and more control characters than text has."""
    sample = captured[:_SAMPLE]
    kind = next((kind for signature, kind in _SIGNATURES.items() if sample.startswith(signature)), None)
    if kind is not None:
        raise InputError(what, f"binary, not text: {kind}")
    if b"\0" in sample or len(_CONTROL.findall(sample)) > _CONTROL_SHARE * len(sample):
        raise InputError(what, "binary, not text")


def _refuse_mixed(captured: bytes, at: int, what: str) -> None:
    """Raises InputError for bytes of which most beyond ASCII are UTF-8's and some are not."""
    rest = _MULTI.sub(b"", captured)
    stray = len(_SINGLE.findall(rest))
    proper = (len(captured) - len(rest)) // 2
    if proper > stray:
        raise InputError(
            what, f"mixed encodings: UTF-8, but not at byte {at} (0x{captured[at]:02x}), nor in {stray} places in all"
        )


def _by_looks(captured: bytes, what: str) -> Decoded:
    """An older encoding: Windows-1252 where signs alone differ or the words are English, else what a detector says."""
    sample = captured[:_SAMPLE]
    english = len(_ENGLISH.findall(sample)) * 12 > len(sample.split())
    if english or _SHARED.search(sample) is None:
        try:
            return Decoded(captured.decode("cp1252"), "cp1252")
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes  # 0.1 s to start, seldom needed

    best = from_bytes(sample, cp_isolation=_OLDER).best()
    if best is None:
        raise InputError(what, "its encoding is not known, and it is not UTF-8")
    return _strictly(captured, best.encoding, what, "its bytes look")
