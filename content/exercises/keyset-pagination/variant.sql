DELETE FROM events WHERE id % 17 = 0;
INSERT INTO events SELECT 100000 + n, 77, 'order', '2026-03-08 10:00+00' FROM generate_series(1, 40) AS n;
INSERT INTO events SELECT 200000 + n, 5, 'view', '2026-03-08 10:10+00' FROM generate_series(1, 5) AS n;
VACUUM ANALYZE;
