-- 1. Claim ten jobs
WITH claimed AS (
    SELECT id
    FROM jobs
    WHERE state = 'waiting' AND run_at <= '2026-05-01 12:00+00'
    ORDER BY run_at, id
    LIMIT 10
    FOR UPDATE SKIP LOCKED
)
UPDATE jobs
SET state = 'running',
    worker = 'worker-9',
    attempts = attempts + 1,
    leased_until = '2026-05-01 12:05+00'
FROM claimed
WHERE jobs.id = claimed.id
RETURNING jobs.id;

-- 2. Give back what dead workers held
UPDATE jobs
SET state = CASE WHEN attempts >= 5 THEN 'failed' ELSE 'waiting' END,
    worker = NULL,
    leased_until = NULL
WHERE state = 'running' AND leased_until < '2026-05-01 12:00+00';

-- 3. Keep it quick
CREATE INDEX jobs_waiting ON jobs (run_at, id) WHERE state = 'waiting';
