-- 1. A customer's orders, without the table
CREATE INDEX orders_customer_created ON orders (customer_id, created_at) INCLUDE (total);

-- 2. After the morning's updates
UPDATE orders SET note = 'changed' WHERE id % 3 = 0;
VACUUM orders;

-- 3. One index fewer
DROP INDEX orders_customer;
