-- 1. Take over the feed
INSERT INTO prices AS current (sku, price, updated_at)
SELECT DISTINCT ON (sku) sku, price, sent_at
FROM feed
ORDER BY sku, sent_at DESC, line DESC
ON CONFLICT (sku) DO UPDATE
SET price = EXCLUDED.price, updated_at = EXCLUDED.updated_at
WHERE EXCLUDED.updated_at > current.updated_at;

-- 2. Count batch 7, once
WITH batch AS (
    INSERT INTO batches VALUES (7)
    ON CONFLICT DO NOTHING
    RETURNING id
)
INSERT INTO daily_hits AS current (day, page, hits)
SELECT (at AT TIME ZONE 'UTC')::date, page, count(*)
FROM hits, batch
GROUP BY 1, 2
ON CONFLICT (day, page) DO UPDATE
SET hits = current.hits + EXCLUDED.hits;

-- 3. Get or create tags
WITH wanted (name) AS (
    VALUES ('python'), ('asyncio'), ('postgresql')
),
created AS (
    INSERT INTO tags (name)
    SELECT name FROM wanted
    ON CONFLICT (name) DO NOTHING
    RETURNING id, name
)
SELECT name, true AS is_new FROM created
UNION ALL
SELECT name, false FROM tags JOIN wanted USING (name)
ORDER BY name;
