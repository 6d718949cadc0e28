-- An index on the filtered column alone: all 2,000 orders of the customer are fetched and sorted to show twenty.

-- 1. The latest orders of a customer
CREATE INDEX ON orders (customer_id);

-- 2. The open orders, oldest first
CREATE INDEX ON orders (status);

-- 3. A customer by address, whatever the case
CREATE INDEX ON customers (lower(email));
