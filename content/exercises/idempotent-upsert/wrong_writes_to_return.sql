-- DO UPDATE SET name = EXCLUDED.name, so that RETURNING has a row: every tag that was there is written again for nothing.

-- 1. Take over the feed
INSERT INTO prices AS current (sku, price, updated_at)
SELECT DISTINCT ON (sku) sku, price, sent_at FROM feed ORDER BY sku, sent_at DESC, line DESC
ON CONFLICT (sku) DO UPDATE
SET price = CASE WHEN EXCLUDED.updated_at > current.updated_at THEN EXCLUDED.price ELSE current.price END,
    updated_at = greatest(EXCLUDED.updated_at, current.updated_at);

-- 2. Count batch 7, once
WITH batch AS (INSERT INTO batches VALUES (7) ON CONFLICT DO NOTHING RETURNING id)
INSERT INTO daily_hits AS current (day, page, hits)
SELECT (at AT TIME ZONE 'UTC')::date, page, count(*) FROM hits, batch GROUP BY 1, 2
ON CONFLICT (day, page) DO UPDATE SET hits = current.hits + EXCLUDED.hits;

-- 3. Get or create tags
WITH written AS (
    INSERT INTO tags (name) VALUES ('python'), ('asyncio'), ('postgresql')
    ON CONFLICT (name) DO UPDATE SET name = EXCLUDED.name
    RETURNING name, xmax = 0 AS is_new
)
SELECT name, is_new FROM written ORDER BY name;
