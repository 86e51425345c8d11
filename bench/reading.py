"""Articles a second on one core: the whole reading beside the bare encoder, on the same articles in one run.

    python bench/reading.py FOLDER-OR-JSONL [--limit 200] [--longest 10000000]

Prints the rates and their ratio, what each step of the plan takes, the time to the first reading in a fresh process,
peak memory, and the time for texts of 10 kB to 10 MB. Times are CPU time of this process.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections import Counter

from sayso.errors import InputError
from sayso.flow.long import Collected, pieces_of
from sayso.flow.reader import Reader
from sayso.reading.draft import Draft
from sayso.reading.plan import READING
from sayso.records import Article
from sayso.sources import Given, article_from_text, read_inputs

ATTRIBUTION = frozenset(("find_sentences", "find_quotations", "analyse", "build_statements"))


def main() -> None:
    """Runs all parts and prints them."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("articles")
    arguments.add_argument("--limit", type=int, default=200)
    arguments.add_argument("--longest", type=int, default=10_000_000, help="characters of the longest text")
    given = arguments.parse_args()
    reader = Reader()
    articles = [a for a in read_inputs([given.articles], reader.rules) if not isinstance(a, InputError)][: given.limit]
    reader.read(articles[0])
    against_encoder(reader, articles)
    print(f"peak memory {peak_memory():.0f} MB")
    start_up()
    by_length(reader, articles, given.longest)


def against_encoder(reader: Reader, articles: list[Article]) -> None:
    """The whole reading, step by step, beside the encoder alone; article by article, so that drift hits both alike."""
    spent: Counter[str] = Counter()
    words = 0
    for article in articles:
        draft = Draft(article, reader.parts)
        words += len(article.text.split())
        run_steps(draft, spent)
        began = time.process_time()
        reader.parts.model.encode(article.text, [p.span for p in draft.paragraphs])
        spent["encoder"] += time.process_time() - began  # type: ignore[assignment]
    bare = spent.pop("encoder")
    whole = sum(spent.values())
    print(f"articles {len(articles)}, words {words}")
    print(f"bare encoder   {len(articles) / bare:7.1f} articles/s  {words / bare:8.0f} words/s")
    print(f"whole reading  {len(articles) / whole:7.1f} articles/s  {words / whole:8.0f} words/s")
    print(f"the whole reading keeps {100 * bare / whole:.0f} % of the bare encoder's speed")
    first = sum(seconds for name, seconds in spent.items() if name in ATTRIBUTION)
    print(f"the steps that attribute ({', '.join(sorted(ATTRIBUTION))}) keep {100 * bare / first:.0f} %")
    for name, seconds in spent.most_common():
        print(f"  {name:24s} {1000 * seconds / len(articles):7.2f} ms an article")


def start_up() -> None:
    """From the start of a process to its first reading."""
    program = "import sayso; sayso.read_article('Ana Roe said the bridge was closed.')"
    times: list[tuple[float, float]] = []
    for _ in range(3):
        began, before = time.perf_counter(), _of_children()
        subprocess.run([sys.executable, "-c", program], check=True)
        times.append((_of_children() - before, time.perf_counter() - began))
    cpu, wall = min(times)
    print(f"start to first reading {cpu:.2f} s of CPU time, {wall:.2f} s by the clock (best of 3)")


def _of_children() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def by_length(reader: Reader, articles: list[Article], longest: int) -> None:
    """CPU seconds a megabyte for ever longer texts, the articles' own repeated, and the steps that take most."""
    body = "\n\n".join(a.text for a in articles)
    size = 10_000
    while size <= longest:
        text = (body * (size // len(body) + 1))[:size]
        began = time.process_time()
        article = article_from_text(text, reader.rules, Given(language="en"))
        spent: Counter[str] = Counter({"article_from_text": time.process_time() - began})  # type: ignore[dict-item]
        found = Collected()
        for at, piece in pieces_of(article):
            draft = Draft(piece, reader.parts)
            run_steps(draft, spent)
            found.add(draft, at)
        shown = ", ".join(f"{name} {1e6 * seconds / size:.2f}" for name, seconds in spent.most_common(4))
        print(f"{size:>10,d} characters  {1e6 * sum(spent.values()) / size:6.2f} s a megabyte ({shown})", flush=True)
        size *= 10
    print(f"peak memory {peak_memory():.0f} MB")


def run_steps(draft: Draft, spent: Counter[str]) -> None:
    """Runs the plan, adding what each step takes."""
    for step in READING:
        began = time.process_time()
        step.run(draft)
        spent[step.name] += time.process_time() - began  # type: ignore[assignment]


def peak_memory() -> float:
    """Megabytes that this process had at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
