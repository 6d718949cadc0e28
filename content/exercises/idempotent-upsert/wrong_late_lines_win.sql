-- Whatever comes last wins: a line that was sent before our price was set puts the old price back.

-- 1. Take over the feed
INSERT INTO prices (sku, price, updated_at)
SELECT DISTINCT ON (sku) sku, price, sent_at FROM feed ORDER BY sku, sent_at DESC, line DESC
ON CONFLICT (sku) DO UPDATE SET price = EXCLUDED.price, updated_at = EXCLUDED.updated_at;

-- 2. Count batch 7, once
WITH batch AS (INSERT INTO batches VALUES (7) ON CONFLICT DO NOTHING RETURNING id)
INSERT INTO daily_hits AS current (day, page, hits)
SELECT (at AT TIME ZONE 'UTC')::date, page, count(*) FROM hits, batch GROUP BY 1, 2
ON CONFLICT (day, page) DO UPDATE SET hits = EXCLUDED.hits;

-- 3. Get or create tags
WITH created AS (
    INSERT INTO tags (name) VALUES ('python'), ('asyncio'), ('postgresql')
    ON CONFLICT (name) DO NOTHING RETURNING name
)
SELECT name, true AS is_new FROM created
UNION ALL
SELECT name, false FROM tags WHERE name IN ('python', 'asyncio', 'postgresql')
ORDER BY name;
