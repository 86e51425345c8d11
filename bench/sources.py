"""How fast texts become articles: seconds by length, from 10 kB to 10 MB, for texts of several shapes; per article too.

    python bench/sources.py

Time grows with length alone where the last column stays level.
"""

from __future__ import annotations

import sys
import time

from sayso.packs.furniture import load_furniture
from sayso.sources import PageRules, article_from_text, page_rules

REPORT = (
    "Kordania's defence ministry said on Monday that its units had taken the village of Olmino, and that the other "
    "side had lost 310 men in a day. “Not one settlement has been lost,” its spokesman told reporters.\n\n"
    "Merenian sappers clear a road near Luvnya, on Feb. 27, 2031.\nPetro Vanchuk/Continental Press\n\n"
    "Read more: Who is Ihor Lastivsky?\n\n(Continental Press)\n\nShare this:  Tweet  Print\n\n"
)
SHAPES = {
    "reports": REPORT,
    "one line": REPORT.replace("\n", " "),
    "no blanks": "kordania",
    "short lines": "By A and B\n",
    "dates": "March 4, 2031 | 5 March 2031 | Updated: ",
    "slashes": "A / B / C / D (",
    "brackets": "((( [[[ “““ ",
}


def main() -> None:
    """Prints the table."""
    started = time.perf_counter()
    rules = page_rules(load_furniture())
    print(f"rules made in {time.perf_counter() - started:.3f} s")
    print(f"{'shape':12} {'characters':>10} {'seconds':>9} {'s per MB':>9}")
    for name, piece in SHAPES.items():
        for size in (10_000, 100_000, 1_000_000, 10_000_000):
            seconds = _seconds((piece * (size // len(piece) + 1))[:size], rules)
            print(f"{name:12} {size:10} {seconds:9.3f} {seconds / size * 1e6:9.3f}")
    article = REPORT * 6
    runs = 200
    spent = sum(_seconds(article, rules) for _ in range(runs))
    print(f"one article of {len(article.split())} words: {spent / runs * 1000:.2f} ms")


def _seconds(text: str, rules: PageRules) -> float:
    started = time.process_time()
    article_from_text(text, rules)
    return time.process_time() - started


if __name__ == "__main__":
    sys.exit(main())
