-- Jobs that are meant for later are claimed as well, and leases that still hold are taken away from their workers.

-- 1. Claim ten jobs
UPDATE jobs
SET state = 'running', worker = 'worker-9', attempts = attempts + 1, leased_until = '2026-05-01 12:05+00'
WHERE id IN (SELECT id FROM jobs WHERE state = 'waiting' ORDER BY id LIMIT 10 FOR UPDATE SKIP LOCKED)
RETURNING id;

-- 2. Give back what dead workers held
UPDATE jobs SET state = CASE WHEN attempts >= 5 THEN 'failed' ELSE 'waiting' END, worker = NULL, leased_until = NULL
WHERE state = 'running';

-- 3. Keep it quick
CREATE INDEX ON jobs (run_at, id) WHERE state = 'waiting';
