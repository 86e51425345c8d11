"""HTML pages from templates, everything in them escaped; no script, no address outside, so that they open from disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from sayso.exports.brief import Brief
from sayso.exports.brief_markdown import headline, others, said_when, where
from sayso.exports.story_brief import StoryBrief
from sayso.exports.story_lines import headline as story_headline
from sayso.exports.story_lines import sections


def brief_page(brief: Brief) -> str:
    """A brief as one HTML page."""
    return render(environment(), "brief.html", brief=brief, headline=headline(brief), link=lambda _: None)


def story_page(brief: StoryBrief) -> str:
    """A story's brief as one HTML page."""
    given = {"brief": brief, "headline": story_headline(brief), "sections": list(sections(brief))}
    return render(environment(), "story_brief.html", **given)


def environment() -> Environment:
    """The templates, ready to fill in."""
    made = Environment(
        loader=PackageLoader("sayso.exports"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    made.filters |= {"where": where, "others": others, "said_when": said_when}
    made.filters["flat"] = lambda words: " ".join(str(words).split())
    return made


def render(made: Environment, template: str, **given: Any) -> str:
    """A template filled in; lone surrogates, which no page can hold, shown as U+FFFD."""
    return made.get_template(template).render(**given).encode("utf-8", "replace").decode()


def write_page(path: Path, page: str) -> None:
    """A page into a file."""
    path.write_text(page, encoding="utf-8", newline="\n")
