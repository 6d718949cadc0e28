CREATE TABLE prices (
    sku        text PRIMARY KEY,
    price      numeric(10, 2) NOT NULL,
    updated_at timestamptz NOT NULL
);
INSERT INTO prices
SELECT 'sku-' || n, 10 + n % 90, timestamptz '2026-05-01 00:00+00' + n % 48 * interval '1 hour'
FROM generate_series(1, 2000) AS n;

-- What the supplier sent: new articles, changed prices, unchanged ones, lines that are older than what we have, and some twice.
CREATE TABLE feed (
    line    int PRIMARY KEY,
    sku     text NOT NULL,
    price   numeric(10, 2) NOT NULL,
    sent_at timestamptz NOT NULL
);
INSERT INTO feed
SELECT n,
       'sku-' || 1 + n * 7 % 2200,
       10 + n * 7 % 90 + CASE WHEN n % 4 = 0 THEN 5 ELSE 1 END,
       timestamptz '2026-05-01 00:00+00' + n % 72 * interval '1 hour'
FROM generate_series(1, 2600) AS n;

CREATE TABLE daily_hits (
    day  date NOT NULL,
    page text NOT NULL,
    hits int NOT NULL,
    PRIMARY KEY (day, page)
);
INSERT INTO daily_hits SELECT date '2026-05-01', 'page-' || n, 100 FROM generate_series(1, 20) AS n;
CREATE TABLE batches (id int PRIMARY KEY);
INSERT INTO batches SELECT generate_series(1, 6);
CREATE TABLE hits (at timestamptz NOT NULL, page text NOT NULL);
INSERT INTO hits
SELECT timestamptz '2026-05-01 00:00+00' + n * interval '97 seconds', 'page-' || 1 + n * 11 % 25
FROM generate_series(1, 1500) AS n;

CREATE TABLE tags (
    id   int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE
);
INSERT INTO tags (name) VALUES ('python'), ('sql'), ('testing');

-- Where each row lay before, so that a row that was written without need is noticed.
CREATE TABLE prices_before AS SELECT sku, ctid AS place FROM prices;
CREATE TABLE tags_before AS SELECT name, ctid AS place FROM tags;
ANALYZE;
