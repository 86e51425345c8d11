"""How one wording drifts from another: the words that were added, and where some were dropped (Ratcliff and Obershelp's
longest matching blocks, over words)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+|[^\w\s]+|\s+")
_MOST = 400  # words that are compared; what is longer is shown as it is


@dataclass(frozen=True, slots=True)
class Drifted:
    """A stretch of a wording: `changed` where the other has other words or none; `dropped` what the other has here."""

    words: str
    changed: bool
    dropped: str = ""


def drift(first: str, other: str) -> Iterator[Drifted]:
    """The other wording in stretches, compared with the first; together they are the other wording."""
    a, b = _tokens(first), _tokens(other)
    if len(a) > _MOST or len(b) > _MOST:
        yield Drifted(other, False)
        return
    matcher = SequenceMatcher(None, [_plain(t) for t in a], [_plain(t) for t in b], autojunk=False)
    for tag, i, j, k, n in matcher.get_opcodes():
        words, dropped = "".join(b[k:n]), "".join(a[i:j])
        if tag == "equal" or not any(c.isalnum() for c in words + dropped):
            if words:
                yield Drifted(words, False)
        else:
            yield Drifted(words, True, dropped.strip())


def _tokens(words: str) -> list[str]:
    return _WORD.findall(words)


def _plain(token: str) -> str:
    """A token for comparing: case, and the shapes of quotation marks and spaces, say nothing."""
    return (
        " "
        if token.isspace()
        else token.casefold().translate({8220: '"', 8221: '"', 171: '"', 187: '"', 8217: "'", 8216: "'"})
    )
