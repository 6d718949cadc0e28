-- The second index holds every order, though 99 of 100 of its entries are never asked for.

-- 1. The latest orders of a customer
CREATE INDEX ON orders (customer_id, created_at);

-- 2. The open orders, oldest first
CREATE INDEX ON orders (status, created_at);

-- 3. A customer by address, whatever the case
CREATE INDEX ON customers (lower(email));
