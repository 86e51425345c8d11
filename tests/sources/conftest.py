"""The rules of a page, made once."""

from __future__ import annotations

import pytest

from sayso.packs.furniture import load_furniture
from sayso.sources import PageRules, page_rules


@pytest.fixture(scope="session")
def rules() -> PageRules:
    """The rules of the packs that come with sayso."""
    return page_rules(load_furniture())
