"""Tokens: the words, numbers and marks of a text, cut as the treebanks of Universal Dependencies cut English.

The same cut serves training and reading. Every alternative is bounded in length, so that a text without a single
blank is cut in linear time.
"""

import re

from sayso.records.span import Span

_LINK = r"(?:https?://|www\.)[^\s<>\"“”’)\]]{1,300}"
_INITIALS = r"(?:[^\W\d_]\.){2,12}"
_NUMBER = r"\d{1,40}(?:[.,:]\d{1,40}){0,12}(?![^\W_])"
_BEFORE_NOT = r"[^\W\d_]{1,32}(?=n['’]t(?![^\W_]))"
_NOT = r"n['’]t(?![^\W_])"
_CLITIC = r"['’](?:[sS]|re|ve|ll|d|m|RE|VE|LL|D|M)(?![^\W_])"
_WORD = r"[^\W_]{1,60}"
_MARK = r"''|``|\.\.\.|--|[^\w\s]|_"
_TOKEN = re.compile("|".join((_LINK, _INITIALS, _NUMBER, _BEFORE_NOT, _NOT, _CLITIC, _WORD, _MARK)))


def find_tokens(text: str, within: Span) -> list[Span]:
    """Spans of the tokens of `text` inside `within`, in order, in code points of `text`."""
    return [Span(*match.span()) for match in _TOKEN.finditer(text, within[0], within[1])]
