-- Each query is shown with its plan. Run them as they are first, and read what the plans say.

-- 1. The latest orders of a customer
EXPLAIN (ANALYZE, BUFFERS)
SELECT id, created_at, total
FROM orders
WHERE customer_id = 42
ORDER BY created_at DESC
LIMIT 20;

-- 2. The open orders, oldest first
EXPLAIN (ANALYZE, BUFFERS)
SELECT id, customer_id, created_at
FROM orders
WHERE status = 'open'
ORDER BY created_at
LIMIT 50;

-- 3. A customer by address, whatever the case
EXPLAIN (ANALYZE, BUFFERS)
SELECT id
FROM customers
WHERE lower(email) = 'user4242@example.com';
