"""Texts with roles marked in them: [source], {cue}, <content>, ^time=EDTF^; a number tells statements apart.

"[1:Roe] {1:said} <1:it rains>, {2:adding} <2:it pours>": two statements by one voice; "2x" is by another. "¶" is a
paragraph's end.
"""

from __future__ import annotations

from sayso.reading.draft import Draft
from sayso.records import Mode, Span, Statement, Time, TimeType, Voice
from tests.reading.drafts import draft_of

_OPEN = {"[": "source", "{": "cue", "<": "content"}
_CLOSE = {"]": "[", "}": "{", ">": "<"}


def marked_draft(marked: str, **fields: object) -> Draft:
    """The draft of a marked text, its statements in order."""
    text, roles, times = read_marks(marked)
    draft = draft_of(text, **fields)
    draft.times = tuple(times)
    draft.statements = tuple(_statement(text, number, given) for number, given in roles.items())
    return draft


def read_marks(marked: str) -> tuple[str, dict[str, dict[str, list[Span]]], list[Time]]:
    """The bare text, the spans of each numbered statement by role, and the times."""
    marked = marked.replace("¶", "\n\n")
    text = ""
    roles: dict[str, dict[str, list[Span]]] = {}
    times: list[Time] = []
    opened: list[tuple[str, str, int]] = []
    i = 0
    while i < len(marked):
        sign = marked[i]
        if sign == "^":
            said, edtf = marked[i + 1 : marked.index("^", i + 1)].split("=")
            times.append(Time(Span(len(text), len(text) + len(said)), TimeType.DATE, edtf, edtf))
            text += said
            i = marked.index("^", i + 1)
        elif sign in _OPEN:
            colon = marked.find(":", i, i + 4)
            numbered = colon > 0 and marked[i + 1].isdigit()
            opened.append((sign, marked[i + 1 : colon] if numbered else "1", len(text)))
            i = colon if numbered else i
        elif sign in _CLOSE:
            kind, number, start = opened.pop()
            assert kind == _CLOSE[sign], marked
            roles.setdefault(number, {}).setdefault(_OPEN[kind], []).append(Span(start, len(text)))
        else:
            text += sign
        i += 1
    return text, roles, times


def _statement(text: str, number: str, roles: dict[str, list[Span]]) -> Statement:
    content = tuple(roles["content"])
    name = "other" if number.endswith("x") else "one"
    return Statement(
        id=f"s{number}",
        source=roles["source"][0] if "source" in roles else None,
        cue=roles["cue"][0] if "cue" in roles else None,
        content=content,
        voices=(Voice(name, name),),
        mode=Mode.DIRECT if text[content[0].start] in '“"' else Mode.INDIRECT,
    )
