-- 1. The latest orders of a customer
CREATE INDEX orders_customer_created ON orders (customer_id, created_at DESC);

-- 2. The open orders, oldest first
CREATE INDEX orders_open_created ON orders (created_at) WHERE status = 'open';

-- 3. A customer by address, whatever the case
CREATE UNIQUE INDEX customers_email ON customers (lower(email));
