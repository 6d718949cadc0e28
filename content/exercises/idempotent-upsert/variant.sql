UPDATE feed SET price = price + 1, sent_at = sent_at + interval '1 day' WHERE line % 5 = 0;
DELETE FROM feed WHERE line % 9 = 0;
INSERT INTO feed VALUES (9001, 'sku-1', 77, '2026-06-01'), (9002, 'sku-1', 78, '2026-06-02'), (9003, 'sku-1', 79, '2026-05-31');
DELETE FROM hits WHERE page = 'page-3';
INSERT INTO hits SELECT '2026-05-09 12:00+00', 'page-99' FROM generate_series(1, 5);
INSERT INTO tags (name) VALUES ('asyncio');
INSERT INTO tags_before SELECT name, ctid FROM tags WHERE name = 'asyncio';
