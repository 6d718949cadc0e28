-- created_at is only included: it can neither bound the scan nor order it.

-- 1. A customer's orders, without the table
CREATE INDEX ON orders (customer_id) INCLUDE (created_at, total);

-- 2. After the morning's updates
UPDATE orders SET note = 'changed' WHERE id % 3 = 0;
VACUUM orders;

-- 3. One index fewer
DROP INDEX orders_customer;
