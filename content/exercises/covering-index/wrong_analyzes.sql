-- ANALYZE renews the statistics. What the index-only scan asks is the visibility map, which VACUUM writes.

-- 1. A customer's orders, without the table
CREATE INDEX ON orders (customer_id, created_at) INCLUDE (total);

-- 2. After the morning's updates
UPDATE orders SET note = 'changed' WHERE id % 3 = 0;
ANALYZE orders;

-- 3. One index fewer
DROP INDEX orders_customer;
