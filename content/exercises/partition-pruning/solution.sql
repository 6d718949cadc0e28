-- 1. The events of March by kind
SELECT kind, count(*) AS events
FROM events
WHERE at >= '2026-03-01 00:00+00' AND at < '2026-04-01 00:00+00'
GROUP BY kind
ORDER BY kind;

-- 2. Room for July
CREATE TABLE events_2026_07 PARTITION OF events FOR VALUES FROM ('2026-07-01 00:00+00') TO ('2026-08-01 00:00+00');
INSERT INTO events VALUES (100001, '2026-07-04 12:00+00', 'view');

-- 3. January goes
ALTER TABLE events DETACH PARTITION events_2026_01;
