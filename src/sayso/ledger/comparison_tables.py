"""The comparison's rows: what comparing derives from all current Readings and the decisions in force.

Thrown away and made again at any time. They point to articles as they are kept, and to statements and figures by their
ids in the current Reading; `story_rows` and `claim_rows` carry counts so that lists need not be counted again. Copies,
origins and relations hold their reasons in words. `comparisons` has one row: of which state of the ledger they are.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, Table, Text

from sayso.ledger.tables import TABLES

# `state` is a digest over Readings, decisions in force, packs and program; `parts` names the packs and program, and
# `decisions` has the ids of those that it holds to, `joined` the claims that analysts joined to others.
comparisons = Table(
    "comparisons",
    TABLES,
    Column("n", Integer, primary_key=True),
    Column("state", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("parts", Text, nullable=False),
    Column("decisions", Text, nullable=False),
    Column("joined", Text, nullable=False),
)

# `article` is the earliest; `origins` counts the roots behind all its claims.
story_rows = Table(
    "story_rows",
    TABLES,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("article", Integer, ForeignKey("articles.n"), nullable=False),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("voices", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("conflicts", Integer, nullable=False),
    Index("story_rows_last", "last", "n"),
)

story_articles = Table(
    "story_articles",
    TABLES,
    Column("article", Integer, ForeignKey("articles.n"), primary_key=True),
    Column("story", Integer, ForeignKey("story_rows.n"), nullable=False),
    Column("day", Text, nullable=False),
    Index("story_articles_story", "story", "day", "article"),
)

# `side` is the one whose voices make the claim, "" for third parties, outlets and claims of several sides; `weight`
# what lists are ordered by: conflicts first, then how many articles carry it.
claim_rows = Table(
    "claim_rows",
    TABLES,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("story", Integer, ForeignKey("story_rows.n")),
    Column("predicate", Text),
    Column("agent", Text),
    Column("target", Text),
    Column("place", Text),
    Column("time", Text),
    Column("polarity", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("low", Integer, nullable=False),
    Column("high", Integer, nullable=False),
    Column("side", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("conflicts", Integer, nullable=False),
    Column("weight", Integer, nullable=False),
    Index("claim_rows_story", "story", "weight", "n"),
    Index("claim_rows_day", "day", "n"),
)

claim_members = Table(
    "claim_members",
    TABLES,
    Column("claim", Integer, ForeignKey("claim_rows.n"), primary_key=True),
    Column("rank", Integer, primary_key=True),
    Column("article", Integer, ForeignKey("articles.n"), nullable=False),
    Column("item", Text, nullable=False),
    Index("claim_members_item", "article", "item"),
    sqlite_with_rowid=False,
)

# Which voices, by id, put a claim forward.
claim_voices = Table(
    "claim_voices",
    TABLES,
    Column("claim", Integer, ForeignKey("claim_rows.n"), primary_key=True),
    Column("voice", Text, primary_key=True),
    Column("side", Text),
    Index("claim_voices_voice", "voice", "claim"),
    sqlite_with_rowid=False,
)

origin_rows = Table(
    "origin_rows",
    TABLES,
    Column("n", Integer, primary_key=True),
    Column("claim", Integer, ForeignKey("claim_rows.n"), nullable=False),
    Column("root", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("members", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Index("origin_rows_claim", "claim"),
)

relation_rows = Table(
    "relation_rows",
    TABLES,
    Column("n", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("a", Integer, ForeignKey("claim_rows.n"), nullable=False),
    Column("b", Integer, ForeignKey("claim_rows.n"), nullable=False),
    Column("score", Float, nullable=False),
    Column("compared", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Index("relation_rows_a", "a"),
    Index("relation_rows_b", "b"),
)

# `giver` has the words first, `taker` has them from it.
copy_rows = Table(
    "copy_rows",
    TABLES,
    Column("n", Integer, primary_key=True),
    Column("giver", Integer, ForeignKey("articles.n"), nullable=False),
    Column("taker", Integer, ForeignKey("articles.n"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("passages", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Index("copy_rows_giver", "giver"),
    Index("copy_rows_taker", "taker"),
)

# What the index knows of an article (comparing/facts.py), from which Reading; numbers packed as bytes. `came` is the
# day that it came with, `day` the one that it has; days are counted from year 1.
seen_rows = Table(
    "seen_rows",
    TABLES,
    Column("article", Integer, ForeignKey("articles.n"), primary_key=True),
    Column("reading", Integer, nullable=False),
    Column("came", Integer, nullable=False),
    Column("day", Integer),
    Column("tie", Integer, nullable=False),
    Column("host", Text, nullable=False),
    Column("facts", LargeBinary, nullable=False),
)

# Posting lists: which articles have a fingerprint, a leading word, a key (comparing/index.py), in the articles' order.
posting_rows = Table(
    "posting_rows",
    TABLES,
    Column("posting", Integer, primary_key=True),
    Column("hash", Integer, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("tie", Integer, primary_key=True),
    Column("article", Integer, ForeignKey("articles.n"), primary_key=True),
    sqlite_with_rowid=False,
)

# Fingerprints that belong to an outlet's pages.
page_rows = Table(
    "page_rows",
    TABLES,
    Column("host", Text, primary_key=True),
    Column("hash", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

# In which story an article is, by the story's first article; in order.
placed_rows = Table(
    "placed_rows",
    TABLES,
    Column("article", Integer, ForeignKey("articles.n"), primary_key=True),
    Column("root", Integer, ForeignKey("articles.n"), nullable=False),
    Column("day", Integer, nullable=False),
    Column("tie", Integer, nullable=False),
    Index("placed_rows_root", "root", "day", "tie"),
)

like_rows = Table(
    "like_rows",
    TABLES,
    Column("later", Integer, ForeignKey("articles.n"), primary_key=True),
    Column("earlier", Integer, ForeignKey("articles.n"), primary_key=True),
    Column("likeness", Float, nullable=False),
    Index("like_rows_earlier", "earlier"),
    sqlite_with_rowid=False,
)

# What comparing an article with those before it gave (comparing/index.py, Part) as JSON; whom it met; to which claims
# it brings something, by their ids; which relations it stands in.
part_rows = Table(
    "part_rows",
    TABLES,
    Column("article", Integer, ForeignKey("articles.n"), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

near_rows = Table(
    "near_rows",
    TABLES,
    Column("later", Integer, ForeignKey("articles.n"), primary_key=True),
    Column("earlier", Integer, ForeignKey("articles.n"), primary_key=True),
    Index("near_rows_earlier", "earlier"),
    sqlite_with_rowid=False,
)

share_rows = Table(
    "share_rows",
    TABLES,
    Column("claim", Text, primary_key=True),
    Column("article", Integer, ForeignKey("articles.n"), primary_key=True),
    Index("share_rows_article", "article"),
    sqlite_with_rowid=False,
)

bond_rows = Table(
    "bond_rows",
    TABLES,
    Column("claim", Text, primary_key=True),
    Column("article", Integer, ForeignKey("articles.n"), primary_key=True),
    Index("bond_rows_article", "article"),
    sqlite_with_rowid=False,
)

# In the order in which they can be emptied.
INDEXED = (
    bond_rows, share_rows, near_rows, part_rows, like_rows, placed_rows, page_rows, posting_rows, seen_rows,
)  # fmt: skip
COMPARED = (
    *INDEXED, relation_rows, origin_rows, claim_voices, claim_members, claim_rows, story_articles, story_rows,
    copy_rows, comparisons,
)  # fmt: skip
