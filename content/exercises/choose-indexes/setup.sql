CREATE TABLE customers (
    id    int PRIMARY KEY,
    email text NOT NULL
);
INSERT INTO customers
SELECT n, CASE WHEN n % 3 = 0 THEN 'User' ELSE 'user' END || n || '@Example.com'
FROM generate_series(1, 10000) AS n;

CREATE TABLE orders (
    id          int PRIMARY KEY,
    customer_id int NOT NULL,
    status      text NOT NULL,
    created_at  timestamptz NOT NULL,
    total       numeric(10, 2) NOT NULL
);
INSERT INTO orders
SELECT n,
       1 + n * 7919 % 10000,
       CASE WHEN n % 100 = 0 THEN 'open' ELSE 'shipped' END,
       timestamptz '2026-01-01' + n * interval '7 minutes',
       n % 500
FROM generate_series(1, 40000) AS n;
-- One customer orders a lot.
UPDATE orders SET customer_id = 42 WHERE id % 20 = 0;

VACUUM ANALYZE;
