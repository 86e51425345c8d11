"""The derived rows: what the current Reading of each article says, as tables to ask and to look into.

All of them can be made again from what is kept (`sayso check --repair`). Spans are code points of the article's text;
lists and records within a row are JSON. `day` is what rows are ordered and limited by: the day of the saying where the
article tells it, else that of publication; the empty string where neither is known.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from sayso.ledger.tables import TABLES


def _article() -> Column[int]:
    return Column("article", Integer, ForeignKey("article_rows.n"), nullable=False)


outlet_rows = Table(
    "outlet_rows",
    TABLES,
    Column("n", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("folded", Text, nullable=False),
)

article_rows = Table(
    "article_rows",
    TABLES,
    Column("n", Integer, ForeignKey("articles.n"), primary_key=True),
    Column("reading", Integer, ForeignKey("readings.n"), nullable=False, unique=True),
    Column("text", Integer, ForeignKey("texts.n"), nullable=False),
    Column("outlet", Integer, ForeignKey("outlet_rows.n")),
    Column("key", Text),
    Column("title", Text),
    Column("published", Text),
    Column("published_from", Text),
    Column("updated", Text),
    Column("captured", Text),
    Column("version_of", Text),
    Column("language", Text),
    Column("authors", Text, nullable=False),
    Column("credits", Text, nullable=False),
    Column("day", Text, nullable=False),
    Index("article_rows_day", "day"),
    Index("article_rows_outlet", "outlet", "day"),
    Index("article_rows_key", "key"),
    Index("article_rows_text", "text"),
)

statement_rows = Table(
    "statement_rows",
    TABLES,
    Column("n", Integer, primary_key=True),
    _article(),
    Column("id", Text, nullable=False),
    Column("source_start", Integer),
    Column("source_end", Integer),
    Column("cue_start", Integer),
    Column("cue_end", Integer),
    Column("content", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("within", Text),
    Column("chain", Text, nullable=False),
    Column("medium", Text),
    Column("said_on", Text),
    Column("act", Text),
    Column("hedges", Text, nullable=False),
    Column("hedged", Boolean(create_constraint=False), nullable=False),
    Column("certainty", Text),
    Column("polarity", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("verification", Text),
    Column("headline", Boolean(create_constraint=False), nullable=False),
    Column("rejected", Boolean(create_constraint=False), nullable=False),
    Column("outlet", Integer),
    Column("day", Text, nullable=False),
    UniqueConstraint("article", "id"),
    Index("statement_rows_day", "day"),
    Index("statement_rows_act", "act", "day"),
    Index("statement_rows_certainty", "certainty", "day"),
    Index("statement_rows_hedged", "hedged", "day"),
    Index("statement_rows_outlet", "outlet", "day"),
)

# A voice as articles name it; one identity may have several rows, by role, body and side.
voice_rows = Table(
    "voice_rows",
    TABLES,
    Column("n", Integer, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("role", Text),
    Column("body", Text),
    Column("side", Text),
    Column("kind", Text),
    Column("aliases", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Index("voice_rows_id", "id"),
)

statement_voices = Table(
    "statement_voices",
    TABLES,
    Column("statement", Integer, ForeignKey("statement_rows.n"), primary_key=True),
    Column("rank", Integer, primary_key=True),
    Column("voice", Integer, ForeignKey("voice_rows.n"), nullable=False),
    Column("side", Text),
    Column("day", Text, nullable=False),
    Index("statement_voices_voice", "voice", "day", "statement"),
    Index("statement_voices_side", "side", "day", "statement"),
    sqlite_with_rowid=False,
)

figure_rows = Table(
    "figure_rows",
    TABLES,
    Column("n", Integer, primary_key=True),
    _article(),
    Column("statement", Integer, ForeignKey("statement_rows.n")),
    Column("id", Text, nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("low", Float),
    Column("high", Float),
    Column("exclusive", Boolean(create_constraint=False), nullable=False),
    Column("approximate", Boolean(create_constraint=False), nullable=False),
    Column("vague", Boolean(create_constraint=False), nullable=False),
    Column("unit", Text),
    Column("measure", Text),
    Column("of", Text, nullable=False),
    Column("who", Text),
    Column("agent", Text),
    Column("cause", Text),
    Column("by", Text, nullable=False),
    Column("period", Text),
    Column("as_of", Text),
    Column("place", Text),
    Column("cumulative", Boolean(create_constraint=False)),
    Column("polarity", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("part_of", Text, nullable=False),
    Column("same_as", Text),
    Column("rejected", Boolean(create_constraint=False), nullable=False),
    Column("outlet", Integer),
    Column("day", Text, nullable=False),
    UniqueConstraint("article", "id"),
    Index("figure_rows_day", "day"),
    Index("figure_rows_measure", "measure", "day"),
    Index("figure_rows_statement", "statement"),
    Index("figure_rows_outlet", "outlet", "day"),
)

time_rows = Table(
    "time_rows",
    TABLES,
    Column("n", Integer, primary_key=True),
    _article(),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("value", Text),
    Column("edtf", Text),
    Column("chosen", Boolean(create_constraint=False), nullable=False),
    Index("time_rows_article", "article"),
)

# A place as a gazetteer knows it, once for all its mentions.
spots = Table(
    "spots",
    TABLES,
    Column("n", Integer, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("gazetteer", Text),
    Column("id", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("precision", Text, nullable=False),
    Column("radius_km", Float),
    Index("spots_folded", "folded"),
    Index("spots_lat", "lat", "lon"),
)

place_rows = Table(
    "place_rows",
    TABLES,
    Column("n", Integer, primary_key=True),
    _article(),
    Column("spot", Integer, ForeignKey("spots.n"), nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("use", Text, nullable=False),
    Column("day", Text, nullable=False),
    Index("place_rows_article", "article"),
    Index("place_rows_spot", "spot", "day"),
)

# Which spots a statement's content names literally.
statement_spots = Table(
    "statement_spots",
    TABLES,
    Column("spot", Integer, ForeignKey("spots.n"), primary_key=True),
    Column("day", Text, primary_key=True),
    Column("statement", Integer, ForeignKey("statement_rows.n"), primary_key=True),
    Index("statement_spots_statement", "statement"),
    sqlite_with_rowid=False,
)

# Where a decision's anchors hang in the current Readings: `how` is exact, moved or unattached, the last with a reason;
# article 0 where no article here has the text. `applied` says whether the rows were derived with the decision in force.
attachments = Table(
    "attachments",
    TABLES,
    Column("anchor", Integer, ForeignKey("anchors.n"), primary_key=True),
    Column("article", Integer, primary_key=True),
    Column("how", Text, nullable=False),
    Column("item", Text),
    Column("reason", Text),
    Column("applied", Boolean(create_constraint=False), nullable=False),
    Index("attachments_article", "article"),
)

DERIVED = (
    outlet_rows, article_rows, statement_rows, voice_rows, statement_voices, figure_rows, time_rows, spots, place_rows,
    statement_spots, attachments,
)  # fmt: skip
# What an article's rows are made of, those that point to others first.
OF_ARTICLE = (time_rows, place_rows, figure_rows, statement_rows)
