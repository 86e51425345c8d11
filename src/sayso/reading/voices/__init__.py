"""Voices: who speaks in each statement, as an identity. The step of the plan is `name_voices`.

An article is read twice: first every name with its titles and appositions (the cast), then, in the order of the text,
every mention and every source, so that a pronoun or "the ministry" finds what stood before it (the scene). Nothing is
learned across articles.
"""

from __future__ import annotations

from sayso.reading.voices.step import name_voices

__all__ = ["name_voices"]
