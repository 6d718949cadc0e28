UPDATE payments SET amount = 500 WHERE account = 3 AND id % 5 = 0;
DELETE FROM payments WHERE account = 4 AND id % 4 > 0;
INSERT INTO payments SELECT 9000 + n, 26, '2026-02-02', 40 FROM generate_series(1, 2) AS n;
INSERT INTO logins SELECT 99, date '2026-05-01' + n + interval '23 hours' FROM generate_series(1, 60) AS n;
DELETE FROM logins WHERE user_id = 7;
