"""Copies made from real articles by a recipe and a seed that were fixed before the detector was written.

    python bench/copies.py      ($SAYSO_DATA names the data; --count N articles, --seed S)

Each operation makes a copy of an article: `cut` keeps a run of its paragraphs, `reorder` shuffles them, `rehead` puts
another article's opening in place of its own, `reword` exchanges, drops or adds a word in ten, `merge` puts half of it
behind half of another. `furniture` pairs two unrelated articles that end in the same forty words of a page. Reported:
of the copies how many are found, of the pairs found how many are copies, and how many furniture pairs pass for one.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import time
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

from sayso.comparing.comparer import Comparer
from sayso.comparing.memory import MemoryIndex
from sayso.comparing.origins import Carrier, Roots
from sayso.comparing.pieces import pieces_of
from sayso.flow.api import comparing_tools
from sayso.records import Article, MadeBy, Member, Reading, Span
from sayso.records.identity import digest

_FURNITURE = (
    "Sign up for our morning letter and have the news sent to you. By signing up you agree to our terms of use and our "
    "rules on privacy. You can take your name off the list at any time. Copyright Example Media Group. All rights "
    "reserved."
)


def paragraphs(text: str) -> list[str]:
    """An article's paragraphs; of one that has a single one, its sentences by threes."""
    found = [p for p in re.split(r"\n+", text) if p.strip()]
    if len(found) >= 4:
        return found
    sentences = re.split(r"(?<=[.!?])\s+", text)
    return [" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3)]


def cut(rng: random.Random, text: str, _other: str) -> str:
    """A run of paragraphs: 40 to 70 % of them."""
    parts = paragraphs(text)
    size = max(2, round(len(parts) * rng.uniform(0.4, 0.7)))
    at = rng.randrange(max(1, len(parts) - size + 1))
    return "\n\n".join(parts[at : at + size])


def reorder(rng: random.Random, text: str, _other: str) -> str:
    """All paragraphs in another order."""
    parts = paragraphs(text)
    rng.shuffle(parts)
    return "\n\n".join(parts)


def rehead(_rng: random.Random, text: str, other: str) -> str:
    """Another opening: the first fifth replaced by that of another article."""
    parts, theirs = paragraphs(text), paragraphs(other)
    return "\n\n".join([*theirs[: max(1, len(theirs) // 5)], *parts[max(1, len(parts) // 5) :]])


def reword(rng: random.Random, text: str, other: str) -> str:
    """A word in ten dropped, doubled with one of another article, or exchanged for one."""
    theirs, out = other.split(), []
    for word in text.split(" "):
        chance = rng.random()
        if chance < 0.03:
            continue
        out.append(rng.choice(theirs) if chance < 0.08 else word)
        if chance > 0.98:
            out.append(rng.choice(theirs))
    return " ".join(out)


def merge(_rng: random.Random, text: str, other: str) -> str:
    """Half of it behind half of another."""
    parts, theirs = paragraphs(text), paragraphs(other)
    return "\n\n".join([*theirs[: len(theirs) // 2], *parts[len(parts) // 2 :]])


OPERATIONS: dict[str, Callable[[random.Random, str, str], str]] = {
    "cut": cut, "reorder": reorder, "rehead": rehead, "reword": reword, "merge": merge,
}  # fmt: skip


def reading_of(key: str, text: str, url: str, day: str) -> Reading:
    """A Reading that holds nothing but the article."""
    article = Article(id=key, digest=digest(text.encode()), text=text, key=key, url=url, published=day)
    return Reading(article=article, made_by=MadeBy("bench"))


def sources(count: int, rng: random.Random) -> list[str]:
    """Real articles of 150 to 900 words that share no run of eight words with each other."""
    data = Path(os.environ["SAYSO_DATA"])
    texts = [json.loads(line)["text"] for line in (data / "load" / "ukraine.jsonl").open(encoding="utf-8")]
    texts += [json.loads(line)["text"] for line in (data / "incidents" / "articles.jsonl").open(encoding="utf-8")]
    rng.shuffle(texts)
    kept: list[str] = []
    seen: set[tuple[str, ...]] = set()
    for text in texts:
        words = re.findall(r"\w+", text.lower())
        runs = {tuple(words[i : i + 8]) for i in range(len(words) - 7)}
        if 150 <= len(words) <= 900 and not runs & seen:
            kept.append(text)
            seen |= runs
        if len(kept) == count:
            break
    return kept


def counted_twice(index: MemoryIndex, original: str, copy: str) -> bool | None:
    """Whether a sentence that a copy has word for word from the original would count as the copy's own telling; None
    where it has no such sentence."""
    texts = [index.piece(key).article.text for key in (original, copy)]
    for sentence in re.findall(r"[A-Z][^.!?\n]{60,}[.!?]", texts[0]):
        at = texts[1].find(sentence)
        if at >= 0:
            carrier = Carrier(Member(copy, "s1"), (), None, (), (Span(at, at + len(sentence)),))
            (root,) = Roots(index.piece, index.copies, comparing_tools().words).roots_of(carrier)
            return root.name == index.piece(copy).outlet
    return None


def main() -> None:
    """Makes the copies, finds them, prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--seed", type=int, default=20310504)
    given = parser.parse_args()
    rng = random.Random(given.seed)
    texts = sources(given.count, rng)
    readings, wanted, family = [], {}, {}
    for i, text in enumerate(texts):
        readings.append(reading_of(f"a{i}", text, f"https://a{i % 40}.example/{i}", "2031-05-04"))
        family[f"a{i}"] = {i}
    names = list(OPERATIONS)
    for i, text in enumerate(texts[: len(texts) // 2]):
        name, j = names[i % len(names)], len(texts) // 2 + i % (len(texts) // 2)
        key = f"c{i}"
        made = OPERATIONS[name](rng, text, texts[j])
        readings.append(reading_of(key, made, f"https://b{i % 40}.example/{i}", "2031-05-05"))
        wanted[frozenset((f"a{i}", key))] = name
        family[key] = {i, j} if name in ("merge", "rehead") else {i}
        if name == "merge":
            wanted[frozenset((f"a{j}", key))] = name
    page = [reading_of(f"f{i}", f"{t}\n\n{_FURNITURE}", "https://page.example/x", "2031-05-06")
            for i, t in enumerate(sources(given.count + 40, random.Random(given.seed))[given.count :])]  # fmt: skip
    readings += page
    family |= {r.article.key or "": {10_000 + i} for i, r in enumerate(page)}
    began = time.perf_counter()
    index = MemoryIndex()
    pieces = pieces_of(readings, comparing_tools().words.folding)
    index.pieces = {p.key: p for p in pieces}
    Comparer(index, comparing_tools()).update(pieces)
    found = {frozenset((c.from_, c.to)) for p in pieces for c in index.copies(p.key)}
    took = time.perf_counter() - began
    total, hit = Counter(wanted.values()), Counter(n for pair, n in wanted.items() if pair in found)
    for name in names:
        print(f"{name:10s} {hit[name]:4d} / {total[name]:4d}  {100 * hit[name] / max(1, total[name]):5.1f} %")
    right = sum(bool(set.intersection(*(family[k] for k in pair))) for pair in found)
    furniture = {frozenset(p) for p in combinations((r.article.key or "" for r in page), 2)}
    print(f"recall     {sum(hit.values()):4d} / {len(wanted):4d}  {100 * sum(hit.values()) / len(wanted):5.1f} %")
    print(f"precision  {right:4d} / {len(found):4d}  {100 * right / max(1, len(found)):5.1f} %")
    print(f"furniture  {len(found & furniture):4d} / {len(furniture):4d} pairs taken for copies")
    twice = [counted_twice(index, *sorted(pair)) for pair in wanted]
    told = [one for one in twice if one is not None]
    print(f"counted as origins {sum(told):d} / {len(told):d}  {100 * sum(told) / max(1, len(told)):5.1f} %")
    print(f"{len(readings)} articles in {took:.1f} s")


if __name__ == "__main__":
    main()
