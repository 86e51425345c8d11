-- What comparing derives (comparison_tables.py).

CREATE TABLE comparisons (
    n INTEGER NOT NULL,
    state TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (n)
);

CREATE TABLE copy_rows (
    n INTEGER NOT NULL,
    giver INTEGER NOT NULL,
    taker INTEGER NOT NULL,
    kind TEXT NOT NULL,
    passages TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (n),
    FOREIGN KEY(giver) REFERENCES articles (n),
    FOREIGN KEY(taker) REFERENCES articles (n)
);
CREATE INDEX copy_rows_giver ON copy_rows (giver);
CREATE INDEX copy_rows_taker ON copy_rows (taker);

CREATE TABLE story_rows (
    n INTEGER NOT NULL,
    id TEXT NOT NULL,
    article INTEGER NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    articles INTEGER NOT NULL,
    outlets INTEGER NOT NULL,
    voices INTEGER NOT NULL,
    claims INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    conflicts INTEGER NOT NULL,
    PRIMARY KEY (n),
    UNIQUE (id),
    FOREIGN KEY(article) REFERENCES articles (n)
);
CREATE INDEX story_rows_last ON story_rows (last, n);

CREATE TABLE story_articles (
    article INTEGER NOT NULL,
    story INTEGER NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (article),
    FOREIGN KEY(article) REFERENCES articles (n),
    FOREIGN KEY(story) REFERENCES story_rows (n)
);
CREATE INDEX story_articles_story ON story_articles (story, day, article);

CREATE TABLE claim_rows (
    n INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    story INTEGER,
    predicate TEXT,
    agent TEXT,
    target TEXT,
    place TEXT,
    time TEXT,
    polarity TEXT NOT NULL,
    modality TEXT NOT NULL,
    low INTEGER NOT NULL,
    high INTEGER NOT NULL,
    side TEXT NOT NULL,
    day TEXT NOT NULL,
    articles INTEGER NOT NULL,
    conflicts INTEGER NOT NULL,
    weight INTEGER NOT NULL,
    PRIMARY KEY (n),
    UNIQUE (id),
    FOREIGN KEY(story) REFERENCES story_rows (n)
);
CREATE INDEX claim_rows_day ON claim_rows (day, n);
CREATE INDEX claim_rows_story ON claim_rows (story, weight, n);

CREATE TABLE claim_members (
    claim INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    article INTEGER NOT NULL,
    item TEXT NOT NULL,
    PRIMARY KEY (claim, rank),
    FOREIGN KEY(claim) REFERENCES claim_rows (n),
    FOREIGN KEY(article) REFERENCES articles (n)
)
 WITHOUT ROWID;
CREATE INDEX claim_members_item ON claim_members (article, item);

CREATE TABLE claim_voices (
    claim INTEGER NOT NULL,
    voice TEXT NOT NULL,
    side TEXT,
    PRIMARY KEY (claim, voice),
    FOREIGN KEY(claim) REFERENCES claim_rows (n)
)
 WITHOUT ROWID;
CREATE INDEX claim_voices_voice ON claim_voices (voice, claim);

CREATE TABLE origin_rows (
    n INTEGER NOT NULL,
    claim INTEGER NOT NULL,
    root TEXT NOT NULL,
    kind TEXT NOT NULL,
    members TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (n),
    FOREIGN KEY(claim) REFERENCES claim_rows (n)
);
CREATE INDEX origin_rows_claim ON origin_rows (claim);

CREATE TABLE relation_rows (
    n INTEGER NOT NULL,
    kind TEXT NOT NULL,
    a INTEGER NOT NULL,
    b INTEGER NOT NULL,
    score FLOAT NOT NULL,
    compared TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (n),
    FOREIGN KEY(a) REFERENCES claim_rows (n),
    FOREIGN KEY(b) REFERENCES claim_rows (n)
);
CREATE INDEX relation_rows_a ON relation_rows (a);
CREATE INDEX relation_rows_b ON relation_rows (b);

