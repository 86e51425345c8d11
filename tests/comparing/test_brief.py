"""A story's brief: by side, most carried first, each line with the spans that it stands on."""

from __future__ import annotations

import pytest

from sayso.comparing import Tools, compare
from sayso.comparing.brief import story_brief
from tests.comparing.making import one_statement, voice

WORDS = "the tunnel under the harbour of Olmino would be closed for the winter"


def test_the_brief_of_a_story(tools: Tools) -> None:
    roe, sorn = voice("Ana Roe", "Merenia"), voice("Ilya Sorn", "Kordania")
    readings = [one_statement("a", WORDS, roe), one_statement("b", WORDS, roe), one_statement("c", WORDS, sorn)]
    found = compare(readings, tools)
    (story,) = found.stories
    brief = story_brief(found, readings, story.id)
    assert list(brief.sides) == ["Kordania", "Merenia"]
    (line,) = brief.sides["Merenia"]
    assert line.independence == "one origin"
    texts = {r.article.key: r.article.text for r in readings}
    assert [s.of(texts[c.member.key]) for c in line.carried for s in c.spans] == [WORDS, WORDS]
    assert [r.kind.value for r in brief.alarms] == ["voice changed"]
    with pytest.raises(KeyError):
        story_brief(found, readings, "no such story")
