-- What a person or another program opens: every row with the article's key, its digests and the offsets.

CREATE VIEW article_list AS
SELECT r.key, a.id AS article_id, a.digest, t.digest AS text_digest, a.url, o.name AS outlet, r.title, r.authors,
    r.credits, r.published, r.published_from, r.updated, r.captured, r.version_of, r.language, r.day, a.at AS recorded,
    (SELECT count(*) FROM statement_rows AS s WHERE s.article = r.n) AS statements,
    (SELECT count(*) FROM figure_rows AS f WHERE f.article = r.n) AS figures,
    t.text
FROM article_rows AS r
JOIN articles AS a ON a.n = r.n
JOIN texts AS t ON t.n = r.text
LEFT JOIN outlet_rows AS o ON o.n = r.outlet;

CREATE VIEW statement_list AS
SELECT r.key, a.id AS article_id, t.digest AS text_digest, o.name AS outlet, r.published, s.id AS statement, s.day,
    (SELECT group_concat(v.name, '; ') FROM statement_voices AS sv JOIN voice_rows AS v ON v.n = sv.voice
     WHERE sv.statement = s.n) AS voices,
    (SELECT group_concat(DISTINCT sv.side) FROM statement_voices AS sv WHERE sv.statement = s.n) AS sides,
    s.act, substr(t.text, s.source_start + 1, s.source_end - s.source_start) AS source,
    substr(t.text, s.cue_start + 1, s.cue_end - s.cue_start) AS cue, s.words, s.content,
    s.source_start, s.source_end, s.cue_start, s.cue_end, s.mode, s.within, s.chain, s.medium, s.said_on, s.hedges,
    s.hedged, s.certainty, s.polarity, s.modality, s.verification, s.headline, s.rejected
FROM statement_rows AS s
JOIN article_rows AS r ON r.n = s.article
JOIN articles AS a ON a.n = s.article
JOIN texts AS t ON t.n = r.text
LEFT JOIN outlet_rows AS o ON o.n = r.outlet;

CREATE VIEW figure_list AS
SELECT r.key, a.id AS article_id, t.digest AS text_digest, o.name AS outlet, r.published, f.id AS figure,
    s.id AS statement, f.day, f.words, f.low, f.high, f.exclusive, f.approximate, f.vague, f.unit, f.measure, f."of",
    f.who, f.agent, f.cause, f."by", f.period, f.as_of, f.place, f.cumulative, f.polarity, f.modality, f.part_of,
    f.same_as, f.span_start, f.span_end, f.rejected
FROM figure_rows AS f
JOIN article_rows AS r ON r.n = f.article
JOIN articles AS a ON a.n = f.article
JOIN texts AS t ON t.n = r.text
LEFT JOIN outlet_rows AS o ON o.n = r.outlet
LEFT JOIN statement_rows AS s ON s.n = f.statement;

CREATE VIEW place_list AS
SELECT r.key, a.id AS article_id, t.digest AS text_digest, r.published,
    substr(t.text, p.span_start + 1, p.span_end - p.span_start) AS words, p.span_start, p.span_end, p.use, k.name,
    k.gazetteer, k.id AS place_id, k.lat, k.lon, k.precision, k.radius_km
FROM place_rows AS p
JOIN spots AS k ON k.n = p.spot
JOIN article_rows AS r ON r.n = p.article
JOIN articles AS a ON a.n = p.article
JOIN texts AS t ON t.n = r.text;

CREATE VIEW time_list AS
SELECT r.key, a.id AS article_id, t.digest AS text_digest, r.published,
    substr(t.text, m.span_start + 1, m.span_end - m.span_start) AS words, m.span_start, m.span_end, m.type, m.value,
    m.edtf, m.chosen
FROM time_rows AS m
JOIN article_rows AS r ON r.n = m.article
JOIN articles AS a ON a.n = m.article
JOIN texts AS t ON t.n = r.text;

CREATE VIEW voice_list AS
SELECT v.id AS voice_id, v.name, v.role, v.body, v.side, v.kind, v.aliases, count(sv.statement) AS statements
FROM voice_rows AS v
LEFT JOIN statement_voices AS sv ON sv.voice = v.n
GROUP BY v.n;

CREATE VIEW reading_list AS
SELECT a.id AS article_id, g.digest AS reading, t.digest AS text_digest, p.sayso, p.model, p.packs, p.roster,
    p.gazetteer, g.at AS recorded, EXISTS (SELECT 1 FROM article_rows AS r WHERE r.reading = g.n) AS current
FROM readings AS g
JOIN articles AS a ON a.n = g.article
JOIN texts AS t ON t.n = g.text
JOIN parts AS p ON p.n = g.parts;

CREATE VIEW decision_list AS
SELECT d.id AS decision, d.kind, d.who, d."when", d.why, d.voices, d.field, d.value, d.until, d.revokes,
    c.text_digest, c.spans, c.quotation, a.id AS article_id, h.how, h.item, h.reason
FROM decisions AS d
LEFT JOIN anchors AS c ON c.decision = d.n
LEFT JOIN attachments AS h ON h.anchor = c.n
LEFT JOIN articles AS a ON a.n = h.article;
