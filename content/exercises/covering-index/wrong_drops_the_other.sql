-- orders_created is dropped, though no other index begins with created_at; the one that is superfluous stays.

-- 1. A customer's orders, without the table
CREATE INDEX ON orders (customer_id, created_at) INCLUDE (total);

-- 2. After the morning's updates
UPDATE orders SET note = 'changed' WHERE id % 3 = 0;
VACUUM orders;

-- 3. One index fewer
DROP INDEX orders_created;
