-- What is kept, append-only (tables.py).

CREATE TABLE texts (
    n INTEGER NOT NULL,
    digest TEXT NOT NULL,
    text TEXT NOT NULL,
    exact BLOB,
    PRIMARY KEY (n),
    UNIQUE (digest)
);

CREATE TABLE captures (
    digest TEXT NOT NULL,
    form TEXT NOT NULL,
    text_digest TEXT,
    encoding TEXT,
    bytes BLOB,
    PRIMARY KEY (digest),
    FOREIGN KEY(text_digest) REFERENCES texts (digest)
);

CREATE TABLE articles (
    n INTEGER NOT NULL,
    id TEXT NOT NULL,
    digest TEXT NOT NULL,
    url TEXT,
    outlet TEXT,
    at TEXT NOT NULL,
    PRIMARY KEY (n),
    UNIQUE (id),
    FOREIGN KEY(digest) REFERENCES captures (digest)
);
CREATE INDEX articles_digest ON articles (digest);

CREATE TABLE sightings (
    n INTEGER NOT NULL,
    article INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    path TEXT NOT NULL,
    captured TEXT,
    at TEXT NOT NULL,
    PRIMARY KEY (n),
    UNIQUE (article, "key", path),
    FOREIGN KEY(article) REFERENCES articles (n)
);
CREATE INDEX sightings_key ON sightings ("key");

CREATE TABLE parts (
    n INTEGER NOT NULL,
    digest TEXT NOT NULL,
    sayso TEXT NOT NULL,
    model TEXT,
    packs TEXT NOT NULL,
    roster TEXT,
    gazetteer TEXT,
    PRIMARY KEY (n),
    UNIQUE (digest)
);

CREATE TABLE readings (
    n INTEGER NOT NULL,
    digest TEXT NOT NULL,
    article INTEGER NOT NULL,
    text INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    record TEXT NOT NULL,
    body BLOB NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (n),
    UNIQUE (article, digest),
    FOREIGN KEY(article) REFERENCES articles (n),
    FOREIGN KEY(text) REFERENCES texts (n),
    FOREIGN KEY(parts) REFERENCES parts (n)
);
CREATE INDEX readings_text ON readings (text);

CREATE TABLE turns (
    n INTEGER NOT NULL,
    article INTEGER NOT NULL,
    reading INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (n),
    FOREIGN KEY(article) REFERENCES articles (n),
    FOREIGN KEY(reading) REFERENCES readings (n)
);
CREATE INDEX turns_article ON turns (article, n);
CREATE INDEX turns_reading ON turns (reading);

CREATE TABLE decisions (
    n INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    who TEXT NOT NULL,
    "when" TEXT NOT NULL,
    why TEXT NOT NULL,
    voices TEXT NOT NULL,
    field TEXT,
    value TEXT,
    until TEXT,
    revokes TEXT,
    PRIMARY KEY (n),
    UNIQUE (id),
    FOREIGN KEY(revokes) REFERENCES decisions (id)
);

CREATE TABLE anchors (
    n INTEGER NOT NULL,
    decision INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    text_digest TEXT NOT NULL,
    spans TEXT NOT NULL,
    quotation TEXT NOT NULL,
    PRIMARY KEY (n),
    UNIQUE (decision, rank),
    FOREIGN KEY(decision) REFERENCES decisions (n)
);
CREATE INDEX anchors_text ON anchors (text_digest);

CREATE TABLE tombstones (
    n INTEGER NOT NULL,
    article TEXT NOT NULL,
    digest TEXT NOT NULL,
    texts TEXT NOT NULL,
    who TEXT NOT NULL,
    why TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (n),
    UNIQUE (article)
);

-- Nothing kept is changed or removed, but for an article that has a tombstone.

CREATE TRIGGER texts_delete BEFORE DELETE ON texts
WHEN NOT EXISTS (SELECT 1 FROM tombstones, json_each(tombstones.texts) WHERE value = OLD.digest)
BEGIN
    SELECT RAISE(ABORT, 'texts: kept rows are never removed');
END;
CREATE TRIGGER texts_update BEFORE UPDATE ON texts
BEGIN
    SELECT RAISE(ABORT, 'texts: kept rows are never changed');
END;
CREATE TRIGGER captures_delete BEFORE DELETE ON captures
WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE digest = OLD.digest)
BEGIN
    SELECT RAISE(ABORT, 'captures: kept rows are never removed');
END;
CREATE TRIGGER captures_update BEFORE UPDATE ON captures
WHEN OLD.form <> 'unseen'
BEGIN
    SELECT RAISE(ABORT, 'captures: kept rows are never changed');
END;
CREATE TRIGGER articles_delete BEFORE DELETE ON articles
WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE article = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'articles: kept rows are never removed');
END;
CREATE TRIGGER articles_update BEFORE UPDATE ON articles
BEGIN
    SELECT RAISE(ABORT, 'articles: kept rows are never changed');
END;
CREATE TRIGGER sightings_delete BEFORE DELETE ON sightings
WHEN NOT EXISTS (SELECT 1 FROM tombstones JOIN articles ON articles.id = tombstones.article WHERE articles.n = OLD.article)
BEGIN
    SELECT RAISE(ABORT, 'sightings: kept rows are never removed');
END;
CREATE TRIGGER sightings_update BEFORE UPDATE ON sightings
BEGIN
    SELECT RAISE(ABORT, 'sightings: kept rows are never changed');
END;
CREATE TRIGGER parts_delete BEFORE DELETE ON parts
BEGIN
    SELECT RAISE(ABORT, 'parts: kept rows are never removed');
END;
CREATE TRIGGER parts_update BEFORE UPDATE ON parts
BEGIN
    SELECT RAISE(ABORT, 'parts: kept rows are never changed');
END;
CREATE TRIGGER readings_delete BEFORE DELETE ON readings
WHEN NOT EXISTS (SELECT 1 FROM tombstones JOIN articles ON articles.id = tombstones.article WHERE articles.n = OLD.article)
BEGIN
    SELECT RAISE(ABORT, 'readings: kept rows are never removed');
END;
CREATE TRIGGER readings_update BEFORE UPDATE ON readings
BEGIN
    SELECT RAISE(ABORT, 'readings: kept rows are never changed');
END;
CREATE TRIGGER turns_delete BEFORE DELETE ON turns
WHEN NOT EXISTS (SELECT 1 FROM tombstones JOIN articles ON articles.id = tombstones.article WHERE articles.n = OLD.article)
BEGIN
    SELECT RAISE(ABORT, 'turns: kept rows are never removed');
END;
CREATE TRIGGER turns_update BEFORE UPDATE ON turns
BEGIN
    SELECT RAISE(ABORT, 'turns: kept rows are never changed');
END;
CREATE TRIGGER decisions_delete BEFORE DELETE ON decisions
BEGIN
    SELECT RAISE(ABORT, 'decisions: kept rows are never removed');
END;
CREATE TRIGGER decisions_update BEFORE UPDATE ON decisions
BEGIN
    SELECT RAISE(ABORT, 'decisions: kept rows are never changed');
END;
CREATE TRIGGER anchors_delete BEFORE DELETE ON anchors
BEGIN
    SELECT RAISE(ABORT, 'anchors: kept rows are never removed');
END;
CREATE TRIGGER anchors_update BEFORE UPDATE ON anchors
WHEN NOT EXISTS (SELECT 1 FROM tombstones, json_each(tombstones.texts) WHERE value = OLD.text_digest)
BEGIN
    SELECT RAISE(ABORT, 'anchors: kept rows are never changed');
END;
CREATE TRIGGER tombstones_delete BEFORE DELETE ON tombstones
BEGIN
    SELECT RAISE(ABORT, 'tombstones: kept rows are never removed');
END;
CREATE TRIGGER tombstones_update BEFORE UPDATE ON tombstones
BEGIN
    SELECT RAISE(ABORT, 'tombstones: kept rows are never changed');
END;
