"""From a form of the review to a decision: what the fields of the form mean, and words found in the text again."""

from __future__ import annotations

import json
from typing import Annotated

from pydantic import BaseModel, StringConstraints

from sayso.desk.faults import Refused
from sayso.errors import UsageError
from sayso.flow.ledger import Ledger
from sayso.ledger.decisions import Act
from sayso.ledger.derive import BREAK
from sayso.records import Anchor, DecisionKind, Span

_WHY = "reviewed in the desk"
Text = Annotated[str, StringConstraints(max_length=20_000)]


class Given(BaseModel):
    """What a form of the review says. `about` are "article#item"; `words` the right words as they stand in the text,
    `at` where they were selected, if they were; `seen` is what its page knew, `back` where to go on."""

    kind: Text
    token: Text = ""
    seen: Text = ""
    about: list[Text] = []
    voices: list[Text] = []
    field: Text = ""
    value: Text = ""
    words: Text = ""
    at: Text = ""
    why: Text = ""
    revokes: Text = ""
    back: Text = "/review"

    @property
    def known(self) -> int:
        """The last decision that the form's page knew of. Raises Refused where the form does not say."""
        if not self.seen.isdecimal() or len(self.seen) > 18:
            raise Refused("the form", "does not say what its page knew; reload the page", 400)
        return int(self.seen)


def act_of(form: Given, ledger: Ledger, who: str) -> Act:
    """The decision that a form asks for. Raises UsageError where it makes no sense."""
    try:
        kind = DecisionKind(form.kind)
    except ValueError as error:
        raise UsageError(form.kind or "the form", "says no kind of decision") from error
    anchors = tuple(_anchor(ledger, one) for one in form.about)
    field, value = form.field or None, form.value or None
    if kind is DecisionKind.CORRECT and form.words.strip():
        if len(form.about) != 1:
            raise UsageError("correct", "takes one statement or figure")
        field, value = _corrected_words(ledger, form, anchors[0])
    return Act(
        kind=kind, who=who, why=form.why.strip() or _WHY, about=anchors, voices=tuple(form.voices),
        field=field if kind is DecisionKind.CORRECT else None, value=value if kind is DecisionKind.CORRECT else None,
        revokes=form.revokes or None,
    )  # fmt: skip


def split_item(one: str) -> tuple[str, str]:
    """An article's id and an item out of "article#item". Raises UsageError."""
    article, hash_, item = one.rpartition("#")
    if not hash_ or not article or not item:
        raise UsageError(one, "names no statement or figure")
    return article, item


def _anchor(ledger: Ledger, one: str) -> Anchor:
    return ledger.anchor(*split_item(one))


def _corrected_words(ledger: Ledger, form: Given, anchor: Anchor) -> tuple[str, str]:
    """The field and value that put an item on these words, in parts where " … " stands between."""
    article, item = split_item(form.about[0])
    words = form.words
    reading = ledger.reading(article)
    figure = any(f.id == item for f in reading.figures)
    spans: list[Span] = []
    at = int(form.at) if form.at.isdecimal() and len(form.at) < 12 else anchor.spans[0].start
    for part in (p.strip() for p in words.replace("\r\n", "\n").split(BREAK.strip())):
        if part:
            spans.append(_nearest(reading.article.text, part, at, spans[-1].end if spans else 0))
            at = spans[-1].end
    if not spans or (figure and len(spans) > 1):
        raise UsageError(words, "a figure stands in one place" if spans else "no words")
    listed = [[s.start, s.end] for s in spans]
    return ("span", json.dumps(listed[0])) if figure else ("content", json.dumps(listed))


def _nearest(text: str, words: str, at: int, after: int) -> Span:
    """Where these words stand nearest to a place, and not before another. Raises UsageError where they do not."""
    starts: list[int] = []
    found = text.find(words, after)
    while found >= 0 and len(starts) < 1000:
        starts.append(found)
        found = text.find(words, found + 1)
    if not starts:
        raise UsageError(words, "these words do not stand in the text; copy them as they stand there")
    start = min(starts, key=lambda s: abs(s - at))
    return Span(start, start + len(words))
