"""What a timeline is drawn from."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.desk.charts.stretches import stretch_of, stretch_words


@dataclass(frozen=True, slots=True)
class Event:
    """Something said to have happened. `time` is when (EDTF), `published` when the article was (EDTF), `article` which
    one, so that an article's publication is counted once."""

    label: str
    time: str | None = None
    published: str | None = None
    side: str | None = None
    voice: str = ""
    outlet: str = ""
    article: str = ""
    href: str | None = None
    article_href: str | None = None


def told(event: Event) -> str:
    """An event as a sentence."""
    stretch, out = stretch_of(event.time), stretch_of(event.published)
    parts = [stretch_words(stretch) if stretch else "", event.voice, event.label]
    parts.append(f"published {stretch_words(out)}" if out else "")
    return " · ".join(part for part in (*parts, event.outlet) if part)
