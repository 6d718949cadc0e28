-- total is not in the index, so the table is asked for each row.

-- 1. A customer's orders, without the table
CREATE INDEX ON orders (customer_id, created_at);

-- 2. After the morning's updates
UPDATE orders SET note = 'changed' WHERE id % 3 = 0;
VACUUM orders;

-- 3. One index fewer
DROP INDEX orders_customer;
