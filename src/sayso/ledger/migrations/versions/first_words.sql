-- Indexes for words (FTS5). Their content stands in the derived tables, so that no word is stored twice; the store keeps
-- them in step. English word stems, accents folded.

CREATE VIEW article_words AS
SELECT r.n AS n, r.title AS title, t.text AS text
FROM article_rows AS r JOIN texts AS t ON t.n = r.text;

CREATE VIRTUAL TABLE article_index USING fts5(
    title, text, content='article_words', content_rowid='n', tokenize='porter unicode61 remove_diacritics 2'
);

CREATE VIRTUAL TABLE statement_index USING fts5(
    words, content='statement_rows', content_rowid='n', tokenize='porter unicode61 remove_diacritics 2'
);

CREATE VIRTUAL TABLE figure_index USING fts5(
    words, unit, measure, "of", who, place, cause,
    content='figure_rows', content_rowid='n', tokenize='porter unicode61 remove_diacritics 2'
);

CREATE VIRTUAL TABLE voice_index USING fts5(
    folded, content='voice_rows', content_rowid='n', tokenize='unicode61 remove_diacritics 2'
);
