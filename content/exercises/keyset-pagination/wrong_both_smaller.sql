-- Each column is compared for itself: older events with a greater id are lost.

-- 1. The next page
SELECT id, kind, created_at FROM events
WHERE created_at <= '2026-03-08 10:00+00' AND id < 31061
ORDER BY created_at DESC, id DESC LIMIT 20;

-- 2. The page before
SELECT id, kind, created_at FROM (
    SELECT id, kind, created_at FROM events
    WHERE created_at >= '2026-03-08 10:00+00' AND id > 31061
    ORDER BY created_at, id LIMIT 20
) AS page
ORDER BY created_at DESC, id DESC;

-- 3. The next page of one user
CREATE INDEX ON events (user_id, created_at, id);
SELECT id, kind, created_at FROM events
WHERE user_id = 77 AND created_at <= '2026-03-08 10:00+00' AND id < 31061
ORDER BY created_at DESC, id DESC LIMIT 20;
