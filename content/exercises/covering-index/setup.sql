CREATE TABLE orders (
    id          int PRIMARY KEY,
    customer_id int NOT NULL,
    created_at  timestamptz NOT NULL,
    total       numeric(10, 2) NOT NULL,
    note        text NOT NULL
);
-- A wide row: about thirty to a block.
INSERT INTO orders
SELECT n, 1 + n * 7 % 400, timestamptz '2026-01-01' + n * interval '5 minutes', n % 500, repeat('note ', 40)
FROM generate_series(1, 20000) AS n;

CREATE INDEX orders_customer ON orders (customer_id);
CREATE INDEX orders_created ON orders (created_at);
VACUUM ANALYZE;
