-- 1. A customer's orders, without the table
EXPLAIN (ANALYZE, BUFFERS)
SELECT created_at, total
FROM orders
WHERE customer_id = 42 AND created_at >= '2026-02-01'
ORDER BY created_at;

-- 2. After the morning's updates
UPDATE orders SET note = 'changed' WHERE id % 3 = 0;
EXPLAIN (ANALYZE, BUFFERS)
SELECT created_at, total
FROM orders
WHERE customer_id = 42 AND created_at >= '2026-02-01'
ORDER BY created_at;

-- 3. One index fewer
SELECT indexrelid::regclass AS index, pg_get_indexdef(indexrelid) AS definition, pg_relation_size(indexrelid) AS bytes
FROM pg_index
WHERE indrelid = 'orders'::regclass;
