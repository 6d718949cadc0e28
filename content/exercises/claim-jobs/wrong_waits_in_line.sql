-- FOR UPDATE without SKIP LOCKED: all workers queue for the same ten rows, and find them taken when they get them.

-- 1. Claim ten jobs
UPDATE jobs
SET state = 'running', worker = 'worker-9', attempts = attempts + 1, leased_until = '2026-05-01 12:05+00'
WHERE id IN (
    SELECT id FROM jobs WHERE state = 'waiting' AND run_at <= '2026-05-01 12:00+00'
    ORDER BY run_at, id LIMIT 10 FOR UPDATE
)
RETURNING id;

-- 2. Give back what dead workers held
UPDATE jobs SET state = 'waiting', worker = NULL, leased_until = NULL
WHERE state = 'running' AND leased_until < '2026-05-01 12:00+00';

-- 3. Keep it quick
CREATE INDEX ON jobs (state);
