"""Spelling of place names: variants of one name brought to one key, so that text and gazetteer meet.

"Bol’shoye Selo" and "Bolshoye Selo", "Sana'a" and "Sanaa", "Saint Louis" and "St. Louis" share a key.
A key is for comparing, never for showing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# Latin letters that Unicode does not take apart.
_WHOLE = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ə": "a"}
)
_SILENT = re.compile(r"['’‘ʼʹʺʻʽʾʿ`´′\"“”]")  # apostrophes and the soft and hard signs of transliterations
_GAP = re.compile(r"[^\w&]+|_+")
_SPELLED = {
    "saint": "st",
    "sainte": "st",
    "ste": "st",
    "mount": "mt",
    "fort": "ft",
    "&": "and",
    "the": "",
}
# Endings and clusters that romanisations write in several ways; applied from left to right to a whole key.
_LOOSE = (
    (re.compile(r"^(?:al|el|ar|as|ash|at|az|ad|an|e) "), ""),
    (re.compile(r"(?:yy|iy|ii|yi|ij|iĭ)\b"), "y"),
    (re.compile(r"(?:zhzh|zh|j)"), "z"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"(?:tsk|ck|q)"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"(?:iye|ie|ye|ee|je)"), "e"),
    (re.compile(r"(?:iya|iia|ia|ya)"), "a"),
    (re.compile(r"(?:iu|yu|oo|ou)"), "u"),
    (re.compile(r"(?:yo|io)"), "o"),
    (re.compile(r"y\b"), "i"),
    (re.compile(r"ah\b"), "a"),
    (re.compile(r"([a-z])\1+"), r"\1"),
)


def fold(name: str) -> str:
    """The key of a name: no accents, apostrophes or hyphens, no leading article, "saint" as "st"."""
    if name.isascii():
        if name.isalpha():
            low = name.lower()
            return _SPELLED.get(low, low)
        words = name
    else:
        words = _bare(name)
    words = _SILENT.sub("", words).lower()
    parts = [_SPELLED.get(w, w) for w in _GAP.sub(" ", words).split()]
    return " ".join(p for p in parts if p)


def loosen(key: str) -> str:
    """A coarser key, on which romanisations of one name agree ("zaporizhzhia" and "zaporizhia")."""
    for pattern, kept in _LOOSE:
        key = pattern.sub(kept, key)
    return key


def is_latin(name: str) -> bool:
    """Whether every letter is one of the Latin script."""
    return all(not c.isalpha() or ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or 0x2B0 <= ord(c) < 0x300 for c in name)


def _bare(name: str) -> str:
    parted = unicodedata.normalize("NFKD", name.lower().translate(_WHOLE))
    return "".join(c for c in parted if not unicodedata.combining(c))


def keys(names: Iterator[str]) -> list[str]:
    """The distinct keys of several names, in their order, empty ones left out."""
    return list(dict.fromkeys(k for k in map(fold, names) if k))
