"""The comparison's rows: what comparing derives from all current Readings and the decisions in force.

Thrown away and made again at any time. They point to articles as they are kept, and to statements and figures by their
ids in the current Reading; `story_rows` and `claim_rows` carry counts so that lists need not be counted again. Copies,
origins and relations hold their reasons in words. `comparisons` has one row: of which state of the ledger they are.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, Table, Text

from sayso.ledger.tables import TABLES

# `state` is a digest over Readings, decisions in force, packs and program.
comparisons = Table(
    "comparisons",
    TABLES,
    Column("n", Integer, primary_key=True),
    Column("state", Text, nullable=False),
    Column("at", Text, nullable=False),
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

# In the order in which they can be emptied.
COMPARED = (
    relation_rows, origin_rows, claim_voices, claim_members, claim_rows, story_articles, story_rows, copy_rows,
    comparisons,
)  # fmt: skip
