"""docs/cli.md says what the commands say of themselves."""

from __future__ import annotations

from tests.conftest import ROOT
from tests.docs.cli_page import page


def test_the_page_is_the_commands() -> None:
    """Make it again with: python -m tests.docs.cli_page > docs/cli.md"""
    assert (ROOT / "docs" / "cli.md").read_text("utf-8") == page()
