UPDATE jobs SET run_at = '2026-05-01 11:59:30+00' WHERE id % 700 = 0 AND state = 'waiting';
UPDATE jobs SET state = 'waiting', worker = NULL, leased_until = NULL, run_at = '2026-04-30 09:00+00' WHERE id % 903 = 0;
UPDATE jobs SET attempts = 5 WHERE id % 602 = 0 AND state = 'running';
UPDATE jobs SET leased_until = '2026-05-01 12:00+00' WHERE id % 1204 = 0 AND state = 'running';
VACUUM ANALYZE jobs;
