-- What comparing looks up (comparison_tables.py); the comparison itself is made again with it.

DELETE FROM relation_rows;
DELETE FROM origin_rows;
DELETE FROM claim_voices;
DELETE FROM claim_members;
DELETE FROM claim_rows;
DELETE FROM story_articles;
DELETE FROM story_rows;
DELETE FROM copy_rows;
DELETE FROM comparisons;
DROP TABLE comparisons;

CREATE TABLE comparisons (
    n INTEGER NOT NULL,
    state TEXT NOT NULL,
    at TEXT NOT NULL,
    parts TEXT NOT NULL,
    decisions TEXT NOT NULL,
    joined TEXT NOT NULL,
    PRIMARY KEY (n)
);

CREATE TABLE seen_rows (
    article INTEGER NOT NULL,
    reading INTEGER NOT NULL,
    came INTEGER NOT NULL,
    day INTEGER,
    tie INTEGER NOT NULL,
    host TEXT NOT NULL,
    facts BLOB NOT NULL,
    PRIMARY KEY (article),
    FOREIGN KEY(article) REFERENCES articles (n)
);

CREATE TABLE posting_rows (
    posting INTEGER NOT NULL,
    hash INTEGER NOT NULL,
    day INTEGER NOT NULL,
    tie INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (posting, hash, day, tie, article),
    FOREIGN KEY(article) REFERENCES articles (n)
)
 WITHOUT ROWID;

CREATE TABLE page_rows (
    host TEXT NOT NULL,
    hash INTEGER NOT NULL,
    PRIMARY KEY (host, hash)
)
 WITHOUT ROWID;

CREATE TABLE placed_rows (
    article INTEGER NOT NULL,
    root INTEGER NOT NULL,
    day INTEGER NOT NULL,
    tie INTEGER NOT NULL,
    PRIMARY KEY (article),
    FOREIGN KEY(article) REFERENCES articles (n),
    FOREIGN KEY(root) REFERENCES articles (n)
);
CREATE INDEX placed_rows_root ON placed_rows (root, day, tie);

CREATE TABLE like_rows (
    later INTEGER NOT NULL,
    earlier INTEGER NOT NULL,
    likeness FLOAT NOT NULL,
    PRIMARY KEY (later, earlier),
    FOREIGN KEY(later) REFERENCES articles (n),
    FOREIGN KEY(earlier) REFERENCES articles (n)
)
 WITHOUT ROWID;
CREATE INDEX like_rows_earlier ON like_rows (earlier);

CREATE TABLE part_rows (
    article INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (article),
    FOREIGN KEY(article) REFERENCES articles (n)
);

CREATE TABLE near_rows (
    later INTEGER NOT NULL,
    earlier INTEGER NOT NULL,
    PRIMARY KEY (later, earlier),
    FOREIGN KEY(later) REFERENCES articles (n),
    FOREIGN KEY(earlier) REFERENCES articles (n)
)
 WITHOUT ROWID;
CREATE INDEX near_rows_earlier ON near_rows (earlier);

CREATE TABLE share_rows (
    claim TEXT NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (claim, article),
    FOREIGN KEY(article) REFERENCES articles (n)
)
 WITHOUT ROWID;
CREATE INDEX share_rows_article ON share_rows (article);

CREATE TABLE bond_rows (
    claim TEXT NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (claim, article),
    FOREIGN KEY(article) REFERENCES articles (n)
)
 WITHOUT ROWID;
CREATE INDEX bond_rows_article ON bond_rows (article);

