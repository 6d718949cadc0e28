-- The reader has seen the events down to 31061, of 2026-03-08 10:00 UTC. This counts how many those are, and skips them.

-- 1. The next page
SELECT id, kind, created_at
FROM events
ORDER BY created_at DESC, id DESC
LIMIT 20 OFFSET 27945;

-- 2. The page before
SELECT id, kind, created_at
FROM events
ORDER BY created_at DESC, id DESC
LIMIT 20 OFFSET 27924;

-- 3. The next page of one user
SELECT id, kind, created_at
FROM events
WHERE user_id = 77
ORDER BY created_at DESC, id DESC
LIMIT 20 OFFSET 56;
