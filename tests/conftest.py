"""Fixtures and the strategies for hypothesis that several test files share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from sayso.flow.reader import Reader

settings.register_profile(
    "sayso", deadline=None, max_examples=60, derandomize=True, suppress_health_check=list(HealthCheck)
)
settings.load_profile("sayso")

ROOT = Path(__file__).parent.parent

# News as a crawler may store it: any characters, with those that steps look for more often than by chance.
any_text = st.lists(
    st.one_of(
        st.text(max_size=30),
        st.sampled_from(
            [
                " ",
                "\n",
                "\n\n",
                "“",
                "”",
                '"',
                "'",
                "’",
                "said",
                " Kyiv ",
                "Mr. Roe",
                "at least 12",
                "1,200",
                "on Monday",
                "the ministry",
                "—",
                ":",
                "(",
                ")",
                "\u202e",
                "\x00",
                "\ud800",
                "🙂",
                "ни",
                "km",
                "%",
                "2031-05-04",
                "killed",
            ]
        ),
    ),
    max_size=40,
).map("".join)


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The real reader, with the parts that come with sayso."""
    from sayso.flow.reader import Reader

    return Reader()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder in $SAYSO_DATA; the test skips where it is not set."""
    folder = os.environ.get("SAYSO_DATA")
    if not folder:
        pytest.skip("SAYSO_DATA is not set: the data for measuring are not here")
    return Path(folder)
