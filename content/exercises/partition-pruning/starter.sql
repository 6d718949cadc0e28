-- 1. The events of March by kind
SELECT kind, count(*) AS events
FROM events
WHERE date_trunc('month', at, 'UTC') = '2026-03-01 00:00+00'
GROUP BY kind
ORDER BY kind;

-- 2. Room for July
INSERT INTO events VALUES (100001, '2026-07-04 12:00+00', 'view');

-- 3. January goes
DELETE FROM events WHERE at < '2026-02-01 00:00+00';
