-- 1. Claim ten jobs
SELECT id
FROM jobs
WHERE state = 'waiting'
ORDER BY run_at
LIMIT 10;
UPDATE jobs
SET state = 'running', worker = 'worker-9'
WHERE id IN (100, 200, 300);

-- 2. Give back what dead workers held
UPDATE jobs
SET state = 'waiting'
WHERE state = 'running';

-- 3. Keep it quick
SELECT count(*) FROM jobs;
