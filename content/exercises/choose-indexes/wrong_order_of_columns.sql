-- The sort column comes first, so the customer's entries are spread over the whole index.

-- 1. The latest orders of a customer
CREATE INDEX ON orders (created_at DESC, customer_id);

-- 2. The open orders, oldest first
CREATE INDEX ON orders (created_at) WHERE status = 'open';

-- 3. A customer by address, whatever the case
CREATE INDEX ON customers (lower(email));
