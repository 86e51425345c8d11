"""Pictures of every page, wide, narrow and dark, to look at:  python -m tests.desk.screenshots [FOLDER]"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from sayso.flow.ledger import Ledger
from sayso.settings import Settings
from tests.conftest import ROOT
from tests.desk.browser import CHROMIUM, chromium, served
from tests.desk.test_browser import addresses, context_of


def main() -> None:
    """Takes the pictures, and prints where they lie."""
    if CHROMIUM is None:
        sys.exit("Chromium is not installed (apt-get install chromium)")
    out = Path(sys.argv[1] if len(sys.argv) > 1 else "build/screenshots")
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "examples.db"
        with Ledger(ledger, Settings(roster=ROOT / "docs/roster-example.toml")) as opened:
            opened.read(ROOT / "examples")
        with served(ledger) as desk, chromium() as browser:
            for name, wide, dark in (("wide", True, False), ("narrow", False, False), ("dark", True, True)):
                page = context_of(browser, wide=wide, dark=dark).new_page()
                for at, address in enumerate(addresses(page, desk)):
                    page.goto(desk + address)
                    words = re.sub(r"\W+", "-", address.split("?")[0]).strip("-")[:40]
                    page.screenshot(path=out / f"{at:02}-{words}-{name}.png", full_page=True)
                page.context.close()
    print(f"{len(list(out.glob('*.png')))} pictures in {out}")


if __name__ == "__main__":
    main()
