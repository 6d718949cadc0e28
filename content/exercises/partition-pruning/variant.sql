DELETE FROM events WHERE id % 13 = 0;
INSERT INTO events VALUES
    (900001, '2026-03-01 00:00:00+00', 'order'),
    (900002, '2026-03-31 23:59:59.9999+00', 'order'),
    (900003, '2026-04-01 00:00:00+00', 'view');
ANALYZE;
