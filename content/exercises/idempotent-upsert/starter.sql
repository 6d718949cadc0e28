-- 1. Take over the feed
INSERT INTO prices (sku, price, updated_at)
SELECT sku, price, sent_at
FROM feed;

-- 2. Count batch 7, once
INSERT INTO batches VALUES (7);
INSERT INTO daily_hits (day, page, hits)
SELECT (at AT TIME ZONE 'UTC')::date, page, count(*)
FROM hits
GROUP BY 1, 2;

-- 3. Get or create tags
INSERT INTO tags (name)
VALUES ('python'), ('asyncio'), ('postgresql')
RETURNING name;
