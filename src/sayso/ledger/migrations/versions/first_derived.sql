-- What is derived (rows.py).

CREATE TABLE outlet_rows (
    n INTEGER NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (n),
    UNIQUE (name)
);

CREATE TABLE article_rows (
    n INTEGER NOT NULL,
    reading INTEGER NOT NULL,
    text INTEGER NOT NULL,
    outlet INTEGER,
    "key" TEXT,
    title TEXT,
    published TEXT,
    published_from TEXT,
    updated TEXT,
    captured TEXT,
    version_of TEXT,
    language TEXT,
    authors TEXT NOT NULL,
    credits TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (n),
    FOREIGN KEY(n) REFERENCES articles (n),
    UNIQUE (reading),
    FOREIGN KEY(reading) REFERENCES readings (n),
    FOREIGN KEY(text) REFERENCES texts (n),
    FOREIGN KEY(outlet) REFERENCES outlet_rows (n)
);
CREATE INDEX article_rows_day ON article_rows (day);
CREATE INDEX article_rows_key ON article_rows ("key");
CREATE INDEX article_rows_outlet ON article_rows (outlet, day);
CREATE INDEX article_rows_text ON article_rows (text);

CREATE TABLE statement_rows (
    n INTEGER NOT NULL,
    article INTEGER NOT NULL,
    id TEXT NOT NULL,
    source_start INTEGER,
    source_end INTEGER,
    cue_start INTEGER,
    cue_end INTEGER,
    content TEXT NOT NULL,
    words TEXT NOT NULL,
    mode TEXT NOT NULL,
    within TEXT,
    chain TEXT NOT NULL,
    medium TEXT,
    said_on TEXT,
    act TEXT,
    hedges TEXT NOT NULL,
    hedged BOOLEAN NOT NULL,
    certainty TEXT,
    polarity TEXT NOT NULL,
    modality TEXT NOT NULL,
    verification TEXT,
    headline BOOLEAN NOT NULL,
    rejected BOOLEAN NOT NULL,
    outlet INTEGER,
    day TEXT NOT NULL,
    PRIMARY KEY (n),
    UNIQUE (article, id),
    FOREIGN KEY(article) REFERENCES article_rows (n)
);
CREATE INDEX statement_rows_act ON statement_rows (act, day);
CREATE INDEX statement_rows_certainty ON statement_rows (certainty, day);
CREATE INDEX statement_rows_day ON statement_rows (day);
CREATE INDEX statement_rows_hedged ON statement_rows (hedged, day);
CREATE INDEX statement_rows_outlet ON statement_rows (outlet, day);

CREATE TABLE voice_rows (
    n INTEGER NOT NULL,
    digest TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT,
    body TEXT,
    side TEXT,
    kind TEXT,
    aliases TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (n),
    UNIQUE (digest)
);
CREATE INDEX voice_rows_id ON voice_rows (id);

CREATE TABLE statement_voices (
    statement INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    voice INTEGER NOT NULL,
    side TEXT,
    day TEXT NOT NULL,
    PRIMARY KEY (statement, rank),
    FOREIGN KEY(statement) REFERENCES statement_rows (n),
    FOREIGN KEY(voice) REFERENCES voice_rows (n)
)
 WITHOUT ROWID;
CREATE INDEX statement_voices_side ON statement_voices (side, day, statement);
CREATE INDEX statement_voices_voice ON statement_voices (voice, day, statement);

CREATE TABLE figure_rows (
    n INTEGER NOT NULL,
    article INTEGER NOT NULL,
    statement INTEGER,
    id TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    words TEXT NOT NULL,
    low FLOAT,
    high FLOAT,
    "exclusive" BOOLEAN NOT NULL,
    approximate BOOLEAN NOT NULL,
    vague BOOLEAN NOT NULL,
    unit TEXT,
    measure TEXT,
    "of" TEXT NOT NULL,
    who TEXT,
    agent TEXT,
    cause TEXT,
    "by" TEXT NOT NULL,
    period TEXT,
    as_of TEXT,
    place TEXT,
    cumulative BOOLEAN,
    polarity TEXT NOT NULL,
    modality TEXT NOT NULL,
    part_of TEXT NOT NULL,
    same_as TEXT,
    rejected BOOLEAN NOT NULL,
    outlet INTEGER,
    day TEXT NOT NULL,
    PRIMARY KEY (n),
    UNIQUE (article, id),
    FOREIGN KEY(article) REFERENCES article_rows (n),
    FOREIGN KEY(statement) REFERENCES statement_rows (n)
);
CREATE INDEX figure_rows_day ON figure_rows (day);
CREATE INDEX figure_rows_measure ON figure_rows (measure, day);
CREATE INDEX figure_rows_outlet ON figure_rows (outlet, day);
CREATE INDEX figure_rows_statement ON figure_rows (statement);

CREATE TABLE time_rows (
    n INTEGER NOT NULL,
    article INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    type TEXT NOT NULL,
    value TEXT,
    edtf TEXT,
    chosen BOOLEAN NOT NULL,
    PRIMARY KEY (n),
    FOREIGN KEY(article) REFERENCES article_rows (n)
);
CREATE INDEX time_rows_article ON time_rows (article);

CREATE TABLE spots (
    n INTEGER NOT NULL,
    digest TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    gazetteer TEXT,
    id TEXT,
    lat FLOAT,
    lon FLOAT,
    precision TEXT NOT NULL,
    radius_km FLOAT,
    PRIMARY KEY (n),
    UNIQUE (digest)
);
CREATE INDEX spots_folded ON spots (folded);
CREATE INDEX spots_lat ON spots (lat, lon);

CREATE TABLE place_rows (
    n INTEGER NOT NULL,
    article INTEGER NOT NULL,
    spot INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    use TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (n),
    FOREIGN KEY(article) REFERENCES article_rows (n),
    FOREIGN KEY(spot) REFERENCES spots (n)
);
CREATE INDEX place_rows_article ON place_rows (article);
CREATE INDEX place_rows_spot ON place_rows (spot, day);

CREATE TABLE statement_spots (
    spot INTEGER NOT NULL,
    day TEXT NOT NULL,
    statement INTEGER NOT NULL,
    PRIMARY KEY (spot, day, statement),
    FOREIGN KEY(spot) REFERENCES spots (n),
    FOREIGN KEY(statement) REFERENCES statement_rows (n)
)
 WITHOUT ROWID;
CREATE INDEX statement_spots_statement ON statement_spots (statement);

CREATE TABLE attachments (
    anchor INTEGER NOT NULL,
    article INTEGER NOT NULL,
    how TEXT NOT NULL,
    item TEXT,
    reason TEXT,
    applied BOOLEAN NOT NULL,
    PRIMARY KEY (anchor, article),
    FOREIGN KEY(anchor) REFERENCES anchors (n)
);
CREATE INDEX attachments_article ON attachments (article);
