"""Drafts with voices named, for tests of voices and chains: the real packs and the roster that comes with sayso."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from sayso.packs.roster import Roster, load_roster
from sayso.reading.draft import Draft
from sayso.reading.voices import name_voices
from sayso.records import Statement


@cache
def roster() -> Roster:
    """The roster that comes with sayso."""
    return load_roster()


def voiced(draft: Draft, *statements: Statement, known: Roster | None = None) -> Draft:
    """The draft with these statements and their voices."""
    draft.parts = replace(draft.parts, roster=known or roster())
    draft.statements = statements
    name_voices(draft)
    return draft
