-- The feed has an article twice, and ON CONFLICT refuses to touch one row twice; the batch is counted in any case.

-- 1. Take over the feed
INSERT INTO prices (sku, price, updated_at)
SELECT sku, price, sent_at FROM feed
ON CONFLICT (sku) DO UPDATE SET price = EXCLUDED.price, updated_at = EXCLUDED.updated_at;

-- 2. Count batch 7, once
INSERT INTO batches VALUES (7) ON CONFLICT DO NOTHING;
INSERT INTO daily_hits AS current (day, page, hits)
SELECT (at AT TIME ZONE 'UTC')::date, page, count(*) FROM hits GROUP BY 1, 2
ON CONFLICT (day, page) DO UPDATE SET hits = current.hits + EXCLUDED.hits;

-- 3. Get or create tags
INSERT INTO tags (name) VALUES ('python'), ('asyncio'), ('postgresql')
ON CONFLICT (name) DO NOTHING
RETURNING name, true AS is_new;
