"""Writes docs/quality.md: what the scorers print, with the commands. Needs $SAYSO_DATA; run by `make quality`.

The scorer lies beside the data (`../tools/score.py` from there, or $SAYSO_SCORER).
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = {
    "Attribution (PolNeAR dev)": "attribution attribution/polnear/dev",
    "Reports on one battle": "seeds seeds gold",
    "Reports on one battle, compared": "across seeds gold/across.json",
    "Times: TimeBank": "time time/timebank",
    "Times: AQUAINT": "time time/aquaint",
    "Times: WikiWars": "time time/wikiwars",
    "Places: Local-Global Lexicon": "places places/lgl.xml",
    "Places: TR-News": "places places/TR-News.xml",
    "Places: GeoVirus": "places places/GeoVirus.xml",
    "Quantities (NewsQuant, visible half)": "quantities quantities/newsquant-visible.json",
    "Killed and injured (incident reports)": "incidents incidents/articles.jsonl incidents/incidents.jsonl",
}
HEAD = """# Quality

What the scorers print, with the commands. This page is written by `make quality`; it is never edited.
`$SAYSO_DATA` is the folder of the data for measuring, `$SCORER` the scorers' program; neither is part of this project.
"""


def main() -> None:
    """Runs every scorer and writes the page."""
    data = Path(os.environ["SAYSO_DATA"])
    scorer = os.environ.get("SAYSO_SCORER") or str(data.parent / "tools" / "score.py")
    parts = [HEAD]
    for title, run in RUNS.items():
        task, *files = run.split()
        command = [sys.executable, scorer, task, *(str(data / f) for f in files)]
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
        shown = " ".join(["$SCORER", task, *(f"$SAYSO_DATA/{f}" for f in files)])
        parts.append(f"## {title}\n\n```\n$ {shown}\n{done.stdout.rstrip()}\n```\n")
        print(title, done.stdout, sep="\n", flush=True)
    parts += [_own("Our own example reports", "tests.gate"), _own("Our own pairs, compared", "tests.gate.pairs")]
    (ROOT / "docs" / "quality.md").write_text("\n".join(parts), encoding="utf-8")


def _own(title: str, module: str) -> str:
    done = subprocess.run([sys.executable, "-m", module], capture_output=True, text=True, cwd=ROOT, check=True)
    return f"## {title}\n\n```\n$ python -m {module}\n{done.stdout.rstrip()}\n```\n"


if __name__ == "__main__":
    main()
