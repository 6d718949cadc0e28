CREATE TABLE jobs (
    id           int PRIMARY KEY,
    state        text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed')),
    run_at       timestamptz NOT NULL,
    attempts     int NOT NULL DEFAULT 0,
    worker       text,
    leased_until timestamptz
);
-- Nearly everything is done. It is 2026-05-01 12:00 UTC.
INSERT INTO jobs (id, state, run_at, attempts)
SELECT n, 'done', timestamptz '2026-04-01 00:00+00' + n * interval '1 minute', 1
FROM generate_series(1, 30000) AS n;
-- These wait; some are for later.
UPDATE jobs
SET state = 'waiting', attempts = id % 3, run_at = timestamptz '2026-05-01 00:00+00' + id * 7 % 1440 * interval '1 minute'
WHERE id % 100 = 0;
-- These are being worked on; the leases of some have run out.
UPDATE jobs
SET state = 'running', worker = 'worker-' || id % 4, attempts = 1 + id % 5,
    leased_until = timestamptz '2026-05-01 11:50+00' + id % 20 * interval '1 minute'
WHERE id % 301 = 0;

VACUUM (FULL, ANALYZE) jobs;
