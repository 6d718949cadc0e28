CREATE TABLE events (
    id         int PRIMARY KEY,
    user_id    int NOT NULL,
    kind       text NOT NULL,
    created_at timestamptz NOT NULL
);
-- Events come in batches: about thirty share each moment.
INSERT INTO events
SELECT n,
       1 + n * 31 % 500,
       (ARRAY['view', 'click', 'order'])[1 + n % 3],
       timestamptz '2026-03-01' + n * 7919 % 60000 / 30 * interval '10 minutes'
FROM generate_series(1, 60000) AS n;
CREATE INDEX events_created_id ON events (created_at, id);

VACUUM ANALYZE;
