CREATE TABLE payments (
    id      int PRIMARY KEY,
    account int NOT NULL,
    day     date NOT NULL,
    amount  numeric(10, 2) NOT NULL
);
-- Several payments of an account fall on one day, and amounts repeat.
INSERT INTO payments
SELECT n,
       1 + n % 25,
       date '2026-01-01' + n * 13 % 90,
       (n * 37 % 41 - 15) * 10
FROM generate_series(1, 3000) AS n;

CREATE TABLE logins (
    user_id int NOT NULL,
    at      timestamptz NOT NULL
);
-- Some log in several times a day, some rarely.
INSERT INTO logins
SELECT 1 + n % 40, timestamptz '2026-01-01' + n * 29 % 2400 * interval '1 hour' + n % 7 * interval '5 minutes'
FROM generate_series(1, 2600) AS n
WHERE n % (2 + n % 3) > 0;

VACUUM ANALYZE;
