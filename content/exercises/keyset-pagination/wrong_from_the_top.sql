-- The page before is sorted downwards, so it is the very first page; and the user's events are filtered out of all.

-- 1. The next page
SELECT id, kind, created_at FROM events
WHERE (created_at, id) < ('2026-03-08 10:00+00', 31061)
ORDER BY created_at DESC, id DESC LIMIT 20;

-- 2. The page before
SELECT id, kind, created_at FROM events
WHERE (created_at, id) > ('2026-03-08 10:00+00', 31061)
ORDER BY created_at DESC, id DESC LIMIT 20;

-- 3. The next page of one user
SELECT id, kind, created_at FROM events
WHERE user_id = 77 AND (created_at, id) < ('2026-03-08 10:00+00', 31061)
ORDER BY created_at DESC, id DESC LIMIT 20;
