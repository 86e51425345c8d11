"""What is kept: captured bytes, texts, articles, Readings, decisions, tombstones. Append-only, guarded by triggers.

`n` orders rows by their coming and is what other rows point to; `at` is what the clock said, which nothing depends on.
The derived rows are in rows.py. The tables are made by migrations/; a test holds the two together.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint

TABLES = MetaData()

# A text by its digest. Where it has lone surrogates, which no UTF-8 can hold, `text` has U+FFFD in their place (so that
# offsets stay) and `exact` the bytes.
texts = Table(
    "texts",
    TABLES,
    Column("n", Integer, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("exact", LargeBinary),
)

# Captured bytes by their digest. `form` is "text" where they are the text in `encoding`, "bytes" where they are kept
# (zlib), "unseen" where only the digest is known.
captures = Table(
    "captures",
    TABLES,
    Column("digest", Text, primary_key=True),
    Column("form", Text, nullable=False),
    Column("text_digest", Text, ForeignKey("texts.digest")),
    Column("encoding", Text),
    Column("bytes", LargeBinary),
)

articles = Table(
    "articles",
    TABLES,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("digest", Text, ForeignKey("captures.digest"), nullable=False),
    Column("url", Text),
    Column("outlet", Text),
    Column("at", Text, nullable=False),
    Index("articles_digest", "digest"),
)

# Under which names and paths an article was met; the empty string where there is none.
sightings = Table(
    "sightings",
    TABLES,
    Column("n", Integer, primary_key=True),
    Column("article", Integer, ForeignKey("articles.n"), nullable=False),
    Column("key", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("captured", Text),
    Column("at", Text, nullable=False),
    UniqueConstraint("article", "key", "path"),
    Index("sightings_key", "key"),
)

# The parts that make Readings; `digest` is over all of them.
parts = Table(
    "parts",
    TABLES,
    Column("n", Integer, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("sayso", Text, nullable=False),
    Column("model", Text),
    Column("packs", Text, nullable=False),
    Column("roster", Text),
    Column("gazetteer", Text),
)

# A Reading: `body` is its JSON without the text (zlib), `digest` that of the JSON; `record` is the digest of the
# article as it was when read, without where it was met.
readings = Table(
    "readings",
    TABLES,
    Column("n", Integer, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("article", Integer, ForeignKey("articles.n"), nullable=False),
    Column("text", Integer, ForeignKey("texts.n"), nullable=False),
    Column("parts", Integer, ForeignKey("parts.n"), nullable=False),
    Column("record", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("at", Text, nullable=False),
    UniqueConstraint("article", "digest"),
    Index("readings_text", "text"),
)

# Which Reading became an article's current one, in order; the last turn holds.
turns = Table(
    "turns",
    TABLES,
    Column("n", Integer, primary_key=True),
    Column("article", Integer, ForeignKey("articles.n"), nullable=False),
    Column("reading", Integer, ForeignKey("readings.n"), nullable=False),
    Column("at", Text, nullable=False),
    Index("turns_article", "article", "n"),
    Index("turns_reading", "reading"),
)

decisions = Table(
    "decisions",
    TABLES,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("when", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("voices", Text, nullable=False),
    Column("field", Text),
    Column("value", Text),
    Column("until", Text),
    Column("revokes", Text, ForeignKey("decisions.id")),
)

anchors = Table(
    "anchors",
    TABLES,
    Column("n", Integer, primary_key=True),
    Column("decision", Integer, ForeignKey("decisions.n"), nullable=False),
    Column("rank", Integer, nullable=False),
    Column("text_digest", Text, nullable=False),
    Column("spans", Text, nullable=False),
    Column("quotation", Text, nullable=False),
    UniqueConstraint("decision", "rank"),
    Index("anchors_text", "text_digest"),
)

# An article forgotten: its id and digests stay, so that it does not come back unseen; its words are gone.
tombstones = Table(
    "tombstones",
    TABLES,
    Column("n", Integer, primary_key=True),
    Column("article", Text, nullable=False, unique=True),
    Column("digest", Text, nullable=False),
    Column("texts", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("at", Text, nullable=False),
)

KEPT = (texts, captures, articles, sightings, parts, readings, turns, decisions, anchors, tombstones)
