"""The packs once for all tests of comparing."""

from __future__ import annotations

import pytest

from sayso.comparing import Tools
from sayso.packs.comparing import ComparingPack, load_comparing
from sayso.packs.figures import load_figure_pack


@pytest.fixture(scope="session")
def words() -> ComparingPack:
    return load_comparing()


@pytest.fixture(scope="session")
def tools(words: ComparingPack) -> Tools:
    return Tools(words, load_figure_pack())
